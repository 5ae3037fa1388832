//! Compatibility with another body: what a charter says beside what the text of that body says. Only what both declare is
//! compared, and nothing is judged in law.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{Body, Charter, Concern, MemberCode, Obligation, RelationArticle};

use crate::finding::{Finding, Outcome, Place, Promise, fails, proven};

const HOW: &str = "by what both texts declare, and nothing else; no judgement in law";

/// The findings on a charter beside the text of another body.
pub(crate) fn findings(charter: Option<&Charter>, body: &Body, other: &Body) -> Vec<Finding> {
    let name = other.institution().unwrap_or(&other.title().en);
    let relation = charter.and_then(Charter::relation);
    let named = relation.filter(|article| is_named(article, other));
    let mut found = Vec::from([
        Finding::new(Promise::Compatibility, Place::named("members"), members(body, other), HOW),
        finding(relation, "relation", declared(relation, named, name)),
        finding(named, "who acts first", first(named)),
        finding(named, "double funding", funding(named)),
    ]);
    found.extend(other.obligations().iter().map(|one| obligation(charter, named, one)));
    found
}

/// Whether the article names this body, by its title or by the institution of which it is one.
fn is_named(article: &RelationArticle, other: &Body) -> bool {
    let names = [Some(other.title().en.as_str()), Some(other.title().fr.as_str()), other.institution()];
    names.into_iter().flatten().any(|name| name == article.body())
}

fn finding(article: Option<&RelationArticle>, of: &str, outcome: Outcome) -> Finding {
    let place = article.map_or_else(|| Place::named(of), |article| Place::article(article.number(), of));
    Finding::new(Promise::Compatibility, place, outcome, HOW)
}

fn members(body: &Body, other: &Body) -> Outcome {
    let (mut common, mut apart) = (Vec::new(), Vec::new());
    for (code, _) in body.members() {
        if other.member(code).is_some() { common.push(code) } else { apart.push(code) }
    }
    let listed =
        |codes: &[MemberCode]| codes.iter().map(MemberCode::as_str).collect::<Vec<&str>>().join(", ");
    match (common.as_slice(), apart.as_slice()) {
        ([], _) => Outcome::NotDeclared("no member of this text is a member of that one".into()),
        (common, []) => proven(format!("every member is a member there: {}", listed(common)), Vec::new()),
        (common, apart) => Outcome::Condition(format!(
            "{} are members there, {} are not: what binds there binds the first alone",
            listed(common),
            listed(apart)
        )),
    }
}

fn declared(relation: Option<&RelationArticle>, named: Option<&RelationArticle>, name: &str) -> Outcome {
    match (relation, named) {
        (_, Some(_)) => proven(format!("the text says how it stands to {name}"), Vec::new()),
        (Some(other), None) => Outcome::NotDeclared(format!(
            "the text says how it stands to {}, and not to {name}",
            other.body()
        )),
        (None, None) => {
            Outcome::NotDeclared("the text has no article on the relation to another body".into())
        }
    }
}

fn first(named: Option<&RelationArticle>) -> Outcome {
    let Some(article) = named else { return unknown() };
    let down = match article.stand_down() {
        Some(rule) => format!("help stands down by the rule `{}`", rule.name()),
        None => "help never stands down".into(),
    };
    let says = match article.acts_after() {
        Some(after) => {
            format!("the other body comes first: for {after} from the request no vote is opened; {down}")
        }
        None => format!("this partnership acts at once, whatever the other body does; {down}"),
    };
    proven(says, Vec::new())
}

fn funding(named: Option<&RelationArticle>) -> Outcome {
    let Some(article) = named else { return unknown() };
    if article.excludes_double_funding() {
        let says = "no more is paid than was asked for, with what counts of help elsewhere";
        return proven(says, Vec::new());
    }
    Outcome::NotDeclared("the text does not say whether the same need may be funded twice".into())
}

fn unknown() -> Outcome {
    Outcome::NotDeclared("the text does not say how it stands to that body".into())
}

