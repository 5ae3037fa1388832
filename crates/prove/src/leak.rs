//! Leaks to be seeded, so that it is seen that they are found.

use quorate_vault::policy::Known;

use crate::trouble::Trouble;

/// What is spoiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Leak {
    /// A member that is not on the roster of one compartment is let in.
    Member,
    /// Compartments only permit: whoever is in one of two is let in.
    TwoCompartments,
    /// The rule of the release time is left out.
    ReleaseTime,
    /// The rules of originator control are left out.
    OriginatorControl,
}

impl Leak {
    /// The policy, spoiled.
    pub(crate) fn into_text(self, text: &str) -> Result<String, Trouble> {
        let spoiled = match self {
            Leak::Member => member(text)?,
            Leak::TwoCompartments => without(text, |id| id.starts_with("V1 ") && id.ends_with(" forbid")),
            Leak::ReleaseTime => without(text, |id| id == "V6"),
            Leak::OriginatorControl => without(text, |id| id == "V9" || id == "V10"),
        };
        if spoiled == text { Err(Trouble::NoLeak) } else { Ok(spoiled) }
    }
}

/// Lets somebody in at the compartment in the middle, in both of its policies.
fn member(text: &str) -> Result<String, Trouble> {
    let known = Known::of_policy(text)?;
    let middle = known.rosters.len().checked_div(2).unwrap_or_default();
    let roster = known.rosters.get(middle).ok_or(Trouble::NoLeak)?;
    let outside = known.members.iter().find(|member| !roster.members().contains(member));
    let outside = outside.ok_or(Trouble::NoLeak)?;
    let id = format!("\"V1 {} ", roster.compartment());
    let policies = text.split_inclusive("\n\n").map(|policy| {
        let (from, to) =
            ("].contains(principal.member)", format!(", Member::\"{outside}\"].contains(principal.member)"));
        if policy.contains(&id) { policy.replace(from, &to) } else { policy.to_owned() }
    });
    Ok(policies.collect())
}

/// The text without the policies of these ids.
fn without(text: &str, goes: impl Fn(&str) -> bool) -> String {
    let id = |policy: &str| {
        let (_, rest) = policy.split_once("@id(\"")?;
        rest.split_once('"').map(|(id, _)| id.to_owned())
    };
    text.split_inclusive("\n\n").filter(|policy| !id(policy).is_some_and(|id| goes(&id))).collect()
}
