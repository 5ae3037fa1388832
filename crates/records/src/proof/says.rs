//! Whether a signed command says what an event records.

use quorate_charter::MemberCode;
use quorate_partnership::{Booked, Command, Event, Signed, cases, decisions, fund, members};

/// Whether the event records what the command says, by the member that gave it. An event that merely follows from the
/// command, such as a deadline that moves, records nothing that the command would have to say.
pub(super) fn says(signed: &Signed, booked: &Booked) -> bool {
    let by = signed.post().member;
    match (&booked.event, signed.command()) {
        (Event::Members(event), command) => of_members(event, command, by),
        (Event::Decisions(event), command) => of_decisions(event, command, by),
        (Event::Cases(event), command) => of_cases(event, command, by),
        // The bank's line says that money of a payment came back.
        (Event::Fund(fund::Event::PaymentReturned { .. }), command) => matches!(command, Command::Fund(_)),
        (Event::Fund(_), command) => executes(command) || matches!(command, Command::Cases(_)),
        // No decision is about the audit, consultations, a framework, lines, positions or capabilities, and none brings a part of
        // them.
        (
            Event::Audit(_)
            | Event::Consultations(_)
            | Event::Frameworks(_)
            | Event::Continuity(_)
            | Event::Positions(_)
            | Event::Capabilities(_)
            | Event::Refused { .. },
            _,
        ) => false,
    }
}

/// What comes by the execution of a decision was decided when it was tabled.
fn executes(command: &Command) -> bool {
    matches!(command, Command::Decisions(decisions::Command::Execute(_)))
}

fn of_members(event: &members::Event, command: &Command, by: MemberCode) -> bool {
    use members::{Command as C, Event as E};
    if let E::Instrument(event) = event {
        return super::instrument::says(event, command, by);
    }
    let Command::Members(command) = command else {
        // Representatives act on members only by decisions; an execution can end a wait of the fund.
        return !matches!(
            event,
            E::Accredited { .. } | E::Revoked { .. } | E::RootReplaced { .. } | E::NodeNamed { .. }
        );
    };
    match (event, command) {
        (E::Accredited { member, key, office, from, until }, C::Accredit(said)) => {
            (*member, *key, *office) == (by, said.key, said.office)
                && (*from, *until) == (said.from, said.until)
        }
        (E::Accredited { .. }, _) => false,
        (E::Revoked { member, key, office }, C::Revoke(said)) => {
            (*member, *key, *office) == (by, said.key, said.office)
        }
        (E::Revoked { .. }, _) => false,
        (E::RootReplaced { member, root, end_credentials }, C::ReplaceRoot(said)) => {
            (*member, *root, *end_credentials) == (by, said.root, said.end_credentials)
        }
        (E::RootReplaced { .. }, _) => false,
        (E::NodeNamed { member, node }, C::NameNode(said)) => (*member, *node) == (by, said.ready.node),
        (E::NodeNamed { .. }, _) => false,
        (E::Signed { .. }, command) => super::instrument::signs(event, command, by),
        (E::Ratified { .. }, command) => super::instrument::ratifies(event, command, by),
        (E::ProvisionalEnded { member }, command) => *member == by && matches!(command, C::EndProvisional(_)),
        (E::NoticeGiven { member, .. }, command) => *member == by && matches!(command, C::Withdraw(_)),
        (E::NoticeTakenBack { member, .. }, command) => *member == by && matches!(command, C::Stay(_)),
        (E::AmendmentAccepted { member, version }, C::Accept(said)) => {
            (*member, *version) == (by, said.version)
        }
        (E::AmendmentAccepted { .. }, _) => false,
        (E::Stated { decision, member, text }, C::State(said)) => {
            (*member, *decision) == (by, said.decision) && *text == said.text
        }
        (E::Stated { .. }, _) => false,
        _ => true,
    }
}

