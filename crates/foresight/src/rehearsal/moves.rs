//! What members do with money in a rehearsal beside [`acts`](super::acts): help in several tranches, agreements in
//! instalments, and money in other currencies.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::Office;
use quorate_ledger::{Money, Rate};
use quorate_partnership::cases::{self, Attest, Instruct, Request, Terms};
use quorate_partnership::fund::{self, CountersignRate, EnterLine, EnterRate, Instalment, Purpose, RateKind};
use quorate_partnership::{CaseNo, Day, RateNo, TrancheNo};
use quorate_records::words;

use super::acts::Act;

fn treasurer(words: String, command: fund::Command) -> Act {
    Act { office: Office::Treasurer, words: Box::new(move || words), command: command.into() }
}

/// Sign what is paid in, of which some falls due later, and what can be called.
pub(crate) fn sign_fund(paid_in: Money, callable: Money, later: Vec<Instalment>) -> Act {
    let each = later.iter().map(|next| format!(" --instalment {} {}", words::day(next.day), next.amount));
    let words =
        format!("fund sign-agreement --paid-in {paid_in} --callable {callable}{}", each.collect::<String>());
    let instalments = if later.is_empty() { None } else { Some(later) };
    let sign = fund::SignAgreement { paid_in, callable, instalments };
    Act {
        office: Office::Root,
        words: Box::new(move || words),
        command: fund::Command::SignAgreement(sign).into(),
    }
}

/// Ask for help in these tranches.
pub(crate) fn request(amounts: &[Money]) -> Option<Act> {
    let mut tranches = Vec::new();
    for amount in amounts {
        tranches.push(Terms { amount: *amount, condition: "delivered".parse().ok()?, ahead: None });
    }
    let each = amounts.iter().map(|amount| format!(" --tranche {amount} delivered"));
    let words = format!("case request --purpose help --payee \"account 1\"{}", each.collect::<String>());
    let request =
        Request { purpose: "help".parse().ok()?, payee: "account 1".parse().ok()?, tranches, kind: None };
    Some(Act {
        office: Office::Representative,
        words: Box::new(move || words),
        command: cases::Command::Request(request).into(),
    })
}

/// Attest the condition of a tranche.
pub(crate) fn attest(case: CaseNo, tranche: TrancheNo) -> Act {
    let words = format!("case attest {} {}", case.0, tranche.0);
    let attest = cases::Command::Attest(Attest { case, tranche });
    Act { office: Office::CaseOfficer, words: Box::new(move || words), command: attest.into() }
}

/// Instruct the payment of a tranche.
pub(crate) fn instruct(case: CaseNo, tranche: TrancheNo) -> Act {
    let words = format!("payment instruct {} {}", case.0, tranche.0);
    let instruct = cases::Command::Instruct(Instruct { case, tranche });
    Act { office: Office::Treasurer, words: Box::new(move || words), command: instruct.into() }
}

/// Enter a rate of a day.
pub(crate) fn rate(rate: Rate, day: Day) -> Option<Act> {
    let source = "assumed".parse().ok()?;
    let words = format!("fund rate {} {rate} --kind spot --source assumed", rate.base());
    let enter = EnterRate { rate, day, kind: RateKind::Spot, source };
    Some(treasurer(words, fund::Command::EnterRate(enter)))
}

/// Countersign a rate.
pub(crate) fn countersign_rate(rate: RateNo) -> Act {
    let words = format!("fund countersign-rate {}", rate.0);
    treasurer(words, fund::Command::CountersignRate(CountersignRate { rate }))
}

/// Enter the bank's line for money in another currency that was exchanged.
pub(crate) fn enter_exchange(sold: Money, bought: Money, day: Day, reference: &str) -> Option<Act> {
    let words = format!(
        "bank enter {sold} --currency {} --bought {bought} --reference \"{reference}\"",
        sold.currency()
    );
    let line = EnterLine {
        purpose: Purpose::Exchange { bought },
        amount: sold,
        value_date: day,
        reference: reference.parse().ok()?,
    };
    Some(treasurer(words, fund::Command::EnterLine(line)))
}
