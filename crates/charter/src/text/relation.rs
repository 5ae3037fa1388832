//! The optional articles on the relation to another body and on existing arrangements.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;

use serde::Deserialize;
use toml::Spanned;

use super::check::number;
use super::{Findings, inside, members, money_in, raw, rules};
use crate::fault::Fault;
use crate::period::Period;
use crate::relation::{ArrangementsArticle, RelationArticle};
use crate::rule::{Interest, Rule, RuleName};

/// The relation to another body, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Relation {
    pub(super) article: Spanned<u32>,
    body: Spanned<String>,
    acts: Spanned<String>,
    stands_down: Option<Spanned<String>>,
    decided_by: Option<Spanned<String>>,
    double_funding: Option<Spanned<String>>,
}

/// Existing arrangements, as they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Arrangements {
    pub(super) article: Spanned<u32>,
    review_every: Option<Spanned<String>>,
}

/// Reads the article on the relation, if the text has it. With a fault it is left out: the fault keeps the charter out.
pub(super) fn relation(
    raw: &raw::Charter,
    text: &str,
    rules: &BTreeMap<RuleName, Rule>,
    found: &mut Findings,
) -> Option<RelationArticle> {
    let article = raw.relation.as_ref()?;
    members::line(&article.body, "the other body's name", found);
    let acts_after = acts(&article.acts, text, found);
    let stand_down = stand_down(article, raw, rules, found);
    let no_double_funding = match article.double_funding.as_ref() {
        None => Some(false),
        Some(word) => one_word(word, "none", "write \"none\", or leave the key out", found),
    };
    if no_double_funding == Some(true) {
        others_decide(raw, rules, found);
    }
    let stands_down = article.stands_down.as_ref().filter(|_| matches!(stand_down, Some(Some(_))));
    let not_twice = article.double_funding.as_ref().filter(|_| no_double_funding == Some(true));
    for waits in stands_down.into_iter().chain(not_twice) {
        lapses(waits, raw, found);
    }
    Some(RelationArticle {
        number: number(&article.article),
        body: article.body.get_ref().clone(),
        acts_after: acts_after?,
        stand_down: stand_down?,
        no_double_funding: no_double_funding?,
    })
}

/// `at once`, or `after 72h`.
fn acts(word: &Spanned<String>, text: &str, found: &mut Findings) -> Option<Option<Period>> {
    let said = word.get_ref().as_str();
    if said == "at once" {
        return Some(None);
    }
    let Some(period) = said.strip_prefix("after ") else {
        let help = "write \"at once\", or \"after\" and a period, as in \"after 72h\"";
        found.add(Fault::new(word.span(), format!("`{said}` cannot stand here"), help));
        return None;
    };
    let parsed = period.parse::<Period>().map_err(|error| {
        let from = "after ".len();
        let at = from..from.saturating_add(period.len());
        inside(text, word, Fault::new(at, format!("`{period}` cannot stand here"), format!("{error}")))
    });
    found.keep(parsed).map(Some)
}

/// Nobody stands down alone or holds it up alone, and the one that is helped does not decide.
fn stand_down(
    article: &Relation,
    raw: &raw::Charter,
    rules: &BTreeMap<RuleName, Rule>,
    found: &mut Findings,
) -> Option<Option<Rule>> {
    let (word, name) = match (&article.stands_down, &article.decided_by) {
        (None, None) => return Some(None),
        (Some(word), Some(name)) => (word, name),
        (Some(one), None) | (None, Some(one)) => {
            let help = "`stands-down = \"by decision\"` and `decided-by = \"RULE\"` stand together";
            found.add(Fault::new(one.span(), "by which rule help stands down is not said", help));
            return None;
        }
    };
    one_word(word, "by decision", "write \"by decision\", or leave both keys out", found)?;
    let rule = rules::named(name, raw, rules, found)?;
    if !rule.leaves_out(Interest::Beneficiary) {
        let what = format!("the beneficiary would take part under the rule `{}`", rule.name());
        found.add(Fault::new(
            name.span(),
            what,
            "add `\"beneficiary\"` to the rule's `not-taking-part`: the others decide",
        ));
        return None;
    }
    if !rule.is_essential() {
        let what = format!("the rule `{}` is not essential", rule.name());
        let help =
            "help would stand down by a rule of which nothing is promised: leave out `essential = false`";
        found.add(Fault::new(name.span(), what, help));
        return None;
    }
    Some(Some(rule))
}

/// What counts of a report is decided by the rule for cases: whoever asked for help does not decide on it.
fn others_decide(raw: &raw::Charter, rules: &BTreeMap<RuleName, Rule>, found: &mut Findings) {
    // Without a fund there are no cases; whether the rule can be read is said where the article on cases is.
    let Some(cases) = &raw.cases else { return };
    let rule = rules::named(&cases.decided_by, raw, rules, &mut Findings::default());
    if let Some(rule) = rule.filter(|rule| !rule.leaves_out(Interest::Beneficiary)) {
        let what = format!(
            "the beneficiary would decide under the rule `{}` on what it gets elsewhere",
            rule.name()
        );
        let help = "add `\"beneficiary\"` to the rule's `not-taking-part`, or leave `double-funding` out";
        found.add(Fault::new(cases.decided_by.span(), what, help));
    }
}

/// Where help can wait for a word or a decision without end, what is set aside for it lapses, or one case would keep the
/// fund's money from all others.
fn lapses(waits: &Spanned<String>, raw: &raw::Charter, found: &mut Findings) {
    let for_ever = raw.cases.as_ref().is_some_and(|cases| cases.lapses_after.is_none());
    if for_ever {
        let help = "add `lapses-after = \"365d\"`, or another period, to `[cases]`, or leave the key out";
        let what = String::from("help that waits would keep what is set aside for it without end");
        found.add(Fault::new(waits.span(), what, help));
    }
}

fn one_word(word: &Spanned<String>, wanted: &str, help: &str, found: &mut Findings) -> Option<bool> {
    if word.get_ref() == wanted {
        return Some(true);
    }
    found.add(Fault::new(word.span(), format!("`{}` cannot stand here", word.get_ref()), help));
    None
}

/// Reads the article on existing arrangements, if the text has it.
pub(super) fn arrangements(raw: &raw::Charter, found: &mut Findings) -> Option<ArrangementsArticle> {
    let article = raw.arrangements.as_ref()?;
    let review_every = money_in::optional(article.review_every.as_ref(), found)?;
    Some(ArrangementsArticle { number: number(&article.article), review_every })
}
