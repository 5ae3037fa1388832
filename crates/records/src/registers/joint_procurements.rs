//! What members buy together. No money of the fund moves by it: a share is its member's own expense, and what the fund paid
//! is what payments of the case paid.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use compact_str::CompactString;
use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::frameworks::Event as RoomEvent;
use quorate_partnership::frameworks::procurement::{Event as E, Linked, Propose};
use quorate_partnership::{Audience, Booked, Day, Event, OfferNo, PaymentNo, ProcurementNo, cases, fund};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("procurement", "Procurement"),
    column("title", "Title"),
    column("case", "For case"),
    column("lead", "Lead"),
    column("pathway", "Pathway"),
    column("shares", "Shares"),
    column("total", "At most"),
    column("currency", "Currency"),
    column("borne", "Each bears"),
    column("signed", "Signed by"),
    column("unsigned", "Not signed by"),
    column("sign_by", "Sign by"),
    column("stage", "Stage"),
    column("contract", "Contract"),
    column("contracted_on", "Contracted on"),
    column("delivered", "Delivered"),
    column("delivered_on", "Delivered on"),
    column("accepted", "Accepted by"),
    column("offers", "Offers in kind"),
    column("payments", "Payments"),
    column("from_fund", "Paid from the fund"),
    column("by_members", "Left to the members"),
    column("ended", "Why it ended"),
    column("audience", "Audience"),
];

#[derive(Clone, Debug)]
struct Row {
    procurement: ProcurementNo,
    text: Propose,
    /// Who has which share, and what each bears: of a text that nobody changes.
    shares: CompactString,
    borne: CompactString,
    signed: BTreeSet<MemberCode>,
    stage: &'static str,
    contract: Option<(String, Day)>,
    delivered: Option<(String, Day)>,
    accepted: BTreeSet<MemberCode>,
    offers: Vec<OfferNo>,
    payments: BTreeMap<PaymentNo, Option<Money>>,
    ended: Option<String>,
}

/// Joint procurements in the order of their numbers.
#[derive(Clone, Debug)]
pub(crate) struct JointProcurements {
    rows: Vec<Row>,
    /// Payments that a bank's statement confirmed, and whose money did not come back.
    paid: BTreeSet<PaymentNo>,
}

