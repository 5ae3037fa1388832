//! What time alone brings.

use alloc::vec::Vec;

use crate::agenda::{Due, Task};
use crate::event::Event;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::{cases, consultations, decisions, frameworks, fund, members, positions};

/// The earliest thing that time alone brings until this moment, by deadline, kind and number. It is applied
/// before the next is asked for, so that two closings never share stale facts.
#[must_use]
pub fn due(partnership: &Partnership, until: Moment) -> Option<Due> {
    partnership.agenda.first(until, until)
}

/// What a task brings as things are now; nothing if it has become moot.
pub(crate) fn falls_due(partnership: &Partnership, due: Due) -> Vec<Event> {
    let one = |event: Option<Event>| event.into_iter().collect();
    let all = |events: Vec<members::Event>| events.into_iter().map(Event::from).collect();
    let at = due.at;
    match due.task {
        Task::DecisionCloses(decision) => {
            decisions::closes(partnership, decision).into_iter().map(Event::from).collect()
        }
        Task::ApprovalLapses(decision) => {
            one(decisions::lapses(partnership.decisions(), decision).map(Event::from))
        }
        Task::InstructionLapses(payment) => cases::lapses(partnership.cases(), payment).unwrap_or_default(),
        Task::WithdrawalTakesEffect(member) => {
            let mut events: Vec<Event> = all(members::leaves(partnership, member));
            if !events.is_empty() {
                events.extend(fund::leaves(partnership, member, at));
            }
            events
        }
        Task::SettlementDue(member) => fund::settlement_falls_due(partnership, member),
        Task::SuspensionEnds(member) => all(members::suspension_ends(partnership, member)),
        Task::Arrears(member) => one(members::votes_rest(partnership, member, at).map(Event::from)),
        Task::ArrearsEnd(member) => all(members::votes_return(partnership, member)),
        Task::ProvisionalEnds(member) => all(members::provisional_ends(partnership, member)),
        Task::KeysReplaced(member) => one(members::keys_replaced(partnership, member).map(Event::from)),
        Task::PledgeLapses(member) => fund::pledge_lapses(partnership, member),
        Task::FallsDue(member) => fund::falls_due(partnership, member),
        Task::Default(member) => fund::defaults(partnership, member, at),
        Task::InstalmentDue(case) => cases::instalment_due(partnership.cases(), case),
        Task::HelpLapses(case) => cases::help_lapses(partnership, case),
        Task::GuaranteeEnds(case) => cases::term_ends(partnership, case),
        Task::CorrectionLapses(line, correction) => {
            one(fund::correction_lapses(partnership.fund(), line, correction).map(Event::from))
        }
        Task::RateLapses(rate) => one(fund::rate_lapses(partnership.fund(), rate).map(Event::from)),
        Task::EmergencyLapses(number) => {
            one(fund::emergency_lapses(partnership.fund(), number).map(Event::from))
        }
        Task::ProcurementLapses(number) => {
            one(frameworks::procurement::lapses(partnership.frameworks(), number).map(Event::from))
        }
        Task::BudgetEnds(year) => fund::budget_ends(partnership, year, at),
        Task::YearEnds => fund::year_ends(partnership, at),
        Task::ArrangementEnds(number, of) => {
            frameworks::arrangement_ends(partnership.frameworks(), number, of)
        }
        Task::LineLapses(line) => one(fund::lapses(partnership.fund(), line).map(Event::from)),
        Task::ConsultationQuiet(number) => {
            one(consultations::goes_quiet(partnership, number).map(Event::from))
        }
        Task::BriefingReleased(briefing) => one(positions::released(partnership, briefing).map(Event::from)),
        Task::SessionDue(number) => one(consultations::session_due(partnership, number).map(Event::from)),
        Task::SilenceEnds(text) => one(consultations::silence_ends(partnership, text).map(Event::from)),
        Task::TextConcludes(text) => one(consultations::text_concludes(partnership, text).map(Event::from)),
        Task::SealLapses(seal) => one(fund::seal_lapses(partnership.fund(), seal).map(Event::from)),
    }
}
