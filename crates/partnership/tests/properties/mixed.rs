//! Steps with every other way in which money comes, is promised or comes back, under a charter that provides for all of
//! them; and stories of them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::lines::{corrected, settled};
use crate::mixed_treasury::{self, Treasury, emergency};
use crate::others::{self, Other, audited, in_kind, of_others};
use crate::periods::sealed;
use crate::story::{HOUR, Step, What, back, called, help, made_up, pays_in, step};

/// A step of one of these stories. Numbers count back from the last that was given.
#[derive(Clone, Debug)]
pub(crate) enum Mixed {
    Pledge {
        amount: Option<u32>,
        lapses: Option<u32>,
    },
    WithdrawPledge,
    /// Some of what is paid in falls due after so many days.
    Sign {
        at_once: u32,
        callable: u32,
        later: Vec<(u32, u32)>,
    },
    Note {
        days: Vec<(u32, u32)>,
    },
    Emergency {
        total: u32,
    },
    CountersignCall {
        back: u32,
    },
    Rate {
        hundredths: u32,
        closing: bool,
        ago: u32,
    },
    CountersignRate {
        back: u32,
    },
    Euros {
        from: usize,
        amount: u32,
    },
    Exchange {
        sold: u32,
        bought: u32,
    },
    Revalue {
        ago: u32,
    },
    Lend {
        amount: u32,
        interest: Option<u32>,
    },
    Guarantee {
        amount: u32,
        term: u32,
    },
    Claim {
        back: u32,
        amount: u32,
    },
    ComesBack {
        back: u32,
        amount: u32,
        lent: bool,
    },
    /// What is owed to a State that left is paid out.
    PayOut {
        to: usize,
        amount: u32,
    },
    WriteOff {
        back: u32,
    },
    Release {
        back: u32,
    },
    Treasury(Treasury),
    /// Money of which a bank kept a fee on the way: from whom, how much, and the fee.
    Fee(usize, u32, u32),
    Other(Other),
}

pub(crate) fn mixed(after: u64, member: usize, what: Mixed) -> Step {
    step(after, member, What::Mixed(what))
}

/// Another treasurer countersigns the last line.
pub(crate) fn booked(member: usize) -> Step {
    step(1, member, What::CountersignLine { line: 0 })
}

/// The last draft is opened, all are in favour, and it is executed.
fn adopted(mover: usize) -> Vec<Step> {
    let mut steps = vec![step(1, mover, What::Open { decision: 0 })];
    let vote = |member| step(1, member, What::Vote { decision: 0, choice: 0, replaces: false });
    steps.extend((0..4).map(vote));
    steps.push(step(73 * HOUR, mover, What::Execute { decision: 0 }));
    steps
}

/// What is called is asked, and some pay in time, late, or not at all until the others were asked.
pub(crate) fn called_and_paid(mover: usize, total: u32, pay: &[(usize, u32, u64)]) -> Vec<Step> {
    let mut steps = called(mover, total);
    steps.push(step(31 * 24 * HOUR, mover, What::SealPeriod { days: 1 }));
    for (from, amount, days) in pay {
        let reference = 101;
        steps.push(step(days * 24 * HOUR, mover, What::Receipt { from: *from, amount: *amount, reference }));
        steps.push(booked(mover + 1));
    }
    steps
}

/// Money in euros comes at a rate, and is exchanged.
pub(crate) fn euros(member: usize, rate: u32, amount: u32, bought: u32) -> Vec<Step> {
    vec![
        mixed(1, member, Mixed::Rate { hundredths: rate, closing: true, ago: 0 }),
        mixed(1, member + 1, Mixed::CountersignRate { back: 0 }),
        mixed(1, member + 1, Mixed::Euros { from: (member + 2) % 4, amount }),
        booked(member + 2),
        mixed(24 * HOUR, member, Mixed::Revalue { ago: 1 }),
        mixed(1, member, Mixed::Exchange { sold: amount / 2 + 1, bought }),
        booked(member + 3),
    ]
}

