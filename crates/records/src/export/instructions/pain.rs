//! The message pain.001.001.09: a customer's credit transfer.

use alloc::format;

use super::accounts::account;
use super::{EXERCISE, Order};
use crate::export::xml::Xml;

const NAMESPACE: &str = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

/// The message for one payment.
pub(super) fn write(order: &Order<'_>) -> alloc::string::String {
    let sum = format!("{}", order.amount);
    let mut xml = Xml::new();
    xml.open("Document", &[("xmlns", NAMESPACE)]);
    xml.open("CstmrCdtTrfInitn", &[]);
    xml.open("GrpHdr", &[]);
    xml.text("MsgId", &[], &order.id);
    xml.text("CreDtTm", &[], &order.created);
    if order.rehearsal {
        xml.within(&["Authstn", "Prtry"], EXERCISE);
    }
    xml.text("NbOfTxs", &[], "1");
    xml.text("CtrlSum", &[], &sum);
    xml.within(&["InitgPty", "Nm"], &order.debtor.name);
    xml.close();
    xml.open("PmtInf", &[]);
    xml.text("PmtInfId", &[], &order.id);
    xml.text("PmtMtd", &[], "TRF");
    xml.text("NbOfTxs", &[], "1");
    xml.text("CtrlSum", &[], &sum);
    xml.within(&["ReqdExctnDt", "Dt"], &order.day);
    xml.within(&["Dbtr", "Nm"], &order.debtor.name);
    account(&mut xml, "DbtrAcct", &order.debtor.account);
    xml.within(&["DbtrAgt", "FinInstnId", "BICFI"], &order.debtor.bank.0);
    transfer(&mut xml, order, &sum);
    xml.finish()
}

fn transfer(xml: &mut Xml, order: &Order<'_>, sum: &str) {
    xml.open("CdtTrfTxInf", &[]);
    xml.open("PmtId", &[]);
    xml.text("InstrId", &[], &order.id);
    xml.text("EndToEndId", &[], &order.id);
    xml.close();
    xml.open("Amt", &[]);
    xml.text("InstdAmt", &[("Ccy", order.amount.currency().code())], sum);
    xml.close();
    if let Some(bank) = &order.creditor.bank {
        xml.within(&["CdtrAgt", "FinInstnId", "BICFI"], &bank.0);
    }
    xml.within(&["Cdtr", "Nm"], &order.creditor.name);
    if let Some(number) = &order.creditor.account {
        account(xml, "CdtrAcct", number);
    }
    xml.within(&["RmtInf", "Ustrd"], &order.remittance);
    xml.close();
}
