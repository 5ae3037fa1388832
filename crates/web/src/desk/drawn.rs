//! How drafts stand in their drawer: as JSON, each command in the bytes that would be signed.

use std::collections::BTreeMap;

use base16ct::lower::{decode_vec, encode_string};
use quorate_partnership::{CommandId, Moment, PartnershipId, Signed};
use serde::{Deserialize, Serialize};

use super::drafts::Draft;
use crate::doorway::{Acceptance, Refused};
use crate::prepared::{Author, Prepared};

/// The form of the drawer; another one is not read.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    version: u32,
    drafts: Vec<One>,
}

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

/// Who it was, as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Who {
    post: String,
    key: String,
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

impl Who {
    pub(super) fn of(author: &Author) -> Who {
        Who { post: author.post.to_string(), key: author.key.to_string() }
    }

    pub(super) fn author(&self) -> Option<Author> {
        Some(Author { post: self.post.parse().ok()?, key: self.key.parse().ok()? })
    }
}

/// The bytes of a drawer with these drafts.
pub(super) fn of_drafts(drafts: &BTreeMap<CommandId, Draft>) -> Result<Vec<u8>, String> {
    let kept = Kept { version: VERSION, drafts: drafts.values().map(one).collect() };
    serde_json::to_vec(&kept).map_err(|error| error.to_string())
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

/// The drafts in the bytes of a drawer.
pub(super) fn drafts(
    bytes: &[u8],
    partnership: &PartnershipId,
) -> Result<BTreeMap<CommandId, Draft>, String> {
    let kept: Kept = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    if kept.version != VERSION {
        return Err(format!("version {} of its form is not known here", kept.version));
    }
    let read = |(at, one): (usize, One)| {
        let draft =
            draft(one, partnership).ok_or_else(|| format!("draft {at} in it is none of this partnership"))?;
        Ok((draft.prepared.id, draft))
    };
    kept.drafts.into_iter().enumerate().map(read).collect()
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