/// Help of another kind, paid, and money of it that comes back.
pub(crate) fn lent(beneficiary: usize, kind: Mixed, back: &[(u64, u32, bool)]) -> Vec<Step> {
    let amount = match kind {
        Mixed::Lend { amount, .. } | Mixed::Guarantee { amount, .. } => amount,
        _ => 1,
    };
    let mut steps = help(beneficiary, amount, [0, 0, 0]);
    let guarantee = matches!(kind, Mixed::Guarantee { .. });
    steps[0] = mixed(1, beneficiary, kind);
    if guarantee {
        let execute = steps.iter().position(|step| matches!(step.what, What::Execute { .. })).unwrap();
        steps.insert(execute + 1, mixed(1, beneficiary, Mixed::Claim { back: 0, amount: amount / 2 + 1 }));
        steps.insert(execute + 2, mixed(1, beneficiary, Mixed::Claim { back: 0, amount: 1 }));
    }
    for (days, back, lent) in back {
        // What the bank says came back whole, was a payment's.
        if [amount, 1].contains(back) && days % 40 == 0 {
            let (kind, of, reference) = (4, u32::from(*back == amount), 102);
            let returned = What::OtherLine { kind, amount: *back, back: of, reference };
            steps.push(step(1, beneficiary + 1, returned));
            steps.push(booked(beneficiary + 3));
        }
        let (days, amount) = (days, back);
        let comes = Mixed::ComesBack { back: 0, amount: *amount, lent: *lent };
        steps.push(mixed(days * 24 * HOUR, beneficiary + 1, comes));
        steps.push(booked(beneficiary + 2));
    }
    steps
}

pub(crate) fn ends(mover: usize, what: Mixed) -> Vec<Step> {
    let mut steps = vec![mixed(1, mover, what)];
    steps.extend(adopted(mover));
    steps
}

pub(crate) fn small() -> impl Strategy<Value = u32> + Clone {
    prop_oneof![6 => 1..120_u32, 1 => Just(0), 1 => 1..9_999_u32]
}

fn days() -> impl Strategy<Value = Vec<(u32, u32)>> + Clone {
    vec((1..40_u32, small()), 0..4).prop_map(|list| {
        let mut day = 0;
        let mut later = |more| {
            day += more;
            day
        };
        list.into_iter().map(|(more, amount)| (later(more), amount)).collect()
    })
}

fn anything_mixed() -> impl Strategy<Value = Mixed> + Clone {
    let option = |amount| proptest::option::of(amount);
    prop_oneof![
        (option(1..300_u32), option(0..60_u32)).prop_map(|(amount, lapses)| Mixed::Pledge { amount, lapses }),
        Just(Mixed::WithdrawPledge),
        (small(), small(), days()).prop_map(|(at_once, callable, later)| Mixed::Sign {
            at_once,
            callable,
            later
        }),
        days().prop_map(|days| Mixed::Note { days }),
        small().prop_map(|total| Mixed::Emergency { total }),
        back().prop_map(|back| Mixed::CountersignCall { back }),
        (1..400_u32, any::<bool>(), 0..3_u32).prop_map(|(hundredths, closing, ago)| Mixed::Rate {
            hundredths,
            closing,
            ago
        }),
        back().prop_map(|back| Mixed::CountersignRate { back }),
        (0..4_usize, small()).prop_map(|(from, amount)| Mixed::Euros { from, amount }),
        (small(), small()).prop_map(|(sold, bought)| Mixed::Exchange { sold, bought }),
        (0..4_u32).prop_map(|ago| Mixed::Revalue { ago }),
        (back(), small()).prop_map(|(back, amount)| Mixed::Claim { back, amount }),
        (back(), small(), any::<bool>()).prop_map(|(back, amount, lent)| Mixed::ComesBack {
            back,
            amount,
            lent
        }),
        (0..4_usize, small()).prop_map(|(to, amount)| Mixed::PayOut { to, amount }),
        back().prop_map(|back| Mixed::WriteOff { back }),
        back().prop_map(|back| Mixed::Release { back }),
        (0..4_usize, small(), 1..40_u32).prop_map(|(from, amount, fee)| Mixed::Fee(from, amount, fee)),
        others::anything().prop_map(Mixed::Other),
    ]
}

fn made_up_mixed() -> impl Strategy<Value = Step> + Clone {
    let after = select(vec![0, 1, HOUR, 24 * HOUR, 130 * HOUR, 31 * 24 * HOUR]);
    let own =
        (after, 0..4_usize, anything_mixed()).prop_map(|(after, member, what)| mixed(after, member, what));
    prop_oneof![3 => own, 1 => made_up()]
}

