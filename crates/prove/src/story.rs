//! A counterexample, replayed by the policies themselves and told in sentences.

use cedar_policy::{Authorizer, Decision, Entity, EvalResult, PolicyId, PolicySet};
use cedar_policy_symcc::Env;
use quorate_vault::marking::Level;

use crate::claims::{self, CLAIMS};
use crate::input::Input;
use crate::prover::{Kind, Question};
use crate::trouble::Trouble;

/// Replays it, and tells who could do what with whose product, and which policies let it.
pub(crate) fn told(input: &Input, question: &Question, env: &Env) -> Result<String, Trouble> {
    let (decision, let_in) = replay(&input.policies, env);
    if decision != Decision::Allow {
        return Err(Trouble::Spurious);
    }
    let entity = |uid: Option<&cedar_policy::EntityUid>| uid.and_then(|uid| env.entities.get(uid));
    let (Some(reader), Some(product)) = (entity(env.request.principal()), entity(env.request.resource()))
    else {
        return Err(Trouble::Spurious);
    };
    let state = value(reader.attr("member"));
    let mut story = format!(
        "{state} ({}, cleared for {}) could {} a product of {}, marked {}, releasable to {}.\n",
        value(reader.attr("office")),
        level(reader, "cleared"),
        verb(question),
        value(product.attr("originator")),
        level(product, "level"),
        value(product.attr("releasable")),
    );
    story.push_str(&place(input, env, &state));
    for claim in CLAIMS.iter().filter(|claim| claim.is_of(question.action)) {
        if question.kind == Kind::Claims && replay(&claim.allows()?, env).0 != Decision::Allow {
            story.push_str(&format!("It could do so {} ({}).\n", claim.broken, claim.id));
        }
    }
    let asked = match question.kind {
        Kind::Outside => Some(claims::outside(&input.known)?),
        Kind::Nowhere => Some(claims::nowhere(&input.known)?),
        Kind::Claims | Kind::Something => None,
    };
    if asked.is_some_and(|asked| replay(&asked, env).0 != Decision::Allow) {
        return Err(Trouble::Spurious);
    }
    story.push_str(&moments(product, env));
    story.push_str(&format!("Replayed, the policies allow it. What lets it in: {}.", let_in.join(", ")));
    Ok(story)
}

fn replay(policies: &PolicySet, env: &Env) -> (Decision, Vec<String>) {
    let answer = Authorizer::new().is_authorized(&env.request, policies, &env.entities);
    (answer.decision(), answer.diagnostics().reason().map(PolicyId::to_string).collect())
}

/// In which compartments the product lies, and who is in them.
fn place(input: &Input, env: &Env, state: &str) -> String {
    let mut place = String::new();
    let Some(product) = env.request.resource() else { return place };
    let above: Vec<String> = env
        .entities
        .ancestors(product)
        .into_iter()
        .flatten()
        .map(|uid| AsRef::<str>::as_ref(uid.id()).to_owned())
        .collect();
    let mut known = 0_usize;
    for roster in &input.known.rosters {
        if !above.contains(&roster.compartment().to_string()) {
            continue;
        }
        known = known.saturating_add(1);
        let in_it = roster.members().intersection(&input.known.members);
        let members: Vec<&str> = in_it.map(|member| member.as_str()).collect();
        let whether = if members.contains(&state) { "is in it" } else { "IS NOT IN IT" };
        place.push_str(&format!(
            "It lies in compartment {}, of which the members are {}: {state} {whether}.\n",
            roster.compartment(),
            members.join(", ")
        ));
    }
    if known == 0 {
        place.push_str("It lies in no compartment that the policy knows.\n");
    }
    place
}

/// What matters beside: the moments, and who consented.
fn moments(product: &Entity, env: &Env) -> String {
    let of = |name: &str| {
        env.request.context().and_then(|context| context.get(name)).map_or("none".into(), |v| shown(&v))
    };
    format!(
        "It is moment {}; its release time is {}; named in advance: {}. Originator control: {}. Consents: {}. To: {}.\n",
        of("now"),
        value(product.attr("release")),
        value(product.attr("advance")),
        value(product.attr("controlled")),
        of("consents"),
        of("to")
    )
}

fn verb(question: &Question) -> &'static str {
    match question.action {
        quorate_vault::policy::Action::Open => "open",
        quorate_vault::policy::Action::List => "see the title of",
        quorate_vault::policy::Action::Forward => "forward",
        quorate_vault::policy::Action::Release => "be given the second half of the key of",
        quorate_vault::policy::Action::Act => "act on",
    }
}

fn value<E>(attribute: Option<Result<EvalResult, E>>) -> String {
    match attribute {
        Some(Ok(value)) => shown(&value),
        _ => "unknown".into(),
    }
}

fn shown(value: &EvalResult) -> String {
    match value {
        EvalResult::EntityUid(uid) => named(uid.id().as_ref()),
        EvalResult::Set(set) if set.is_empty() => "nobody".into(),
        EvalResult::Set(set) => set.iter().map(shown).collect::<Vec<_>>().join(", "),
        EvalResult::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The solver makes names up where any would do.
fn named(id: &str) -> String {
    let is_code = id.len() == 3 && id.bytes().all(|letter| letter.is_ascii_uppercase());
    if is_code { id.to_owned() } else { format!("a State called {id:?}") }
}

fn level(of: &Entity, name: &str) -> String {
    let Some(Ok(EvalResult::Long(number))) = of.attr(name) else { return "no level".into() };
    let found = Level::ALL.into_iter().zip(0_i64..).find(|(_, place)| *place == number);
    found.map_or(format!("the level {number}"), |(level, _)| level.to_string())
}
