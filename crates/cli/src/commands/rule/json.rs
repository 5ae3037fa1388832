//! The same for programs.

use quorate_charter::MemberCode;
use quorate_foresight::{Few, Greatest, Groups, Kind, Standing};
use quorate_voting::Highest;
use serde_json::{Value, json};

use super::asked::{Asked, Source};
use super::report::Shown;
use super::words::{self, answer};

/// All rules of a body.
pub(super) fn all(source: &Source, all: &[Asked]) -> String {
    let rules: Vec<Value> = all.iter().map(rule).collect();
    text(&json!({ "title": source.body.title().en, "members": source.body.members().len(), "rules": rules }))
}

/// One rule: all cases, and the groups of the one that is told in full.
pub(super) fn one(asked: &Asked, shown: &Shown, limit: usize) -> String {
    let mut whole = rule(asked);
    let groups = |kind| {
        let found = Groups::of(&asked.body, &asked.formula, shown.full.out, kind, limit)?;
        let groups: Vec<_> = found.groups.iter().map(|group| codes(group)).collect();
        Some(json!({ "groups": groups, "are_all": found.are_all }))
    };
    let unheard = shown.full.unheard(&asked.body, &asked.formula);
    let unheard = unheard
        .map(|found| json!({ "members": codes(&found.members), "undecided": codes(&found.undecided) }));
    let in_full = json!({
        "not_taking_part": shown.full.out.map(|member| member.to_string()),
        "without_a_say": unheard,
        "blocking": groups(Kind::Blocking),
        "adopting": groups(Kind::Adopting),
    });
    if let Some(fields) = whole.as_object_mut() {
        fields.insert("title".into(), json!(asked.body.title().en));
        fields.insert("in_full".into(), in_full);
    }
    text(&whole)
}

/// Two rules side by side.
pub(super) fn both(before: &Asked, after: &Asked) -> String {
    let of = |asked: &Asked| json!({ "title": asked.body.title().en, "changes": asked.changes, "rule": rule(asked) });
    text(&json!({ "before": of(before), "after": of(after) }))
}

fn rule(asked: &Asked) -> Value {
    let standings = asked.standings();
    let cases: Vec<Value> = standings.iter().map(|found| standing(asked, found)).collect();
    json!({
        "name": asked.rule.name().as_str(),
        "adopted": asked.words(),
        "source": asked.rule.source(),
        "essential": asked.rule.is_essential(),
        "answer": answer(&standings),
        "highest_shares_in_all_cases": shares(&asked.greatest(&standings)),
        "cases": cases,
    })
}

fn shares(greatest: &[Greatest]) -> Vec<Value> {
    let share = |share: &Greatest| {
        json!({
            "condition": share.condition,
            "nobody_alone_blocks_up_to": highest(&share.single),
            "no_two_block_up_to": highest(&share.pair),
        })
    };
    greatest.iter().map(share).collect()
}

fn standing(asked: &Asked, standing: &Standing) -> Value {
    json!({
        "not_taking_part": standing.out.map(|member| member.to_string()),
        "taking_part": standing.taking_part.len(),
        "block_alone": codes(&standing.blockers),
        "to_block": few(&standing.blocking),
        "to_adopt": few(&standing.adopting),
        "highest_shares": shares(&standing.greatest(&asked.body, &asked.formula)),
    })
}

fn few(few: &Few) -> Value {
    json!({ "at_least": few.at_least, "enough": few.group.as_deref().map(codes) })
}

/// The border of a share as a fraction; `any`, `none` or `null` where it has none or was not decided.
fn highest(highest: &Highest) -> Value {
    match highest {
        Highest::AnyShare => json!("any"),
        Highest::NoShare => json!("none"),
        Highest::Undecided => Value::Null,
        Highest::UpTo(limit) => {
            let shown = words::highest(highest);
            json!({ "part": limit.in_favour(), "of": limit.of(), "inclusive": limit.is_inclusive(), "shown": shown })
        }
    }
}

fn codes(codes: &[MemberCode]) -> Vec<&str> {
    codes.iter().map(MemberCode::as_str).collect()
}

fn text(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
