//! What a withholding does, and when.

use quorate_foresight::dependence::{Effect, Effects, Outage, Thing, Withheld};

use super::{Asked, names};
use crate::failure::Failure;
use crate::present::Screen;

pub(super) fn tell(
    asked: &Asked<'_>,
    who: &[&str],
    withheld: &Withheld,
    screen: &mut Screen,
) -> Result<(), Failure> {
    screen.line(&format!("\nWithheld from day 0: {}", who.join(", ")))?;
    let effects = asked.read.without(withheld);
    let mut told: Vec<&Effect> = effects.all().iter().filter(|effect| asked.is_told(effect.place)).collect();
    told.sort_by_key(|effect| asked.order(effect.place));
    for effect in &told {
        one(asked, &effects, effect, screen)?;
    }
    let rest: Vec<&str> = asked
        .read
        .capabilities()
        .filter(|place| asked.is_told(*place) && effects.get(*place).is_none())
        .map(|place| names::thing(asked.read, place))
        .collect();
    match rest.is_empty() {
        true => Ok(()),
        false => screen.paragraph("   ", &format!("not touched: {}", rest.join(", "))),
    }
}

fn one(
    asked: &Asked<'_>,
    effects: &Effects<'_>,
    effect: &Effect,
    screen: &mut Screen,
) -> Result<(), Failure> {
    let name = names::of_member(asked.read, effect.place);
    screen.paragraph("   ", &format!("{name}: {}", when(effect)))?;
    let chain: Vec<&Thing> =
        effects.chain(effect).into_iter().filter_map(|place| asked.read.things().get(place)).collect();
    let links = chain.iter().skip(1).map(|thing| thing.name.clone());
    let by = match (links.len(), effects.withholds(effect.place)) {
        (0, true) => "by itself: it is withheld".into(),
        (0, false) => "by itself: it is not known whether it is withheld".into(),
        _ => format!("by {}", names::cut(links, asked.limit, "").join(", which relies on ")),
    };
    screen.item(&by)?;
    if let Some(lowest) = chain.iter().min_by_key(|thing| thing.confidence) {
        screen.item(&format!(
            "confidence: {} at the lowest, of {}",
            lowest.confidence.name(),
            lowest.name
        ))?;
    }
    for thing in chain.iter().filter(|_| asked.explain) {
        screen.item(&format!("{}, {} confidence: {}", thing.name, thing.confidence.name(), thing.source))?;
    }
    let unsaid = effects.unsaid(effect);
    if unsaid.is_empty() {
        return Ok(());
    }
    let unsaid = unsaid.iter().map(|one| names::unsaid(asked.read, *one));
    screen.item(&format!("not public: {}", names::cut(unsaid, asked.limit, "and ").join("; ")))
}

/// When it fails, in words.
pub(super) fn when(effect: &Effect) -> String {
    match (effect.is_known(), effect.at_least.is_none()) {
        (true, _) => format!("fails {}", spans(&effect.at_most)),
        (false, true) => format!("not known; at worst fails {}", spans(&effect.at_most)),
        (false, false) => {
            let (least, most) = (spans(&effect.at_least), spans(&effect.at_most));
            format!("fails {least} at least, at worst {most}")
        }
    }
}

fn spans(outage: &Outage) -> String {
    let span = |(from, until): (u32, Option<u32>)| match until {
        Some(until) => {
            let days = until.saturating_sub(from);
            format!("from day {from} to day {until} ({days} days without)")
        }
        None => format!("from day {from} on, with nothing in its place"),
    };
    outage.spans().map(span).collect::<Vec<_>>().join(", and ")
}
