//! Payment instructions: signed by treasurers of different members, then in flight, then settled.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::{Entry, HoldId, Money};

use super::{Cases, Event, Kind, Refusal, Stage, Tranche};
use crate::event::Event as AnyEvent;
use crate::fund::{self, About, Bookings, account, book};
use crate::ids::{CaseNo, PaymentNo, PublicKey, TrancheNo};
use crate::members::Members;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// An instruction and how far it has come.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Payment {
    #[n(0)]
    pub(super) case: CaseNo,
    #[n(1)]
    pub(super) tranche: TrancheNo,
    #[n(2)]
    signed: Vec<Signature>,
    /// The day on which it was instructed: no money left by it before.
    #[n(3)]
    instructed: Day,
    #[n(4)]
    until: Moment,
    #[n(5)]
    pub(super) progress: Progress,
}

/// A treasurer's signature on an instruction. It counts while the credential of its key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Signature {
    #[n(0)]
    pub(super) member: MemberCode,
    /// `None` if it is presumed.
    #[n(1)]
    pub(super) key: Option<PublicKey>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub(super) enum Progress {
    /// Waits for further signatures.
    #[n(0)]
    Waiting,
    /// Signed by enough: with the bank.
    #[n(1)]
    InFlight,
    /// Not signed in time.
    #[n(2)]
    Lapsed,
    /// Confirmed by the bank's statement.
    #[n(3)]
    Settled,
    /// Its money came back.
    #[n(4)]
    Returned,
}

impl Payment {
    pub(super) fn instructed(
        case: CaseNo,
        tranche: TrancheNo,
        first: Signature,
        instructed: Day,
        until: Moment,
    ) -> Payment {
        Payment { case, tranche, signed: vec![first], instructed, until, progress: Progress::Waiting }
    }

    /// The members whose signatures count at this moment, and those whose do not any more.
    pub(super) fn signatories(&self, members: &Members, now: Moment) -> (Vec<MemberCode>, Vec<MemberCode>) {
        let counts =
            |signature: &&Signature| members.vouches_treasurer(signature.member, signature.key.as_ref(), now);
        let (count, do_not): (Vec<&Signature>, Vec<&Signature>) = self.signed.iter().partition(counts);
        let codes = |signed: Vec<&Signature>| signed.into_iter().map(|signature| signature.member).collect();
        (codes(count), codes(do_not))
    }
}

/// The commitment authority that an instruction sets aside.
pub(super) fn authority_hold(payment: PaymentNo) -> HoldId {
    HoldId(u64::from(payment.0).saturating_mul(2))
}

/// The cash that a signed instruction sets aside.
pub(super) fn cash_hold(payment: PaymentNo) -> HoldId {
    HoldId(u64::from(payment.0).saturating_mul(2).saturating_add(1))
}

impl Cases {
    /// Whether a payment was instructed under this number.
    pub(crate) fn has_payment(&self, number: PaymentNo) -> bool {
        self.payment(number).is_ok()
    }

    /// The case of a payment, and its amount.
    pub(crate) fn pays(&self, number: PaymentNo) -> Option<(CaseNo, Money)> {
        let Payment { case, tranche, .. } = *self.payment(number).ok()?;
        Some((case, self.get(case).ok()?.tranche(tranche).ok()?.amount))
    }

    pub(super) fn payment(&self, number: PaymentNo) -> Result<&Payment, Refusal> {
        number.index().and_then(|at| self.payments.get(at)).ok_or(Refusal::NoWaitingPayment(number))
    }

    /// An instruction that waits for further signatures.
    pub(super) fn waiting(&self, number: PaymentNo, now: Moment) -> Result<&Payment, Refusal> {
        let payment = self.payment(number)?;
        // C12: the instruction exists, waits and is in time.
        let waits = payment.progress == Progress::Waiting && now < payment.until;
        if waits { Ok(payment) } else { Err(Refusal::NoWaitingPayment(number)) }
    }

