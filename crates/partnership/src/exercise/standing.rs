//! Shortcuts about the standing of members.

use alloc::vec::Vec;

use ed25519_dalek::Signer;

use super::commands::{execute, open, phrase, vote};
use super::keys::{public, signing};
use super::{CHARTER, Exercise, MEMBERS};
use crate::command::Command;
use crate::decisions::{self, Choice};
use crate::event::Event;
use crate::ids::{BlockId, DecisionNo, DocumentHash};
use crate::members::{
    self, Accede, Accept, Admit, AdmitBeneficiary, Amend, EndAdmission, EndProvisional, NameNode, ObjectKeys,
    Ratify, Reaccredit, Ready, Restore, Sign, State, Stay, Suspend, Text, Weight, Withdraw,
};
use crate::partnership::Partnership;

/// The same members under a charter that is not in force before enough of them ratified.
pub(crate) fn ratification() -> alloc::string::String {
    let entry = "\n[entry-into-force]\narticle = 10\nrule = \"accession\"\nprovisional = true\n";
    [CHARTER, entry].concat()
}

pub(crate) fn sign_charter(provisionally: bool) -> Command {
    members::Command::Sign(Sign { provisionally }).into()
}

pub(crate) fn ratify() -> Command {
    members::Command::Ratify(Ratify {}).into()
}

pub(crate) fn end_provisional() -> Command {
    members::Command::EndProvisional(EndProvisional {}).into()
}

pub(crate) fn withdraw() -> Command {
    members::Command::Withdraw(Withdraw {}).into()
}

pub(crate) fn stay() -> Command {
    members::Command::Stay(Stay {}).into()
}

pub(crate) fn accede() -> Command {
    members::Command::Accede(Accede {}).into()
}

pub(crate) fn accept(version: u32) -> Command {
    members::Command::Accept(Accept { version }).into()
}

pub(crate) fn object_keys() -> Command {
    members::Command::ObjectKeys(ObjectKeys {}).into()
}

pub(crate) fn state(decision: u32) -> Command {
    members::Command::State(State { decision: DecisionNo(decision), text: phrase("we paid on Monday") })
        .into()
}

/// The command by which a member's root names its node, whose key has this name and which has come to this block.
pub(crate) fn name_node(partnership: &Partnership, member: &str, node: &str, tip: BlockId) -> Command {
    let said = Ready::to_be_signed(partnership.id(), member.parse().unwrap(), tip);
    let seal = signing(node).sign(&said).to_bytes();
    let ready = Ready { node: public(node), tip, seal };
    members::Command::NameNode(NameNode { ready }).into()
}

fn of(effect: members::Effect) -> decisions::Effect {
    decisions::Effect::Members(effect)
}

/// The effect of adopting a text, named after this number.
pub(crate) fn adopt(text: u8) -> decisions::Effect {
    let title = crate::Wording::new(Some(phrase("A programme")), None).unwrap();
    of(members::Effect::Adopt(members::Adopt { title, document: DocumentHash([text; 32]) }))
}

pub(crate) fn suspend(member: &str) -> decisions::Effect {
    of(members::Effect::Suspend(Suspend { member: member.parse().unwrap() }))
}

pub(crate) fn restore(member: &str) -> decisions::Effect {
    of(members::Effect::Restore(Restore { member: member.parse().unwrap() }))
}

/// The terms of `XAA`, whose keys are named after its posts.
pub(crate) fn terms(weights: &[(&str, u64)]) -> Admit {
    let weight =
        |(measure, weight): &(&str, u64)| Weight { measure: measure.parse().unwrap(), weight: *weight };
    Admit {
        member: "XAA".parse().unwrap(),
        name_en: phrase("Newcomer"),
        name_fr: phrase("Nouveau venu"),
        weights: weights.iter().map(weight).collect(),
        root: public("XAA/root"),
        recovery: public("XAA/recovery"),
    }
}

pub(crate) fn admit(terms: Admit) -> decisions::Effect {
    of(members::Effect::Admit(terms))
}

/// The effect of admitting `XAA` to ask for help, with keys named after its posts.
pub(crate) fn admit_beneficiary() -> decisions::Effect {
    let (root, recovery) = (public("XAA/root"), public("XAA/recovery"));
    let (name_en, name_fr) = (phrase("Neighbour"), phrase("Voisin"));
    let state = "XAA".parse().unwrap();
    of(members::Effect::AdmitBeneficiary(AdmitBeneficiary { state, name_en, name_fr, root, recovery }))
}

pub(crate) fn end_admission() -> decisions::Effect {
    of(members::Effect::EndAdmission(EndAdmission { state: "XAA".parse().unwrap() }))
}

pub(crate) fn amend(amends: u32, text: &str) -> decisions::Effect {
    of(members::Effect::Amend(Amend { amends, text: Text::new(text.into()).unwrap() }))
}

pub(crate) fn reaccredit(member: &str, root: &str, recovery: &str) -> decisions::Effect {
    let (root, recovery) = (public(root), public(recovery));
    of(members::Effect::Reaccredit(Reaccredit { member: member.parse().unwrap(), root, recovery }))
}

impl Exercise {
    /// Signatories that have signed nothing, with representatives.
    pub(crate) fn before_entry() -> Exercise {
        Exercise::under(&ratification())
    }

    /// `DEU` tables a draft, the member concerned is heard, `DEU`, `FRA` and `GBR` are in favour as far as they take
    /// part, `CAN` if `DEU`, `FRA` or `GBR` is concerned, and the decision is adopted.
    #[track_caller]
    pub(crate) fn resolved(&mut self, effect: decisions::Effect) -> u32 {
        let decision = self.tabled(effect);
        self.wait("14d").accept("DEU/representative", open(decision));
        for member in MEMBERS {
            if self.partnership.decisions().waits_for(DecisionNo(decision), member.parse().unwrap()) {
                self.accept(&[member, "/representative"].concat(), vote(decision, Choice::InFavour));
            }
        }
        self.wait("240h").pass();
        decision
    }

    /// The same, executed.
    #[track_caller]
    pub(crate) fn carried(&mut self, effect: decisions::Effect) -> Vec<Event> {
        let decision = self.resolved(effect);
        self.accept("DEU/representative", execute(decision))
    }

    /// Five members, of which more than half suspend: `XAA` has acceded, and has a representative and a treasurer.
    pub(crate) fn of_five() -> Exercise {
        Exercise::of_five_under(CHARTER)
    }

    /// The same under another charter.
    pub(crate) fn of_five_under(charter: &str) -> Exercise {
        let half = "members >= 55% of participating";
        let mut x = Exercise::under(&charter.replace("members >= 100% of participating", half));
        x.carried(admit(terms(&[("population", 50_000_000)])));
        x.accept("XAA/root", accede());
        for office in quorate_charter::Office::ACCREDITED {
            let until = crate::moment::Moment(super::BEGINS.0 + 700 * super::DAY);
            let key = public(&["XAA/", office.name()].concat());
            x.accept("XAA/root", super::commands::accredit(key, office, super::BEGINS, until));
        }
        x
    }
}
