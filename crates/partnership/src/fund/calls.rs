//! Calls on what members signed as callable: in proportion, to the unit, and never beyond. Article: calls.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{Account, Money, ProRata};

use super::bookings::{Bookings, moved};
use super::chart::{account, book};
use super::dues::Dues;
use super::event::{About, Event, Part};
use super::{Fund, Refusal};
use crate::event::Event as AnyEvent;
use crate::ids::{CallNo, DecisionNo};
use crate::moment::Moment;
use crate::partnership::Partnership;

/// F1: amounts are in the fund's currency.
pub(super) fn in_fund_currency(charter: &Charter, amount: Money) -> Result<(), Refusal> {
    let fund = charter.fund().currency();
    if amount.currency() == fund {
        Ok(())
    } else {
        Err(Refusal::OtherCurrency { fund, given: amount.currency() })
    }
}

/// F1, and F2: the amount is more than nothing.
pub(crate) fn positive_in_fund_currency(charter: &Charter, amount: Money) -> Result<(), Refusal> {
    in_fund_currency(charter, amount)?;
    if amount.is_positive() { Ok(()) } else { Err(Refusal::NotPositive(amount)) }
}

/// Whether a call of this sum could be tabled.
pub(crate) fn callable_sum(partnership: &Partnership, total: Money) -> Result<(), Refusal> {
    positive_in_fund_currency(partnership.charter(), total)?;
    let signed = partnership.fund().signed_callable();
    let left: Vec<i128> = left(partnership, &signed)?.into_iter().map(|left| left.minor()).collect();
    let left = Money::new(left.iter().fold(0_i128, |sum, part| sum.saturating_add(*part)), total.currency())?;
    // F13: members are called for what they signed, and for no more.
    if total.minor() > left.minor() { Err(Refusal::BeyondSigned { total, left }) } else { Ok(()) }
}

/// What an adopted call does: each member's part becomes due.
pub(crate) fn call(
    partnership: &Partnership,
    total: Money,
    decision: DecisionNo,
    now: Moment,
) -> Result<Vec<AnyEvent>, crate::refusal::Refusal> {
    callable_sum(partnership, total)?;
    let call = CallNo::after(partnership.fund().calls);
    let parts = parts(partnership, total)?;
    let mut events = vec![Event::Called { call, decision, total, parts: parts.clone() }.into()];
    events.extend(entries(partnership, &parts, About::Call { call, decision }, now)?);
    Ok(events)
}

/// Each member's part: in proportion to what each signed; or, if that would ask someone for more than it has
/// left, in proportion to what each has left. So a member that was called for all it signed stops nobody's call.
fn parts(partnership: &Partnership, total: Money) -> Result<Vec<Part>, Refusal> {
    let fund = partnership.fund();
    let signed = fund.signed_callable();
    let left = left(partnership, &signed)?;
    let residuals: Vec<i64> =
        signed.iter().map(|(member, _)| fund.residuals.get(member).copied().unwrap_or_default()).collect();
    let key =
        ProRata::with_residuals(weights(signed.iter().map(|(_, callable)| *callable)), residuals.clone())?;
    let by_signed = key.share(units(total))?;
    let fits = by_signed.parts.iter().zip(&left).all(|(part, left)| *part <= units(*left));
    let (shares, residuals) = if fits {
        (by_signed.parts, by_signed.next.residuals().to_vec())
    } else {
        // A part is at most its weight, since the total is at most the sum of the weights: nobody beyond what is left.
        (ProRata::new(weights(left.iter().copied()))?.share(units(total))?.parts, residuals)
    };
    let part = |((member, _), (share, residual)): (&(MemberCode, Money), (u64, i64))| {
        let amount = Money::new(i128::from(share), total.currency())?;
        Ok(Part { member: *member, amount, residual })
    };
    signed.iter().zip(shares.into_iter().zip(residuals)).map(part).collect()
}

fn weights(amounts: impl Iterator<Item = Money>) -> Vec<u64> {
    amounts.map(units).collect()
}

/// The smallest units of an amount that is not negative.
fn units(amount: Money) -> u64 {
    u64::try_from(amount.minor()).unwrap_or_default()
}

/// What each member can still be called for.
fn left(partnership: &Partnership, signed: &[(MemberCode, Money)]) -> Result<Vec<Money>, Refusal> {
    let (books, memoranda) = (partnership.fund().books(), book::memoranda(partnership.charter()));
    let left = |(member, callable): &(MemberCode, Money)| {
        let account = Account::new(account::CALLABLE, member.as_str())?;
        Ok(Money::new(books.available(&memoranda, &account).unwrap_or_default(), callable.currency())?)
    };
    signed.iter().map(left).collect()
}

fn entries(
    partnership: &Partnership,
    parts: &[Part],
    about: About,
    now: Moment,
) -> Result<Vec<AnyEvent>, Refusal> {
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let mut bookings = Bookings::new(fund, now.day());
    for part in parts.iter().filter(|part| part.amount.is_positive()) {
        let of = part.member.as_str();
        Dues::of(part.member, charter, fund, about).fall_due(part.amount, &mut bookings)?;
        let called =
            moved(book::memoranda(charter), (account::CONTRA, ""), (account::CALLABLE, of), part.amount)?;
        bookings.post(called, about);
    }
    bookings.admitted()
}

