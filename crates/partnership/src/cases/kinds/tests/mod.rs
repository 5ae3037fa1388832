//! Loans and guarantees, from the request to their end.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::Kind;
use crate::cases::Event;
use crate::event::Event as AnyEvent;
use crate::exercise::Exercise;
use crate::exercise::commands::{
    assist, attest, countersign, countersign_line, execute, instruct, payment, repayment, request_of, usd,
};
use crate::fund::book;
use crate::moment::Day;

mod guarantees;
mod loan_corrections;
mod loans;
mod recoveries;
mod terms;

/// A case of `CAN` of this kind, requested. Its number.
pub(super) fn asked(x: &mut Exercise, amounts: &[&str], kind: Kind) -> u32 {
    let amounts: Vec<_> = amounts.iter().map(|amount| usd(amount)).collect();
    let events = x.accept("CAN/representative", request_of(&amounts, Some(kind)));
    let AnyEvent::Cases(Event::Requested { case, .. }) = events[0] else { panic!("a case") };
    case.0
}

/// The same, approved.
pub(super) fn approved(x: &mut Exercise, amounts: &[&str], kind: Kind) -> u32 {
    let case = asked(x, amounts, kind);
    let decision = x.adopted(assist(case));
    x.accept("DEU/representative", execute(decision));
    case
}

/// Attests, instructs and pays a tranche. The value date, and what the second treasurer's signature of the line brought.
pub(super) fn pays(
    x: &mut Exercise,
    case: u32,
    tranche: u32,
    number: u32,
    amount: &str,
) -> (Day, Vec<AnyEvent>) {
    x.accept("DEU/case-officer", attest(case, tranche));
    x.accept("DEU/treasurer", instruct(case, tranche));
    x.accept("FRA/treasurer", countersign(number));
    let day = x.next().day();
    let reference = ["out ", &number.to_string()].concat();
    let entered = x.accept("GBR/treasurer", payment(number, usd(amount), day, &reference));
    (day, x.accept("DEU/treasurer", countersign_line(line_of(&entered))))
}

pub(super) fn line_of(entered: &[AnyEvent]) -> u32 {
    let AnyEvent::Fund(crate::fund::Event::LineEntered { line, .. }) = &entered[0] else { panic!("a line") };
    line.number.0
}

/// Money comes back on this day.
pub(super) fn back(x: &mut Exercise, case: u32, amount: &str, day: Day) -> Vec<AnyEvent> {
    let reference = ["back ", &x.booked().len().to_string()].concat();
    let entered = x.accept("GBR/treasurer", repayment(case, usd(amount), day, &reference));
    x.accept("DEU/treasurer", countersign_line(line_of(&entered)))
}

pub(super) fn cash(x: &Exercise, code: u16, of: &str) -> i128 {
    x.available(book::cash(x.partnership.charter()), code, of)
}

pub(super) fn authority(x: &Exercise, code: u16, of: &str) -> i128 {
    x.available(book::authority(x.partnership.charter()), code, of)
}
