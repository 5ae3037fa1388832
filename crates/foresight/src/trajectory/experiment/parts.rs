//! The numbers of a scenario that can be varied, each with what it may be: the same bounds as in a scenario.

use quorate_ledger::Money;

use super::parameter::Takes;
use crate::trajectory::scenario::{Member, Model, Outside};
use crate::trajectory::text::{BELOW, CAPABILITY, DAYS, EITHER, IN_A_ROW, SHARE};

/// A number of some part of a scenario.
#[derive(Debug)]
pub(super) struct Of<T> {
    /// As the scenario writes it.
    pub(super) name: &'static str,
    pub(super) takes: Takes,
    pub(super) set: fn(&mut T, i64),
}

const fn of<T>(name: &'static str, takes: Takes, set: fn(&mut T, i64)) -> Of<T> {
    Of { name, takes, set }
}

fn small(value: i64) -> u64 {
    u64::try_from(value).unwrap_or_default()
}

/// So many of the smallest units, in the same currency.
fn amount(place: &mut Money, value: i64) {
    if let Ok(money) = Money::new(i128::from(value), place.currency()) {
        *place = money;
    }
}

/// Of a member.
pub(super) static TRAITS: [Of<Member>; 11] = [
    of("affinity", Takes::Whole(EITHER), |member, value| member.affinity = value),
    of("cost", Takes::Whole(SHARE), |member, value| member.cost = value),
    of("threat", Takes::Whole(SHARE), |member, value| member.threat = value),
    of("need", Takes::Whole(SHARE), |member, value| member.need = value),
    of("reliance", Takes::Whole(SHARE), |member, value| member.reliance = value),
    of("delay", Takes::Whole(DAYS), |member, value| member.delay = small(value)),
    of("hazard", Takes::Whole(SHARE), |member, value| member.hazard = value),
    of("leaves-below", Takes::Whole(BELOW), |member, value| member.leaves_below = value),
    of("paid-in", Takes::Money(0), |member, value| amount(&mut member.paid_in, value)),
    of("callable", Takes::Money(0), |member, value| amount(&mut member.callable, value)),
    of("capability", Takes::Whole(CAPABILITY), |member, value| member.capability = value),
];

/// Of the outside power.
pub(super) static OUTSIDE: [Of<Outside>; 3] = [
    of("pressure", Takes::Whole(SHARE), |outside, value| outside.pressure = value),
    of("withholding", Takes::Whole(SHARE), |outside, value| outside.withholding = value),
    of("moderation", Takes::Whole(SHARE), |outside, value| outside.moderation = value),
];

/// Of what is the same for all.
pub(super) static MODEL: [Of<Model>; 11] = [
    of("noise", Takes::Whole(SHARE), |model, value| model.noise = value),
    of("margin", Takes::Whole(SHARE), |model, value| model.margin = value),
    of("learns", Takes::Whole(SHARE), |model, value| model.learns = value),
    of("need-by-threat", Takes::Whole(SHARE), |model, value| model.need_by_threat = value),
    of("hazard-by-strain", Takes::Whole(SHARE), |model, value| model.hazard_by_strain = value),
    of("leaves-after", Takes::Whole(IN_A_ROW), |model, value| {
        model.leaves_after = u32::try_from(value).unwrap_or(1);
    }),
    of("answer-days", Takes::Whole(DAYS), |model, value| model.answer_days = small(value)),
    of("bank-days", Takes::Whole(DAYS), |model, value| model.bank_days = small(value)),
    of("request", Takes::Money(1), |model, value| amount(&mut model.request, value)),
    of("keep", Takes::Money(0), |model, value| amount(&mut model.keep, value)),
    of("call", Takes::Money(1), |model, value| amount(&mut model.call, value)),
];
