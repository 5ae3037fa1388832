//! Texts: agreed by everybody's silence, or recorded with who supports them. Article: consultations.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Period};

use super::{Consultations, Event, Outcome, Refusal};
use crate::agenda::{Agenda, Task};
use crate::ids::{ConsultationNo, DecisionNo, TextNo};
use crate::moment::Moment;
use crate::partnership::Partnership;

/// Where a member stands, if it said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub(super) enum Position {
    #[n(0)]
    Supports,
    #[n(1)]
    Dissociates,
}

/// How far a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub(super) enum Stage {
    #[n(0)]
    Silence {
        #[n(0)]
        until: Moment,
    },
    #[n(1)]
    Broken {
        #[n(0)]
        concludes: Moment,
    },
    #[n(2)]
    Agreed,
    #[n(3)]
    Concluded,
    #[n(4)]
    TakenBack,
}

/// A text, and who stands where.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Text {
    #[n(0)]
    pub(super) consultation: ConsultationNo,
    #[n(1)]
    pub(super) by: MemberCode,
    #[n(2)]
    pub(super) outcome: Outcome,
    /// Those that the charter bound at the tabling.
    #[n(3)]
    pub(super) participants: BTreeSet<MemberCode>,
    #[n(4)]
    pub(super) positions: BTreeMap<MemberCode, Position>,
    #[n(5)]
    pub(super) stage: Stage,
    #[n(6)]
    pub(super) conclude_within: Period,
    /// The decision that came of it, once it is named.
    #[n(7)]
    pub(super) named: Option<DecisionNo>,
    /// Who has said where it stands since the silence was broken.
    #[n(8)]
    pub(super) said: BTreeSet<MemberCode>,
    /// How many decisions were tabled when it was recorded.
    #[n(9)]
    pub(super) decisions_before: usize,
}

impl Text {
    /// Whether a member moved it, supports it or was silent until it was agreed.
    pub(super) fn stands_for(&self, member: MemberCode) -> bool {
        let agreed = self.stage == Stage::Agreed && self.participants.contains(&member);
        agreed || self.positions.get(&member) == Some(&Position::Supports)
    }

    /// Whether a member took this position, and since the silence was broken, if it was.
    pub(super) fn holds(&self, member: MemberCode, position: Position) -> bool {
        let said = matches!(self.stage, Stage::Silence { .. }) || self.said.contains(&member);
        said && self.positions.get(&member) == Some(&position)
    }

    /// Who takes part, is bound still, and has not said where it stands since the silence was broken.
    pub(super) fn silent(&self, partnership: &Partnership) -> Vec<MemberCode> {
        let members = partnership.members();
        let all = self.participants.iter().copied();
        all.filter(|member| members.is_bound(*member) && !self.said.contains(member)).collect()
    }

    fn standing(&self, position: Position) -> Vec<MemberCode> {
        let there = self.positions.iter().filter(|(_, held)| **held == position);
        there.map(|(member, _)| *member).collect()
    }

    /// The text is recorded over an objection.
    pub(super) fn concluded(&self, text: TextNo) -> Event {
        let (supported_by, dissociated) =
            (self.standing(Position::Supports), self.standing(Position::Dissociates));
        Event::TextConcluded { text, supported_by, dissociated }
    }

    fn is_on_table(&self) -> bool {
        matches!(self.stage, Stage::Silence { .. } | Stage::Broken { .. })
    }
}

/// The silence has lasted: nobody objected, and the text is agreed.
pub(crate) fn silence_ends(partnership: &Partnership, text: TextNo) -> Option<Event> {
    let silent = partnership.consultations().text(text)?;
    let members = partnership.members();
    let agreed = silent.participants.iter().copied().filter(|member| members.is_bound(*member)).collect();
    matches!(silent.stage, Stage::Silence { .. }).then_some(Event::TextAgreed { text, by: agreed })
}

/// The time to say where one stands is over.
pub(crate) fn text_concludes(partnership: &Partnership, text: TextNo) -> Option<Event> {
    let broken = partnership.consultations().text(text)?;
    matches!(broken.stage, Stage::Broken { .. }).then(|| broken.concluded(text))
}

