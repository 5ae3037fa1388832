//! Long and wide texts: nothing overflows, and nothing is gone through more often than it has to be.

use std::fmt::Write as _;

use quorate_foresight::dependence::{
    By, Cuts, Dependencies, MAX_CUT_SETS, MAX_LOOKED_AT, MAX_THINGS, Search,
};

/// A thread has at least this, whatever the machine.
const STACK: usize = 2 * 1024 * 1024;

/// A capability of AAA that rests on a chain of so many things, the last in the hands of XXX; or on a ring of them.
fn chain(things: usize, is_ring: bool) -> Dependencies {
    let mut text = String::from("title = \"chain\"\n");
    for at in 0..things {
        writeln!(text, "[things.t{at:05}]\nwhat = \"w\"\nsource = \"s\"").unwrap();
        match at + 1 == things {
            false => writeln!(text, "needs = [\"t{:05}\"]", at + 1).unwrap(),
            true if is_ring => writeln!(text, "needs = [\"t00000\"]\nin-hands-of = \"XXX\"").unwrap(),
            true => writeln!(text, "in-hands-of = \"XXX\"").unwrap(),
        }
        if at == 0 {
            writeln!(text, "member = \"AAA\"").unwrap();
        }
    }
    Dependencies::read(&text).unwrap()
}

#[test]
fn a_chain_of_as_many_things_as_there_may_be_is_followed_to_its_end() {
    let whole = || {
        for is_ring in [false, true] {
            let read = chain(MAX_THINGS, is_ring);
            let effects = read.without(&read.withheld(["XXX"]).unwrap());
            assert_eq!(effects.all().len(), MAX_THINGS);
            assert_eq!(effects.chain(&effects.all()[0]).len(), MAX_THINGS);
            assert_eq!(effects.unsaid(&effects.all()[0]).len(), 2);
            assert_eq!(read.cuts(By::State).all().count(), 1);
            assert_eq!(read.relied_on().len(), 1);
        }
    };
    std::thread::Builder::new().stack_size(STACK).spawn(whole).unwrap().join().unwrap();
}

/// Two groups, each of three things that need thirty: 27,000 sets of three in each group, and none in both. Every one with every
/// other would be 729 million, and one of them may look at a thousandth of that.
#[test]
fn large_families_are_joined_without_trying_every_pair() {
    let mut text = String::from("title = \"wide\"\n");
    let mut thing = |name: String, of: &str| {
        writeln!(text, "[things.{name}]\nwhat = \"w\"\nsource = \"s\"\n{of}").unwrap();
    };
    for (group, part) in (0..2).flat_map(|group| (0..3).map(move |part| (group, part))) {
        let leaves: Vec<String> = (0..30).map(|leaf| format!("leaf-{group}-{part}-{leaf}")).collect();
        thing(format!("all-{group}-{part}"), &format!("needs = {leaves:?}"));
        leaves.into_iter().for_each(|leaf| thing(leaf, "in-hands-of = \"XXX\""));
    }
    for group in 0..2 {
        let parts: Vec<String> = (0..3).map(|part| format!("all-{group}-{part}")).collect();
        thing(format!("one-{group}"), &format!("one-of = [{parts:?}]"));
    }
    thing("top".into(), "member = \"AAA\"\none-of = [[\"one-0\", \"one-1\"]]");
    let read = Dependencies::read(&text).unwrap();
    let search = Search { sets: MAX_CUT_SETS, looked_at: 729_000 };
    let cuts: Vec<_> = read.cuts_within(By::Thing, search).all().collect();
    assert_eq!(cuts[0].1.up_to, 3);
    assert!(cuts[0].1.sets.is_empty());
}

/// Half of all things are capabilities that rely on the chain of the others.
#[test]
fn many_capabilities_that_rely_on_much_are_not_gone_through_one_by_one() {
    let many = MAX_THINGS / 2;
    let mut text = String::from("title = \"many\"\n");
    for at in 0..many {
        writeln!(
            text,
            "[things.c{at:05}]\nwhat = \"w\"\nsource = \"s\"\nmember = \"AAA\"\nneeds = [\"t00000\"]"
        )
        .unwrap();
        writeln!(text, "[things.t{at:05}]\nwhat = \"w\"\nsource = \"s\"\nin-hands-of = \"XXX\"").unwrap();
        if at + 1 < many {
            writeln!(text, "needs = [\"t{:05}\"]", at + 1).unwrap();
        }
    }
    let read = Dependencies::read(&text).unwrap();
    let relied = read.relied_on();
    assert_eq!((relied[0].capabilities.len(), relied[0].burden.things.len()), (many, many));
    let effects = read.without(&read.withheld(["t09999"]).unwrap());
    assert_eq!(effects.all().len(), MAX_THINGS);
}

