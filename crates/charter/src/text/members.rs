//! The members and their names.

use alloc::collections::BTreeMap;
use alloc::format;

use super::{Findings, raw};
use crate::charter::{MAX_MEMBERS, Member, Title};
use crate::fault::Fault;
use crate::member::MemberCode;

const MAX_TITLE_BYTES: usize = 200;

pub(super) fn members(raw: &raw::Charter, found: &mut Findings) -> BTreeMap<MemberCode, Member> {
    let mut members = BTreeMap::new();
    for (code, member) in &raw.member {
        let name = title(&member.name, found);
        if let (Some(code), Some(name)) = (found.parse(code), name) {
            members.insert(code, Member { name, weights: alloc::vec::Vec::new() });
        }
    }
    if raw.member.is_empty() {
        found.add(Fault::new(0..0, "this charter names no members", "add a table `[member.CAN]` for each"));
    }
    if raw.member.len() > MAX_MEMBERS {
        found.add(Fault::new(
            0..0,
            format!("{} members are too many", raw.member.len()),
            format!("at most {MAX_MEMBERS}"),
        ));
    }
    members
}

pub(super) fn title(raw: &raw::Title, found: &mut Findings) -> Option<Title> {
    for text in [&raw.en, &raw.fr] {
        let value = text.get_ref();
        if value.trim().is_empty() || value.len() > MAX_TITLE_BYTES || value.chars().any(char::is_control) {
            let help = format!("a name is one line of 1 to {MAX_TITLE_BYTES} bytes");
            found.add(Fault::new(text.span(), "this cannot be a name or title", help));
            return None;
        }
    }
    Some(Title { en: raw.en.get_ref().clone(), fr: raw.fr.get_ref().clone() })
}
