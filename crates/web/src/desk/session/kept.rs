//! Sessions as they are kept on the node's disk: whose, by which way, since when and seen when, and a hash of the secret. What
//! is read from it signs nobody in.

use base16ct::lower::{decode, encode_string};
use quorate_partnership::Moment;
use serde::{Deserialize, Serialize};

use super::{All, Session, Way, name};
use crate::drawn::{self, Who};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    secret_sha256: String,
    of: Who,
    way: Way,
    began: u64,
    seen: u64,
}

pub(super) fn write(all: &All) -> Result<Vec<u8>, String> {
    let written = |(id, session): (&[u8; 32], &Session)| Written {
        secret_sha256: encode_string(id),
        of: Who::of(&session.author),
        way: session.way,
        began: session.began.0,
        seen: session.seen.0,
    };
    drawn::write(all.iter().map(written))
}

/// Those in a drawer.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn read(kept: Result<Option<Vec<u8>>, String>) -> Result<All, String> {
    drawn::read(kept, session)
}

fn session(Written { secret_sha256, of, way, began, seen }: Written) -> Option<([u8; 32], Session)> {
    let mut id = [0; 32];
    decode(&secret_sha256, &mut id).ok().filter(|read| read.len() == 32)?;
    let (author, began, seen) = (of.author()?, Moment(began), Moment(seen));
    // What forms carry is made from the secret, once it comes.
    Some((id, Session { author, way, token: String::new(), name: name(&id), began, seen, held: None }))
}
