//! What is named and declared elsewhere or nowhere, and several put together.

use quorate_charter::Charter;
use quorate_foresight::Assurance;
use quorate_foresight::dependence::{By, Clash, Days, Dependencies, Event, Sway, Unsaid};

use super::named;

/// A text of things in the hands of nobody, with what is said of each.
fn text(things: &[(&str, &str)]) -> Dependencies {
    let thing = |(name, said): &(&str, &str)| {
        format!("[things.\"{name}\"]\nwhat = \"what {name} is\"\nsource = \"made up\"\n{said}\n")
    };
    let things: String = things.iter().map(thing).collect();
    read(&things)
}

fn read(rest: &str) -> Dependencies {
    Dependencies::read(&format!("title = \"t\"\n{rest}")).unwrap()
}

const LIFT: (&str, &str) = ("AAA/lift", "member = \"AAA\"\nneeds = [\"AAA/planes\", \"BBB/base\"]");
const PLANES: (&str, &str) = ("AAA/planes", "in-hands-of = \"XXX\"\nlasts = \"90d\"\nreplaced-in = \"900d\"");

#[test]
fn what_nobody_declares_is_not_known_whoever_withholds() {
    let read = text(&[LIFT, PLANES]);
    let base = read.place("BBB/base").unwrap();
    assert_eq!(read.undeclared().collect::<Vec<_>>(), [base]);
    let lift = read.place("AAA/lift").unwrap();
    let effects = read.without(&read.withheld(["XXX"]).unwrap());
    let effect = effects.get(lift).unwrap();
    // At best the base is in nobody's hands, and the planes fail it; at worst the base goes on the first day.
    assert_eq!(effect.at_least.spans().collect::<Vec<_>>(), [(90, Some(900))]);
    assert_eq!(effect.at_most.spans().collect::<Vec<_>>(), [(0, None)]);
    assert_eq!(effects.unsaid(effect), [Unsaid::Declared(base)]);
    assert_eq!(named(&read, &effects.chain(effect)), ["AAA/lift", "AAA/planes"]);
    // Where nothing else is withheld from it, how it may fail is by what nobody declares.
    let other = text(&[LIFT, ("AAA/planes", "in-hands-of = \"AAA\""), ("z", "in-hands-of = \"ZZZ\"")]);
    let effects = other.without(&other.withheld(["ZZZ"]).unwrap());
    let effect = effects.get(other.place("AAA/lift").unwrap()).unwrap();
    assert!(effect.at_least.is_none());
    assert_eq!(named(&other, &effects.chain(effect)), ["AAA/lift", "BBB/base"]);
    // There may be more cut sets than are found, and that is told.
    assert!(read.cuts(By::State).all().all(|(place, cuts)| place == lift && cuts.is_open));
    // Nothing is withheld, and so nothing is.
    assert!(read.without(&read.withheld([]).unwrap()).all().is_empty());
}

#[test]
fn what_one_names_and_another_declares_is_that() {
    let record = text(&[LIFT, PLANES]);
    let file = text(&[("BBB/base", "in-hands-of = \"YYY\"\nlasts = \"none\"\nreplaced-in = \"never\"")]);
    for (both, replaced) in [record.under(&file).unwrap(), file.under(&record).unwrap()] {
        assert_eq!(replaced, Vec::<String>::new());
        assert_eq!(both.undeclared().count(), 0);
        assert_eq!(both.things(), record.beside(&file).unwrap().things());
        let lift = both.place("AAA/lift").unwrap();
        let effects = both.without(&both.withheld(["YYY"]).unwrap());
        assert_eq!(effects.get(lift).unwrap().at_least.spans().collect::<Vec<_>>(), [(0, None)]);
        let states = |codes: &[&str]| codes.iter().map(|code| Event::State(code.parse().unwrap())).collect();
        let cuts: Vec<Vec<Event>> = vec![states(&["XXX"]), states(&["YYY"])];
        let found = both.cuts(By::State).get(lift).unwrap();
        assert_eq!(found.sets, cuts);
        assert!(!found.is_open);
    }
}

#[test]
fn a_file_stands_in_the_place_of_the_record_and_not_of_another_file() {
    let record = text(&[LIFT, PLANES]);
    let file =
        text(&[("AAA/planes", "needs = [\"codes\"]\nlasts = \"10d\""), ("codes", "in-hands-of = \"YYY\"")]);
    let (both, replaced) = record.under(&file).unwrap();
    assert_eq!(replaced, ["AAA/planes"]);
    let planes = &both.things()[both.place("AAA/planes").unwrap()];
    assert_eq!((planes.lasts, planes.in_hands_of), (Days::Known(10), None));
    assert_eq!(named(&both, &planes.needs), ["codes"]);
    assert_eq!(both.withheld(["XXX"]), Err("XXX"), "what was said before is not there any more");
    assert_eq!(record.beside(&file), Err(Clash::Thing("AAA/planes".into())));
}

#[test]
fn a_capability_does_not_vanish_behind_a_file_that_names_no_member() {
    let record = text(&[LIFT, PLANES]);
    let lift = |member: &str| text(&[("AAA/lift", &format!("{member}needs = [\"AAA/planes\"]"))]);
    let clash = record.under(&lift("")).unwrap_err();
    assert_eq!(clash, Clash::Capability { name: "AAA/lift".into(), of: "AAA".parse().unwrap() });
    assert_eq!(clash.remedy(), "give it `member = \"AAA\"` there, too");
    let (both, replaced) = record.under(&lift("member = \"AAA\"\n")).unwrap();
    assert_eq!((both.capabilities().count(), replaced.len()), (1, 1));
    // What was none may become one: more is told then, and not less.
    assert_eq!(lift("").under(&record).unwrap().0.capabilities().count(), 1);
}