/// A hundred things that each need one of two with 320 parts, which are too many sets to be held; and a capability after them
/// that hangs on one leaf alone. What is looked at for nothing is counted: without that the last would be searched whole.
#[test]
fn families_that_are_too_large_to_be_held_are_counted_too() {
    let mut text = String::from("title = \"too large\"\n");
    let mut thing = |name: &str, of: &str| {
        writeln!(text, "[things.{name}]\nwhat = \"w\"\nsource = \"s\"\n{of}").unwrap();
    };
    for side in ["a", "b"] {
        let leaves: Vec<String> = (0..320).map(|leaf| format!("{side}{leaf}")).collect();
        leaves.iter().for_each(|leaf| thing(leaf, "in-hands-of = \"XXX\""));
        thing(side, &format!("needs = {leaves:?}"));
    }
    let large: Vec<String> = (0..100).map(|at| format!("large-{at}")).collect();
    large.iter().for_each(|name| thing(name, "one-of = [[\"a\", \"b\"]]"));
    // What relies on itself alone is never gone, and a group with it neither; but its things come before it.
    thing("safe", "needs = [\"sound\"]");
    thing("sound", "needs = [\"safe\"]");
    let groups: Vec<[&str; 2]> = large.iter().map(|name| ["safe", name.as_str()]).collect();
    thing("last", &format!("member = \"AAA\"\nneeds = [\"a0\"]\none-of = {groups:?}"));
    let read = Dependencies::read(&text).unwrap();
    let last = read.place("last").unwrap();
    let to = |looked_at: usize| {
        read.cuts_within(By::Thing, Search { sets: 1_000, looked_at }).get(last).unwrap().up_to
    };
    // Of each of the hundred 2,001 sets beside the 1,602 by which it is begun; for all others 2,000.
    assert_eq!((to(200_000), to(370_000)), (1, 3));
}

/// A ring in which every thing needs one of three groups of leaves: what a page may be sent.
fn nasty() -> Dependencies {
    let mut text = String::from("title = \"nasty\"\n");
    let leaves: Vec<String> = (0..24).map(|leaf| format!("l{leaf}")).collect();
    for leaf in &leaves {
        writeln!(text, "[things.{leaf}]\nwhat = \"w\"\nsource = \"s\"\nin-hands-of = \"XXX\"").unwrap();
    }
    for group in 0..3 {
        let needs: Vec<&String> = leaves.iter().skip(group).step_by(3).collect();
        writeln!(text, "[things.g{group}]\nwhat = \"w\"\nsource = \"s\"\nneeds = {needs:?}").unwrap();
    }
    for at in 0..40 {
        let (next, leaf) = ((at + 1) % 40, at % 24);
        writeln!(text, "[things.r{at}]\nwhat = \"w\"\nsource = \"s\"\nmember = \"AAA\"").unwrap();
        writeln!(text, "one-of = [[\"g0\", \"g1\", \"g2\"], [\"r{next}\", \"l{leaf}\", \"g1\"]]").unwrap();
    }
    Dependencies::read(&text).unwrap()
}

#[test]
fn a_search_stops_where_it_is_told_and_says_so() {
    let read = nasty();
    let of = |sets, looked_at| -> Vec<(usize, Cuts)> {
        read.cuts_within(By::Thing, Search { sets, looked_at }).all().collect()
    };
    let whole = of(1_000, usize::MAX);
    assert_eq!(whole, read.cuts(By::Thing).all().collect::<Vec<_>>());
    assert!(whole.iter().all(|(_, cuts)| cuts.up_to == 3 && cuts.sets.len() >= 512), "{whole:?}");
    assert!(of(511, usize::MAX).iter().all(|(_, cuts)| cuts.up_to == 2));
    // What was looked at runs out on the way: of every capability it is said how far it was searched.
    let short = of(1_000, 5_000);
    assert!(short.iter().all(|(_, cuts)| cuts.up_to < 3), "{short:?}");
    assert_eq!(short.len(), whole.len());
}

/// Sixty capabilities that need one of three things of 20 parts each: 8,000 sets of three, of every one of them; and one
/// beside them that needs one of three of these, three hundred times.
#[test]
fn a_small_text_of_many_large_families_is_not_held_whole() {
    let mut text = String::from("title = \"many families\"\n");
    let mut thing = |name: &str, of: &str| {
        writeln!(text, "[things.{name}]\nwhat = \"w\"\nsource = \"s\"\n{of}").unwrap();
    };
    for group in 0..3 {
        let leaves: Vec<String> = (0..20).map(|leaf| format!("l{group}-{leaf}")).collect();
        leaves.iter().for_each(|leaf| thing(leaf, "in-hands-of = \"XXX\""));
        thing(&format!("g{group}"), &format!("needs = {leaves:?}"));
    }
    for at in 0..60 {
        thing(&format!("c{at:02}"), "member = \"AAA\"\none-of = [[\"g0\", \"g1\", \"g2\"]]");
    }
    let groups = vec![["c00", "c01", "c02"]; 300];
    thing("all", &format!("member = \"AAA\"\none-of = {groups:?}"));
    let read = Dependencies::read(&text).unwrap();
    let looked_at = 100_000;
    let cuts = read.cuts_within(By::Thing, Search { sets: 10_000, looked_at });
    let to = |size: usize| cuts.all().filter(|(_, cuts)| cuts.up_to == size).count();
    // The first are found whole, and no more of them than may be looked at; of the others only smaller ones were looked for.
    let held: usize = cuts.all().map(|(_, cuts)| cuts.sets.len()).sum();
    assert!((50_000..=looked_at).contains(&held), "{held}");
    assert_eq!((to(3) * 8_000, to(3) + to(2)), (held, 61));
    // Without being asked to, nothing is looked through without end.
    assert_eq!(Search::default(), Search { sets: MAX_CUT_SETS, looked_at: MAX_LOOKED_AT });
    assert!((1_000_000..=20_000_000).contains(&Search::default().looked_at));
}
