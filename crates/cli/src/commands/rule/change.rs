//! What if: a member withdraws, a State accedes, a share is another one.

use quorate_charter::{MemberCode, RuleName, Title, language};
use quorate_voting::{Base, Formula, Parts, Ratio};

use super::asked::Asked;
use crate::failure::Failure;

/// A member withdraws.
pub(super) fn withdraw(asked: &mut Asked, member: MemberCode) -> Result<(), Failure> {
    if asked.body.member(member).is_none() {
        return Err(Failure::usage(
            format!("{member} is not a member, so it cannot withdraw"),
            members(asked),
        ));
    }
    if asked.body.members().len() == 1 {
        return Err(Failure::usage(format!("without {member} there are no members"), ""));
    }
    asked.body = asked.body.without_member(member);
    asked.changes.push(format!("without {member}"));
    Ok(())
}

/// A State accedes: `UKR:population=37860221`.
pub(super) fn accede(asked: &mut Asked, text: &str) -> Result<(), Failure> {
    let form = || {
        Failure::usage(
            format!("`{text}` is not a member with its weights"),
            "write the State's code and a weight for each measure, such as `UKR:population=37860221`",
        )
    };
    let (code, weights) = text.split_once(':').unwrap_or((text, ""));
    let code: MemberCode = code.parse().map_err(|_| form())?;
    let weight = |part: &str| -> Option<(RuleName, u64)> {
        let (measure, weight) = part.split_once('=')?;
        Some((measure.trim().parse().ok()?, weight.trim().parse().ok()?))
    };
    let parts = weights.split(',').filter(|part| !part.trim().is_empty());
    let weights = parts.map(|part| weight(part).ok_or_else(form)).collect::<Result<Vec<_>, Failure>>()?;
    let name = Title { en: code.to_string(), fr: code.to_string() };
    let wider = asked.body.with_member(code, name, &weights);
    asked.body = wider.map_err(|error| {
        let names: Vec<&str> = asked.body.measures().iter().map(quorate_charter::Measure::name).collect();
        let help = if names.is_empty() { "there are none here".into() } else { names.join(", ") };
        Failure::usage(error.to_string(), format!("the measures: {help}"))
    })?;
    asked.changes.push(format!("with {code}"));
    Ok(())
}

/// A share is another one: `population=70%`, `key@cast=2/3`.
pub(super) fn threshold(asked: &mut Asked, text: &str) -> Result<(), Failure> {
    let form = || {
        Failure::usage(
            format!("`{text}` is not a measure with a share"),
            "write the measure and its share, such as `population=70%` or `members=2/3`",
        )
    };
    let (of, share) = text.split_once('=').ok_or_else(form)?;
    let (measure, base) = of.split_once('@').map_or((of, None), |(measure, base)| (measure, Some(base)));
    let ratio = ratio(share).ok_or_else(form)?;
    let weighs = |condition: &Formula| match condition.parts() {
        Parts::Share { measure: by, base: on, .. } => {
            asked.body.measure_name(by) == measure && base.is_none_or(|base| base == base_name(on))
        }
        _ => false,
    };
    let found: Vec<usize> = asked
        .formula
        .conditions()
        .enumerate()
        .filter(|(_, condition)| weighs(condition))
        .map(|(number, _)| number)
        .collect();
    match *found.as_slice() {
        [number] => {
            asked.formula = asked.formula.with_share(number, ratio).ok_or_else(form)?;
            asked.changes.push(format!("{measure} {}", share.trim()));
            Ok(())
        }
        [] => Err(Failure::usage(format!("no condition of this rule weighs by `{of}`"), asked.words())),
        _ => Err(Failure::usage(
            format!("several conditions of this rule weigh by `{of}`"),
            format!(
                "say of which base, such as `{measure}@participating={}`: {}",
                share.trim(),
                asked.words()
            ),
        )),
    }
}

/// A share, in the language of rules.
fn ratio(share: &str) -> Option<Ratio> {
    let formula = language::parse(&format!("members >= {share} of cast"), &[]).ok()?;
    match formula.parts() {
        Parts::Share { ratio, .. } => Some(ratio),
        _ => None,
    }
}

fn base_name(base: Base) -> &'static str {
    match base {
        Base::Membership => "membership",
        Base::Participating => "participating",
        Base::Present => "present",
        Base::Cast => "cast",
    }
}

/// Who the members are, for whoever named another; a long list is cut short.
pub(super) fn members(asked: &Asked) -> String {
    const SOME: usize = 40;
    let codes: Vec<String> = asked.body.members().map(|(code, _)| code.to_string()).collect();
    let shown = codes.iter().take(SOME).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = if codes.len() > SOME { ", ..." } else { "" };
    format!("its members are: {shown}{more}")
}
