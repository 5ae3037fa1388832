//! The cause that is told is one: without it the first day would be another.

use proptest::prelude::*;
use quorate_charter::Charter;
use quorate_foresight::Assurance;
use quorate_foresight::dependence::Dependencies;

use super::{brute, named, texts};

/// A text of a few things, each a line of what is said of it; what is not there is in the hands of XXX.
fn few(things: &[(&str, &str)]) -> Dependencies {
    let thing = |(name, of): &(&str, &str)| {
        let hands = if of.contains("needs") || of.contains("one-of") { "" } else { "in-hands-of = \"XXX\"" };
        format!("[things.{name}]\nwhat = \"{name}\"\nsource = \"s\"\n{hands}\n{of}\n")
    };
    let things: String = things.iter().map(thing).collect();
    Dependencies::read(&format!("title = \"t\"\n{things}")).unwrap()
}

/// When the first fails, and by what.
fn told<'d>(read: &'d Dependencies, of: &str) -> (Option<u32>, Vec<&'d str>) {
    let effects = read.without(&read.withheld(["XXX"]).unwrap());
    let effect = effects.get(read.place(of).unwrap()).unwrap();
    (effect.at_least.first().or(effect.at_most.first()), named(read, &effects.chain(effect)))
}

#[test]
fn what_a_stock_bridges_is_no_cause() {
    let read = few(&[
        ("cap", "member = \"AAA\"\nneeds = [\"a\", \"b\"]\nlasts = \"10d\""),
        ("a", "lasts = \"none\"\nreplaced-in = \"3d\""),
        ("b", "lasts = \"50d\"\nreplaced-in = \"never\""),
    ]);
    assert_eq!(told(&read, "cap"), (Some(60), vec!["cap", "b"]));
}

#[test]
fn of_a_group_the_last_to_go_is_the_cause_while_the_others_are_away() {
    // Nothing is left from day 20 to 30: `late` goes when `early` is back.
    let read = few(&[
        ("cap", "member = \"AAA\"\none-of = [[\"early\", \"second\"], [\"early\", \"late\"]]"),
        ("early", "lasts = \"5d\"\nreplaced-in = \"30d\""),
        ("second", "lasts = \"20d\"\nreplaced-in = \"never\""),
        ("late", "lasts = \"40d\"\nreplaced-in = \"never\""),
    ]);
    assert_eq!(told(&read, "cap"), (Some(20), vec!["cap", "second"]));
    let read = few(&[
        ("cap", "member = \"AAA\"\nneeds = [\"slow\"]\none-of = [[\"early\", \"late\"]]"),
        ("slow", "lasts = \"40d\"\nreplaced-in = \"never\""),
        ("early", "lasts = \"none\"\nreplaced-in = \"30d\""),
        ("late", "lasts = \"40d\"\nreplaced-in = \"never\""),
    ]);
    assert_eq!(told(&read, "cap"), (Some(40), vec!["cap", "slow"]), "the group is never all gone");
}

#[test]
fn things_that_rely_on_each_other_are_not_each_others_cause() {
    let read = few(&[
        ("cap", "member = \"AAA\"\nneeds = [\"a\"]"),
        ("a", "needs = [\"b\", \"c\"]"),
        ("b", "needs = [\"a\"]"),
        ("c", "lasts = \"none\"\nreplaced-in = \"never\""),
    ]);
    assert_eq!(told(&read, "cap"), (Some(0), vec!["cap", "a", "c"]));
    assert_eq!(told(&read, "b"), (Some(0), vec!["b", "a", "c"]));
}

#[test]
fn the_day_and_the_cause_are_of_one_reading() {
    // At worst `hidden` goes first; for the best it never does, and `known` goes on day 30.
    let read = few(&[
        ("cap", "member = \"AAA\"\nneeds = [\"hidden\", \"known\"]"),
        ("hidden", ""),
        ("known", "lasts = \"30d\"\nreplaced-in = \"never\""),
    ]);
    assert_eq!(told(&read, "cap"), (Some(30), vec!["cap", "known"]));
    let charter = Charter::read(include_str!("../../../../charters/partnership.toml")).unwrap();
    let found = Assurance::of(&charter).capable_without(&read, Vec::new(), "XXX".parse().unwrap());
    let found = found.findings().iter().find(|one| one.place.of == "capability cap").unwrap();
    let shown = format!("{:?}", found.outcome);
    assert!(shown.contains("cap -> known") && shown.contains("day 30"), "{shown}");
}

/// The same text, in which a thing is had otherwise at once.
fn there(text: &str, name: &str) -> Dependencies {
    let (before, after) = text.split_once(&format!("[things.{name}]\n")).unwrap();
    let (mut of, rest) = after.split_once("source = ").unwrap();
    of = of.rsplit_once("replaced-in = ").unwrap().0;
    let changed = format!("{before}[things.{name}]\n{of}replaced-in = \"at-once\"\nsource = {rest}");
    Dependencies::read(&changed).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Every link goes on the day on which the one before it begins to use up its stock, and not before; a group is then all
    /// gone; and with the link there the first day is later, unless something else that is needed went on the same day.
    #[test]
    fn without_the_cause_the_first_day_is_another(text in texts()) {
        let read = Dependencies::read(&text).unwrap();
        let Ok(withheld) = read.withheld(["XXX"]) else { return Ok(()) };
        let days = brute::days(&read, "XXX".parse().unwrap());
        let effects = read.without(&withheld);
        for effect in effects.all() {
            let (mut day, chain) = (effect.at_least.first().unwrap() as usize, effects.chain(effect));
            prop_assert!(read.is_gone(*chain.last().unwrap(), &withheld), "ends at what is withheld\n{}", text);
            for link in chain.windows(2) {
                let (of, by) = (&read.things()[link[0]], link[1]);
                let begun = day - of.lasts.to_string().split(' ').next().unwrap().parse::<usize>().unwrap();
                let goes = |place: usize| days[place][begun] && (begun == 0 || !days[place][begun - 1]);
                prop_assert!(goes(by), "{} by t{by} on day {begun}\n{text}", of.name);
                let all_gone = |group: &&Vec<usize>| group.iter().all(|one| days[*one][begun]);
                let groups = || of.one_of.iter().filter(all_gone);
                prop_assert!(of.needs.contains(&by) || groups().any(|group| group.contains(&by)), "{text}");
                let others = of.needs.iter().chain(groups().flatten()).filter(|other| **other != by && goes(**other));
                if others.count() == 0 {
                    let read = there(&text, &read.things()[by].name);
                    let effects = read.without(&read.withheld(["XXX"]).unwrap());
                    let first = effects.get(link[0]).and_then(|effect| effect.at_least.first());
                    prop_assert!(first.is_none_or(|first| first as usize != day), "{} by t{by}\n{text}", of.name);
                }
                day = begun;
            }
        }
    }
}
