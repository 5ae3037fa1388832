//! Long and wide texts: nothing overflows, and nothing takes longer than it can be waited for.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use quorate_foresight::dependence::{By, Dependencies, MAX_THINGS, Search};

/// A thread has at least this, whatever the machine.
const STACK: usize = 2 * 1024 * 1024;

/// Far above what each of these takes, and far below what it took.
const WAIT: Duration = Duration::from_secs(20);

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
            assert_eq!(read.cuts(By::State).len(), 1);
            assert_eq!(read.relied_on().len(), 1);
        }
    };
    let started = Instant::now();
    std::thread::Builder::new().stack_size(STACK).spawn(whole).unwrap().join().unwrap();
    assert!(started.elapsed() < WAIT, "{:?}", started.elapsed());
}

/// Two groups, each of three things that need thirty: 27,000 sets of three in each group, and none in both.
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
    let started = Instant::now();
    let cuts = read.cuts(By::Thing);
    assert!(started.elapsed() < WAIT, "{:?}", started.elapsed());
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
    let started = Instant::now();
    let relied = read.relied_on();
    assert_eq!((relied[0].capabilities.len(), relied[0].burden.things.len()), (many, many));
    let effects = read.without(&read.withheld(["t09999"]).unwrap());
    assert_eq!(effects.all().len(), MAX_THINGS);
    assert!(started.elapsed() < WAIT, "{:?}", started.elapsed());
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
    let of = |sets, looked_at| read.cuts_within(By::Thing, Search { sets, looked_at });
    let whole = of(1_000, usize::MAX);
    assert_eq!(whole, read.cuts(By::Thing));
    assert!(whole.iter().all(|(_, cuts)| cuts.up_to == 3 && cuts.sets.len() >= 512), "{whole:?}");
    assert!(of(511, usize::MAX).iter().all(|(_, cuts)| cuts.up_to == 2));
    // What was looked at runs out on the way: of every capability it is said how far it was searched.
    let short = of(1_000, 5_000);
    assert!(short.iter().all(|(_, cuts)| cuts.up_to < 3), "{short:?}");
    assert_eq!(short.len(), whole.len());
}
