//! Payments that are with the bank, as messages of ISO 20022 for the bank.

mod accounts;
mod pacs;
mod pain;
mod unfit;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::Money;
use quorate_partnership::{Nature, PartnershipId, PaymentNo};

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

/// The form of a message. A payment has one, under one id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageForm {
    /// pain.001.001.09: a customer tells its bank to pay.
    Customer,
    /// pacs.009.001.08: one institution pays another.
    Institution,
}

impl MessageForm {
    /// All of them.
    pub const ALL: [MessageForm; 2] = [MessageForm::Customer, MessageForm::Institution];

    /// The name of the message without its version, as it stands in names of files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            MessageForm::Customer => "pain.001",
            MessageForm::Institution => "pacs.009",
        }
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
pub fn instructions(
    records: &Records,
    debtor: &Debtor,
    form: MessageForm,
) -> Vec<(PaymentNo, Result<Instruction, Unfit>)> {
    let payments = &records.registers().payments;
    payments.with_the_bank().map(|paid| (paid.payment, instruction(records, debtor, form, &paid))).collect()
}

fn instruction(
    records: &Records,
    debtor: &Debtor,
    form: MessageForm,
    paid: &WithTheBank,
) -> Result<Instruction, Unfit> {
    let (case, tranche) = (format!("{}", paid.case.0), format!("{}", paid.tranche.0));
    let (cases, tranches) = (records.register(Register::Cases), records.register(Register::Tranches));
    let of_case = |key| cases.find(&[&case], key).map(Cell::plain).unwrap_or_default();
    let amount = match tranches.find(&[&case, &tranche], "amount") {
        Some(Cell::Money(amount)) => **amount,
        _ => return Err(Unfit::Missing { what: "amount" }),
    };
    if amount.minor() > MOST_MINOR {
        return Err(Unfit::Amount { amount });
    }
    let rehearsal = matches!(records.nature(), Nature::Rehearsal { .. });
    let decision = of_case("decision");
    let mark = if rehearsal { format!("{EXERCISE}: ") } else { String::new() };
    let order = Order {
        id: id(records.id(), paid.payment),
        debtor,
        creditor: Creditor::read(&of_case("payee"))?,
        amount,
        created: words::exact(paid.since),
        day: words::day(paid.since.day()),
        remittance: format!("{mark}case {case}, tranche {tranche}, decision {decision}"),
        rehearsal,
    };
    let text = match form {
        MessageForm::Customer => pain::write(&order),
        MessageForm::Institution => pacs::write(&order)?,
    };
    Ok(Instruction { payment: paid.payment, creditor: order.creditor.name, amount, id: order.id, text })
}

/// What every message of a rehearsal says.
const EXERCISE: &str = "REHEARSAL, NOT TO BE EXECUTED";

/// Messages have at most 18 digits in an amount.
const MOST_MINOR: i128 = 999_999_999_999_999_999;

/// What the ids of a partnership's payments begin with: the first 20 digits of its own. With the number of the payment
/// they have at most 32 of the 35 characters allowed.
fn begins(partnership: PartnershipId) -> String {
    marked(partnership, 'P')
}

fn marked(partnership: PartnershipId, mark: char) -> String {
    let digits: String = format!("{partnership}").chars().take(20).collect();
    format!("{digits}-{mark}")
}

/// The id of a payment in every message and on the bank's statement.
fn id(partnership: PartnershipId, payment: PaymentNo) -> String {
    format!("{}{}", begins(partnership), payment.0)
}

/// The payment of this partnership whose id stands in a text.
#[must_use]
pub fn payment_in(partnership: PartnershipId, text: &str) -> Option<PaymentNo> {
    let (_, after) = text.split_once(begins(partnership).as_str())?;
    let end = after.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(after.len());
    after.get(..end)?.parse().ok().map(PaymentNo)
}

/// The State whose settlement with this partnership has its id in a text.
#[must_use]
pub fn settlement_in(partnership: PartnershipId, text: &str) -> Option<MemberCode> {
    let (_, after) = text.split_once(marked(partnership, 'S').as_str())?;
    after.get(..3)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_settlement_is_found_by_its_id() {
        let (partnership, state) = (PartnershipId([0xab; 32]), "GBR".parse().ok());
        let begins = marked(partnership, 'S');
        for (text, found) in [
            (format!("{begins}GBR"), state),
            (format!("ref {begins}GBR, thanks"), state),
            (format!("{begins}GB"), None),
            (format!("{begins}gbr"), None),
            (id(partnership, PaymentNo(1)), None),
        ] {
            assert_eq!(settlement_in(partnership, &text), found, "{text}");
        }
    }

    #[test]
    fn a_payment_is_found_by_the_id_that_its_message_has() {
        let partnership = PartnershipId([0xab; 32]);
        let id = id(partnership, PaymentNo(u32::MAX));
        assert_eq!(id.len(), 32);
        for (text, payment) in [
            (format!("ref {id}, thanks"), Some(PaymentNo(u32::MAX))),
            (format!("{id}0"), None),
            (begins(partnership), None),
            (id.replace('a', "b"), None),
        ] {
            assert_eq!(payment_in(partnership, &text), payment, "{text}");
        }
    }
}
