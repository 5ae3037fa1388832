//! Whether an event about a financing agreement, or about help elsewhere, records what the command says.

use quorate_charter::MemberCode;
use quorate_partnership::cases::{Command as C, ElsewhereEvent, FinancingEvent as E};
use quorate_partnership::{Command, decisions};

pub(super) fn says(event: &E, command: &Command, member: MemberCode) -> bool {
    match (event, command) {
        (E::Signed { case, .. }, Command::Cases(C::SignAgreement(said))) => *case == said.case,
        (E::Reported { case, amount, what, replaces, .. }, Command::Cases(C::ReportUse(said))) => {
            (*case, *amount, *replaces) == (said.case, said.amount, said.replaces) && *what == said.what
        }
        (E::UseAttested { case, report, by }, Command::Cases(C::AttestUse(said))) => {
            (*case, *report, *by) == (said.case, said.report, member)
        }
        // A decision approves the case, or finds or ends a breach.
        (E::Asked { .. } | E::BreachFound { .. } | E::BreachEnded { .. }, command) => {
            matches!(command, Command::Decisions(decisions::Command::Execute(_)))
        }
        _ => false,
    }
}

pub(super) fn says_elsewhere(event: &ElsewhereEvent, command: &Command, member: MemberCode) -> bool {
    match (event, command) {
        (
            ElsewhereEvent::Declared { case, by, declared, replaces, source, .. },
            Command::Cases(C::Elsewhere(said)),
        ) => {
            (*case, *by, *replaces) == (said.case, member, said.replaces)
                && (declared, source) == (&said.declared, &said.source)
        }
        (ElsewhereEvent::Declared { .. }, _) => false,
        (_, command) => matches!(command, Command::Decisions(decisions::Command::Execute(_))),
    }
}
