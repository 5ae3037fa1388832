//! Policies as text: generated from rosters, and static, so that what is proven is what decides.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::str::FromStr as _;

use cedar_policy::{PolicyId, PolicySet};
use quorate_charter::MemberCode;

use super::entities::Names;
use super::roster::hex;
use super::{Known, Refusal, Roster};
use crate::compartment::CompartmentId;

/// What policies speak of: the schema, in Cedar's own form.
pub const SCHEMA: &str = include_str!("schema.cedarschema");
/// The rules that hold whatever compartment a product is in.
const RULES: &str = include_str!("rules.cedar");
/// The most compartments that one policy is made for: as many as one agent could be in.
pub const MAX_ROSTERS: usize = 1024;
/// The longest policy that is read, in bytes.
pub const MAX_POLICY_BYTES: usize = 8 * 1024 * 1024;

/// The policies of some compartments, and from which rosters they were made.
#[derive(Clone, Debug)]
pub struct Policy {
    members: BTreeSet<MemberCode>,
    parts: BTreeMap<CompartmentId, Part>,
    always: PolicySet,
    pub(super) names: Names,
}

/// What holds of one compartment.
#[derive(Clone, Debug)]
struct Part {
    roster: Roster,
    digest: [u8; 32],
    text: String,
    policies: Vec<cedar_policy::Policy>,
}

impl Policy {
    /// Makes the policies of these compartments. A member is let in that is on the roster and a member of the partnership.
    ///
    /// # Errors
    /// [`Refusal::TooManyRosters`], [`Refusal::TwoRosters`].
    pub fn of(known: &Known) -> Result<Policy, Refusal> {
        if known.rosters.len() > MAX_ROSTERS {
            return Err(Refusal::TooManyRosters);
        }
        let mut parts = BTreeMap::new();
        for roster in &known.rosters {
            let text = inside(roster, &known.members);
            let part =
                Part { digest: roster.digest(), policies: parsed(&text)?, roster: roster.clone(), text };
            if parts.insert(roster.compartment(), part).is_some() {
                return Err(Refusal::TwoRosters(roster.compartment()));
            }
        }
        let mut always = PolicySet::new();
        for rule in parsed(RULES)? {
            always.add(rule).map_err(|_| Refusal::Faulty)?;
        }
        Ok(Policy { members: known.members.clone(), parts, always, names: Names::new()? })
    }

    /// Whether what is known now is what the policy was made from, for these compartments. Nothing is sealed where it is not.
    ///
    /// # Errors
    /// [`Refusal::NoPolicy`], [`Refusal::NoRoster`], [`Refusal::PolicyOfAnotherRoster`], [`Refusal::PolicyOfOtherMembers`].
    pub fn holds_for<'c>(
        &self,
        compartments: impl IntoIterator<Item = &'c CompartmentId>,
        known: &Known,
    ) -> Result<(), Refusal> {
        if self.members != known.members {
            return Err(Refusal::PolicyOfOtherMembers);
        }
        for compartment in compartments {
            let part = self.parts.get(compartment).ok_or(Refusal::NoPolicy(*compartment))?;
            let mut now = known.rosters.iter().filter(|roster| roster.compartment() == *compartment);
            let roster = now.next().ok_or(Refusal::NoRoster(*compartment))?;
            if now.next().is_some() {
                return Err(Refusal::TwoRosters(*compartment));
            }
            if part.digest != roster.digest() {
                return Err(Refusal::PolicyOfAnotherRoster(*compartment));
            }
        }
        Ok(())
    }

    /// The policies that say anything of a product in these compartments: those of all others cannot match it.
    pub(super) fn slice<'c>(
        &self,
        compartments: impl IntoIterator<Item = &'c CompartmentId>,
    ) -> Result<PolicySet, Refusal> {
        let mut slice = self.always.clone();
        for compartment in compartments {
            let part = self.parts.get(compartment).ok_or(Refusal::NoPolicy(*compartment))?;
            for policy in &part.policies {
                slice.add(policy.clone()).map_err(|_| Refusal::Faulty)?;
            }
        }
        Ok(slice)
    }

    /// The policy as text in Cedar, for quorate-prove and for people; what it was made from stands at its beginning.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("// quorate policy 1\n// members{}\n", codes(&self.members));
        for part in self.parts.values() {
            let (roster, digest) = (&part.roster, hex(&part.digest));
            let members = codes(roster.members());
            // Writing to a string does not fail.
            let _ = writeln!(
                text,
                "// compartment {} epoch {} digest {digest} members{members}",
                roster.compartment(),
                roster.epoch()
            );
        }
        text.push('\n');
        self.parts.values().for_each(|part| text.push_str(&part.text));
        text.push_str(RULES);
        text
    }

    /// Reads a policy that this version wrote: whatever differs by a byte is refused.
    ///
    /// # Errors
    /// [`Refusal::NotOurs`].
    pub fn read(text: &str) -> Result<Policy, Refusal> {
        if text.len() > MAX_POLICY_BYTES {
            return Err(Refusal::NotOurs);
        }
        let known = Known::of_policy(text)?;
        let policy = Policy::of(&known)?;
        if policy.text() == text { Ok(policy) } else { Err(Refusal::NotOurs) }
    }
}

/// What is generated of one compartment. Permits alone would leak where a product lies in two: a member of one would be let in.
fn inside(roster: &Roster, members: &BTreeSet<MemberCode>) -> String {
    let id = roster.compartment();
    let named: Vec<String> =
        roster.members().intersection(members).map(|member| format!("Member::\"{member}\"")).collect();
    if named.is_empty() {
        return format!(
            "@id(\"V1 {id} forbid\")\nforbid (principal, action, resource in Compartment::\"{id}\");\n\n"
        );
    }
    let set = named.join(", ");
    format!(
        "@id(\"V1 {id} permit\")\n\
         permit (\n  principal,\n  \
           action in [Action::\"open\", Action::\"list\", Action::\"forward\", Action::\"release\",\n    \
           Action::\"act\"],\n  \
           resource in Compartment::\"{id}\"\n)\n\
         when {{ [{set}].contains(principal.member) }};\n\n\
         @id(\"V1 {id} forbid\")\n\
         forbid (principal, action, resource in Compartment::\"{id}\")\n\
         unless {{ [{set}].contains(principal.member) }};\n\n"
    )
}

/// Parses policies, each under the id that stands on it.
fn parsed(text: &str) -> Result<Vec<cedar_policy::Policy>, Refusal> {
    let set = PolicySet::from_str(text).map_err(|_| Refusal::Faulty)?;
    let mut policies = Vec::new();
    for policy in set.policies() {
        let id = policy.annotation("id").ok_or(Refusal::Faulty)?;
        policies.push(policy.new_id(PolicyId::new(id)));
    }
    Ok(policies)
}

fn codes(members: &BTreeSet<MemberCode>) -> String {
    members.iter().fold(String::new(), |codes, member| format!("{codes} {member}"))
}
