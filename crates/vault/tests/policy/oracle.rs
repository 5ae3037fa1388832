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

/// The rows that refuse it; none, and it may be done.
pub(crate) fn refusing(known: &Known, question: &Question) -> Vec<&'static str> {
    let list = |members: Vec<String>| members;
    let own = question.reader.post.member.to_string();
    let office = question.reader.post.office.name();
    let originator = question.facts.originator.to_string();
    let named = list(question.facts.releasable.iter().map(|m| m.to_string()).collect());
    let advance = list(question.facts.advance.iter().map(|m| m.to_string()).collect());
    let consents = list(question.circumstances.consents.iter().map(|m| m.to_string()).collect());
    let to = list(question.circumstances.to.iter().map(|m| m.to_string()).collect());
    let (home, agreed) = (own == originator, consents.contains(&originator));
    let early = question.facts.release.is_some_and(|release| question.circumstances.now.0 < release.0);
    let forward = question.action.name() == "forward";
    let mut rows = Vec::new();

    let mut inside = known.members.iter().any(|member| member.to_string() == own);
    for compartment in &question.facts.compartments {
        let mut found = false;
        for roster in &known.rosters {
            if roster.compartment() == *compartment {
                found = found || roster.members().iter().any(|member| member.to_string() == own);
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
    if !home && !named.contains(&own) {
        rows.push("V3");
    }
    let (level, cleared) = (height(question.facts.level), height(question.reader.cleared));
    let kept = question.circumstances.kept.map(height);
    if !home {
        match kept {
            None => rows.push("V4"),
            Some(kept) if kept < level => rows.push("V4"),
            Some(_) => {}
        }
    }
    if cleared < level || cleared < kept.unwrap_or(0) {
        rows.push("V5");
    }
    if early && !home && !advance.contains(&own) {
        rows.push("V6");
    }
    if forward && !home && !agreed {
        rows.push("V7");
    }
    if forward && question.facts.contributors.iter().any(|of| !consents.contains(&of.to_string())) {
        rows.push("V8");
    }
    if forward && question.facts.controlled && !home {
        rows.push("V9");
    }
    if question.action.name() == "release" && question.facts.controlled && !home && !agreed {
        rows.push("V10");
    }
    if forward && (to.is_empty() || to.iter().any(|one| !named.contains(one))) {
        rows.push("V11");
    }
    if forward && early && !home && to.iter().any(|one| !advance.contains(one)) {
        rows.push("V12");
    }
    if !home && !agreed && question.reader.bound.iter().any(|one| !named.contains(&one.to_string())) {
        rows.push("V13");
    }
    if forward && office != "representative" && office != "liaison-officer" {
        rows.push("V14");
    }
    rows
}
