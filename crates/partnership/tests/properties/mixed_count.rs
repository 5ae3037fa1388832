//! What the events of a story say, counted without the books.

use std::collections::BTreeMap;

use quorate_charter::MemberCode;
use quorate_ledger::Entry;
use quorate_partnership::fund::{self, About, DueOf, Item, LeavingEvent, Owed, PaidByLines, Purpose};
use quorate_partnership::{CaseNo, Day, Event, LineNo, Moment, cases};

use crate::world::World;

/// What the events say, without the books.
#[derive(Default)]
pub(crate) struct Count {
    pub(crate) owed: Owed,
    pub(crate) paid: PaidByLines,
    /// What is still to fall due, that stands as receivable.
    pub(crate) ahead: Vec<(MemberCode, Moment, DueOf, i128)>,
    /// What notes count and was not paid.
    pub(crate) noted: i128,
    /// Lines nobody can place.
    pub(crate) unplaced: BTreeMap<LineNo, i128>,
    pub(crate) entered: BTreeMap<LineNo, (Purpose, i128)>,
    pub(crate) lent: BTreeMap<CaseNo, i128>,
    /// What of the shares of States that left has not fallen due.
    pub(crate) planned: Vec<(MemberCode, Day, i128)>,
    /// What became shares of States that left, and the authority that gave way to it.
    pub(crate) shares: i128,
    pub(crate) gave_way: i128,
    /// Whether authority followed anything but money paid in, and notes.
    pub(crate) other: bool,
    /// What the reserve has, and what of losses paid-in capital bears.
    pub(crate) reserve: i128,
    pub(crate) paid_in_bore: i128,
    /// What is invested, by the line by which it left.
    pub(crate) invested: BTreeMap<LineNo, i128>,
    back: BTreeMap<LineNo, (LineNo, i128)>,
    /// What was approved for budgets and did not go back.
    pub(crate) budgeted: i128,
}

impl Count {
    pub(crate) fn of(world: &World) -> Count {
        let mut count = Count::default();
        for booked in &world.booked {
            match &booked.event {
                Event::Fund(event) => count.fund(event, booked.at),
                Event::Cases(event) => count.cases(event),
                _ => {}
            }
        }
        count
    }

    pub(crate) fn counted(items: &[(MemberCode, Item)]) -> i128 {
        items.iter().map(|(_, item)| item.counted.minor()).sum()
    }

    pub(crate) fn fund(&mut self, event: &fund::Event, at: Moment) {
        use fund::Event as E;
        match event {
            E::InDefault { member, owed, day, .. } => self.owed.defaults(*member, *owed, *day),
            E::LineIdentified { line, .. } | E::LineTakenBack { line, .. } => self.corrected(*line, at),
            E::Posted { entry, about, effective, reverses: None, .. } => {
                let paid = self.owed.note(entry, about, at, *effective);
                self.noted -= Count::counted(&paid);
                self.paid.note(about, &paid);
                self.settlement(entry, about);
            }
            E::Leaving(event) => self.leaving(event),
            E::LineEntered { line, .. } => {
                let statement = &line.statement;
                self.entered.insert(line.number, (statement.purpose, statement.amount.minor()));
            }
            E::LineBooked { line, .. } => {
                let (purpose, amount) = self.entered[line];
                self.booked(*line, purpose, amount);
            }
            E::Called { call, decision, parts, due: Some(due), .. } => {
                let of = DueOf::Call { call: *call, decision: *decision };
                let parts = parts.iter().filter(|part| part.amount.minor() > 0);
                self.ahead.extend(parts.map(|part| (part.member, *due, of, part.amount.minor())));
            }
            E::SteppedUp { call, of, parts, due: Some(due), .. } => {
                let of = DueOf::StepUp { call: *call, of: *of };
                self.ahead.extend(parts.iter().map(|part| (part.member, *due, of, part.amount.minor())));
            }
            E::Treasury(event) => self.treasury(event),
            E::NoteLodged { member, encashments, counts, .. } => {
                self.noted += counts.iter().map(|counts| counts.minor()).sum::<i128>();
                let list = encashments.iter();
                self.ahead
                    .extend(list.map(|next| (*member, next.day.begins(), DueOf::Note, next.amount.minor())));
            }
            E::FellDue { of: DueOf::Agreement, .. } => {}
            E::FellDue { member, amount, of } => {
                let fell = |next: &(MemberCode, Moment, DueOf, i128)| {
                    next.1 <= at && (next.0, next.2, next.3) == (*member, *of, amount.minor())
                };
                let place = self.ahead.iter().position(fell).unwrap();
                self.ahead.remove(place);
            }
            _ => {}
        }
    }

