//! What members do in the rehearsal: whether a rule lets them is said by what comes back.

use alloc::vec::Vec;

use quorate_charter::{MemberCode, Office};
use quorate_partnership::consultations::{
    self, Acknowledge, Attend, BreakSilence, Call, Close, Conclude, Convene, Dissociate, GiveMinutes,
    Outcome, State, Support, TableText,
};
use quorate_partnership::members::{self, Withdraw};
use quorate_partnership::{Audience, ConsultationNo, DocumentHash, Moment, Phrase, TextNo, Wording};

use super::World;

impl World {
    pub(in super::super) fn call(&mut self, by: MemberCode) -> bool {
        let Some(subject) = wording() else { return false };
        let call = Call { threatened: Vec::from([by]), subject, audience: Audience::Public, paper: None };
        self.say(by, consultations::Command::Call(call))
    }

    /// As many commands as the day's allowance takes.
    pub(in super::super) fn flood(&mut self, by: MemberCode) {
        for _ in 0..1000 {
            let consultation = ConsultationNo(0);
            let nothing = consultations::Command::Acknowledge(Acknowledge { consultation });
            if self.taken(by, Office::Representative, nothing).is_none() {
                return;
            }
        }
    }

    pub(in super::super) fn withdraw(&mut self, by: MemberCode) {
        self.give(by, Office::Root, members::Command::Withdraw(Withdraw {}));
    }

    fn of_followed(
        &mut self,
        by: MemberCode,
        command: impl Fn(ConsultationNo) -> consultations::Command,
    ) -> bool {
        let Some(number) = self.followed else { return false };
        self.say(by, command(number))
    }

    pub(in super::super) fn convene(
        &mut self,
        by: MemberCode,
        opens: Moment,
        closes: Option<Moment>,
    ) -> bool {
        self.of_followed(by, |consultation| {
            let (agenda, document) = (None, None);
            consultations::Command::Convene(Convene { consultation, opens, closes, agenda, document })
        })
    }

    pub(in super::super) fn close(&mut self, by: MemberCode) -> bool {
        self.of_followed(by, |consultation| consultations::Command::Close(Close { consultation }))
    }

    pub(in super::super) fn state(&mut self, by: MemberCode) -> bool {
        let Some(text) = wording() else { return false };
        self.of_followed(by, |consultation| {
            let (text, audience, about, document) = (text.clone(), Audience::Public, None, None);
            consultations::Command::State(State { consultation, text, audience, about, document })
        })
    }

    pub(in super::super) fn attend(&mut self, by: MemberCode) -> bool {
        let Some((session, _)) = self.session else { return false };
        self.say(by, consultations::Command::Attend(Attend { session }))
    }

    pub(in super::super) fn minutes(&mut self, by: MemberCode) -> bool {
        let Some((session, _)) = self.session else { return false };
        let (audience, en, fr) = (Audience::Members, Some(DocumentHash([7; 32])), None);
        self.say(by, consultations::Command::GiveMinutes(GiveMinutes { session, audience, en, fr }))
    }

    pub(in super::super) fn table(&mut self, by: MemberCode) -> bool {
        let Some(wording) = wording() else { return false };
        self.of_followed(by, |consultation| {
            let (outcome, wording, audience) = (Outcome::Statement, wording.clone(), Audience::Public);
            let (silence, document) = (None, None);
            let text = TableText { consultation, outcome, wording, audience, silence, document };
            consultations::Command::TableText(text)
        })
    }

    fn on_text(&mut self, by: MemberCode, command: impl Fn(TextNo) -> consultations::Command) -> bool {
        let Some(text) = self.text else { return false };
        self.say(by, command(text))
    }

    pub(in super::super) fn break_silence(&mut self, by: MemberCode) -> bool {
        let Some(reason) = phrase() else { return false };
        self.on_text(by, |text| {
            consultations::Command::BreakSilence(BreakSilence { text, reason: reason.clone() })
        })
    }

    pub(in super::super) fn support(&mut self, by: MemberCode) {
        self.on_text(by, |text| consultations::Command::Support(Support { text }));
    }

    pub(in super::super) fn dissociate(&mut self, by: MemberCode) {
        let Some(reason) = phrase() else { return };
        self.on_text(by, |text| {
            consultations::Command::Dissociate(Dissociate { text, reason: reason.clone() })
        });
    }

    pub(in super::super) fn conclude(&mut self, by: MemberCode) {
        self.on_text(by, |text| consultations::Command::Conclude(Conclude { text }));
    }
}

fn phrase() -> Option<Phrase> {
    "what one member sees".parse().ok()
}

fn wording() -> Option<Wording> {
    Wording::new(phrase(), None)
}
