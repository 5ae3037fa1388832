//! Who audits signs nothing that is audited. Article: audit.

use quorate_charter::Office;

use super::Refusal;
use crate::authentic::Act;
use crate::author::Post;
use crate::moment::Moment;
use crate::partnership::Partnership;

/// Whether the auditor's key holds no other office of its member. What other members gave the key is not asked, or any of
/// them could silence an auditor by accrediting its key.
pub(super) fn independent(partnership: &Partnership, act: &Act, now: Moment) -> Result<(), Refusal> {
    let Some(key) = act.key() else { return Ok(()) };
    let member = act.post().member;
    let others = Office::ACCREDITED.into_iter().filter(|office| *office != Office::Auditor);
    let held = others.into_iter().find(|office| {
        let post = Post { member, office: *office };
        partnership.members().holds(post, &key, now)
    });
    // U8: nobody audits what it could have signed itself.
    held.map_or(Ok(()), |office| Err(Refusal::NotIndependent(office)))
}
