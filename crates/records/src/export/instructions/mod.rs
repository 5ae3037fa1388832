//! Payments that are with the bank, as messages of ISO 20022 for the bank.

mod accounts;
mod pain;
mod unfit;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_ledger::Money;
use quorate_partnership::{Nature, PaymentNo};

use crate::records::Records;
use crate::registers::Register;
use crate::registers::payments::WithTheBank;
use crate::table::Cell;
use crate::words;
use accounts::{Bank, Creditor, Number};
pub use unfit::Unfit;
use unfit::fits;

/// The fund as its bank knows it, which no record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debtor {
    name: String,
    account: Number,
    bank: Bank,
}

impl Debtor {
    /// The fund by this name, with this account (an IBAN, or any other number of at most 34 characters) at the bank with
    /// this BIC.
    ///
    /// # Errors
    /// What does not fit into a message.
    pub fn new(name: &str, account: &str, bank: &str) -> Result<Debtor, Unfit> {
        Ok(Debtor {
            name: fits("the fund's name", name, 140)?.into(),
            account: Number::read("the fund's account", account)?,
            bank: Bank::read("the fund's bank", bank)?,
        })
    }
}

/// A message for one payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// The payment.
    pub payment: PaymentNo,
    /// Whom the message names as creditor.
    pub creditor: String,
    /// What is to be paid.
    pub amount: Money,
    /// The id of the message and of the payment in it: the same whenever and wherever it is made.
    pub id: String,
    /// The message.
    pub text: String,
}

/// What goes into a message.
struct Order<'r> {
    id: String,
    debtor: &'r Debtor,
    creditor: Creditor,
    amount: Money,
    created: String,
    day: String,
    remittance: String,
    rehearsal: bool,
}

/// A message for every payment that is with the bank and not confirmed, or what keeps a payment out of one. All of it
/// follows from the record and the debtor: made again, it is the same to the last byte.
#[must_use]
pub fn instructions(records: &Records, debtor: &Debtor) -> Vec<(PaymentNo, Result<Instruction, Unfit>)> {
    let payments = &records.registers().payments;
    payments.with_the_bank().map(|paid| (paid.payment, instruction(records, debtor, &paid))).collect()
}

fn instruction(records: &Records, debtor: &Debtor, paid: &WithTheBank) -> Result<Instruction, Unfit> {
    let (case, tranche) = (format!("{}", paid.case.0), format!("{}", paid.tranche.0));
    let (cases, tranches) = (records.register(Register::Cases), records.register(Register::Tranches));
    let of_case = |key| cases.find(&[&case], key).map(Cell::plain).unwrap_or_default();
    let amount = match tranches.find(&[&case, &tranche], "amount") {
        Some(Cell::Money(amount)) => *amount,
        _ => return Err(Unfit::Missing { what: "amount" }),
    };
    if amount.minor() > MOST_MINOR {
        return Err(Unfit::Amount { amount });
    }
    let rehearsal = matches!(records.nature(), Nature::Rehearsal { .. });
    let decision = of_case("decision");
    let mark = if rehearsal { "REHEARSAL, NOT TO BE EXECUTED: " } else { "" };
    let order = Order {
        id: id(records, paid.payment),
        debtor,
        creditor: Creditor::read(&of_case("payee"))?,
        amount,
        created: words::exact(paid.since),
        day: words::day(paid.since.day()),
        remittance: format!("{mark}case {case}, tranche {tranche}, decision {decision}"),
        rehearsal,
    };
    let text = pain::write(&order);
    Ok(Instruction { payment: paid.payment, creditor: order.creditor.name, amount, id: order.id, text })
}

/// Messages have at most 18 digits in an amount.
const MOST_MINOR: i128 = 999_999_999_999_999_999;

/// The first 20 digits of the partnership's id with the number of the payment: at most 32 of the 35 characters allowed.
fn id(records: &Records, payment: PaymentNo) -> String {
    let partnership: String = format!("{}", records.id()).chars().take(20).collect();
    format!("{partnership}-P{}", payment.0)
}
