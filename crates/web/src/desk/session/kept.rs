//! Sessions as they are kept on the node's disk: whose, by which way, since when and seen when, and a hash of the secret. What
//! is read from it signs nobody in.

use base16ct::lower::{decode, encode_string};
use quorate_partnership::Moment;
use serde::{Deserialize, Serialize};

use super::{All, Session, Way, name};
use crate::prepared::Author;

#[derive(Serialize, Deserialize)]
struct Written {
    secret_sha256: String,
    post: String,
    key: String,
    way: Way,
    began: u64,
    seen: u64,
}

pub(super) fn write(all: &All) -> Result<Vec<u8>, String> {
    let written = |(id, session): (&[u8; 32], &Session)| Written {
        secret_sha256: encode_string(id),
        post: session.author.post.to_string(),
        key: session.author.key.to_string(),
        way: session.way,
        began: session.began.0,
        seen: session.seen.0,
    };
    let written: Vec<Written> = all.iter().map(written).collect();
    serde_json::to_vec(&written).map_err(|error| error.to_string())
}

/// What is well written of it.
pub(super) fn read(bytes: &[u8]) -> All {
    let written: Vec<Written> = serde_json::from_slice(bytes).unwrap_or_default();
    written.iter().filter_map(session).collect()
}

fn session(written: &Written) -> Option<([u8; 32], Session)> {
    let mut id = [0; 32];
    decode(&written.secret_sha256, &mut id).ok().filter(|read| read.len() == 32)?;
    let author = Author { post: written.post.parse().ok()?, key: written.key.parse().ok()? };
    let (began, seen, way) = (Moment(written.began), Moment(written.seen), written.way);
    // What forms carry is made from the secret, once it comes.
    Some((id, Session { author, way, token: String::new(), name: name(&id), began, seen, held: None }))
}
