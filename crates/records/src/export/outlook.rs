//! One decision as it stands, as JSON.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use serde_json::{Value, json as value};

use crate::outlook::{Changes, Conduct, Outlook, Vote};
use crate::records::Records;
use crate::words;

/// The outlook as JSON, ending with a line feed, with where and when it was read. Unknown is `null`; moments are
/// RFC 3339.
#[must_use]
pub fn outlook_json(records: &Records, outlook: &Outlook) -> String {
    let whole = value!({
        "partnership": records.id().to_string(),
        "height": records.height(),
        "at": words::exact(records.at()),
        "decision": outlook.decision.0,
        "version": outlook.version,
        "title": outlook.title,
        "does": outlook.does,
        "mover": outlook.mover.as_str(),
        "stage": outlook.stage,
        "rule": outlook.rule.as_str(),
        "adopted_when": outlook.adopted_when,
        "procedure": outlook.procedure,
        "vote": outlook.vote.as_ref().map(vote),
    });
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

fn vote(vote: &Vote) -> Value {
    value!({
        "closes": words::exact(vote.closes),
        "closes_at_latest": words::exact(vote.closes_at_latest),
        "last_call_blocks": vote.last_call_blocks,
        "conducts": vote.conducts.iter().map(conduct).collect::<Value>(),
        "verdict": vote.verdict,
        "changes": vote.changes.as_ref().map(changes),
    })
}

fn conduct(conduct: &Conduct) -> Value {
    value!({
        "member": conduct.member.as_str(),
        "does": conduct.does,
        "explanation": conduct.explanation,
    })
}

fn changes(changes: &Changes) -> Value {
    let codes = |group: &Vec<MemberCode>| group.iter().map(MemberCode::as_str).collect::<Value>();
    value!({
        "adopted_now": changes.adopted_now,
        "groups": changes.groups.iter().map(codes).collect::<Value>(),
        "more": changes.more,
    })
}
