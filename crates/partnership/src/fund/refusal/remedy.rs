//! What to do about a refusal.

use alloc::format;
use alloc::string::String;

use super::Refusal;

impl Refusal {
    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::OtherCurrency { fund, .. } => format!("give the amount in `{}`", fund.code()),
            Refusal::NotPositive(_) => "give an amount above zero".into(),
            Refusal::NotAMember(_) => "the members are those of the charter".into(),
            Refusal::SpokenForItself(member) => format!("only `{member}` can change its own indication"),
            Refusal::NothingSigned => "give what is paid in, what is callable, or both".into(),
            Refusal::AlreadySigned(_) => "one agreement a member is in force at a time".into(),
            Refusal::BookedAlready(_) => "look the line up in the record of bank lines".into(),
            Refusal::NoWaitingLine(_) => {
                "look up the lines that wait in the record; one that lapsed is entered again".into()
            }
            Refusal::SameMember { .. } => "a treasurer of another member countersigns".into(),
            Refusal::ValueDateAhead => "enter the line once the bank has booked it".into(),
            Refusal::ValueDateBefore(_) => {
                "give the value date of the bank's statement, and the right payment".into()
            }
            Refusal::OtherAmount { .. } => "check the bank's statement: a payment is settled whole".into(),
            Refusal::Books(_) => "what is missing must come in first; see the account in the record".into(),
            Refusal::BeyondSigned { left, .. } => {
                format!(
                    "call at most {}, or have members sign more before a vote is opened: none binds who signs later",
                    left.grouped()
                )
            }
            Refusal::Amount(_) => "give a smaller amount".into(),
            Refusal::BeyondTarget { .. } => "nobody gives more than the target: give at most that".into(),
            Refusal::EnteredByNobody { .. } => {
                "compare it with the bank's statement; if it is there, a treasurer enters it again".into()
            }
            Refusal::Line(refusal) => refusal.remedy(),
            Refusal::DayNotAhead => "give a day from tomorrow on".into(),
            Refusal::NotPledged(_) => "look the pledges up in the record".into(),
            Refusal::Instalments(_) => "leave instalments out, or put some together".into(),
            Refusal::InstalmentDay => "give days from tomorrow on, each after the one before".into(),
            Refusal::InstalmentsBeyond { .. } => {
                "what is in no instalment is due at once: give at most what is paid in".into()
            }
            Refusal::NoteTerm => "give days within ten years from today".into(),
            Refusal::BeyondPaidIn { left, .. } => format!("lodge a note for at most {}", left.grouped()),
            Refusal::Currencies(refusal) => refusal.remedy(),
            Refusal::Treasury(refusal) => refusal.remedy(),
            other => other.remedy_of_two_treasurers(),
        }
    }

    /// Of seals and of emergency calls, for which two treasurers say the same.
    fn remedy_of_two_treasurers(&self) -> String {
        match self {
            Refusal::SealedAlready => {
                "seal a later day: see the seals in the record; what is sealed stays as it is".into()
            }
            Refusal::DayNotOver => "seal at most the day before today".into(),
            Refusal::NoWaitingSeal(_) => {
                "look up the seals that wait in the record; one that lapsed is given again".into()
            }
            Refusal::SameSealer { .. } => "a treasurer of another member countersigns".into(),
            Refusal::SealedByNobody { .. } => "a treasurer gives the seal again".into(),
            Refusal::OtherTotals(_) => {
                "something was booked in the period since: give the seal again, on what the books say now"
                    .into()
            }
            Refusal::NoEmergencyCalls => "table a decision on a call".into(),
            Refusal::BeyondNeed { lacks, .. } => {
                format!("ask for at most {}; more is for the members to decide", lacks.grouped())
            }
            Refusal::NoWaitingCall(_) => {
                "look the calls up in the record; one that lapsed is asked for again".into()
            }
            Refusal::CalledByItself { .. } => "a treasurer of another member countersigns".into(),
            Refusal::CalledByNobody { .. } => "a treasurer asks for it again".into(),
            _ => String::new(),
        }
    }
}