fn obligation(charter: Option<&Charter>, named: Option<&RelationArticle>, one: &Obligation) -> Finding {
    let because = Vec::from([format!("{}: {}", one.what(), one.source())]);
    let consultations = charter.and_then(Charter::consultations).map(|article| article.number());
    let meets = |says: &str| proven(String::from(says), because.clone());
    // What no field of the texts answers is not proven: whether it is met depends on what the members do.
    let asks = |what: &str| Outcome::Condition(format!("{}: {what}", one.what()));
    let silent = |what: &str| Outcome::NotDeclared(format!("{}: {what}", one.what()));
    let (article, outcome) = match (one.concerns(), named) {
        (Concern::Consultations, _) => match consultations {
            Some(number) => {
                (Some(number), asks("the text has an article on consultations, which bind nobody here"))
            }
            None => (None, silent("the text has no article on consultations")),
        },
        (_, None) => (None, silent("the text does not say how it stands to that body")),
        (_, Some(article)) if one.comes_first() && article.acts_after().is_none() => {
            let says = format!("{}: that body comes first, and this partnership acts at once", one.what());
            (Some(article.number()), fails(says, Vec::new(), because))
        }
        (Concern::Funding, Some(article)) if !article.excludes_double_funding() => {
            (Some(article.number()), silent("the text does not exclude double funding"))
        }
        (Concern::Funding, Some(article)) => {
            (Some(article.number()), meets("what is given elsewhere is counted"))
        }
        (Concern::Assistance, Some(article)) if one.comes_first() => {
            (Some(article.number()), meets("that body comes first here too"))
        }
        (_, Some(article)) => {
            (Some(article.number()), asks("the text says when it acts beside that body, and nothing on this"))
        }
    };
    let place =
        article.map_or_else(|| Place::named(one.name()), |article| Place::article(article, one.name()));
    Finding::new(Promise::Compatibility, place, outcome, HOW)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    const CHARTER: &str = include_str!("../../../stories/relation.toml");
    const PLAIN: &str = include_str!("../../../charters/partnership.toml");
    const NATO: &str = include_str!("../../../charters/models/nato.toml");

    fn outcomes(charter: &str, other: &str) -> Vec<(String, &'static str)> {
        let (charter, other) = (Charter::read(charter).unwrap(), Body::read(other).unwrap());
        let found = findings(Some(&charter), charter.body(), &other);
        found.iter().map(|one| (one.place.of.to_string(), one.outcome.name())).collect()
    }

    fn of(charter: &str, other: &str, place: &str) -> &'static str {
        outcomes(charter, other).into_iter().find(|(of, _)| of == place).unwrap().1
    }

    #[test]
    fn a_text_that_names_the_body_is_set_beside_it() {
        for (place, outcome) in [
            ("members", "proven"),
            ("relation", "proven"),
            ("who acts first", "proven"),
            ("double funding", "proven"),
            ("assist", "condition"),
            ("no-conflict", "condition"),
            ("consult", "not declared"),
        ] {
            assert_eq!(of(CHARTER, NATO, place), outcome, "{place}");
        }
    }

    #[test]
    fn what_is_not_declared_is_not_claimed() {
        for place in ["relation", "who acts first", "double funding", "assist", "no-conflict", "consult"] {
            assert_eq!(of(PLAIN, NATO, place), "not declared", "{place}");
        }
        let other = CHARTER.replace("body = \"North Atlantic Treaty Organization\"", "body = \"Another\"");
        assert_eq!(of(&other, NATO, "relation"), "not declared");
        let twice = CHARTER.replace("double-funding = \"none\"\n", "");
        assert_eq!(of(&twice, NATO, "double funding"), "not declared");
    }

    #[test]
    fn acting_at_once_fails_where_the_other_body_comes_first() {
        let first = NATO.replace("concerns = \"assistance\"", "concerns = \"assistance\", first = true");
        assert_eq!(of(CHARTER, &first, "assist"), "proven");
        let at_once = CHARTER.replace("after 72h", "at once");
        assert_eq!(of(&at_once, &first, "assist"), "fails");
        assert_eq!(of(&at_once, NATO, "assist"), "condition");
    }

    #[test]
    fn members_in_common_are_told() {
        let without = NATO.replace("CAN = { name = { en = \"Canada\", fr = \"Canada\" } }\n", "");
        assert_eq!(of(CHARTER, &without, "members"), "condition");
    }
}
