//! A command from words to what is signed, and what the rules would say of it now.

use std::path::Path;

use miette::Diagnostic as _;
use quorate_charter::Office;
use quorate_node::{KeyRing, Node};
use quorate_partnership::{
    Authentic, Command, CommandId, LONGEST_EXPIRY_MILLIS, Moment, Post, Signed, Unsigned,
};
use quorate_records::words;
use quorate_web::{Author, NotPrepared, Prepared};

use super::acts;
use crate::commands::acts::Desk;
use crate::failure::Failure;
use crate::session::nonce;

/// A folder in which no key can be made: what would make one is refused, and is given where keys are kept.
const NO_KEYS: &str = "/dev/null/keys";

/// Makes the command, and tries it on a rehearsal.
pub(super) fn prepare(node: &Node, by: Author, words: &[String]) -> Result<Prepared, NotPrepared> {
    let line = acts::read(words)?;
    if matches!(by.post.office, Office::Root | Office::Recovery) {
        let help = "it is signed where no network is: `quorate sign --help`";
        return Err(no("root and recovery keys do not sign on pages", help));
    }
    let (records, basis, now) = (node.records(), node.basis(), node.next_moment());
    let (keys, folder) = (KeyRing::of(Path::new(NO_KEYS)), Path::new(NO_KEYS));
    let desk = Desk { records, keys: &keys, post: by.post, now, basis, folder };
    let command = line.act.command(&desk).map_err(|failure| told(&failure))?;
    let expires = Moment(now.0.saturating_add(LONGEST_EXPIRY_MILLIS / 2));
    let chance = nonce().map_err(|failure| told(&failure))?;
    let unsigned = Unsigned::prepare(basis, by.post, by.key, expires, chance, command.clone());
    let unsigned = unsigned.with_signature(&[0; 64]);
    let signed = Signed::read(&unsigned, &basis.partnership)
        .map_err(|why| no(&why.to_string(), "shorten what is said in it"))?;
    let (would, refused) = tried(node, by.post, (now, expires), command);
    Ok(Prepared { id: signed.id(), partnership: basis.partnership, expires, unsigned, would, refused })
}

/// What would happen if it were ordered now, on a copy of all that is true.
fn tried(
    node: &Node,
    post: Post,
    (now, expires): (Moment, Moment),
    command: Command,
) -> (Vec<String>, Option<String>) {
    let mut copy = node.partnership().rehearse();
    let presumed = Authentic::presumed(CommandId([0; 32]), post, expires, command);
    match copy.step_presumed(now, &[presumed]) {
        Err(why) => (Vec::new(), Some(why.to_string())),
        Ok(stepped) => {
            let refusal = stepped.outcomes.into_iter().find_map(|outcome| outcome.refusal);
            let refusal = refusal.map(|refusal| refusal.told(copy.charter()));
            let said = refusal.map(|refusal| format!("{refusal} ({}): {}", refusal.rule(), refusal.remedy()));
            let told = stepped.booked.iter().filter(|booked| booked.by.is_some());
            (told.filter_map(|booked| words::sentence(booked, copy.charter())).collect(), said)
        }
    }
}

fn no(what: &str, help: &str) -> NotPrepared {
    NotPrepared { what: what.into(), help: help.into() }
}

/// A failure as pages tell it.
fn told(failure: &Failure) -> NotPrepared {
    let help = failure.help().map(|help| help.to_string()).unwrap_or_default();
    NotPrepared { what: failure.to_string(), help }
}
