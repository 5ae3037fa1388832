//! Random stories: chapters that would go well, with steps left out, given by the wrong office, or made up.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::lines::corrected;
use crate::mixed::Mixed;
use crate::periods::{control, sealed};
use crate::standing::standing;

/// What a step asks for. Numbers count back from the last that was given: 0 is the latest case.
#[derive(Clone, Debug)]
pub(crate) enum What {
    Accredit { key: u8, hours: u64 },
    Revoke { key: u8 },
    ReplaceRoot { key: u8, end_credentials: bool },
    Indicate { of: usize, amount: Option<u32> },
    Sign { paid_in: u32, callable: u32 },
    Receipt { from: usize, amount: u32, reference: u8 },
    Left { payment: u32, amount: u32, reference: u8 },
    CountersignLine { line: u32 },
    OtherLine { kind: u8, amount: u32, back: u32, reference: u8 },
    Correct { line: u32, from: Option<usize> },
    Request { amounts: Vec<u32> },
    TableHelp { case: u32 },
    TableCall { total: u32 },
    Open { decision: u32 },
    Vote { decision: u32, choice: usize, replaces: bool },
    Execute { decision: u32 },
    TableParty { case: u32, of: usize },
    Amend { decision: u32, version: u32, total: Option<u32> },
    WithdrawDraft { decision: u32 },
    VoteReserving { decision: u32, choice: usize, replaces: bool },
    Object { decision: u32, replaces: bool },
    Proxy { decision: u32, to: Option<usize> },
    CloseVote { decision: u32 },
    Attest { case: u32, tranche: u32 },
    Instruct { case: u32, tranche: u32 },
    Countersign { payment: u32 },
    Close { case: u32 },
    TableStanding { which: u8, of: usize },
    Withdraw,
    Stay,
    Accede,
    Accept { back: u32 },
    ObjectKeys,
    State { decision: u32 },
    SealPeriod { days: u32 },
    CountersignSeal { seal: u32 },
    LateReceipt { from: usize, amount: u32, days: u32 },
    Mixed(Mixed),
}

/// One command: after how long, by which member, and whether by the office whose command it is.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    /// Milliseconds after the step before; 0 puts it into the same block.
    pub(crate) after: u64,
    pub(crate) member: usize,
    pub(crate) right_office: bool,
    pub(crate) what: What,
}

pub(crate) const HOUR: u64 = 3_600_000;

pub(crate) fn step(after: u64, member: usize, what: What) -> Step {
    Step { after, member: member % 4, right_office: true, what }
}

/// Help for a member, from request to the end, as the others would do it.
pub(crate) fn help(beneficiary: usize, amount: u32, choices: [usize; 3]) -> Vec<Step> {
    let [first, second, third] = [1, 2, 3].map(|other| beneficiary + other);
    let mut steps = vec![
        step(1, beneficiary, What::Request { amounts: vec![amount, 1] }),
        step(1, first, What::TableHelp { case: 0 }),
        step(1, first, What::Open { decision: 0 }),
    ];
    for (member, choice) in [first, second, third].into_iter().zip(choices) {
        steps.push(step(HOUR, member, What::Vote { decision: 0, choice, replaces: false }));
    }
    steps.push(step(72 * HOUR, beneficiary, What::Execute { decision: 0 }));
    for (tranche, amount) in [(1, amount), (2, 1)] {
        let reference = u8::try_from(tranche).unwrap();
        steps.extend([
            step(1, first, What::Attest { case: 0, tranche }),
            step(1, second, What::Instruct { case: 0, tranche }),
            step(HOUR, third, What::Countersign { payment: 0 }),
            step(24 * HOUR, second, What::Left { payment: 0, amount, reference }),
            step(1, first, What::CountersignLine { line: 0 }),
        ]);
    }
    steps.push(step(1, third, What::Close { case: 0 }));
    steps
}

/// A member signs and pays in.
pub(crate) fn pays_in(member: usize, paid_in: u32, callable: u32) -> Vec<Step> {
    vec![
        step(1, member, What::Sign { paid_in, callable }),
        step(1, member + 1, What::Receipt { from: member % 4, amount: paid_in, reference: 100 }),
        step(1, member + 2, What::CountersignLine { line: 0 }),
    ]
}

/// A call that all are in favour of, and a member that signs while they vote.
pub(crate) fn called(mover: usize, total: u32) -> Vec<Step> {
    let mut steps =
        vec![step(1, mover, What::TableCall { total }), step(1, mover, What::Open { decision: 0 })];
    steps.extend((0..4).map(|member| {
        step(u64::from(member == 0), member, What::Vote { decision: 0, choice: 0, replaces: false })
    }));
    steps.push(step(1, mover + 1, What::Sign { paid_in: 0, callable: total }));
    steps.push(step(72 * HOUR, mover, What::Execute { decision: 0 }));
    steps
}

