//! Pre-financing: what is paid before any condition is attested. It stands as an advance until its use is attested, and
//! no other tranche is instructed before it is paid and its use attested. Article: financing agreements.

use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_ledger::{Account, Money, Side};

use super::Refusal;
use crate::cases::{Ahead, Case, Kind, Request};
use crate::event::Event as AnyEvent;
use crate::fund::{self, About, Bookings, account, book};
use crate::ids::{CaseNo, ReportNo, TrancheNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Whether what is asked for before conditions is within the article's share of the whole.
pub(in crate::cases) fn is_within(request: &Request, total: Money, charter: &Charter) -> Result<(), Refusal> {
    let ahead = request.tranches.iter().filter(|terms| terms.ahead == Some(Ahead::PreFinancing));
    let ahead = ahead.fold(0_i128, |sum, terms| sum.saturating_add(terms.amount.minor()));
    if ahead == 0 {
        return Ok(());
    }
    // C37: of a grant, where the article allows it, and within its share, rounded down.
    let share = charter.financing().and_then(|article| article.pre_financing());
    let share = share.filter(|_| request.kind.is_none()).ok_or(Refusal::NoPreFinancing)?;
    let most = total
        .minor()
        .checked_mul(i128::from(share.numerator()))
        .and_then(|product| product.checked_div(i128::from(share.denominator())))
        .unwrap_or_default();
    if ahead <= most {
        return Ok(());
    }
    let money = |minor| Money::new(minor, total.currency()).unwrap_or(total);
    Err(Refusal::BeyondShare { ahead: money(ahead), most: money(most) })
}

/// Where what is given for a case stands in the books.
pub(in crate::cases) struct Given {
    /// Pre-financing whose use is not attested.
    pub(in crate::cases) advances: i128,
    /// What is given for good.
    pub(in crate::cases) assistance: i128,
}

/// What was given for a case and left, as the books have it. What is still with the bank was not given yet.
pub(in crate::cases) fn given(partnership: &Partnership, number: CaseNo) -> Result<Given, AnyRefusal> {
    let case = partnership.cases().get(number)?;
    let stands = |code, of: &str, side| stands(partnership, code, of, side);
    let of = fund::of_case(number);
    let mut given = Given {
        advances: stands(account::ADVANCES, &of, Side::Debit)?,
        assistance: stands(account::ASSISTANCE, &of, Side::Debit)?,
    };
    for at in 0..case.tranches.len() {
        let tranche = TrancheNo::after(at);
        let in_flight = stands(account::IN_FLIGHT, &fund::of_tranche(number, tranche), Side::Credit)?;
        let of = if case.is_ahead(tranche) { &mut given.advances } else { &mut given.assistance };
        *of = of.saturating_sub(in_flight);
    }
    given.advances = given.advances.max(0);
    given.assistance = given.assistance.max(0);
    Ok(given)
}

fn stands(partnership: &Partnership, code: u16, of: &str, side: Side) -> Result<i128, fund::Refusal> {
    let account = Account::new(code, of)?;
    Ok(partnership.fund().books().balance(&book::cash(partnership.charter()), &account).net(side))
}

impl Case {
    /// Whether a tranche is paid before any condition.
    pub(in crate::cases) fn is_ahead(&self, tranche: TrancheNo) -> bool {
        let terms = tranche.index().and_then(|at| self.request.tranches.get(at));
        // Of a guarantee, the claims are the tranches.
        !self.is_guarantee() && terms.is_some_and(|terms| terms.ahead == Some(Ahead::PreFinancing))
    }

    /// What of the help becomes of a tranche's payment: a loan, an advance, or assistance.
    pub(in crate::cases) fn becomes(&self, tranche: TrancheNo) -> u16 {
        match self.request.kind {
            Some(Kind::Loan(_)) => account::LOANS,
            _ if self.is_ahead(tranche) => account::ADVANCES,
            _ => account::ASSISTANCE,
        }
    }

    /// Whether pre-financing lets this tranche be.
    pub(in crate::cases) fn lets(
        &self,
        partnership: &Partnership,
        (number, tranche): (CaseNo, TrancheNo),
    ) -> Result<(), AnyRefusal> {
        // One part of pre-financing does not wait for another that nobody instructed; every other tranche does, or what is
        // told of its money would clear what is paid ahead later.
        let is_ahead = self.is_ahead(tranche);
        let mut others = (1_u32..).map(TrancheNo).zip(&self.tranches);
        let waits = others.any(|(number, other)| {
            let waits = other.payment.is_some() || !is_ahead;
            number != tranche && self.is_ahead(number) && !other.is_over() && waits
        });
        let not_cleared = stands(partnership, account::ADVANCES, &fund::of_case(number), Side::Debit)?;
        // C38: all of it is paid and cleared before another tranche.
        if waits || not_cleared > 0 {
            return Err(Refusal::NotCleared { case: number, tranche }.into());
        }
        Ok(())
    }
}

/// What attested use clears of pre-financing: it is given for good.
pub(in crate::cases) fn clear(
    partnership: &Partnership,
    (case, report): (CaseNo, ReportNo),
    used: i128,
    now: Moment,
) -> Result<Vec<AnyEvent>, AnyRefusal> {
    let cleared = given(partnership, case)?.advances.min(used);
    let currency = partnership.charter().fund().currency();
    let cleared = Money::new(cleared, currency).map_err(fund::Refusal::from)?;
    if !cleared.is_positive() {
        return Ok(Vec::new());
    }
    let (cash, of) = (book::cash(partnership.charter()), fund::of_case(case));
    let mut bookings = Bookings::new(partnership.fund(), now.day());
    let given = fund::moved(cash, (account::ASSISTANCE, &of), (account::ADVANCES, &of), cleared)?;
    bookings.post(given, About::Use { case, report });
    Ok(bookings.admitted()?)
}
