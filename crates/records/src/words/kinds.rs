//! Kinds of help, in words.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_partnership::cases::{Event as E, INTEREST_WHOLE, InKindEvent, Kind, Loan, Request, Terms};

use super::{amount, day};

/// What a request asks for, without its purpose.
pub(super) fn asked(request: &Request) -> String {
    let ahead = |terms: &Terms| if terms.ahead.is_some() { ", as pre-financing," } else { "" };
    let tranches: Vec<String> =
        request.tranches.iter().map(|t| format!("{}{}", amount(t.amount), ahead(t))).collect();
    let tranches = match tranches.as_slice() {
        [only] => format!("one tranche of {only}"),
        several => format!("tranches of {}", several.join(" and ")),
    };
    match &request.kind {
        None => format!("in {tranches}"),
        Some(Kind::Loan(loan)) => format!("a loan in {tranches}, {}", terms(loan)),
        Some(Kind::Guarantee(guarantee)) => {
            let amount = request.tranches.first().map(|terms| amount(terms.amount)).unwrap_or_default();
            format!("a guarantee of {amount} for {} days", guarantee.term)
        }
        Some(Kind::InKind) => "in kind".into(),
    }
}

fn terms(loan: &Loan) -> String {
    let instalments = loan.instalments.len();
    let plural = if instalments == 1 { "" } else { "s" };
    format!(
        "repaid in {instalments} instalment{plural} after {} days of grace, {}",
        loan.grace,
        interest(loan.interest)
    )
}

/// Interest as people write it: `1.5 % a year`, or `no interest`.
#[must_use]
pub fn interest(millionths: Option<u32>) -> String {
    let Some(millionths) = millionths else { return "no interest".into() };
    let a_percent = INTEREST_WHOLE.checked_div(100).unwrap_or(1);
    let whole = millionths.checked_div(a_percent).unwrap_or_default();
    let part = millionths.checked_rem(a_percent).unwrap_or_default();
    let digits = format!("{part:04}");
    let digits = digits.trim_end_matches('0');
    let point = if digits.is_empty() { "" } else { "." };
    format!("{whole}{point}{digits} % a year")
}

/// The event in a sentence.
pub(super) fn sentence(event: &E) -> String {
    match event {
        E::Lent { case, amount, on } => {
            format!("{} is lent for {case} from {}", self::amount(*amount), day(*on))
        }
        E::NotLent { case, amount, on, .. } => format!(
            "{} of {case} is not lent any more from {}: it never reached the borrower",
            self::amount(*amount),
            day(*on)
        ),
        E::Repaid { case, interest, principal, .. } => format!(
            "money comes back on {case}: {} of principal and {} of interest",
            amount(*principal),
            amount(*interest)
        ),
        E::Recovered { case, amount, .. } => {
            format!("{} of what was paid for {case} comes back", self::amount(*amount))
        }
        E::RepaymentTakenBack { case, interest, principal, line, .. } => format!(
            "{line} is taken back: {} of principal and {} of interest of {case} are not repaid",
            amount(*principal),
            amount(*interest)
        ),
        E::TranchesLapsed { case, tranches, amount } => format!(
            "the time of {case} is over: {} of {}, which nobody instructed, can be promised again",
            self::amount(*amount),
            if let [one] = tranches[..] { one.to_string() } else { format!("{} tranches", tranches.len()) }
        ),
        E::RecoveryTakenBack { case, amount, line, .. } => {
            format!("{line} is taken back: {} of {case} are not recovered", self::amount(*amount))
        }
        E::FellDue { case, instalment, on, owed } if owed.is_positive() => {
            format!("instalment {instalment} of {case} was due by {}: {} is overdue", day(*on), amount(*owed))
        }
        E::FellDue { case, instalment, on, .. } => {
            format!("instalment {instalment} of {case} was due by {}, and is repaid", day(*on))
        }
        E::WrittenOff { case, amount, decision, .. } => {
            format!("{} of {case} is written off by {decision}: a loss", self::amount(*amount))
        }
        E::Claimed { case, tranche, amount, evidence } => {
            format!(
                "the beneficiary claims {} under {case}, {tranche}: \"{evidence}\"",
                self::amount(*amount)
            )
        }
        E::GuaranteeReleased { case, amount, decision } => {
            let why = decision.map_or_else(|| "its term is over".to_string(), |by| format!("by {by}"));
            format!("the guarantee of {case} ends, {why}: {} is free again", self::amount(*amount))
        }
        E::InKind(event) => in_kind(event),
        _ => String::new(),
    }
}

fn in_kind(event: &InKindEvent) -> String {
    use InKindEvent as E;
    match event {
        E::Needed { case, need, what, quantity, unit, until } => {
            format!("{need} of {case}: {what}, {quantity} {unit}, by {}", day(*until))
        }
        E::Offered { offer, need, by, quantity, lent, value, .. } => {
            let how = if *lent { "to lend" } else { "to give" };
            let worth = value.map(|value| format!(", worth {}", amount(value))).unwrap_or_default();
            format!("{by} offers {how} {quantity} for {need}: {offer}{worth}")
        }
        E::Withdrawn { offer, .. } => format!("{offer} is withdrawn"),
        E::Matched { offer, quantity, .. } => format!("{quantity} of {offer} are matched with the need"),
        E::Delivered { offer, .. } => format!("{offer} is delivered"),
        E::Accepted { offer, quantity, .. } => format!("{quantity} of {offer} are accepted"),
        E::Returned { offer, .. } => format!("what was lent by {offer} is back"),
    }
}
