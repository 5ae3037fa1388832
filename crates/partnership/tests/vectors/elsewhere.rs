//! Samples of what is said and decided on help elsewhere.

use quorate_partnership::cases::{
    Command as Cases, Declared, Elsewhere, ElsewhereEvent as E, ElsewhereProgress, Event, RelationEffect,
};
use quorate_partnership::decisions::{Command as Decisions, Effect, Table};
use quorate_partnership::{CaseNo, DecisionNo};

use crate::commands::{phrase, usd};
use crate::events::{Sample, member};

const CASE: CaseNo = CaseNo(1);

fn declared(progress: ElsewhereProgress) -> Option<Declared> {
    Some(Declared { body: phrase("another body"), amount: usd("250.00"), progress })
}

pub(crate) fn commands() -> Vec<(&'static str, &'static str, Cases)> {
    let by = "XBB/representative";
    let say = |declared, replaces, source: Option<&str>| {
        Cases::Elsewhere(Elsewhere { case: CASE, declared, replaces, source: source.map(phrase) })
    };
    vec![
        ("case elsewhere, nothing", by, say(None, None, None)),
        ("case elsewhere, promised", by, say(declared(ElsewhereProgress::Promised), None, None)),
        ("case elsewhere, replaced", by, say(declared(ElsewhereProgress::Paid), Some(1), Some("a letter"))),
        ("case elsewhere, reported", by, say(declared(ElsewhereProgress::Requested), None, Some("a page"))),
    ]
}

pub(crate) fn drafts() -> Vec<(&'static str, &'static str, Decisions)> {
    let by = "XAA/representative";
    let table =
        |effect| Decisions::Table(Table { title: phrase("Elsewhere"), effect: Effect::Relation(effect) });
    vec![
        ("decision table, standing down", by, table(RelationEffect::StandDown { case: CASE })),
        ("decision table, going on", by, table(RelationEffect::Resume { case: CASE })),
        (
            "decision table, counting what is given elsewhere",
            by,
            table(RelationEffect::Count {
                case: CASE,
                body: phrase("another body"),
                amount: usd("250.00"),
                source: phrase("a letter"),
            }),
        ),
    ]
}

pub(crate) fn events() -> Vec<Sample> {
    let (case, by, decision) = (CASE, member("XBB"), DecisionNo(2));
    let said = |of_beneficiary, declared, replaces, source: Option<&str>| {
        let (number, source) = (2, source.map(phrase));
        Event::Elsewhere(E::Declared { case, number, by, of_beneficiary, declared, replaces, source }).into()
    };
    let told = |event: E| Event::Elsewhere(event).into();
    vec![
        ("nothing elsewhere", said(true, None, None, None)),
        (
            "help elsewhere declared",
            said(true, declared(ElsewhereProgress::Promised), Some(1), Some("a letter")),
        ),
        ("help elsewhere reported", said(false, declared(ElsewhereProgress::Paid), None, Some("a page"))),
        (
            "help elsewhere counted",
            told(E::Counted {
                case,
                body: phrase("another body"),
                amount: usd("250.00"),
                source: phrase("a letter"),
                decision,
            }),
        ),
        ("help stood down", told(E::StoodDown { case, decision })),
        ("help goes on", told(E::Resumed { case, decision })),
    ]
}
