//! Lapse: what was set aside for a grant or a loan, and nobody instructed while the article's time ran, can be promised again. It
//! keeps no help waiting for money that waits for nobody. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_ledger::Money;

use super::case::{Case, Tranche};
use super::{Cases, Event, Kind};
use crate::agenda::{Agenda, Task};
use crate::event::Event as AnyEvent;
use crate::fund::{self, About, Bookings, Refusal, account, book};
use crate::ids::{CaseNo, TrancheNo};
use crate::moment::Moment;
use crate::partnership::Partnership;

/// When what is not instructed of a case that is approved now goes back. A guarantee has a term of its own.
pub(super) fn from(charter: &Charter, case: &Case, now: Moment) -> Option<Moment> {
    let set_aside = matches!(case.request.kind, None | Some(Kind::Loan(_)));
    charter.cases().lapses_after().filter(|_| set_aside).map(|after| now.plus(after))
}

/// The end of the time for which help is set aside.
pub(crate) fn help_lapses(partnership: &Partnership, number: CaseNo) -> Vec<AnyEvent> {
    lapses(partnership, number).ok().flatten().unwrap_or_default()
}

fn lapses(partnership: &Partnership, number: CaseNo) -> Result<Option<Vec<AnyEvent>>, Refusal> {
    let Ok((case, decision)) = partnership.cases().approved(number) else { return Ok(None) };
    // C45: what nobody instructed; an instruction in hand was given in time.
    let waits = |tranche: &Tranche| tranche.payment.is_none() && !tranche.is_over();
    let numbered = (1_u32..).map(TrancheNo).zip(&case.tranches);
    let waiting: Vec<_> = numbered.filter(|(_, tranche)| waits(tranche)).collect();
    let charter = partnership.charter();
    let nothing = Money::zero(charter.fund().currency());
    let amount = waiting.iter().try_fold(nothing, |sum, (_, tranche)| sum.checked_add(tranche.amount))?;
    if waiting.is_empty() {
        return Ok(None);
    }
    let (authority, of) = (book::authority(charter), fund::of_case(number));
    let mut bookings = Bookings::new(partnership.fund(), partnership.moment().day());
    let free = fund::moved(authority, (account::ALLOCATED, &of), (account::AVAILABLE, ""), amount)?;
    bookings.post(free, About::Case { case: number, decision });
    let shares = fund::came_free(partnership, number, amount, &mut bookings)?;
    let tranches = waiting.iter().map(|(tranche, _)| *tranche).collect();
    let mut events = vec![Event::TranchesLapsed { case: number, tranches, amount }.into()];
    events.extend(shares);
    events.extend(bookings.admitted()?);
    let in_hand = case.tranches.iter().any(|tranche| tranche.payment.is_some() && !tranche.is_over());
    let lent = case.lending.as_ref().is_some_and(|lending| lending.outstanding() > 0);
    // C43: while a breach stands, no time closes the case.
    if !in_hand && !lent && case.no_breach_stands(number).is_ok() {
        events.push(Event::Closed { case: number }.into());
    }
    Ok(Some(events))
}

impl Cases {
    /// A case that was approved, whose help lapses then.
    pub(super) fn lapses_at(&mut self, number: CaseNo, at: Option<Moment>, agenda: &mut Agenda) {
        if let (Some(case), Some(at)) = (self.case_mut(number), at) {
            case.lapses = Some(at);
            agenda.add(at, Task::HelpLapses(number));
        }
    }

    /// An instruction lapsed: if the time of the help was over meanwhile, what it was for lapses too.
    pub(super) fn looks_again(&self, number: CaseNo, now: Moment, agenda: &mut Agenda) {
        if self.get(number).is_ok_and(|case| case.lapses.is_some_and(|at| at <= now)) {
            agenda.add(now, Task::HelpLapses(number));
        }
    }

    pub(super) fn lapsed(&mut self, number: CaseNo, tranches: &[TrancheNo]) {
        for tranche in tranches {
            if let Some(tranche) = self.tranche_mut(number, *tranche) {
                tranche.lapsed = true;
            }
        }
    }
}

#[cfg(test)]
mod tests;
