//! Financing agreements, from the approval to a breach.

use alloc::format;
use alloc::string::{String, ToString};

use crate::cases::{
    Ahead, AttestUse, Command as Cases, Event as CasesEvent, Kind, ReportUse, Request, SignAgreement, Terms,
};
use crate::command::Command;
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{
    assist, attest, countersign, countersign_line, execute, instruct, payment, phrase, sign, usd,
};
use crate::exercise::standing::{accept, amend};
use crate::exercise::{CHARTER, Exercise, MEMBERS};
use crate::fund::book;
use crate::ids::{CaseNo, ReportNo};

mod agreements;
mod breaches;
mod came_back;
mod pre_financing;
mod reports;

const TERMS: &str = "terms = [\"end-use\", \"no-retransfer\", \"audit\"]";

/// The founding charter with an article on financing agreements.
fn charter(more: &str) -> String {
    format!("{CHARTER}\n[financing-agreement]\narticle = 18\n{TERMS}\n{more}\n")
}

/// A fund of 100.00 under that charter, where 15 % may be paid ahead.
fn funded() -> Exercise {
    under(&charter("pre-financing = \"15%\""))
}

fn under(charter: &str) -> Exercise {
    let mut x = Exercise::under(charter);
    x.accept("GBR/root", sign(usd("100.00"), usd("0")));
    x.received("GBR", usd("100.00"));
    x
}

/// This text comes into force, accepted by all.
fn amended(x: &mut Exercise, text: &str) {
    x.carried(amend(1, text));
    for member in MEMBERS {
        x.accept(&[member, "/root"].concat(), accept(2));
    }
}

/// A request whose first tranche is pre-financing, if an amount of it is given.
fn request(ahead: Option<&str>, amounts: &[&str], kind: Option<Kind>) -> Command {
    let condition = || phrase("a contract");
    let first = ahead.map(|amount| Terms {
        amount: usd(amount),
        condition: condition(),
        ahead: Some(Ahead::PreFinancing),
    });
    let rest =
        amounts.iter().map(|amount| Terms { amount: usd(amount), condition: condition(), ahead: None });
    let (purpose, payee) = (phrase("winter resupply"), phrase("account 1"));
    let tranches = first.into_iter().chain(rest).collect();
    Cases::Request(Request { purpose, payee, tranches, kind }).into()
}

/// A case of `CAN` that is approved. Its number.
fn approved(x: &mut Exercise, ahead: Option<&str>, amounts: &[&str], kind: Option<Kind>) -> u32 {
    let events = x.accept("CAN/representative", request(ahead, amounts, kind));
    let AnyEvent::Cases(CasesEvent::Requested { case, .. }) = events[0] else { panic!("a case") };
    let decision = x.adopted(assist(case.0));
    x.accept("DEU/representative", execute(decision));
    case.0
}

/// The same, signed by `CAN`.
fn signed(x: &mut Exercise, ahead: Option<&str>, amounts: &[&str]) -> u32 {
    let case = approved(x, ahead, amounts, None);
    x.accept("CAN/root", sign_agreement(case));
    case
}

fn sign_agreement(case: u32) -> Command {
    Cases::SignAgreement(SignAgreement { case: CaseNo(case) }).into()
}

fn report(case: u32, amount: &str, replaces: Option<u32>) -> Command {
    let (case, replaces) = (CaseNo(case), replaces.map(ReportNo));
    Cases::ReportUse(ReportUse { case, amount: usd(amount), what: phrase("generators"), replaces }).into()
}

fn attest_use(case: u32, report: u32) -> Command {
    Cases::AttestUse(AttestUse { case: CaseNo(case), report: ReportNo(report) }).into()
}

/// Instructs and pays a tranche, attested before unless it is paid ahead. The payment's number is given.
fn pays(x: &mut Exercise, (case, tranche): (u32, u32), number: u32, amount: &str, ahead: bool) {
    if !ahead {
        x.accept("DEU/case-officer", attest(case, tranche));
    }
    x.accept("DEU/treasurer", instruct(case, tranche));
    x.accept("FRA/treasurer", countersign(number));
    settles(x, number, amount);
}

fn settles(x: &mut Exercise, number: u32, amount: &str) {
    let (day, reference) = (x.next().day(), ["out ", &number.to_string()].concat());
    let entered = x.accept("GBR/treasurer", payment(number, usd(amount), day, &reference));
    x.accept("DEU/treasurer", countersign_line(line_of(&entered)));
}

fn line_of(entered: &[AnyEvent]) -> u32 {
    let AnyEvent::Fund(crate::fund::Event::LineEntered { line, .. }) = &entered[0] else { panic!("a line") };
    line.number.0
}

fn cash(x: &Exercise, code: u16, of: &str) -> i128 {
    x.available(book::cash(x.partnership.charter()), code, of)
}

fn authority(x: &Exercise, code: u16, of: &str) -> i128 {
    x.available(book::authority(x.partnership.charter()), code, of)
}
