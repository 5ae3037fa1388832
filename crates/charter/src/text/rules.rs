//! The rules of decision.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::vec::Vec;

use toml::Spanned;

use super::{Findings, inside, members, procedures, raw};
use crate::body::Measure;
use crate::fault::Fault;
use crate::language;
use crate::rule::{Interest, Rule, RuleName};

/// More than any institution decides by.
const MAX_RULES: usize = 64;

pub(super) fn rules(
    raw: raw::Tables<'_>,
    text: &str,
    measures: &[Measure],
    found: &mut Findings,
) -> BTreeMap<RuleName, Rule> {
    let names: Vec<&str> = measures.iter().map(Measure::name).collect();
    let mut rules = BTreeMap::new();
    for (name, rule) in raw.rule {
        if let Some(rule) = self::rule(name, rule, raw.procedures, text, &names, found) {
            rules.insert(rule.name.clone(), rule);
        }
    }
    if rules.len() > MAX_RULES {
        found.add(Fault::new(
            0..0,
            format!("{} rules are too many", rules.len()),
            format!("at most {MAX_RULES}"),
        ));
    }
    rules
}

fn rule(
    name: &Spanned<alloc::string::String>,
    raw: &raw::Rule,
    in_charter: bool,
    text: &str,
    measures: &[&str],
    found: &mut Findings,
) -> Option<Rule> {
    let name = found.parse::<RuleName>(name);
    let formula = language::parse(raw.adopted.get_ref(), measures);
    let formula = formula.map_err(|fault| inside(text, &raw.adopted, fault));
    let formula = found.keep(formula);
    let not_taking_part = interests(&raw.not_taking_part, found);
    if raw.procedure.is_none() && in_charter {
        let help = "say `procedure = { kind = \"vote\", open = \"72h\" }`";
        found.add(Fault::new(raw.adopted.span(), "this rule gives no procedure", help));
    }
    let procedure =
        raw.procedure.as_ref().map(|procedure| procedures::procedure(procedure, raw.essential, found));
    let source = raw.source.as_ref().map(|source| {
        members::line(source, "a rule's source", found);
        source.get_ref().clone()
    });
    Some(Rule {
        name: name?,
        adopted_when: raw.adopted.get_ref().clone(),
        formula: formula?,
        not_taking_part,
        procedure: procedure.map_or(Some(None), |procedure| procedure.map(Some))?,
        essential: raw.essential,
        source,
    })
}

fn interests(raw: &[Spanned<alloc::string::String>], found: &mut Findings) -> BTreeSet<Interest> {
    let mut interests = BTreeSet::new();
    for text in raw {
        match Interest::ALL.into_iter().find(|interest| interest.name() == text.get_ref()) {
            Some(interest) => {
                interests.insert(interest);
            }
            None => {
                let what = format!("`{}` is not an interest", text.get_ref());
                let known = Interest::ALL.map(|interest| format!("`{}`", interest.name()));
                found.add(Fault::new(text.span(), what, format!("the interests are {}", known.join(", "))));
            }
        }
    }
    interests
}

/// The rule that an article names. A rule that stands in the text and could not be read is at fault once, not
/// again wherever it is named.
pub(super) fn named(
    name: &Spanned<alloc::string::String>,
    raw: &raw::Charter,
    rules: &BTreeMap<RuleName, Rule>,
    found: &mut Findings,
) -> Option<Rule> {
    let parsed = found.parse::<RuleName>(name)?;
    let rule = rules.get(&parsed);
    if rule.is_none() && !raw.rule.keys().any(|known| known.get_ref() == name.get_ref()) {
        let help = format!("add a table `[rule.{parsed}]`");
        found.add(Fault::new(name.span(), format!("there is no rule `{parsed}`"), help));
    }
    rule.cloned()
}
