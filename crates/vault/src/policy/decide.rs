//! The one place where it is decided.

use std::collections::BTreeSet;

use cedar_policy::{Authorizer, Decision};
use quorate_partnership::Post;

use super::{Action, Denied, Known, Policy, Question, Refusal, Rule};
use crate::product::ProductId;

/// That somebody may do something with a product: this reader, this action, this product, and nothing else. It is had from
/// [`decide`] alone, so that what is done is what was asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit {
    reader: Post,
    action: Action,
    product: ProductId,
}

impl Permit {
    /// Who may.
    #[must_use]
    pub fn reader(&self) -> Post {
        self.reader
    }

    /// What.
    #[must_use]
    pub fn action(&self) -> Action {
        self.action
    }

    /// With which product.
    #[must_use]
    pub fn product(&self) -> ProductId {
        self.product
    }

    /// Whether it is for this action and this product.
    #[must_use]
    pub fn covers(&self, action: Action, product: &ProductId) -> bool {
        self.action == action && self.product == *product
    }
}

/// Decides. What is not permitted is refused, and so is what cannot be decided.
///
/// # Errors
/// [`Refusal::Denied`] with every rule that refuses it; else why nothing could be decided.
pub fn decide(policy: &Policy, known: &Known, question: &Question) -> Result<Permit, Refusal> {
    question.check()?;
    let compartments = &question.facts.compartments;
    policy.holds_for(compartments, known)?;
    let slice = policy.slice(compartments)?;
    let asked = policy.names.ask(question)?;
    let answer = Authorizer::new().is_authorized(&asked.request, &slice, &asked.entities);
    let diagnostics = answer.diagnostics();
    // A policy that fails is left out by the library, a refusal among them: that must allow nothing.
    if diagnostics.errors().next().is_some() {
        return Err(Refusal::Faulty);
    }
    let product = question.facts.product;
    match answer.decision() {
        Decision::Allow => Ok(Permit { reader: question.reader.post, action: question.action, product }),
        Decision::Deny => {
            let ids = diagnostics.reason().map(|id| Rule::of_policy(id.as_ref()).ok_or(Refusal::Faulty));
            let mut rules: BTreeSet<Rule> = ids.collect::<Result<_, _>>()?;
            if rules.is_empty() {
                // No policy permits it: its member is in none of the compartments.
                rules.insert(Rule::Inside);
            }
            let rules = rules.into_iter().collect();
            Err(Refusal::Denied(Denied { action: question.action, product, rules }))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use quorate_charter::MemberCode;
    use quorate_partnership::Moment;

    use super::super::{Circumstances, Facts, Reader, Roster};
    use super::*;
    use crate::compartment::CompartmentId;
    use crate::marking::{Audience, Level};

    /// What is proven is the whole text; what decides is a slice of it.
    #[test]
    fn the_policies_of_other_compartments_say_nothing_of_a_product() {
        let codes = ["CAN", "DEU", "FRA", "GBR"].map(|code| code.parse::<MemberCode>().unwrap());
        let ids = [1, 2, 3].map(|number| CompartmentId([number; 32]));
        let rosters = [&codes[..2], &codes[1..], &codes[..0]];
        let rosters = ids
            .iter()
            .zip(rosters)
            .map(|(id, members)| Roster::of(*id, 1, members.iter().copied().collect()).unwrap());
        let known = Known { members: codes.into(), rosters: rosters.collect() };
        let policy = Policy::of(&known).unwrap();
        for (number, member) in (0..8_u8).flat_map(|number| codes.map(|member| (number, member))) {
            let lies = ids.iter().zip(0..).filter(|(_, place)| number >> place & 1 == 1).map(|(id, _)| *id);
            let question = Question {
                reader: Reader {
                    post: format!("{member}/representative").parse().unwrap(),
                    cleared: Level::Secret,
                    bound: BTreeSet::new(),
                },
                action: Action::Open,
                facts: Facts {
                    product: ProductId([0; 32]),
                    originator: codes[1],
                    releasable: Audience::of(codes).unwrap(),
                    level: Level::Secret,
                    compartments: lies.collect(),
                    release: None,
                    advance: BTreeSet::new(),
                    controlled: false,
                    contributors: BTreeSet::new(),
                    actionable: false,
                },
                circumstances: Circumstances {
                    now: Moment(1),
                    kept: Some(Level::Secret),
                    consents: BTreeSet::new(),
                    to: BTreeSet::new(),
                },
            };
            let asked = policy.names.ask(&question).unwrap();
            let answer =
                |policies| Authorizer::new().is_authorized(&asked.request, &policies, &asked.entities);
            let part = answer(policy.slice(&question.facts.compartments).unwrap());
            assert_eq!(part, answer(policy.slice(&ids).unwrap()), "{member} in {number:03b}");
        }
    }
}
