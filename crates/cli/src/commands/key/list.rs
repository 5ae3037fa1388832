//! List the keys in a directory.

use std::collections::BTreeSet;

use clap::Args;
use quorate_charter::{MemberCode, Office};
use quorate_node::{Holder, KeyRing, Listed, Turn};
use quorate_partnership::Post;

use crate::args::At;
use crate::failure::Failure;
use crate::present::{Screen, columns, shell};

#[derive(Args)]
#[command(about = "List the keys in a directory: whose, in use or not, encrypted or plain")]
#[command(long_about = include_str!("list.md").trim_end())]
pub(super) struct List {}

impl List {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let dir = at
            .dir
            .as_deref()
            .ok_or_else(|| Failure::usage("which keys?", "name the directory: `--dir DIRECTORY`"))?;
        let listed = KeyRing::of(dir).list()?;
        if listed.is_empty() {
            return screen.line(&format!("{} holds no keys", shell(dir)));
        }
        let rows: Vec<Vec<String>> = listed.iter().filter_map(row).collect();
        for line in columns(&rows) {
            screen.line(&line)?;
        }
        warn(&listed, screen)
    }
}

fn row(listed: &Listed) -> Option<Vec<String>> {
    let (holder, turn) = listed.named.as_ref()?;
    let turn = match turn {
        Turn::InUse => "in use",
        Turn::Next => "next",
        Turn::SetAside(_) => "set aside",
    };
    let (kept, public) = match listed.file.as_ref()? {
        Ok(file) if file.is_encrypted() => ("encrypted", file.public().to_string()),
        Ok(file) => ("plain", file.public().to_string()),
        Err(_) => ("not a key", String::new()),
    };
    Some(vec![holder.to_string(), turn.into(), kept.into(), public])
}

/// What somebody should see to.
fn warn(listed: &[Listed], screen: &mut Screen) -> Result<(), Failure> {
    let holders: BTreeSet<Holder> = listed.iter().filter_map(|one| Some(one.named.as_ref()?.0)).collect();
    for holder in &holders {
        if let Holder::Post(Post { member, office: Office::Root | Office::Recovery }) = holder
            && let Some(node) = node_beside(&holders)
        {
            let whose = if node == *member { "its".to_owned() } else { format!("{node}'s") };
            screen.item(&format!("The key of {holder} lies beside that of {whose} node: whoever takes this machine takes both. Keep it on another, which is not on a network"))?;
        }
    }
    if listed.iter().any(|one| matches!(&one.file, Some(Ok(file)) if !file.is_encrypted())) {
        screen.item("A plain key is read by whoever reads the disk or a copy of it: `quorate key encrypt`. Those of an exercise protect nothing: anyone can make them again")?;
    }
    for one in listed {
        match (&one.named, &one.file) {
            (_, Some(Err(error))) => screen.item(&error.to_string())?,
            (None, _) => screen.item(&format!(
                "{} is not named as a key is: it may have been left by a command that ended half-way",
                one.path.display()
            ))?,
            _ => {}
        }
    }
    Ok(())
}

fn node_beside(holders: &BTreeSet<Holder>) -> Option<MemberCode> {
    holders.iter().find_map(|holder| match holder {
        Holder::Node(member) => Some(*member),
        Holder::Post(_) => None,
    })
}
