//! Who makes a capability fail: alone, or with one or two others.

use quorate_foresight::dependence::{By, Cuts, Event};

use super::{Asked, names};
use crate::failure::Failure;
use crate::present::Screen;

pub(super) fn tell(asked: &Asked<'_>, by: By, screen: &mut Screen) -> Result<(), Failure> {
    let of = match by {
        By::State => "States",
        By::Supplier => "suppliers",
        By::Thing => "things",
    };
    screen.line(&format!("\nMinimal cut sets of {of}, to three: without all of one the capability fails"))?;
    let all = asked.read.cuts(by);
    let mut places: Vec<usize> = asked.read.capabilities().filter(|place| asked.is_told(*place)).collect();
    places.sort_by_key(|place| asked.order(*place));
    // One after the other: all of them written out at once would be many times what is held.
    for (place, cuts) in places.into_iter().filter_map(|place| Some((place, all.get(place)?))) {
        let name = names::of_member(asked.read, place);
        let open = if cuts.is_open { "; not all on which it relies is known: there may be more" } else { "" };
        screen.paragraph("   ", &format!("{name}: {}{open}", answer(&cuts)))?;
        let event = |event: &Event| names::event(asked.read, *event);
        let sets = cuts.sets.iter().map(|set| set.iter().map(event).collect::<Vec<_>>().join(" and "));
        names::cut(sets, asked.limit, "and ").iter().try_for_each(|set| screen.item(set))?;
    }
    Ok(())
}

/// How many there are, the single points of failure first.
fn answer(cuts: &Cuts) -> String {
    let of = |size: usize| cuts.sets.iter().filter(|set| set.len() == size).count();
    let limit = match cuts.up_to {
        3 => String::new(),
        0 => "; there are too many to look through even of single ones".into(),
        size => format!("; only to {size}: there are too many to look through beyond"),
    };
    match (of(1), of(2), of(3)) {
        (0, 0, 0) => format!("none{limit}"),
        (alone, two, three) => {
            let named = [
                (alone, "single point of failure", "single points of failure"),
                (two, "pair", "pairs"),
                (three, "set of three", "sets of three"),
            ];
            let told = named.iter().filter(|(many, ..)| *many > 0);
            let words: Vec<String> = told
                .map(|(many, one, several)| format!("{many} {}", if *many == 1 { one } else { several }))
                .collect();
            format!("{}{limit}", words.join(", "))
        }
    }
}
