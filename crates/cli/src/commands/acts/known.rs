//! Who is known: nobody acts for, or asks about, a State that the record does not know.

use quorate_charter::MemberCode;
use quorate_partnership::Post;
use quorate_records::Records;

use crate::failure::Failure;

/// Nobody acts for a State that the record does not know; whether a State that it knows may act is for the rules.
pub(crate) fn known(post: Post, records: &Records) -> Result<(), Failure> {
    known_member(post.member, records)
}

/// A State that the record knows: a member, invited, or one that left.
pub(super) fn known_member(member: MemberCode, records: &Records) -> Result<(), Failure> {
    if records.knows(member) {
        return Ok(());
    }
    let members: Vec<String> = records.charter().members().map(|(member, _)| member.to_string()).collect();
    let help = format!("the members are {}", members.join(", "));
    Err(Failure::usage(format!("`{member}` is not a member of this partnership"), help))
}
