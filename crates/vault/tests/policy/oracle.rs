//! The decision once more, by hand: the table of docs/vault.md, read row by row, with lists in place of sets and no policy.

use quorate_vault::marking::Level;
use quorate_vault::policy::{Known, Question};

fn height(level: Level) -> u8 {
    match level {
        Level::Unclassified => 0,
        Level::Restricted => 1,
        Level::Confidential => 2,
        Level::Secret => 3,
        Level::TopSecret => 4,
    }
}

/// A question, as words.
struct Read<'q> {
    known: &'q Known,
    question: &'q Question,
    own: String,
    named: Vec<String>,
    advance: Vec<String>,
    consents: Vec<String>,
    to: Vec<String>,
    home: bool,
    agreed: bool,
    early: bool,
}

/// The rows that refuse it; none, and it may be done.
pub(crate) fn refusing(known: &Known, question: &Question) -> Vec<&'static str> {
    let own = question.reader.post.member.to_string();
    let originator = question.facts.originator.to_string();
    let consents: Vec<String> = question.circumstances.consents.iter().map(|m| m.to_string()).collect();
    let read = Read {
        known,
        question,
        named: question.facts.releasable.iter().map(|m| m.to_string()).collect(),
        advance: question.facts.advance.iter().map(|m| m.to_string()).collect(),
        to: question.circumstances.to.iter().map(|m| m.to_string()).collect(),
        home: own == originator,
        agreed: consents.contains(&originator),
        early: question.facts.release.is_some_and(|release| question.circumstances.now.0 < release.0),
        own,
        consents,
    };
    let mut rows = reading(&read);
    if question.action.name() == "forward" {
        rows.extend(forwarding(&read));
    }
    if question.action.name() == "release" && question.facts.controlled && !read.home && !read.agreed {
        rows.push("V10");
    }
    if question.action.name() == "act" && !question.facts.actionable && !read.home && !read.agreed {
        rows.push("V15");
    }
    rows.sort_by_key(|row| row.trim_start_matches('V').parse::<u8>().unwrap());
    rows
}

/// Rows of all actions.
fn reading(read: &Read<'_>) -> Vec<&'static str> {
    let Read { known, question, .. } = read;
    let office = question.reader.post.office.name();
    let mut rows = Vec::new();
    let mut inside = known.members.iter().any(|member| member.to_string() == read.own);
    for compartment in &question.facts.compartments {
        let mut found = false;
        for roster in &known.rosters {
            if roster.compartment() == *compartment {
                found = found || roster.members().iter().any(|member| member.to_string() == read.own);
            }
        }
        inside = inside && found;
    }
    if !inside {
        rows.push("V1");
    }
    if office == "root" || office == "recovery" {
        rows.push("V2");
    }
    if !read.home && !read.named.contains(&read.own) {
        rows.push("V3");
    }
    let (level, cleared) = (height(question.facts.level), height(question.reader.cleared));
    let kept = question.circumstances.kept.map(height);
    if !read.home && kept.is_none_or(|kept| kept < level) {
        rows.push("V4");
    }
    if cleared < level || cleared < kept.unwrap_or(0) {
        rows.push("V5");
    }
    if read.early && !read.home && !read.advance.contains(&read.own) {
        rows.push("V6");
    }
    let elsewhere = question.reader.bound.iter().any(|one| !read.named.contains(&one.to_string()));
    if elsewhere && !read.home && !read.agreed {
        rows.push("V13");
    }
    rows
}

/// Rows of what is forwarded.
fn forwarding(read: &Read<'_>) -> Vec<&'static str> {
    let office = read.question.reader.post.office.name();
    let mut rows = Vec::new();
    if !read.home && !read.agreed {
        rows.push("V7");
    }
    if read.question.facts.contributors.iter().any(|of| !read.consents.contains(&of.to_string())) {
        rows.push("V8");
    }
    if read.question.facts.controlled && !read.home {
        rows.push("V9");
    }
    if read.to.is_empty() || read.to.iter().any(|one| !read.named.contains(one)) {
        rows.push("V11");
    }
    if read.early && !read.home && read.to.iter().any(|one| !read.advance.contains(one)) {
        rows.push("V12");
    }
    if office != "representative" && office != "liaison-officer" {
        rows.push("V14");
    }
    rows
}
