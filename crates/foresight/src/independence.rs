//! Independence of a named State: is there a chain from what the members rely on to that State?

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{Aspect, Charter, MemberCode, RelianceArticle, Thing};

use crate::finding::{Finding, Outcome, Place, Promise, fails, proven};
use crate::phrases::counted;

/// One finding for each aspect, for a State that is named: there is none by default.
pub(crate) fn findings(charter: Option<&Charter>, of: MemberCode) -> Vec<Finding> {
    let reliance = charter.and_then(Charter::reliance);
    Aspect::ALL.into_iter().map(|aspect| finding(reliance, aspect, of)).collect()
}

/// The States that the text declares to be relied on.
pub(crate) fn named(charter: Option<&Charter>) -> impl Iterator<Item = MemberCode> {
    let things = charter.and_then(Charter::reliance).into_iter().flat_map(RelianceArticle::things);
    things.filter_map(Thing::state)
}

fn finding(reliance: Option<&RelianceArticle>, aspect: Aspect, of: MemberCode) -> Finding {
    let name = aspect.name();
    let Some(article) = reliance else {
        let outcome = Outcome::NotDeclared("the text has no article on reliance".into());
        return Finding::new(Promise::Independence, Place::named(name), outcome, "");
    };
    let place = Place::article(article.number(), name);
    let things: Vec<&Thing> = article.things().iter().filter(|thing| thing.aspect() == aspect).collect();
    let how =
        "by following every chain of what is declared; assumes that nothing else is relied on in this aspect";
    let relied =
        |thing: &&Thing| things.iter().any(|other| other.relies_on().iter().any(|name| name == thing.name()));
    // The chain is told from its beginning: from a thing on which no other of the aspect relies, if there is one.
    let first: Vec<&Thing> = things.iter().copied().filter(|thing| !relied(thing)).collect();
    let chain = chain_from(article, &first, of).or_else(|| chain_from(article, &things, of));
    let outcome = match chain {
        _ if things.is_empty() => Outcome::NotDeclared("nothing is declared of it".into()),
        Some(chain) => fails(told(&chain, of), Vec::from([of]), sources(&chain)),
        None => {
            let says =
                format!("no chain from {} declared leads to {of}", counted(things.len(), "thing", "things"));
            proven(says, things.iter().map(|thing| format!("{}: {}", thing.what(), thing.source())).collect())
        }
    };
    Finding::new(Promise::Independence, place, outcome, how)
}

/// The shortest chain to the State, each thing relying on the next; the first in order of names among the shortest.
fn chain_from<'a>(
    article: &'a RelianceArticle,
    from: &[&'a Thing],
    to: MemberCode,
) -> Option<Vec<&'a Thing>> {
    let mut seen: BTreeSet<&str> = from.iter().map(|thing| thing.name()).collect();
    let mut ahead: Vec<Vec<&Thing>> = from.iter().map(|thing| Vec::from([*thing])).collect();
    while !ahead.is_empty() {
        let mut next = Vec::new();
        for chain in ahead {
            let last = chain.last()?;
            if last.state() == Some(to) {
                return Some(chain);
            }
            for thing in last.relies_on().iter().filter_map(|name| article.thing(name)) {
                if seen.insert(thing.name()) {
                    let mut longer = chain.clone();
                    longer.push(thing);
                    next.push(longer);
                }
            }
        }
        ahead = next;
    }
    None
}

fn told(chain: &[&Thing], to: MemberCode) -> String {
    let links: Vec<&str> = chain.iter().map(|thing| thing.what()).collect();
    format!("relies on {to}: {}", links.join(" -> "))
}

fn sources(chain: &[&Thing]) -> Vec<String> {
    chain.iter().map(|thing| format!("{}: {}", thing.name(), thing.source())).collect()
}