    /// What attested tranches of approved cases need in cash: those that may be paid, are not paid and not with the bank.
    pub(crate) fn to_be_paid(&self) -> i128 {
        let numbered = (1_u32..).map(CaseNo).zip(&self.list);
        let approved = numbered.filter(|(_, case)| matches!(case.stage, Stage::Approved(_)));
        let payable = approved.filter(|(number, case)| case.may_be_paid(*number).is_ok());
        let with_the_bank = |tranche: &Tranche| {
            let payment = tranche.payment.and_then(|number| self.payment(number).ok());
            payment.is_some_and(|payment| payment.progress == Progress::InFlight)
        };
        let waits = |tranche: &&Tranche| tranche.attested && !tranche.is_over() && !with_the_bank(tranche);
        let tranches = payable.flat_map(|(_, case)| &case.tranches).filter(waits);
        tranches.fold(0, |sum, tranche| sum.saturating_add(tranche.amount.minor()))
    }

    /// The amount of an instruction that is with the bank.
    pub(crate) fn in_flight(&self, number: PaymentNo) -> Result<Money, Refusal> {
        let payment = self.payment(number).map_err(|_| Refusal::NotInFlight(number))?;
        // C14: only what was signed by enough can settle, and once.
        if payment.progress != Progress::InFlight {
            return Err(Refusal::NotInFlight(number));
        }
        Ok(self.get(payment.case)?.tranche(payment.tranche)?.amount)
    }

    /// The day on which a payment was instructed.
    pub(crate) fn instructed_on(&self, number: PaymentNo) -> Result<Day, Refusal> {
        Ok(self.payment(number)?.instructed)
    }

    pub(super) fn next_payment(&self) -> PaymentNo {
        PaymentNo::after(self.payments.len())
    }

    pub(super) fn sign(&mut self, number: PaymentNo, dropped: &[MemberCode], next: Signature) {
        if let Some(payment) = number.index().and_then(|at| self.payments.get_mut(at)) {
            payment.signed.retain(|signature| !dropped.contains(&signature.member));
            payment.signed.push(next);
        }
    }

    /// Moves an instruction on, and says until when it would have waited.
    pub(super) fn advance(&mut self, number: PaymentNo, progress: Progress) -> Option<Moment> {
        let payment = number.index().and_then(|at| self.payments.get_mut(at))?;
        payment.progress = progress;
        Some(payment.until)
    }
}

/// The bank's statement says that the money left: what was set aside is posted and the tranche is paid.
pub(crate) fn settled(
    partnership: &Partnership,
    number: PaymentNo,
    value_date: Day,
) -> Result<Vec<AnyEvent>, AnyRefusal> {
    let mut bookings = Bookings::new(partnership.fund(), value_date);
    let mut events = settles(partnership, (number, value_date), &mut bookings)?;
    events.extend(bookings.admitted()?);
    Ok(events)
}

/// The same, with others on their way into the books.
pub(super) fn settles(
    partnership: &Partnership,
    (number, value_date): (PaymentNo, Day),
    bookings: &mut Bookings<'_>,
) -> Result<Vec<AnyEvent>, AnyRefusal> {
    let cases = partnership.cases();
    let amount = cases.in_flight(number)?;
    let Payment { case, tranche, .. } = *cases.payment(number)?;
    let (held, decision) = cases.approved(case)?;
    let about = About::Payment { payment: number, case, decision };
    bookings.post_hold(cash_hold(number));
    let authority = book::authority(partnership.charter());
    let of = fund::of_tranche(case, tranche);
    let consumed = fund::moved(authority, (account::COMMITTED, &of), (account::CONSUMED, &of), amount)?;
    bookings.post(consumed, about);
    let mut events = vec![Event::Paid { payment: number, case, tranche }.into()];
    if let Some(Kind::Loan(_)) = held.request.kind {
        events.push(Event::Lent { case, amount, on: value_date }.into());
    }
    Ok(events)
}

