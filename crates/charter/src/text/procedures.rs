//! The procedures of the rules of decision.

use alloc::format;

use toml::Spanned;

use super::{Findings, raw};
use crate::charter::MAX_MEMBERS;
use crate::fault::Fault;
use crate::procedure::{Course, Extension, Procedure, Silence};

pub(super) fn procedure(raw: &raw::Procedure, essential: bool, found: &mut Findings) -> Option<Procedure> {
    let course = course(raw, essential, found);
    let open = found.parse(&raw.open);
    let extension = extension(raw, found);
    let confirm_within = match &raw.confirm_within {
        Some(within) => found.parse(within).map(Some),
        None => Some(None),
    };
    Some(Procedure { course: course?, open: open?, extension: extension?, confirm_within: confirm_within? })
}

fn course(raw: &raw::Procedure, essential: bool, found: &mut Findings) -> Option<Course> {
    let kind = raw.kind.get_ref().as_str();
    match kind {
        "vote" | "written" => {
            let given = [
                ("objections", raw.objections.as_ref().map(Spanned::span)),
                ("support", raw.support.as_ref().map(Spanned::span)),
                ("vote-within", raw.vote_within.as_ref().map(Spanned::span)),
            ];
            for (key, at) in given {
                if let Some(at) = at {
                    let what = format!("`{key}` says nothing about a procedure of the kind `{kind}`");
                    found.add(Fault::new(at, what, "leave it out, or use `no-objection` or `silence`"));
                }
            }
            Some(if kind == "vote" { Course::Vote } else { Course::Written })
        }
        "no-objection" => {
            let objections = objections(raw, found);
            silence(raw, objections, essential, found).map(Course::NoObjection)
        }
        "silence" => {
            if let Some(objections) = &raw.objections {
                let help = "leave `objections` out, or use `no-objection`";
                found.add(Fault::new(objections.span(), "one objection breaks a silence procedure", help));
            }
            silence(raw, Some(1), essential, found).map(Course::Silence)
        }
        _ => {
            let what = format!("`{kind}` is not a procedure");
            let help = "the procedures are `vote`, `written`, `no-objection` and `silence`";
            found.add(Fault::new(raw.kind.span(), what, help));
            None
        }
    }
}

fn objections(raw: &raw::Procedure, found: &mut Findings) -> Option<u32> {
    match &raw.objections {
        Some(objections) => found.within(objections, 1..=most()),
        None => {
            missing(raw, "objections", "how many objections turn it into a vote", found);
            None
        }
    }
}

fn silence(
    raw: &raw::Procedure,
    objections: Option<u32>,
    essential: bool,
    found: &mut Findings,
) -> Option<Silence> {
    let support = match &raw.support {
        Some(support) => support_of(support, essential, found),
        None => {
            missing(raw, "support", "how many must be on record in favour for silence to adopt", found);
            None
        }
    };
    let vote_within = match &raw.vote_within {
        Some(within) => found.parse(within),
        None => {
            missing(raw, "vote-within", "how long the vote is open into which it turns", found);
            None
        }
    };
    Some(Silence { objections: objections?, support: support?, vote_within: vote_within? })
}

/// Two at least under an essential rule: or one member that is awake could impose what it likes while all others
/// are cut off.
fn support_of(support: &Spanned<u32>, essential: bool, found: &mut Findings) -> Option<u32> {
    if *support.get_ref() == 1 && essential {
        let help =
            "at least `2`, the mover included: or one member could adopt alone while the others cannot speak";
        found.add(Fault::new(support.span(), "`1` cannot stand here", help));
        return None;
    }
    found.within(support, if essential { 2 } else { 1 }..=most())
}

fn missing(raw: &raw::Procedure, key: &str, meaning: &str, found: &mut Findings) {
    let what = format!("a procedure of the kind `{}` needs `{key}`", raw.kind.get_ref());
    found.add(Fault::new(raw.kind.span(), what, format!("`{key}` says {meaning}")));
}

/// No more members than a charter can have object, or support.
fn most() -> u32 {
    u32::try_from(MAX_MEMBERS).unwrap_or(u32::MAX)
}

/// Both keys or neither: a deadline that moves without bound would let one member put off every decision.
fn extension(raw: &raw::Procedure, found: &mut Findings) -> Option<Option<Extension>> {
    let (by, at_most) = match (&raw.extend, &raw.extend_at_most) {
        (None, None) => return Some(None),
        (Some(by), Some(at_most)) => (by, at_most),
        (Some(only), None) => {
            let help = "add `extend-at-most`: a deadline never moves without bound";
            found.add(Fault::new(only.span(), "`extend` stands alone", help));
            return None;
        }
        (None, Some(only)) => {
            let help = "add `extend`: by how much a late change of the outcome moves the deadline";
            found.add(Fault::new(only.span(), "`extend-at-most` stands alone", help));
            return None;
        }
    };
    let (parsed_by, parsed_at_most) = (found.parse(by), found.parse(at_most));
    let extension = Extension { by: parsed_by?, at_most: parsed_at_most? };
    if extension.at_most < extension.by {
        let what = format!("`{}` is less than one extension", at_most.get_ref());
        let help = "all extensions together are at least as long as one";
        found.add(Fault::new(at_most.span(), what, help));
        return None;
    }
    Some(Some(extension))
}
