//! How drafts stand in their drawer: as JSON, each command in the bytes that would be signed.

use std::collections::BTreeMap;

use base16ct::lower::{decode_vec, encode_string};
use quorate_partnership::{CommandId, Moment, PartnershipId, Signed};
use serde::{Deserialize, Serialize};

use super::Draft;
use crate::doorway::{Acceptance, Refused};
use crate::drawn::{self, Who};
use crate::prepared::Prepared;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    author: Who,
    words: Vec<String>,
    unsigned: String,
    would: Vec<String>,
    refused: Option<String>,
    checked: Option<Who>,
    given: Option<Given>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    height: u64,
    position: u32,
    refusal: Option<No>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct No {
    rule: String,
    article: u16,
    what: String,
    remedy: String,
}

/// The bytes of a drawer with these drafts.
pub(super) fn write(drafts: &BTreeMap<CommandId, Draft>) -> Result<Vec<u8>, String> {
    drawn::write(drafts.values().map(one))
}

fn one(draft: &Draft) -> One {
    let no = |refused: &Refused| No {
        rule: refused.rule.to_string(),
        article: refused.article,
        what: refused.what.clone(),
        remedy: refused.remedy.clone(),
    };
    let given = |given: &Acceptance| Given {
        height: given.height,
        position: given.position,
        refusal: given.refusal.as_ref().map(no),
    };
    One {
        author: Who::of(&draft.author),
        words: draft.words.clone(),
        unsigned: encode_string(&draft.prepared.unsigned),
        would: draft.prepared.would.clone(),
        refused: draft.prepared.refused.clone(),
        checked: draft.checked.as_ref().map(Who::of),
        given: draft.given.as_ref().map(given),
    }
}

/// The drafts in a drawer.
pub(super) fn read(
    kept: Result<Option<Vec<u8>>, String>,
    partnership: &PartnershipId,
) -> Result<BTreeMap<CommandId, Draft>, String> {
    drawn::read(kept, |one| draft(one, partnership).map(|draft| (draft.prepared.id, draft)))
}

fn draft(one: One, partnership: &PartnershipId) -> Option<Draft> {
    let unsigned = decode_vec(&one.unsigned).ok()?;
    // The command says itself whose it is, until when, and what its id will be.
    let signed = Signed::read(&unsigned, partnership).ok()?;
    let (id, expires): (CommandId, Moment) = (signed.id(), signed.expires());
    let author =
        one.author.author().filter(|author| author.key == signed.key() && author.post == signed.post())?;
    let checked = match &one.checked {
        Some(who) => Some(who.author()?),
        None => None,
    };
    let given = match one.given {
        Some(given) => Some(accepted(id, given)?),
        None => None,
    };
    let (would, refused) = (one.would, one.refused);
    let prepared = Prepared { unsigned, id, partnership: *partnership, expires, would, refused };
    Some(Draft { author, words: one.words, prepared, checked, given })
}

fn accepted(id: CommandId, given: Given) -> Option<Acceptance> {
    let refusal = match given.refusal {
        Some(No { rule, article, what, remedy }) => {
            Some(Refused { rule: rule.parse().ok()?, article, what, remedy })
        }
        None => None,
    };
    Some(Acceptance { id, height: given.height, position: given.position, refusal })
}
