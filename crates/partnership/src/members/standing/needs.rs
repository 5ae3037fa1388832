//! What a command needs of its member's standing.

use quorate_charter::{Charter, MemberCode, Settlement};

use super::Refusal;
use crate::command::Provision;
use crate::members::{ForBeneficiary, Members};

/// What standing of its member a command needs. Judged after the offices, before the rules of its room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Needs {
    /// None: the command itself says who may give it, as an accession does.
    Nothing,
    /// A place in the charter: signatories and members manage their keys.
    Place,
    /// The charter binds the member, or it applies it provisionally.
    Bound,
    /// The member takes part in decisions: it is not suspended, its votes do not rest, and it accepted the text.
    Voice,
}

impl Members {
    /// On what terms a member that leaves is paid its share: those of the text that it accepted.
    pub(crate) fn settlement(&self, member: MemberCode) -> Option<Settlement> {
        self.standings.of.get(&member).and_then(|bond| bond.terms.settlement)
    }

    /// Whether a State is no member and acts for itself alone: it was admitted to ask for help, or it left.
    pub(crate) fn acts_for_itself(&self, state: MemberCode) -> bool {
        self.is_beneficiary(state) || self.stays_away(state)
    }

    /// Whether it left and is not invited to come back.
    fn stays_away(&self, state: MemberCode) -> bool {
        let left = self.standings.of.get(&state).is_some_and(|bond| bond.left);
        left && !self.standings.invited.contains_key(&state)
    }

    /// Whether a member's standing allows a command; of a State that is no member, whether it is one of those that it
    /// may give.
    pub(crate) fn may(
        &self,
        member: MemberCode,
        command: &dyn Provision,
        charter: &Charter,
    ) -> Result<(), Refusal> {
        let needs = command.needs();
        if needs == Needs::Nothing {
            return Ok(());
        }
        if self.is_beneficiary(member) {
            return self.beneficiary_may(member, command.for_beneficiary(), charter);
        }
        // I-40: what was approved for a State goes on when it left, also where that waits for an act of its own.
        if command.for_beneficiary() == ForBeneficiary::ForItself && self.stays_away(member) {
            return Ok(());
        }
        // M7: who acts has a place in the charter.
        let bond = self.standings.of.get(&member).filter(|bond| !bond.left);
        let bond = bond.ok_or(Refusal::NoPlace(member))?;
        // M8: the charter binds it, or it applies it provisionally.
        if needs >= Needs::Bound && !self.standings.binds(bond) {
            return Err(Refusal::NotBound(member));
        }
        // M9: its voice does not rest.
        if needs == Needs::Voice && !self.standings.has_voice(bond) {
            let (until, version) = (bond.suspended, self.standings.version);
            let behind = bond.accepted != version;
            let article = if behind { charter.amendment().map(|article| article.number()) } else { None };
            return Err(Refusal::NoVoice { member, until, behind: behind.then_some(version), article });
        }
        Ok(())
    }
}
