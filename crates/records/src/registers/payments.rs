//! Payment instructions and their signatures.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::cases::Event as E;
use quorate_partnership::{Booked, CaseNo, Event, Moment, PaymentNo, TrancheNo, fund};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("payment", "Payment"),
    column("case", "Case"),
    column("tranche", "Tranche"),
    column("signed_by", "Signed by treasurers of"),
    column("able", "Could have signed"),
    column("until", "To be signed before"),
    column("stage", "Stage"),
];

const WITH_THE_BANK: &str = "with the bank";

#[derive(Clone, Debug)]
struct Row {
    payment: PaymentNo,
    case: CaseNo,
    tranche: TrancheNo,
    signed: Vec<MemberCode>,
    able: u32,
    until: Moment,
    /// Since when it is with the bank.
    released: Option<Moment>,
    stage: &'static str,
}

/// A payment that is with the bank, and that no statement has confirmed.
pub(crate) struct WithTheBank {
    pub(crate) payment: PaymentNo,
    pub(crate) case: CaseNo,
    pub(crate) tranche: TrancheNo,
    pub(crate) since: Moment,
}

/// Payments in the order of their numbers.
#[derive(Clone, Debug)]
pub(crate) struct Payments {
    rows: Vec<Row>,
}

impl Payments {
    pub(super) fn new(_: &Charter) -> Payments {
        Payments { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        if let Event::Fund(fund::Event::PaymentReturned { payment, .. }) = &booked.event {
            self.change(*payment, |row| row.stage = "came back");
        }
        let Event::Cases(event) = &booked.event else { return };
        match event {
            E::Instructed { payment, case, tranche, by, until, able } => {
                let (payment, case, tranche, until) = (*payment, *case, *tranche, *until);
                let (signed, able) = (vec![*by], *able);
                let (released, stage) = (None, "waits");
                self.rows.push(Row { payment, case, tranche, signed, able, until, released, stage });
            }
            E::Countersigned { payment, by, dropped } => self.change(*payment, |row| {
                row.signed.retain(|member| !dropped.contains(member));
                row.signed.push(*by);
            }),
            E::Released { payment } => self.change(*payment, |row| {
                row.stage = WITH_THE_BANK;
                row.released = Some(booked.at);
            }),
            E::InstructionLapsed { payment } => self.change(*payment, |row| row.stage = "lapsed"),
            E::Paid { payment, .. } => self.change(*payment, |row| row.stage = "confirmed"),
            _ => {}
        }
    }

    fn change(&mut self, payment: PaymentNo, change: impl FnOnce(&mut Row)) {
        if let Some(row) = super::numbered(&mut self.rows, payment.0) {
            change(row);
        }
    }

    /// The case that a payment is for.
    pub(crate) fn case(&self, payment: PaymentNo) -> Option<CaseNo> {
        let at = usize::try_from(payment.0.checked_sub(1)?).ok()?;
        self.rows.get(at).map(|row| row.case)
    }

    /// The payments that are with the bank, in the order of their numbers.
    pub(crate) fn with_the_bank(&self) -> impl Iterator<Item = WithTheBank> {
        self.rows.iter().filter(|row| row.stage == WITH_THE_BANK).filter_map(|row| {
            let (payment, case, tranche) = (row.payment, row.case, row.tranche);
            row.released.map(|since| WithTheBank { payment, case, tranche, since })
        })
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let cells = |row: &Row| {
            let signed: Vec<&str> = row.signed.iter().map(MemberCode::as_str).collect();
            vec![
                Cell::Number(u64::from(row.payment.0)),
                Cell::Number(u64::from(row.case.0)),
                Cell::Number(u64::from(row.tranche.0)),
                Cell::text(signed.join(" ")),
                Cell::Number(u64::from(row.able)),
                Cell::At(row.until),
                Cell::text(row.stage),
            ]
        };
        Table {
            name: "payments",
            columns: COLUMNS,
            rows: part
                .seek(
                    self.rows.len(),
                    self.rows.iter(),
                    &[("case", |row| Some(row.case.0.into())), ("until", |row| Some(row.until.0))],
                )
                .map(cells)
                .collect(),
        }
    }
}