impl Fund {
    /// What each member signed as callable, in the order of the codes; members without any are left out.
    fn signed_callable(&self) -> Vec<(MemberCode, Money)> {
        let callable = self.agreements.iter().map(|(member, agreement)| (*member, agreement.callable));
        callable.filter(|(_, callable)| callable.is_positive()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decisions;
    use crate::decisions::Choice::InFavour;
    use crate::exercise::Exercise;
    use crate::exercise::commands::{call as calls, eur, execute, sign, table, usd};

    /// Members sign as callable; nothing is paid in.
    fn signed(callable: &[(&str, &str)]) -> Exercise {
        let mut x = Exercise::begin();
        for (member, amount) in callable {
            x.accept(&[*member, "/root"].concat(), sign(usd("0"), usd(amount)));
        }
        x
    }

    /// What each member is called for.
    fn called(x: &mut Exercise, total: &str) -> Vec<(&'static str, i128)> {
        let decision = x.decided(calls(total), [Some(InFavour); 3]);
        let events = x.accept("CAN/treasurer", execute(decision));
        let AnyEvent::Fund(Event::Called { parts, .. }) = &events[1] else { panic!("called") };
        let name =
            |part: &Part| crate::exercise::MEMBERS.into_iter().find(|code| *code == part.member.as_str());
        parts.iter().map(|part| (name(part).unwrap(), part.amount.minor())).collect()
    }

    #[test]
    fn a_call_is_shared_in_proportion_to_the_unit() {
        let mut x = signed(&[("DEU", "100.00"), ("FRA", "100.00"), ("GBR", "100.00")]);
        assert_eq!(called(&mut x, "1.00"), [("DEU", 34), ("FRA", 33), ("GBR", 33)]);
        assert_eq!(called(&mut x, "1.00"), [("DEU", 33), ("FRA", 34), ("GBR", 33)]);
        assert_eq!(called(&mut x, "1.00"), [("DEU", 33), ("FRA", 33), ("GBR", 34)]);
        let charter = x.partnership.charter();
        assert_eq!(x.available(book::cash(charter), account::DUE, "GBR"), 1_00);
        assert_eq!(x.available(book::memoranda(charter), account::CALLABLE, "GBR"), 99_00);
    }

    #[test]
    fn whoever_signed_nothing_callable_is_not_called() {
        let mut x = signed(&[("DEU", "3.00"), ("FRA", "1.00")]);
        x.accept("GBR/root", sign(usd("5.00"), usd("0")));
        assert_eq!(called(&mut x, "4.00"), [("DEU", 3_00), ("FRA", 1_00)]);
    }

    #[test]
    fn f1_and_f2_a_call_is_for_something_in_the_funds_currency() {
        let mut x = signed(&[("DEU", "3.00")]);
        let effect = decisions::Effect::Call { total: eur("1.00") };
        x.refuse("DEU/representative", table(effect), "F1");
        for nothing in ["-0.01", "0"] {
            x.refuse("DEU/representative", table(calls(nothing)), "F2");
        }
    }

    #[test]
    fn f13_members_are_called_for_what_they_signed_and_for_no_more() {
        let mut x = signed(&[("DEU", "60.00"), ("FRA", "40.00")]);
        x.refuse("DEU/representative", table(calls("100.01")), "F13");
        assert_eq!(called(&mut x, "99.99"), [("DEU", 60_00), ("FRA", 39_99)]);
        x.refuse("DEU/representative", table(calls("0.02")), "F13");
        assert_eq!(called(&mut x, "0.01"), [("DEU", 0), ("FRA", 1)]);
        x.refuse("DEU/representative", table(calls("0.01")), "F13");
    }

    #[test]
    fn f13_is_judged_again_when_the_call_is_executed() {
        let mut x = signed(&[("DEU", "60.00"), ("FRA", "40.00")]);
        let first = x.decided(calls("100.00"), [Some(InFavour); 3]);
        let second = x.decided(calls("0.01"), [Some(InFavour); 3]);
        x.accept("CAN/treasurer", execute(first));
        x.refuse("CAN/treasurer", execute(second), "F13");
    }

    #[test]
    fn f13_no_member_beyond_what_it_signed_and_nobody_stops_a_call_by_having_paid() {
        let mut x = signed(&[("DEU", "1.00")]);
        assert_eq!(called(&mut x, "1.00"), [("DEU", 1_00)]);
        // FRA signs later. By proportion DEU would pay a part of the next call, and it was called for all it signed.
        x.accept("FRA/root", sign(usd("0"), usd("9.00")));
        assert_eq!(called(&mut x, "8.99"), [("DEU", 0), ("FRA", 8_99)]);
        x.accept("GBR/root", sign(usd("0"), usd("0.03")));
        assert_eq!(called(&mut x, "0.03"), [("DEU", 0), ("FRA", 1), ("GBR", 2)]);
        assert_eq!(called(&mut x, "0.01"), [("DEU", 0), ("FRA", 0), ("GBR", 1)]);
        x.refuse("FRA/representative", table(calls("0.01")), "F13");
    }

    #[test]
    fn f14_amounts_are_such_as_the_books_can_count_exactly() {
        let beyond = Money::new(quorate_ledger::MAX_MINOR + 1, usd("0").currency()).unwrap_err();
        assert_eq!(Refusal::from(beyond).rule(), "F14".parse().unwrap());
        // The limits of the charter and of F15 keep every sum of what members signed below that.
        let most = "95000000000.00";
        let mut x = signed(&[("CAN", most), ("DEU", most), ("FRA", most), ("GBR", most)]);
        x.accept("DEU/representative", table(calls("380000000000.00")));
        x.refuse("DEU/representative", table(calls("380000000000.01")), "F13");
    }

    #[test]
    fn a_receipt_pays_what_was_called() {
        let mut x = signed(&[("DEU", "3.00")]);
        called(&mut x, "2.00");
        x.received("DEU", usd("2.00"));
        let charter = x.partnership.charter();
        assert_eq!(x.available(book::cash(charter), account::DUE, "DEU"), 0);
        assert_eq!(x.available(book::authority(charter), account::AVAILABLE, ""), 2_00);
    }
}