/// A call that is amended before its opening; votes to be confirmed, given away, and changed in the last hours.
pub(crate) fn contested(mover: usize, total: u32, late: usize) -> Vec<Step> {
    let vote = |choice, replaces| What::Vote { decision: 0, choice, replaces };
    vec![
        step(1, mover, What::Sign { paid_in: 0, callable: total + 1 }),
        step(1, mover, What::TableCall { total: total + 1 }),
        step(1, mover, What::Amend { decision: 0, version: 1, total: Some(total) }),
        step(1, mover, What::Open { decision: 0 }),
        step(1, mover, vote(0, false)),
        step(1, mover + 1, What::Proxy { decision: 0, to: Some((mover + 2) % 4) }),
        step(1, mover + 2, What::VoteReserving { decision: 0, choice: 0, replaces: false }),
        step(1, mover + 3, What::Object { decision: 0, replaces: false }),
        step(69 * HOUR, mover + 1, vote(0, false)),
        step(HOUR, mover + 3, vote(late, false)),
        step(HOUR, mover + 3, vote(0, true)),
        step(23 * HOUR, mover + 3, vote(late, true)),
        step(72 * HOUR, mover, What::CloseVote { decision: 0 }),
        step(72 * HOUR, mover, What::Execute { decision: 0 }),
        step(0, mover + 1, What::Execute { decision: 0 }),
    ]
}

/// A decision on the standing of a member, or on the text, that all who can are in favour of, and what follows it.
pub(crate) fn resolved(mover: usize, which: u8, of: usize) -> Vec<Step> {
    let mut steps = vec![
        step(1, mover, What::TableStanding { which, of }),
        step(1, of, What::State { decision: 0 }),
        step(14 * 24 * HOUR, mover, What::Open { decision: 0 }),
    ];
    steps.extend(
        (0..5).map(|member| Step {
            member,
            ..step(1, 0, What::Vote { decision: 0, choice: 0, replaces: false })
        }),
    );
    steps.push(step(240 * HOUR, mover, What::Execute { decision: 0 }));
    match which {
        2 => steps.extend([
            Step { member: 4, ..step(1, 0, What::Accede) },
            Step { member: 4, ..step(1, 0, What::Accredit { key: 0, hours: 9000 }) },
            Step { member: 4, ..step(1, 0, What::Accredit { key: 4, hours: 9000 }) },
            Step { member: 4, ..step(1, 0, What::Sign { paid_in: 1, callable: 60 }) },
        ]),
        3 => steps.extend((0..5).map(|member| Step { member, ..step(1, 0, What::Accept { back: 0 }) })),
        4 => steps.push(step(31 * 24 * HOUR, mover, What::Stay)),
        _ => {}
    }
    steps
}

/// A member gives notice, and time passes until it has left, or nearly.
pub(crate) fn leaves(member: usize, days: u64) -> Vec<Step> {
    vec![
        step(1, member, What::Withdraw),
        step(days * 24 * HOUR, member + 1, What::Withdraw),
        step(1, member + 1, What::Stay),
    ]
}

pub(crate) fn back() -> impl Strategy<Value = u32> + Clone {
    prop_oneof![6 => Just(0_u32), 2 => Just(1), 1 => 2..4_u32, 1 => Just(u32::MAX)]
}

pub(crate) fn amount() -> impl Strategy<Value = u32> + Clone {
    prop_oneof![8 => 1..200_u32, 1 => Just(0), 1 => any::<u32>()]
}

/// Mostly in favour, so that most stories go on.
fn choice() -> impl Strategy<Value = usize> {
    prop_oneof![3 => Just(0_usize), 1 => 1..3_usize]
}