fn chapter() -> impl Strategy<Value = Vec<Step>> {
    let member = 0..4_usize;
    let pay = vec((0..4_usize, small(), select(vec![0, 1, 6, 20, 35, 70])), 0..5);
    let sums = prop_oneof![small(), Just(1), Just(30)];
    let back = vec((select(vec![0, 20, 40, 90]), sums, prop::bool::weighted(0.7)), 0..4);
    let interest = proptest::option::of(1..200_000_u32);
    let kind = prop_oneof![
        (select(vec![1, 7, 30, 59]), interest)
            .prop_map(|(amount, interest)| Mixed::Lend { amount, interest }),
        (1..60_u32, 1..90_u32).prop_map(|(amount, term)| Mixed::Guarantee { amount, term }),
    ];
    prop_oneof![
        2 => vec(made_up_mixed(), 1..8),
        3 => (member.clone(), small(), small(), days())
            .prop_map(|(member, at_once, callable, later)| {
                vec![mixed(1, member, Mixed::Sign { at_once, callable: callable + 50, later })]
            }),
        1 => (member.clone(), small(), small()).prop_map(|(member, paid, more)| pays_in(member, paid, more)),
        2 => (member.clone(), days()).prop_map(|(member, days)| vec![mixed(1, member, Mixed::Note { days })]),
        4 => (member.clone(), 1..200_u32, pay)
            .prop_map(|(mover, total, pay)| called_and_paid(mover, total, &pay)),
        3 => (member.clone(), 20..400_u32, 1..120_u32, 1..240_u32)
            .prop_map(|(member, rate, amount, bought)| euros(member, rate, amount, bought)),
        3 => (member.clone(), kind, back).prop_map(|(member, kind, back)| lent(member, kind, &back)),
        2 => (member.clone(), 1..90_u32).prop_map(|(member, total)| emergency(member, total)),
        3 => (member.clone(), mixed_treasury::anything())
            .prop_map(|(member, what)| mixed_treasury::done(member, what)),
        1 => (member.clone(), prop_oneof![Just(Mixed::WriteOff { back: 0 }), Just(Mixed::Release { back: 0 })])
            .prop_map(|(mover, what)| ends(mover, what)),
        2 => (member.clone(), 0..7_u8, small(), proptest::option::of(0..4_usize))
            .prop_map(|(member, kind, amount, from)| corrected(member, kind, amount, from)),
        2 => (member.clone(), 0..3_u32, proptest::option::of(0..4_usize), 0..9_u32).prop_map(
            |(member, line, from, _)| {
                let correct = |by| step(1, by, What::Correct { line, from });
                vec![correct(member), correct(member + 1)]
            }
        ),
        1 => (member.clone(), 1..4_u32).prop_map(|(member, days)| sealed(member, days)),
        1 => (member.clone(), 1..9_u64, any::<bool>(), proptest::option::of(1..900_u32))
            .prop_map(|(member, quantity, lent, value)| of_others(in_kind(member, quantity, lent, value))),
        1 => (member.clone(), any::<bool>())
            .prop_map(|(member, corrected)| of_others(audited(member, corrected))),
        2 => (member, 364..366_u64, vec((select(vec![1, 20, 21, 45]), small()), 0..4))
            .prop_map(|(member, days, pay)| settled(member, days, &pay)),
    ]
}

/// Money, callable and three who signed; then chapters, of which a few steps are lost.
pub(crate) fn story() -> impl Strategy<Value = Vec<Step>> {
    let steps = vec(chapter(), 1..7).prop_map(|chapters| chapters.concat());
    let changed = steps.prop_flat_map(|steps| {
        let lost = vec(prop::bool::weighted(0.03), steps.len());
        (Just(steps), lost, proptest::option::of((0..90_u32, days())))
    });
    changed.prop_map(|(steps, lost, first)| {
        let mut story = pays_in(3, 90, 400);
        if let Some((at_once, later)) = first {
            story.push(mixed(1, 1, Mixed::Sign { at_once, callable: 150, later }));
        }
        story.extend(steps.into_iter().zip(lost).filter(|(_, lost)| !lost).map(|(step, _)| step));
        story
    })
}
