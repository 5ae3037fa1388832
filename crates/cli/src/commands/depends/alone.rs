//! Who makes a capability fail: alone, or with one or two others.

use quorate_foresight::dependence::{By, Cuts};

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
    let mut all = asked.read.cuts(by);
    all.retain(|(place, _)| asked.is_told(*place));
    all.sort_by_key(|(place, _)| asked.order(*place));
    for (place, cuts) in &all {
        let name = names::of_member(asked.read, *place);
        let open = if cuts.is_open { "; it relies on what nobody declares: there may be more" } else { "" };
        screen.paragraph("   ", &format!("{name}: {}{open}", answer(cuts)))?;
        for set in cuts.sets.iter().take(asked.limit) {
            let set: Vec<String> = set.iter().map(|event| names::event(asked.read, *event)).collect();
            screen.item(&set.join(" and "))?;
        }
        if let more @ 1.. = cuts.sets.len().saturating_sub(asked.limit) {
            screen.item(&format!("and {more} more: --limit"))?;
        }
    }
    Ok(())
}

/// How many there are, the single points of failure first.
fn answer(cuts: &Cuts) -> String {
    let of = |size: usize| cuts.sets.iter().filter(|set| set.len() == size).count();
    let limit = match cuts.up_to {
        3 => String::new(),
        0 => "; there are too many to list even of single ones".into(),
        size => format!("; only to {size}: there are too many beyond"),
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
