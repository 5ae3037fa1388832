//! Random formulas, and random texts of rules.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use quorate_voting::{Base, Formula, Measure, Ratio, Strictness};

use super::MEASURES;

fn condition() -> impl Strategy<Value = Formula> {
    let last = u16::try_from(MEASURES.len()).unwrap();
    let ratio = (1..=1_000_u64).prop_flat_map(|whole| (1..=whole, Just(whole)));
    let ratio = ratio.prop_map(|(part, whole)| Ratio::new(part, whole).unwrap());
    let strictness = select(vec![Strictness::AtLeast, Strictness::MoreThan]);
    let share = ((0..=last).prop_map(Measure), ratio, select(Base::ALL.to_vec()), strictness);
    let share = share.prop_map(|(measure, ratio, base, strict)| Formula::share(measure, ratio, base, strict));
    prop_oneof![3 => share, 1 => any::<u32>().prop_map(Formula::not_in_favour_at_most)]
}

/// Formulas such as a text can give: a list of one is its only part.
pub(crate) fn formula() -> impl Strategy<Value = Formula> {
    condition().prop_recursive(15, 30, 4, |inner| {
        let some = vec(inner.clone(), 1..=4);
        let several = vec(inner, 2..=4);
        prop_oneof![
            several.clone().prop_map(|parts| Formula::all(parts).unwrap()),
            several.prop_map(|parts| Formula::any(parts).unwrap()),
            (some, any::<prop::sample::Index>()).prop_map(|(parts, least)| {
                let least = u32::try_from(least.index(parts.len())).unwrap() + 1;
                Formula::at_least(least, parts).unwrap()
            }),
        ]
    })
}

/// Texts of rules with commas, brackets that were not needed, and any spelling of shares.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let share = prop_oneof![
        (1..=100_u32).prop_map(|whole| format!("{whole}%")),
        (0..100_u32, 1..1000_u32).prop_map(|(whole, part)| format!("{whole}.{part:03} %")),
        (1..=9_u32).prop_map(|part| format!("{part}/9")),
    ];
    let measure = select(vec!["members", "gdp", "population"]);
    let base = select(vec!["membership", "participating", "present", "cast"]);
    let share = (measure, select(vec![">=", ">", " >= "]), share, base)
        .prop_map(|(measure, sign, share, base)| format!("{measure} {sign}{share} of {base}"));
    let clause = (0..9_u32).prop_map(|most| format!("not  in favour <={most}"));
    prop_oneof![share, clause].prop_recursive(5, 24, 3, |inner| {
        let list = |join: &'static str| vec(inner.clone(), 2..=3).prop_map(move |parts| parts.join(join));
        let bracketed = prop_oneof![list(" and "), list(" or "), list(", or "), list(", and "), inner.clone()];
        let some = (vec(inner.clone(), 1..=3), any::<prop::sample::Index>()).prop_map(|(parts, least)| {
            format!("at least {} of ({})", least.index(parts.len()) + 1, parts.join("; "))
        });
        prop_oneof![3 => bracketed.prop_map(|text| format!("( {text})")), 1 => some, 1 => list(" and "), 1 => list(" or ")]
    })
}
