//! What a command needs of its member's standing.

use quorate_charter::{Charter, MemberCode, Settlement};

use super::Refusal;
use crate::command::Provision;
use crate::members::Members;

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

    /// Whether a member's standing allows a command; of a State that was admitted to ask for help, whether it is one of
    /// those that it may give.
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
