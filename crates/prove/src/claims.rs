//! What is claimed of the policies, written apart from them.

use cedar_policy::PolicySet;
use quorate_vault::policy::{Action, Known};

use crate::input::policies;
use crate::trouble::Trouble;

/// One thing that holds of whatever is allowed.
pub(crate) struct Claim {
    pub(crate) id: &'static str,
    /// How its breach is told.
    pub(crate) broken: &'static str,
    actions: &'static [Action],
    holds: &'static str,
}

const ALL: &[Action] = &Action::ALL;

/// Of the product and the reader, whatever compartments there are.
pub(crate) const CLAIMS: &[Claim] = &[
    Claim {
        id: "releasable",
        broken: "although the marking does not name that State",
        actions: ALL,
        holds: "resource.originator == principal.member || resource.releasable.contains(principal.member)",
    },
    Claim {
        id: "cleared",
        broken: "although the reader is not cleared for it, or no agreement says as what it is kept there",
        actions: ALL,
        holds: "principal.cleared >= resource.level && (resource.originator == principal.member || \
                (context has kept && context.kept >= resource.level && principal.cleared >= context.kept))",
    },
    Claim {
        id: "release time",
        broken: "before its release time, although that State is not named in advance",
        actions: ALL,
        holds: "!(context.now < resource.release) || resource.originator == principal.member || \
                resource.advance.contains(principal.member)",
    },
    Claim {
        id: "release time of receivers",
        broken: "before its release time, to receivers that are not named in advance",
        actions: &[Action::Forward],
        holds: "!(context.now < resource.release) || resource.originator == principal.member || \
                resource.advance.containsAll(context.to)",
    },
    Claim {
        id: "third-party rule",
        broken: "without the consent of the originator, or of a State whose material it contains, or to a State that it is not for",
        actions: &[Action::Forward],
        holds: "(resource.originator == principal.member || context.consents.contains(resource.originator)) && \
                context.consents.containsAll(resource.contributors) && !context.to.isEmpty() && \
                resource.releasable.containsAll(context.to)",
    },
    Claim {
        id: "originator control",
        broken: "although its originator keeps control of it, and has not consented or alone passes it on",
        actions: &[Action::Forward, Action::Release],
        holds: "!resource.controlled || resource.originator == principal.member || \
                (action == Action::\"release\" && context.consents.contains(resource.originator))",
    },
    Claim {
        id: "action-on",
        broken: "although its originator has not consented to that, nor lets readers act on it",
        actions: &[Action::Act],
        holds: "resource.originator == principal.member || resource.actionable || \
                context.consents.contains(resource.originator)",
    },
    Claim {
        id: "earlier obligations",
        broken: "although that State has to pass it on to another that the marking does not name",
        actions: ALL,
        holds: "resource.originator == principal.member || resource.releasable.containsAll(principal.bound) || \
                context.consents.contains(resource.originator)",
    },
];

impl Claim {
    pub(crate) fn is_of(&self, action: Action) -> bool {
        self.actions.contains(&action)
    }

    /// What the claim alone allows.
    pub(crate) fn allows(&self) -> Result<PolicySet, Trouble> {
        policies(&format!(
            "@id(\"{}\")\npermit (principal, action, resource) when {{ {} }};",
            self.id, self.holds
        ))
    }
}

/// What all claims together allow: the policies may allow nothing else.
pub(crate) fn together(action: Action) -> Result<PolicySet, Trouble> {
    let holds: Vec<String> =
        CLAIMS.iter().filter(|claim| claim.is_of(action)).map(|claim| format!("({})", claim.holds)).collect();
    policies(&format!(
        "@id(\"claims\")\npermit (principal, action, resource) when {{ {} }};",
        holds.join(" && ")
    ))
}

/// What nobody may be allowed: anything with a product in a compartment, for whoever is not in it.
pub(crate) fn outside(known: &Known) -> Result<PolicySet, Trouble> {
    let mut text = String::new();
    for roster in &known.rosters {
        let id = roster.compartment();
        let in_it = roster.members().intersection(&known.members);
        let members: Vec<String> = in_it.map(|member| format!("Member::\"{member}\"")).collect();
        let unless = match members.is_empty() {
            true => String::new(),
            false => format!(" unless {{ [{}].contains(principal.member) }}", members.join(", ")),
        };
        text.push_str(&format!(
            "@id(\"{id}\")\npermit (principal, action, resource in Compartment::\"{id}\"){unless};\n"
        ));
    }
    match text.is_empty() {
        true => nowhere(known),
        false => policies(&text),
    }
}

/// And anything with a product in no compartment that the policy knows, for anybody.
pub(crate) fn nowhere(known: &Known) -> Result<PolicySet, Trouble> {
    let mut text = "@id(\"nowhere\")\npermit (principal, action, resource);\n".to_owned();
    for roster in &known.rosters {
        let id = roster.compartment();
        text.push_str(&format!(
            "@id(\"{id}\")\nforbid (principal, action, resource in Compartment::\"{id}\");\n"
        ));
    }
    policies(&text)
}
