//! A charter or a body with other members: who acceded stands in it, who left does not. The text of the genesis stays as it is.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use quorate_voting::{MAX_WEIGHT, Roll, RollError, Seat};

use crate::body::{Body, Measure, Member, Title};
use crate::charter::{Charter, MAX_MEMBERS};
use crate::member::MemberCode;
use crate::rule::RuleName;

/// Why a State cannot stand in a charter as a member.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MemberError {
    /// It stands there.
    #[error("`{0}` is a member already")]
    Already(MemberCode),
    /// There is no place for one more.
    #[error("a charter has at most {MAX_MEMBERS} members")]
    TooMany,
    /// A measure without its weight, or a weight without its measure, or one twice.
    #[error("a weight is given once for each measure of the charter and for nothing else: `{0}`")]
    Weights(RuleName),
    /// More than can be counted.
    #[error("a weight is at most {MAX_WEIGHT}")]
    TooLarge,
}

impl Body {
    /// The body with one more member, whose weights are given by measure.
    ///
    /// # Errors
    /// [`MemberError`].
    pub fn with_member(
        &self,
        code: MemberCode,
        name: Title,
        weights: &[(RuleName, u64)],
    ) -> Result<Body, MemberError> {
        if self.member(code).is_some() {
            return Err(MemberError::Already(code));
        }
        if self.members().len() >= MAX_MEMBERS {
            return Err(MemberError::TooMany);
        }
        let declared =
            |name: &RuleName| self.measures().iter().any(|measure| measure.name() == name.as_str());
        let mut seen = BTreeSet::new();
        if let Some((name, _)) = weights.iter().find(|(name, _)| !declared(name) || !seen.insert(name)) {
            return Err(MemberError::Weights(name.clone()));
        }
        let weight = |measure: &Measure| {
            let given = weights.iter().find(|(name, _)| *name == measure.name);
            given.map(|(_, weight)| *weight).ok_or_else(|| MemberError::Weights(measure.name.clone()))
        };
        let weights = self.measures().iter().map(weight).collect::<Result<Vec<u64>, MemberError>>()?;
        if weights.iter().any(|weight| *weight > MAX_WEIGHT) {
            return Err(MemberError::TooLarge);
        }
        let mut body = self.clone();
        body.members.insert(code, Member { name, weights });
        Ok(body)
    }

    /// The body without a member that left; as it is if there is no such member.
    #[must_use]
    pub fn without_member(&self, code: MemberCode) -> Body {
        let mut body = self.clone();
        body.members.remove(&code);
        body
    }
}

impl Charter {
    /// The charter with one more member, as [`Body::with_member`].
    ///
    /// # Errors
    /// [`MemberError`].
    pub fn with_member(
        &self,
        code: MemberCode,
        name: Title,
        weights: &[(RuleName, u64)],
    ) -> Result<Charter, MemberError> {
        Ok(Charter { body: self.body.with_member(code, name, weights)?, ..self.clone() })
    }

    /// The charter with these members and no others, as if they had been added one by one.
    ///
    /// # Errors
    /// [`MemberError`].
    pub fn with_members(
        &self,
        members: impl IntoIterator<Item = (MemberCode, Title, Vec<(RuleName, u64)>)>,
    ) -> Result<Charter, MemberError> {
        let mut charter = self.clone();
        charter.body.members.clear();
        for (code, name, weights) in members {
            charter.body = charter.body.with_member(code, name, &weights)?;
        }
        Ok(charter)
    }

    /// The charter without a member that left; as it is if there is no such member.
    #[must_use]
    pub fn without_member(&self, code: MemberCode) -> Charter {
        Charter { body: self.body.without_member(code), ..self.clone() }
    }

    /// This charter with the members of another: who stands in both keeps the weights given here, who stands only in
    /// the other keeps those given there, by the measures' names, and who stands only here goes. For an amended text,
    /// which was written before others acceded or left.
    #[must_use]
    pub fn among_members_of(&self, other: &Charter) -> Charter {
        let mut charter = self.clone();
        charter.body.members.retain(|code, _| other.member(*code).is_some());
        for (code, member) in other.members() {
            let weight = |measure: &Measure| {
                let at = other.measures().iter().position(|known| known.name == measure.name);
                at.and_then(|at| member.weights().get(at)).copied().unwrap_or_default()
            };
            let weights = self.measures().iter().map(weight).collect();
            charter
                .body
                .members
                .entry(code)
                .or_insert_with(|| Member { name: member.name().clone(), weights });
        }
        charter
    }

    /// The roll of a decision among these seats, of which some do not take part: a seat a member, in the order of their
    /// codes. Who has no seat is not counted in any base.
    ///
    /// # Errors
    /// [`RollError`] as the voting crate gives it; for seats of a checked charter, only if there is none.
    pub fn roll_of(
        &self,
        participating: &BTreeSet<MemberCode>,
        not_taking_part: &BTreeSet<MemberCode>,
    ) -> Result<Roll, RollError> {
        let seats = self.members().filter_map(|(code, member)| {
            let takes_part = participating.contains(&code);
            (takes_part || not_taking_part.contains(&code))
                .then(|| Seat { participating: takes_part, weights: member.weights().to_vec() })
        });
        let measures = u16::try_from(self.measures().len()).unwrap_or(u16::MAX);
        Roll::new(measures, seats.collect())
    }
}