pub(crate) fn anything() -> impl Strategy<Value = What> + Clone {
    let tranche = 0..3_u32;
    prop_oneof![
        (0..4_u8, 0..200_u64).prop_map(|(key, hours)| What::Accredit { key, hours }),
        (0..4_u8).prop_map(|key| What::Revoke { key }),
        (0..4_u8, any::<bool>())
            .prop_map(|(key, end_credentials)| What::ReplaceRoot { key, end_credentials }),
        (0..4_usize, proptest::option::of(amount())).prop_map(|(of, amount)| What::Indicate { of, amount }),
        (amount(), amount()).prop_map(|(paid_in, callable)| What::Sign { paid_in, callable }),
        (0..4_usize, amount(), 0..3_u8).prop_map(|(from, amount, reference)| What::Receipt {
            from,
            amount,
            reference
        }),
        (back(), amount(), 0..3_u8).prop_map(|(payment, amount, reference)| What::Left {
            payment,
            amount,
            reference
        }),
        back().prop_map(|line| What::CountersignLine { line }),
        (0..7_u8, amount(), back(), 0..3_u8).prop_map(|(kind, amount, back, reference)| What::OtherLine {
            kind,
            amount,
            back,
            reference
        }),
        (back(), proptest::option::of(0..4_usize)).prop_map(|(line, from)| What::Correct { line, from }),
        vec(amount(), 0..3).prop_map(|amounts| What::Request { amounts }),
        back().prop_map(|case| What::TableHelp { case }),
        amount().prop_map(|total| What::TableCall { total }),
        back().prop_map(|decision| What::Open { decision }),
        (back(), 0..3_usize, any::<bool>()).prop_map(|(decision, choice, replaces)| What::Vote {
            decision,
            choice,
            replaces
        }),
        back().prop_map(|decision| What::Execute { decision }),
        (back(), tranche.clone()).prop_map(|(case, tranche)| What::Attest { case, tranche }),
        (back(), tranche).prop_map(|(case, tranche)| What::Instruct { case, tranche }),
        back().prop_map(|payment| What::Countersign { payment }),
        back().prop_map(|case| What::Close { case }),
        standing(),
        deciding(),
        control(),
    ]
}

fn deciding() -> impl Strategy<Value = What> + Clone {
    prop_oneof![
        (back(), 0..5_usize).prop_map(|(case, of)| What::TableParty { case, of }),
        (back(), 0..4_u32, proptest::option::of(amount()))
            .prop_map(|(decision, version, total)| What::Amend { decision, version, total }),
        back().prop_map(|decision| What::WithdrawDraft { decision }),
        (back(), 0..3_usize, any::<bool>())
            .prop_map(|(decision, choice, replaces)| { What::VoteReserving { decision, choice, replaces } }),
        (back(), any::<bool>()).prop_map(|(decision, replaces)| What::Object { decision, replaces }),
        (back(), proptest::option::of(0..5_usize)).prop_map(|(decision, to)| What::Proxy { decision, to }),
        back().prop_map(|decision| What::CloseVote { decision }),
    ]
}

pub(crate) fn made_up() -> impl Strategy<Value = Step> + Clone {
    let after = select(vec![0, 1, 1, HOUR, 24 * HOUR, 72 * HOUR, 130 * HOUR, 2200 * HOUR]);
    (after, 0..5_usize, prop::bool::weighted(0.9), anything())
        .prop_map(|(after, member, right_office, what)| Step { after, member, right_office, what })
}

fn chapter() -> impl Strategy<Value = Vec<Step>> {
    prop_oneof![
        3 => vec(made_up(), 1..8),
        2 => (0..4_usize, amount(), amount()).prop_map(|(member, paid, callable)| pays_in(member, paid, callable)),
        3 => (0..4_usize, 1..110_u32, [choice(), choice(), choice()])
            .prop_map(|(beneficiary, amount, choices)| help(beneficiary, amount, choices)),
        1 => (0..4_usize, 1..200_u32).prop_map(|(mover, total)| called(mover, total)),
        2 => (0..4_usize, 1..200_u32, 0..3_usize)
            .prop_map(|(mover, total, late)| contested(mover, total, late)),
        2 => (0..4_usize, 0..5_u8, 0..4_usize).prop_map(|(mover, which, of)| resolved(mover, which, of)),
        2 => (0..4_usize, 0..7_u8, amount(), proptest::option::of(0..4_usize))
            .prop_map(|(member, kind, amount, from)| corrected(member, kind, amount, from)),
        1 => (0..4_usize, 364..366_u64).prop_map(|(member, days)| leaves(member, days)),
        2 => (0..4_usize, 1..4_u32).prop_map(|(member, days)| sealed(member, days)),
    ]
}

/// A story: money first, then chapters; a few of their steps are lost, or taken by another member, and made-up
/// ones come between them.
pub(crate) fn story() -> impl Strategy<Value = Vec<Step>> {
    let steps = vec(chapter(), 1..5).prop_map(|chapters| chapters.concat());
    let change = (
        prop::bool::weighted(0.02),
        proptest::option::weighted(0.05, 0..4_usize),
        proptest::option::weighted(0.05, made_up()),
    );
    let changed = steps.prop_flat_map(move |steps| {
        let count = steps.len();
        (Just(steps), vec(change.clone(), count))
    });
    changed.prop_map(|(steps, changes)| {
        let mut story = pays_in(3, 150, 50);
        for (step, (lost, other, between)) in steps.into_iter().zip(changes) {
            story.extend(between);
            let member = other.unwrap_or(step.member);
            story.extend((!lost).then_some(Step { member, ..step }));
        }
        story
    })
}
