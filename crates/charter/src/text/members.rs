//! The members and their names.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;

use toml::Spanned;

use super::{Findings, raw};
use crate::body::{Member, Title};
use crate::charter::MAX_MEMBERS;
use crate::fault::Fault;
use crate::line::misleads;
use crate::member::MemberCode;

const MAX_LINE_BYTES: usize = 200;

pub(super) fn members(raw: raw::Tables<'_>, found: &mut Findings) -> BTreeMap<MemberCode, Member> {
    let mut members = BTreeMap::new();
    for (code, member) in raw.member {
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
    let is_line = |text: &Spanned<String>, found: &mut Findings| line(text, "a name or title", found);
    if !is_line(&raw.en, found) || !is_line(&raw.fr, found) {
        return None;
    }
    Some(Title { en: raw.en.get_ref().clone(), fr: raw.fr.get_ref().clone() })
}

/// Whether a text is a line that people can read; what it was to be is said with the fault.
pub(super) fn line(text: &Spanned<String>, to_be: &str, found: &mut Findings) -> bool {
    let value = text.get_ref();
    let is_line = (1..=MAX_LINE_BYTES).contains(&value.len()) && !value.trim().is_empty();
    if is_line && !value.chars().any(misleads) {
        return true;
    }
    let help = format!("it is one line of 1 to {MAX_LINE_BYTES} bytes, without characters that nobody sees");
    found.add(Fault::new(text.span(), format!("this cannot be {to_be}"), help));
    false
}