fn of_decisions(event: &decisions::Event, command: &Command, by: MemberCode) -> bool {
    use decisions::{Command as C, Event as E};
    // A vote can close or go on by what happens elsewhere; none is cast, moved or executed so.
    let Command::Decisions(command) = command else { return follows(event) };
    match (event, command) {
        (E::Tabled { mover, title, effect, .. }, C::Table(said)) => {
            *mover == by && *title == said.title && *effect == said.effect
        }
        (E::Amended { decision, title, effect, .. }, C::Amend(said)) => {
            *decision == said.decision
                && said.title.as_ref().is_none_or(|said| said == title)
                && said.effect.as_ref().is_none_or(|said| said == effect)
        }
        (E::Opened { decision, .. }, C::Open(said)) => *decision == said.decision,
        (E::Voted { decision, member, choice, replaces, explanation, reserve }, C::Vote(said)) => {
            (*decision, *member, *choice) == (said.decision, by, said.choice)
                && (*replaces, *reserve) == (said.replaces, said.reserve)
                && *explanation == said.explanation
        }
        (E::Objected { decision, member, reason, replaces }, C::Object(said)) => {
            (*decision, *member) == (said.decision, by)
                && *reason == said.reason
                && *replaces == said.replaces
        }
        (E::ProxyGiven { decision, member, holder }, C::Proxy(said)) => {
            (*decision, *member) == (said.decision, by) && said.to == Some(*holder)
        }
        // By the member that takes its vote back or gives it anew, or by the holder.
        (E::ProxyEnded { decision, member, holder }, C::Proxy(said)) => {
            *decision == said.decision && (*member == by || *holder == by)
        }
        (E::Executed { decision }, C::Execute(said)) => *decision == said.decision,
        (E::Withdrawn { decision }, C::Withdraw(said)) => *decision == said.decision,
        (event, _) => follows(event),
    }
}

/// What no command says, but follows from one or from time.
fn follows(event: &decisions::Event) -> bool {
    use decisions::Event as E;
    matches!(
        event,
        E::Closed { .. }
            | E::Lapsed { .. }
            | E::Extended { .. }
            | E::Unconfirmed { .. }
            | E::Converted { .. }
            | E::ProxyEnded { .. }
    )
}

fn of_cases(event: &cases::Event, command: &Command, member: MemberCode) -> bool {
    use cases::{Command as C, Event as E};
    match (event, command) {
        (E::Requested { beneficiary, request, .. }, Command::Cases(C::Request(said))) => {
            *beneficiary == member && request == said
        }
        (E::Attested { case, tranche, by }, Command::Cases(C::Attest(said))) => {
            (*case, *tranche, *by) == (said.case, said.tranche, member)
        }
        (E::Instructed { case, tranche, by, .. }, Command::Cases(C::Instruct(said))) => {
            (*case, *tranche, *by) == (said.case, said.tranche, member)
        }
        (E::Countersigned { payment, by, .. }, Command::Cases(C::Countersign(said))) => {
            (*payment, *by) == (said.payment, member)
        }
        (E::Closed { case }, Command::Cases(C::Close(said))) => *case == said.case,
        (E::Claimed { case, amount, evidence, .. }, Command::Cases(C::Claim(said))) => {
            (*case, *amount) == (said.case, said.amount) && *evidence == said.evidence
        }
        (E::InKind(event), Command::Cases(command)) => super::in_kind::says(event, command, member),
        (E::Financing(event), command) => super::financing::says(event, command, member),
        (E::Elsewhere(event), command) => super::financing::says_elsewhere(event, command, member),
        (E::Approved { .. } | E::PartyNamed { .. }, command) => executes(command),
        // A decision ends a loan or a guarantee, and a case with it.
        (E::WrittenOff { .. } | E::GuaranteeReleased { .. }, command) => executes(command),
        (E::Closed { .. }, command) => executes(command) || matches!(command, Command::Fund(_)),
        // The bank's line says that it was paid or came back, and the last signature releases it.
        (
            E::Paid { .. }
            | E::Lent { .. }
            | E::NotLent { .. }
            | E::Repaid { .. }
            | E::Recovered { .. }
            | E::RepaymentTakenBack { .. }
            | E::RecoveryTakenBack { .. },
            command,
        ) => {
            matches!(command, Command::Fund(_))
        }
        (E::Released { .. } | E::InstructionLapsed { .. }, command) => matches!(command, Command::Cases(_)),
        _ => false,
    }
}
