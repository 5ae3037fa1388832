//! The policies that are judged, and what they say of themselves.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::str::FromStr as _;

use cedar_policy::{PolicyId, PolicySet, Schema, ValidationMode, Validator};
use quorate_vault::compartment::CompartmentId;
use quorate_vault::policy::{Known, MAX_POLICY_BYTES, Policy, Roster, SCHEMA};

use crate::trouble::Trouble;

/// How many States a made-up world has.
const STATES: usize = 32;

/// Policies, and the rosters from which they say to be made.
pub(crate) struct Input {
    pub(crate) known: Known,
    pub(crate) policies: PolicySet,
    pub(crate) schema: Schema,
}

impl Input {
    /// Reads policies; that they are well-typed is checked first, of others nothing can be proven.
    pub(crate) fn of(text: &str) -> Result<Input, Trouble> {
        let known = Known::of_policy(text)?;
        let policies = policies(text)?;
        let (schema, _) =
            Schema::from_cedarschema_str(SCHEMA).map_err(|e| Trouble::Policies(e.to_string()))?;
        let checked = Validator::new(schema.clone()).validate(&policies, ValidationMode::Strict);
        match checked.validation_errors().next() {
            Some(error) => Err(Trouble::Policies(error.to_string())),
            None => Ok(Input { known, policies, schema }),
        }
    }
}

/// Parses policies, each under the id that stands on it, so that they are called by it.
pub(crate) fn policies(text: &str) -> Result<PolicySet, Trouble> {
    let failed = |error: String| Trouble::Policies(error);
    let parsed = PolicySet::from_str(text).map_err(|error| failed(error.to_string()))?;
    let mut policies = PolicySet::new();
    for policy in parsed.policies() {
        let id = policy.annotation("id").ok_or_else(|| failed("a policy has no @id".into()))?;
        policies.add(policy.new_id(PolicyId::new(id))).map_err(|error| failed(error.to_string()))?;
    }
    if policies.is_empty() { Err(failed("there is none".into())) } else { Ok(policies) }
}

/// The file's text.
pub(crate) fn read(path: &Path) -> Result<String, Trouble> {
    let told = |source| Trouble::File(path.display().to_string(), source);
    let most = u64::try_from(MAX_POLICY_BYTES).unwrap_or(u64::MAX);
    let mut text = String::new();
    File::open(path).map_err(told)?.take(most.saturating_add(1)).read_to_string(&mut text).map_err(told)?;
    if text.len() > MAX_POLICY_BYTES { Err(Trouble::TooLong(MAX_POLICY_BYTES)) } else { Ok(text) }
}

/// The policy of made-up compartments, made as the agent makes it; each has up to five of the States.
pub(crate) fn generate(compartments: u16) -> Result<String, Trouble> {
    let letters = ('A'..='Z').flat_map(|one| ('A'..='B').map(move |two| format!("{one}{two}X")));
    let members: Vec<_> = letters.filter_map(|code| code.parse().ok()).take(STATES).collect();
    let mut rosters = Vec::new();
    for (number, epoch) in (0..compartments).zip(1..) {
        let mut id = [0; 32];
        id.iter_mut().zip(number.to_be_bytes()).for_each(|(to, from)| *to = from);
        let from = usize::from(number);
        let places = (0..5_usize)
            .filter_map(|k| from.wrapping_mul(3).wrapping_add(k.wrapping_mul(7)).checked_rem(STATES));
        let those: BTreeSet<_> = places.filter_map(|place| members.get(place).copied()).collect();
        rosters.push(Roster::of(CompartmentId(id), epoch, those)?);
    }
    let known = Known { members: members.into_iter().collect(), rosters };
    Ok(Policy::of(&known)?.text())
}