impl Consultations {
    pub(super) fn text(&self, number: TextNo) -> Option<&Text> {
        number.index().and_then(|at| self.texts.get(at))
    }

    /// A text that is on the table, for a member that takes part.
    pub(super) fn on_table(&self, number: TextNo, member: MemberCode) -> Result<&Text, Refusal> {
        // K18: the text is on the table.
        let text = self.text(number).filter(|text| text.is_on_table()).ok_or(Refusal::NotOnTable(number))?;
        // K19: the member takes part: the charter bound it when the text was tabled.
        if text.participants.contains(&member) { Ok(text) } else { Err(Refusal::TakesNoPart(number)) }
    }

    fn change_text(&mut self, number: TextNo, change: impl FnOnce(&mut Text)) -> Option<ConsultationNo> {
        let text = number.index().and_then(|at| self.texts.get_mut(at))?;
        change(text);
        Some(text.consultation)
    }

    pub(super) fn tabled(&mut self, agenda: &mut Agenda, at: Moment, event: &Event) {
        let Event::TextTabled { text, consultation, by, outcome, participants, until, .. } = event else {
            return;
        };
        let Some(conclude_within) = self.find(*consultation).map(|called| called.hours.conclude_within)
        else {
            return;
        };
        agenda.add(*until, Task::SilenceEnds(*text));
        self.texts.push(Text {
            consultation: *consultation,
            by: *by,
            outcome: *outcome,
            participants: participants.iter().copied().collect(),
            positions: BTreeMap::from([(*by, Position::Supports)]),
            stage: Stage::Silence { until: *until },
            conclude_within,
            named: None,
            said: BTreeSet::from([*by]),
            decisions_before: 0,
        });
        self.change(*consultation, |called| {
            let count = called.tabled.entry(*by).or_default();
            *count = count.saturating_add(1);
        });
        self.touch(agenda, *consultation, at);
    }

    /// A member says where it stands.
    pub(super) fn says(&mut self, agenda: &mut Agenda, at: Moment, event: &Event) {
        let (text, by, position) = match event {
            Event::SilenceBroken { text, by, .. } | Event::Dissociated { text, by, .. } => {
                (*text, *by, Position::Dissociates)
            }
            Event::Supported { text, by } => (*text, *by, Position::Supports),
            _ => return,
        };
        let place = self.change_text(text, |changed| {
            changed.positions.insert(by, position);
            if !matches!((event, changed.stage), (Event::Supported { .. }, Stage::Silence { .. })) {
                changed.said.insert(by);
            }
            if let (Event::SilenceBroken { concludes, .. }, Stage::Silence { until }) = (event, changed.stage)
            {
                agenda.remove(until, Task::SilenceEnds(text));
                agenda.add(*concludes, Task::TextConcludes(text));
                changed.stage = Stage::Broken { concludes: *concludes };
            }
        });
        if let Some(place) = place {
            self.touch(agenda, place, at);
        }
    }

    /// A text leaves the table.
    pub(super) fn ends(&mut self, agenda: &mut Agenda, number: TextNo, stage: Stage, decisions: usize) {
        let Some(by) = self.text(number).map(|text| text.by) else { return };
        let place = self.change_text(number, |text| {
            match text.stage {
                Stage::Silence { until } => agenda.remove(until, Task::SilenceEnds(number)),
                Stage::Broken { concludes } => agenda.remove(concludes, Task::TextConcludes(number)),
                Stage::Agreed | Stage::Concluded | Stage::TakenBack => {}
            }
            text.stage = stage;
            text.decisions_before = decisions;
        });
        let Some(place) = place else { return };
        self.change(place, |called| {
            if let Some(count) = called.tabled.get_mut(&by) {
                *count = count.saturating_sub(1);
            }
        });
    }

    pub(super) fn decision_named(&mut self, number: TextNo, decision: DecisionNo) -> Option<ConsultationNo> {
        self.change_text(number, |text| text.named = Some(decision))
    }

    /// Whether a text has named this decision.
    pub(super) fn is_named(&self, decision: DecisionNo) -> bool {
        self.texts.iter().any(|text| text.named == Some(decision))
    }
}
