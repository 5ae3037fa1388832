//! The message pacs.009.001.08: a credit transfer between financial institutions.

use alloc::format;
use alloc::string::String;

use super::accounts::{Bank, account};
use super::{EXERCISE, Order, Unfit};
use crate::export::xml::Xml;

const NAMESPACE: &str = "urn:iso:std:iso:20022:tech:xsd:pacs.009.001.08";

/// The message for one payment. The payee is an institution, and is known by its BIC.
pub(super) fn write(order: &Order<'_>) -> Result<String, Unfit> {
    let payee = order.creditor.bank.as_ref().ok_or(Unfit::NoBic)?;
    let mut xml = Xml::new();
    xml.open("Document", &[("xmlns", NAMESPACE)]);
    xml.open("FICdtTrf", &[]);
    xml.open("GrpHdr", &[]);
    xml.text("MsgId", &[], &order.id);
    xml.text("CreDtTm", &[], &order.created);
    xml.text("NbOfTxs", &[], "1");
    xml.text("CtrlSum", &[], &format!("{}", order.amount));
    // On the books of the bank that gets the message, which holds the fund's account.
    xml.within(&["SttlmInf", "SttlmMtd"], "INDA");
    xml.within(&["InstdAgt", "FinInstnId", "BICFI"], &order.debtor.bank.0);
    xml.close();
    transfer(&mut xml, order, payee);
    Ok(xml.finish())
}

fn transfer(xml: &mut Xml, order: &Order<'_>, payee: &Bank) {
    xml.open("CdtTrfTxInf", &[]);
    xml.open("PmtId", &[]);
    xml.text("InstrId", &[], &order.id);
    xml.text("EndToEndId", &[], &order.id);
    xml.close();
    let sum = format!("{}", order.amount);
    xml.text("IntrBkSttlmAmt", &[("Ccy", order.amount.currency().code())], &sum);
    xml.text("IntrBkSttlmDt", &[], &order.day);
    xml.within(&["Dbtr", "FinInstnId", "Nm"], &order.debtor.name);
    account(xml, "DbtrAcct", &order.debtor.account);
    xml.within(&["DbtrAgt", "FinInstnId", "BICFI"], &order.debtor.bank.0);
    xml.open("Cdtr", &[]);
    xml.open("FinInstnId", &[]);
    xml.text("BICFI", &[], &payee.0);
    xml.text("Nm", &[], &order.creditor.name);
    xml.close();
    xml.close();
    if let Some(number) = &order.creditor.account {
        account(xml, "CdtrAcct", number);
    }
    if order.rehearsal {
        xml.within(&["InstrForNxtAgt", "InstrInf"], EXERCISE);
    }
    xml.within(&["RmtInf", "Ustrd"], &order.remittance);
    xml.close();
}
