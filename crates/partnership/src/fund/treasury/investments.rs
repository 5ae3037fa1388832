//! Investments: cash that is lent on for a time, never more than the article allows, and never what approved help needs.
//! Commitment authority is what it was. Article: the treasury.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::TreasuryArticle;
use quorate_ledger::{Account, Money};

use super::{Cause, InvestmentName, Treasury, TreasuryEvent, TreasuryRefusal, take};
use crate::event::Event as AnyEvent;
use crate::fund::about::About;
use crate::fund::bookings::{Bookings, moved};
use crate::fund::chart::{account, book};
use crate::fund::sums::{all_of, held_for_others};
use crate::fund::{EnterLine, Event, Fund, Refusal};
use crate::ids::LineNo;
use crate::moment::Day;
use crate::partnership::Partnership;

/// An investment and what has become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Investment {
    /// The line by which the money left.
    #[n(0)]
    line: LineNo,
    #[n(1)]
    amount: Money,
    /// The line by which it came back.
    #[n(2)]
    back: Option<LineNo>,
}

impl Treasury {
    pub(super) fn invested(&mut self, line: LineNo, name: InvestmentName, amount: Money) {
        self.investments.insert(name, Investment { line, amount, back: None });
    }

    pub(super) fn divested(&mut self, line: LineNo, name: InvestmentName) {
        if let Some(investment) = self.investments.get_mut(&name) {
            investment.back = Some(line);
        }
    }

    /// A line is out of the books: it invested nothing, and brought nothing back.
    pub(in crate::fund) fn line_taken_back(&mut self, line: LineNo) {
        self.investments.retain(|_, investment| investment.line != line);
        for investment in self.investments.values_mut().filter(|investment| investment.back == Some(line)) {
            investment.back = None;
        }
    }

    /// Whether an investment that left by this line has come back.
    pub(in crate::fund) fn is_back(&self, line: LineNo) -> bool {
        self.investments.values().any(|investment| investment.line == line && investment.back.is_some())
    }
}

/// Whether money could have left for an investment, as things are.
pub(in crate::fund) fn can_invest(
    partnership: &Partnership,
    statement: &EnterLine,
    (name, matures): (InvestmentName, Day),
) -> Result<(), Refusal> {
    let (amount, fund) = (statement.amount, partnership.fund());
    // F75: the charter says what may be invested.
    let article = partnership.charter().treasury().ok_or(TreasuryRefusal::NothingIsInvested)?;
    // F78: it matures after its value date, and no later than the article allows.
    let last = statement.value_date.begins().plus(article.maturity_at_most());
    if matures <= statement.value_date || matures.begins() > last {
        return Err(TreasuryRefusal::Maturity { at_most: article.maturity_at_most() }.into());
    }
    // F79: each investment has a name of its own.
    if fund.treasury.investments.contains_key(&name) {
        return Err(TreasuryRefusal::NameTaken(name).into());
    }
    within(partnership, article, amount)
}

/// Whether the article and approved help leave this much to be invested.
fn within(partnership: &Partnership, article: &TreasuryArticle, amount: Money) -> Result<(), Refusal> {
    let cash = book::cash(partnership.charter());
    let (own, invested) = (own_cash(partnership)?, all_of(partnership.fund(), cash, account::INVESTMENTS));
    let (above, below) = article
        .invest_at_most()
        .map_or((0, 1), |share| (i128::from(share.numerator()), i128::from(share.denominator())));
    // At most 10^20 times 100.
    let whole = own.saturating_add(invested).max(0);
    let most = whole.saturating_mul(above).checked_div(below).unwrap_or_default().saturating_sub(invested);
    // F76: no more is invested than the article's share of own cash and investments.
    if amount.minor() > most {
        let most = Money::new(most.max(0), amount.currency())?;
        return Err(TreasuryRefusal::BeyondShare { amount, most }.into());
    }
    // F77: the floor stays at the bank, and what attested tranches of approved cases need.
    let stays = partnership.cases().to_be_paid().max(article.floor().minor());
    let most = own.saturating_sub(stays);
    if amount.minor() > most {
        let most = Money::new(most.max(0), amount.currency())?;
        return Err(TreasuryRefusal::MustStay { amount, most }.into());
    }
    Ok(())
}

/// Cash from which nothing is set aside, less what is another's. In the smallest units.
fn own_cash(partnership: &Partnership) -> Result<i128, Refusal> {
    let (fund, cash) = (partnership.fund(), book::cash(partnership.charter()));
    let free = fund.books().available(&cash, &Account::new(account::CASH, "")?).unwrap_or_default();
    Ok(free.saturating_sub(held_for_others(fund, cash)))
}

/// F79: an investment that came back stands under its name, and comes back once and whole.
pub(in crate::fund) fn stands(fund: &Fund, name: InvestmentName) -> Result<Money, Refusal> {
    let investment = fund.treasury.investments.get(&name).filter(|investment| investment.back.is_none());
    Ok(investment.ok_or(TreasuryRefusal::NotInvested(name))?.amount)
}

/// Money left for an investment.
pub(in crate::fund) fn invests(
    partnership: &Partnership,
    (line, statement): (LineNo, &EnterLine),
    (name, matures): (InvestmentName, Day),
    bookings: &mut Bookings<'_>,
) -> Result<Vec<AnyEvent>, Refusal> {
    let (cash, amount) = (book::cash(partnership.charter()), statement.amount);
    let leaves = moved(cash, (account::INVESTMENTS, name.as_str()), (account::CASH, ""), amount)?;
    bookings.post(leaves, About::Line { line });
    Ok(Vec::from([Event::Treasury(TreasuryEvent::Invested { line, name, amount, matures }).into()]))
}

/// Money of an investment came back: what is more than was invested is income, and what is less is lost.
pub(in crate::fund) fn divests(
    partnership: &Partnership,
    (line, statement): (LineNo, &EnterLine),
    name: InvestmentName,
    bookings: &mut Bookings<'_>,
) -> Result<Vec<AnyEvent>, Refusal> {
    let (cash, about, came) = (book::cash(partnership.charter()), About::Line { line }, statement.amount);
    let (invested, of) = (stands(partnership.fund(), name)?, name.as_str());
    let (lost, gained) = (invested.checked_sub(came)?, came.checked_sub(invested)?);
    let back = if lost.is_positive() { came } else { invested };
    bookings.post(moved(cash, (account::CASH, ""), (account::INVESTMENTS, of), back)?, about);
    let mut events =
        Vec::from([Event::Treasury(TreasuryEvent::Divested { line, name, invested, came }).into()]);
    if gained.is_positive() {
        bookings.post(moved(cash, (account::CASH, ""), (account::INCOME, ""), gained)?, about);
    }
    if lost.is_positive() {
        let loss = (Cause::Investment { line }, lost, statement.value_date);
        bookings.post(moved(cash, (account::INVESTMENTS_LOST, of), (account::INVESTMENTS, of), lost)?, about);
        events.push(take(partnership, loss, about, bookings)?);
    }
    Ok(events)
}