    fn booked(&mut self, line: LineNo, purpose: Purpose, amount: i128) {
        match purpose {
            Purpose::Unidentified => _ = self.unplaced.insert(line, amount),
            Purpose::BankCharge
            | Purpose::ReceiptLessFee { .. }
            | Purpose::NotInstructed
            | Purpose::Exchange { .. }
            | Purpose::Divest { .. } => self.other = true,
            _ => {}
        }
    }

    fn leaving(&mut self, event: &LeavingEvent) {
        match event {
            LeavingEvent::Settled { member, instalments, .. } => {
                let parts = instalments.iter().map(|next| (*member, next.day, next.amount.minor()));
                self.planned.extend(parts);
            }
            LeavingEvent::Raised { member, amount, due, .. } => {
                self.planned.push((*member, *due, amount.minor()));
            }
            LeavingEvent::FellDue { member, day, amount } => {
                let (fell, ahead): (Vec<_>, Vec<_>) = std::mem::take(&mut self.planned)
                    .into_iter()
                    .partition(|next| (next.0, next.1) == (*member, *day));
                let fell: i128 = fell.iter().map(|next| next.2).sum();
                assert_eq!(fell, amount.minor(), "{member}: what falls due on {day:?} was said before");
                self.planned = ahead;
            }
            LeavingEvent::IndicationEnded { .. } => {}
        }
    }

    /// What is booked of a settlement: capital becomes a share, and authority gives way.
    fn settlement(&mut self, entry: &Entry, about: &About) {
        let About::Settlement { .. } = about else { return };
        let debit = entry.legs().iter().find(|leg| leg.side() == quorate_ledger::Side::Debit).unwrap();
        match debit.account().code() {
            300 => self.shares += debit.minor(),
            14 => self.gave_way += debit.minor(),
            _ => {}
        }
    }

    /// A line is out of the books: what it had paid is owed again.
    fn corrected(&mut self, line: LineNo, at: Moment) {
        let paid = self.paid.end(line);
        self.noted += Count::counted(&paid);
        for (member, item) in paid {
            self.owed.owes_again(member, item, at);
        }
        self.unplaced.remove(&line);
        self.invested.remove(&line);
        if let Some((left, amount)) = self.back.remove(&line) {
            self.invested.insert(left, amount);
        }
    }

    fn treasury(&mut self, event: &fund::TreasuryEvent) {
        use fund::TreasuryEvent as E;
        match event {
            E::Lost { borne, .. } => {
                self.reserve -= borne.reserve.minor();
                self.paid_in_bore += borne.paid_in.minor();
            }
            E::Regained { borne, .. } => {
                self.reserve += borne.reserve.minor();
                self.paid_in_bore -= borne.paid_in.minor();
            }
            E::PutInReserve { amount, .. } => self.reserve += amount.minor(),
            E::Restored { .. } => {}
            E::Invested { line, amount, .. } => _ = self.invested.insert(*line, amount.minor()),
            E::Divested { line, invested, .. } => {
                let left = self.invested.iter().find(|(_, amount)| **amount == invested.minor());
                let (left, amount) = left.map(|(line, amount)| (*line, *amount)).unwrap();
                self.invested.remove(&left);
                self.back.insert(*line, (left, amount));
            }
            E::Budgeted { amount, .. } => self.budgeted += amount.minor(),
            E::BudgetEnded { back, .. } => self.budgeted -= back.minor(),
        }
    }

    pub(crate) fn cases(&mut self, event: &cases::Event) {
        match event {
            cases::Event::Requested { case, request, .. } => {
                if let Some(cases::Kind::Loan(_)) = request.kind {
                    self.lent.insert(*case, 0);
                }
            }
            cases::Event::Lent { case, amount, .. } => *self.lent.entry(*case).or_default() += amount.minor(),
            cases::Event::Repaid { case, principal, .. } => {
                *self.lent.entry(*case).or_default() -= principal.minor();
            }
            cases::Event::RepaymentTakenBack { case, principal, .. } => {
                *self.lent.entry(*case).or_default() += principal.minor();
            }
            cases::Event::NotLent { case, amount, .. } | cases::Event::WrittenOff { case, amount, .. } => {
                *self.lent.entry(*case).or_default() -= amount.minor();
            }
            _ => {}
        }
    }
}
