//! A command in a sentence, before anything came of it: what somebody is asked to sign.

use alloc::format;
use alloc::string::String;

use quorate_partnership::decisions::{Choice, Command as Decision};
use quorate_partnership::{Command, consultations, fund};

use super::{amount, does};

/// What a command asks for, in words; none for one that has no sentence yet. Only the command is read, and nothing that is
/// true beside it.
#[must_use]
pub fn command(command: &Command) -> Option<String> {
    match command {
        Command::Decisions(command) => decision(command),
        Command::Consultations(command) => consultation(command),
        Command::Fund(fund::Command::Pledge(pledge)) => Some(
            pledge.amount.map_or_else(|| "pledge no amount".into(), |sum| format!("pledge {}", amount(sum))),
        ),
        Command::Fund(fund::Command::SignAgreement(agreement)) => Some(format!(
            "sign a contribution agreement: {} paid in, and {} callable",
            amount(agreement.paid_in),
            amount(agreement.callable)
        )),
        _ => None,
    }
}

fn decision(command: &Decision) -> Option<String> {
    Some(match command {
        Decision::Table(table) => format!("table \"{}\", to {}", table.title, does(&table.effect)),
        Decision::Open(open) => format!("open the vote on {}", open.decision),
        Decision::Vote(vote) => {
            let choice = match vote.choice {
                Choice::InFavour => "in favour of",
                Choice::Against => "against",
                Choice::Abstain => "abstention on",
            };
            let reserve = vote.reserve.map_or_else(String::new, |reserve| format!(", {}", reserve.name()));
            format!("vote {choice} {}{reserve}", vote.decision)
        }
        Decision::Object(object) => format!("object to {}", object.decision),
        Decision::Execute(execute) => format!("execute {}", execute.decision),
        Decision::Withdraw(withdraw) => format!("withdraw {}", withdraw.decision),
        _ => return None,
    })
}

fn consultation(command: &consultations::Command) -> Option<String> {
    use consultations::Command as C;
    Some(match command {
        C::Acknowledge(said) => format!("acknowledge {}", said.consultation),
        C::Close(said) => format!("close {}", said.consultation),
        _ => return None,
    })
}