#[test]
fn suppliers_are_known_by_their_names() {
    let supplier = |name: &str, state: &str| {
        format!(
            "[suppliers.{name}]\nwhat = \"w\"\nsource = \"s\"\n{state}\n\
             [things.{name}-a]\nwhat = \"w\"\nsource = \"s\"\nsupplier = \"{name}\"\n"
        )
    };
    let plain = read(&supplier("maker", ""));
    let of = |state: &str| {
        read(&format!(
            "{}[things.b]\nwhat = \"w\"\nsource = \"s\"\nsupplier = \"maker\"\n",
            supplier("maker", state).replace("maker-a", "c")
        ))
    };
    let (of_x, of_y) = (of("state = \"XXX\""), of("state = \"YYY\""));
    // What the one knows of a supplier holds for what the other has from it.
    for both in [plain.beside(&of_x).unwrap(), of_x.beside(&plain).unwrap()] {
        let gone = both.withheld(["XXX"]).unwrap();
        assert!((0..3).all(|place| both.is_gone(place, &gone)));
        assert_eq!(both.suppliers().len(), 1);
    }
    assert_eq!(of_x.under(&of_y).unwrap_err(), Clash::Supplier("maker".into()));
    // That no State can make it withhold is said, and contradicts who names one; nothing said contradicts nothing.
    let of_none = of("state = \"none\"");
    for (one, other) in [(&of_x, &of_none), (&of_none, &of_x)] {
        assert_eq!(one.under(other).unwrap_err(), Clash::Supplier("maker".into()));
    }
    for both in [plain.beside(&of_none).unwrap(), of_none.beside(&plain).unwrap()] {
        assert_eq!(both.suppliers()[0].sway, Sway::OfNone);
    }
    let thing = text(&[("maker", "in-hands-of = \"ZZZ\"")]);
    assert_eq!(plain.beside(&thing), Err(Clash::Name("maker".into())));
    assert_eq!(thing.beside(&plain), Err(Clash::Name("maker".into())));
}

/// Silence is not read for the good: what a file leaves out it does not deny.
#[test]
fn a_supplier_of_which_a_file_names_no_state_may_be_of_whichever_withholds() {
    let of = |state: &str, hands: &str| {
        read(&format!(
            "[suppliers.maker]\nwhat = \"a firm\"\nsource = \"s\"\n{state}\n\
             [things.lift]\nwhat = \"w\"\nsource = \"s\"\nmember = \"AAA\"\nneeds = [\"planes\"]\n\
             [things.planes]\nwhat = \"w\"\nsource = \"s\"\nsupplier = \"maker\"\n{hands}\n\
             [things.other]\nwhat = \"w\"\nsource = \"s\"\nin-hands-of = \"XXX\"\n"
        ))
    };
    let charter = Charter::read(include_str!("../../../../charters/partnership.toml")).unwrap();
    for hands in ["", "in-hands-of = \"AAA\""] {
        for (state, outcome) in
            [("", "undecided"), ("state = \"none\"", "proven"), ("state = \"YYY\"", "proven")]
        {
            let read = of(state, hands);
            let found = Assurance::of(&charter).capable_without(&read, Vec::new(), "XXX".parse().unwrap());
            let found = found.findings().iter().find(|one| one.place.of == "capability lift").unwrap();
            assert_eq!(found.outcome.name(), outcome, "{state} {hands}");
            let (lift, planes) = (read.place("lift").unwrap(), read.place("planes").unwrap());
            let is_open = outcome == "undecided";
            assert_eq!(read.cuts(By::State).get(lift).unwrap().is_open, is_open, "{state} {hands}");
            let effects = read.without(&read.withheld(["XXX"]).unwrap());
            assert_eq!(effects.get(lift).is_some(), is_open, "{state} {hands}");
            let unsaid = effects.get(lift).map(|effect| effects.unsaid(effect)).unwrap_or_default();
            assert_eq!(unsaid.contains(&Unsaid::State(planes)), is_open, "{state} {hands}");
        }
    }
    let wrong = "title = \"t\"\n[suppliers.m]\nwhat = \"w\"\nstate = \"None\"\nsource = \"s\"\n[things]";
    let faults = Dependencies::read(wrong).unwrap_err();
    assert!(faults.iter().any(|fault| fault.what() == "`None` cannot stand here"), "{faults:?}");
}

#[test]
fn a_thing_is_named_after_the_member_whose_it_is() {
    let wrong = "title = \"t\"\n[things.\"AAA/lift\"]\nwhat = \"w\"\nmember = \"BBB\"\nneeds = [\"BBB/x\"]\nsource = \"s\"";
    let faults = Dependencies::read(wrong).unwrap_err();
    assert!(faults.iter().any(|fault| fault.what().contains("named after another member")), "{faults:?}");
    for name in ["aaa/lift", "AAA/Lift", "AAA/", "Lift"] {
        let text = format!(
            "title = \"t\"\n[things.\"{name}\"]\nwhat = \"w\"\nin-hands-of = \"XXX\"\nsource = \"s\""
        );
        let faults = Dependencies::read(&text).unwrap_err();
        assert!(faults.iter().any(|fault| fault.what().contains("is no name")), "{faults:?}");
    }
}
