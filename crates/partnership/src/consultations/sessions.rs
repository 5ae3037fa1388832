//! Sessions: who chairs them, whose turn it is to do the chair's part, and when the rule convenes one. Article: consultations.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use super::{About, Consultation, Consultations, Event, Refusal};
use crate::agenda::{Agenda, Task};
use crate::ids::{ConsultationNo, SessionNo};
use crate::moment::Moment;
use crate::partnership::Partnership;

/// A session; it opens at its moment by time alone.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Session {
    #[n(0)]
    pub(super) consultation: ConsultationNo,
    #[n(1)]
    pub(super) opens: Moment,
    #[n(2)]
    pub(super) closes: Option<Moment>,
    #[n(3)]
    pub(super) chair: MemberCode,
    #[n(4)]
    pub(super) deputy: MemberCode,
    #[n(5)]
    pub(super) attended: BTreeSet<MemberCode>,
}

/// Chair and deputy of the next session: the next members with a voice, in the order of codes after the last chair (at the
/// first: after the caller), without the caller. Where there is no other they are the caller.
pub(super) fn rotation(partnership: &Partnership, called: &Consultation) -> (MemberCode, MemberCode) {
    let members = partnership.charter().members().map(|(member, _)| member);
    let can = |member: &MemberCode| *member != called.by && partnership.members().has_voice(*member);
    let all: Vec<MemberCode> = members.filter(can).collect();
    let after = |last: MemberCode| {
        let next = all.iter().find(|member| **member > last).or_else(|| all.first());
        next.copied().unwrap_or(called.by)
    };
    let chair = after(called.chair.unwrap_or(called.by));
    (chair, after(chair))
}

/// Chair and deputy of a session that opens at this moment: those of another that opens with it, else the next ones.
pub(super) fn chairs(
    partnership: &Partnership,
    number: ConsultationNo,
    called: &Consultation,
    opens: Moment,
) -> (MemberCode, MemberCode) {
    let mut sessions = partnership.consultations().sessions.iter().rev();
    let beside = sessions.find(|session| session.consultation == number && session.opens == opens);
    beside.map_or_else(|| rotation(partnership, called), |session| (session.chair, session.deputy))
}

/// Nobody convened a session in time: the rule does, to be held at its hour.
pub(crate) fn session_due(partnership: &Partnership, consultation: ConsultationNo) -> Option<Event> {
    let rooms = partnership.consultations();
    let called = rooms.open(consultation).ok()?;
    let (session, opens) = (SessionNo::after(rooms.sessions.len()), called.next_by);
    let (chair, deputy) = chairs(partnership, consultation, called, opens);
    let closes = Some(opens.plus(called.hours.session_every));
    let (by, agenda, document) = (None, None, None);
    Some(Event::SessionConvened { session, consultation, opens, chair, deputy, by, closes, agenda, document })
}

impl Consultation {
    /// When the rule convenes the next session, if nobody has.
    pub(super) fn session_task(&self) -> Moment {
        Moment(self.next_by.0.saturating_sub(self.hours.session_notice.millis()))
    }

    /// How many sessions this member convened within the time between two.
    pub(super) fn convened_by(&self, member: MemberCode, now: Moment) -> usize {
        self.convened
            .iter()
            .filter(|(at, by)| *by == member && at.plus(self.hours.session_every) > now)
            .count()
    }

    /// Whether a session moves the chair on: one of the caller or of the rule, so that nobody else makes itself chair.
    fn turns(&self, by: Option<MemberCode>) -> bool {
        by.is_none_or(|by| by == self.by)
    }
}

impl Consultations {
    /// A session that was opened.
    pub(super) fn held(&self, number: SessionNo, now: Moment) -> Result<&Session, Refusal> {
        let session = number.index().and_then(|at| self.sessions.get(at));
        let opened = |session: &&Session| {
            let closed = self.find(session.consultation).and_then(|called| called.closed);
            session.opens <= closed.unwrap_or(now).min(now)
        };
        // K11: the session was opened, before its consultations closed.
        session.filter(opened).ok_or(Refusal::NotOpened(number))
    }

    /// From when this member may give the minutes of a session.
    pub(super) fn turn(&self, session: &Session, member: MemberCode) -> Option<Moment> {
        let within = self.find(session.consultation)?.hours.chair_within;
        let (chairs, deputys) = (session.opens, session.opens.plus(within));
        Some(if session.chair == member {
            chairs
        } else if session.deputy == member {
            deputys
        } else {
            deputys.plus(within)
        })
    }

    /// Of which consultations something is.
    pub(super) fn place(&self, about: About) -> Option<ConsultationNo> {
        match about {
            About::Session(number) => {
                number.index().and_then(|at| self.sessions.get(at)).map(|session| session.consultation)
            }
            About::Text(number) => self.text(number).map(|text| text.consultation),
            About::Statement(number) => number.index().and_then(|at| self.statements.get(at)).copied(),
        }
    }

    pub(super) fn convene(&mut self, agenda: &mut Agenda, at: Moment, event: &Event) {
        let Event::SessionConvened { consultation, opens, chair, deputy, by, closes, .. } = event else {
            return;
        };
        let attended = BTreeSet::new();
        let (chair, deputy) = (*chair, *deputy);
        let session =
            Session { consultation: *consultation, opens: *opens, closes: *closes, chair, deputy, attended };
        self.sessions.push(session);
        self.change(*consultation, |called| {
            agenda.remove(called.session_task(), Task::SessionDue(*consultation));
            if called.turns(*by) {
                called.chair = Some(chair);
            }
            called.next_by = called.next_by.max(opens.plus(called.hours.session_every));
            agenda.add(called.session_task(), Task::SessionDue(*consultation));
            let every = called.hours.session_every;
            called.convened.retain(|(convened, _)| convened.plus(every) > at);
            called.convened.extend(by.map(|by| (at, by)));
        });
        if by.is_some() {
            self.touch(agenda, *consultation, at);
        }
    }

    pub(super) fn change_session(&mut self, number: SessionNo, change: impl FnOnce(&mut Session)) {
        if let Some(session) = number.index().and_then(|at| self.sessions.get_mut(at)) {
            change(session);
        }
    }

    /// The consultations of a session.
    pub(super) fn of_session(&self, number: SessionNo) -> Option<ConsultationNo> {
        self.place(About::Session(number))
    }
}