/// What a signed instruction books: the help is given, the payment is in flight, and the cash is set aside.
pub(super) fn released(
    partnership: &Partnership,
    number: PaymentNo,
    now: Moment,
) -> Result<Vec<AnyEvent>, AnyRefusal> {
    let Payment { case, tranche, .. } = *partnership.cases().payment(number)?;
    let (held, decision) = partnership.cases().approved(case)?;
    let amount = held.tranche(tranche)?.amount;
    fund::not_from_what_is_owed(partnership, case, amount)?;
    let about = About::Payment { payment: number, case, decision };
    let cash = book::cash(partnership.charter());
    let of = fund::of_tranche(case, tranche);
    // What is lent is still the fund's, and so is an advance; anything else is given.
    let becomes = held.becomes(tranche);
    let mut bookings = Bookings::new(partnership.fund(), now.day());
    bookings.post_hold(authority_hold(number));
    bookings
        .post(fund::moved(cash, (becomes, &fund::of_case(case)), (account::IN_FLIGHT, &of), amount)?, about);
    let leaves: Entry = fund::moved(cash, (account::IN_FLIGHT, &of), (account::CASH, ""), amount)?;
    let mut events = vec![Event::Released { payment: number }.into()];
    events.extend(bookings.admitted_and_held(cash_hold(number), leaves, about)?);
    Ok(events)
}

/// The end of an instruction's time to be signed: what it set aside is free again.
pub(crate) fn lapses(cases: &Cases, payment: PaymentNo) -> Option<Vec<AnyEvent>> {
    let waiting = cases.payment(payment).ok()?.progress == Progress::Waiting;
    waiting.then(|| {
        vec![
            Event::InstructionLapsed { payment }.into(),
            fund::Event::HoldVoided { hold: authority_hold(payment) }.into(),
        ]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Exercise;
    use crate::exercise::commands::{countersign_line, payment, usd};

    #[test]
    fn a_payment_that_the_bank_confirmed_has_left() {
        let mut x = Exercise::funded("100.00");
        x.paid(&["10.00", "20.00"]);
        let charter = x.partnership.charter();
        let cash = |code, of: &str| x.available(book::cash(charter), code, of);
        assert_eq!(cash(account::CASH, ""), 90_00);
        assert_eq!(cash(account::ASSISTANCE, "case-1"), 10_00);
        assert_eq!(cash(account::IN_FLIGHT, "case-1/tranche-1"), 0);
        let authority = |code, of: &str| x.available(book::authority(charter), code, of);
        assert_eq!(authority(account::COMMITTED, "case-1/tranche-1"), 0);
        assert_eq!(authority(account::CONSUMED, "case-1/tranche-1"), 10_00);
        assert_eq!(authority(account::ALLOCATED, "case-1"), 20_00, "the second tranche is still set aside");
        assert_eq!(x.partnership.fund().books().holds().count(), 0);
    }

    #[test]
    fn c14_a_payment_that_is_not_in_flight_does_not_settle() {
        let mut x = Exercise::funded("100.00");
        let number = x.in_flight(&["10.00"]);
        assert_eq!(x.partnership.cases().in_flight(PaymentNo(number)), Ok(usd("10.00")));
        x.accept("GBR/treasurer", payment(number, usd("10.00"), x.next().day(), "out"));
        x.accept("DEU/treasurer", countersign_line(2));
        x.refuse("GBR/treasurer", payment(number, usd("10.00"), x.next().day(), "out again"), "C14");
        let none = PaymentNo(number.saturating_add(1));
        assert_eq!(x.partnership.cases().in_flight(none), Err(Refusal::NotInFlight(none)));
    }

    #[test]
    fn c14_an_instruction_that_lapsed_does_not_settle() {
        let mut x = Exercise::funded("100.00");
        let number = x.instructed(&["10.00"]);
        x.wait("5d").pass();
        x.refuse("GBR/treasurer", payment(number, usd("10.00"), x.next().day(), "out"), "C14");
    }
}