impl JointProcurements {
    pub(super) fn new(_: &Charter) -> JointProcurements {
        JointProcurements { rows: Vec::new(), paid: BTreeSet::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        match &booked.event {
            Event::Cases(cases::Event::Paid { payment, .. }) => {
                self.paid.insert(*payment);
            }
            Event::Fund(fund::Event::PaymentReturned { payment, .. }) => {
                self.paid.remove(payment);
            }
            Event::Frameworks(RoomEvent::Procurement(event)) => self.happened(event),
            _ => {}
        }
    }

    fn happened(&mut self, event: &E) {
        match event {
            E::Proposed { procurement, text, .. } => self.rows.push(proposed(*procurement, text)),
            E::Signed { procurement, by } => self.change(*procurement, |row| {
                row.signed.insert(*by);
            }),
            E::TookEffect { procurement } => self.change(*procurement, |row| row.stage = "in effect"),
            E::Lapsed { procurement } => self.change(*procurement, |row| row.stage = "lapsed"),
            E::Contracted { procurement, reference, on, .. } => self.change(*procurement, |row| {
                row.contract = Some((reference.as_str().into(), *on));
                row.stage = "contracted";
            }),
            E::Linked { procurement, to, amount, .. } => self.change(*procurement, |row| match to {
                Linked::Offer(offer) => row.offers.push(*offer),
                Linked::Payment(payment) => {
                    row.payments.insert(*payment, *amount);
                }
            }),
            E::Delivered { procurement, what, on, .. } => self.change(*procurement, |row| {
                row.delivered = Some((what.as_str().into(), *on));
                row.stage = "delivered";
            }),
            E::Accepted { procurement, by } => self.change(*procurement, |row| {
                row.accepted.insert(*by);
            }),
            E::Completed { procurement } => self.change(*procurement, |row| row.stage = "complete"),
            E::Ended { procurement, reason, .. } => self.change(*procurement, |row| {
                row.ended = Some(reason.as_str().into());
                row.stage = "ended";
            }),
        }
    }

    fn change(&mut self, procurement: ProcurementNo, change: impl FnOnce(&mut Row)) {
        if let Some(row) = super::numbered(&mut self.rows, procurement.0) {
            change(row);
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let cells = |row: &Row| self.cells(row);
        Table {
            name: "joint-procurements",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }

    fn cells(&self, row: &Row) -> Vec<Cell> {
        let text = &row.text;
        let unsigned = text.shares.iter().map(|share| share.member).filter(|m| !row.signed.contains(m));
        let (contract, contracted) = said(row.contract.as_ref());
        let (delivered, delivered_on) = said(row.delivered.as_ref());
        let from_fund = self.paid_by_fund(row);
        // Nobody publishes for others: it is for members until all that are named have signed.
        let all = text.shares.iter().all(|share| row.signed.contains(&share.member));
        let audience = if all { text.audience } else { Audience::Members };
        vec![
            Cell::Number(u64::from(row.procurement.0)),
            Cell::text(text.title.as_str()),
            Cell::Number(u64::from(text.case.0)),
            Cell::text(text.lead.as_str()),
            Cell::text(text.pathway.name()),
            Cell::text(row.shares.clone()),
            Cell::amount(text.total),
            Cell::text(text.total.currency().code()),
            Cell::text(row.borne.clone()),
            Cell::listed(&row.signed, " "),
            Cell::listed(unsigned, " "),
            Cell::On(text.sign_by),
            Cell::text(row.stage),
            contract,
            contracted,
            delivered,
            delivered_on,
            Cell::listed(&row.accepted, " "),
            Cell::listed(row.offers.iter().map(|offer| offer.0), " "),
            Cell::listed(row.payments.keys().map(|payment| payment.0), " "),
            Cell::money(from_fund),
            Cell::money(from_fund.map_or(Some(text.total), |paid| left(text.total, paid))),
            Cell::shown(row.ended.as_ref()),
            Cell::text(audience.name()),
        ]
    }

    /// What the fund paid of it; none if nothing is linked that was paid.
    fn paid_by_fund(&self, row: &Row) -> Option<Money> {
        let paid = row.payments.iter().filter(|(payment, _)| self.paid.contains(payment));
        let mut amounts = paid.filter_map(|(_, amount)| *amount);
        let first = amounts.next()?;
        amounts.try_fold(first, |sum, amount| sum.checked_add(amount).ok())
    }
}

fn proposed(procurement: ProcurementNo, text: &Propose) -> Row {
    Row {
        procurement,
        text: text.clone(),
        shares: words::shares(text).into(),
        borne: borne(text).into(),
        signed: BTreeSet::new(),
        stage: "proposed",
        contract: None,
        delivered: None,
        accepted: BTreeSet::new(),
        offers: Vec::new(),
        payments: BTreeMap::new(),
        ended: None,
    }
}

fn said(of: Option<&(String, Day)>) -> (Cell, Cell) {
    of.map_or((Cell::Empty, Cell::Empty), |(text, on)| (Cell::text(text.as_str()), Cell::On(*on)))
}

/// What is left of the total; not known if the fund paid in another currency, and nothing if it paid as much.
fn left(total: Money, paid: Money) -> Option<Money> {
    let left = total.minor().checked_sub(paid.minor())?;
    (total.currency() == paid.currency()).then(|| Money::new(left.max(0), total.currency()).ok())?
}

/// What each bears of the total: its exact part rounded down to the smallest unit, the lead what is left over.
fn borne(text: &Propose) -> String {
    let whole = i128::from(text.whole);
    let part = |parts: u32| {
        let part = text.total.minor().checked_mul(i128::from(parts)).and_then(|all| all.checked_div(whole));
        part.unwrap_or_default()
    };
    let others = text.shares.iter().filter(|share| share.member != text.lead);
    let others = others.fold(0_i128, |sum, share| sum.saturating_add(part(share.parts)));
    let each = text.shares.iter().filter_map(|share| {
        let lead = text.total.minor().saturating_sub(others);
        let minor = if share.member == text.lead { lead } else { part(share.parts) };
        let amount = Money::new(minor, text.total.currency()).ok()?;
        Some(format!("{} {}", share.member, words::grouped(amount)))
    });
    each.collect::<Vec<String>>().join(", ")
}
