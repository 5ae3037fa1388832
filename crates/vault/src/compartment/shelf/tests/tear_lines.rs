use super::*;
use crate::marking::{Kind, Marking};

/// The name by which Canada's and France's agents know the compartment of the whole.
const CLOSE: &str = "Close";

/// Canada, France and the United Kingdom are in the first compartment, Canada and France in a second one.
fn two() -> World {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    world.on("CAN", |vault, now| vault.create(CLOSE, Suite::Classic, now)).unwrap();
    let card = world.card("FRA", Suite::Classic);
    let parcel = world.on("CAN", |vault, now| vault.invite(CLOSE, &[card], now)).unwrap().parcel;
    world.on("FRA", |vault, now| vault.join(CLOSE, &parcel, now)).unwrap();
    world
}

/// The whole, shared in the second compartment: top secret, for France.
fn whole(world: &mut World) -> ProductId {
    let marking = Marking { level: Level::TopSecret, ..marking("FRA") };
    let file = shared_in(world, CLOSE, &marking, None).unwrap();
    world.take("FRA", &file.1[0]);
    product(&file.0).outside().product
}

/// What Canada shares: the file, and the parcels.
fn shared_in(
    world: &mut World,
    name: &str,
    marking: &Marking,
    of: Option<ProductId>,
) -> Result<(Vec<u8>, Vec<super::super::super::Parcel>), Refusal> {
    let title = if of.is_some() { phrase("Ships at sea") } else { phrase("From a source in the port") };
    shared_as(world, name, (&title, marking, &Provenance::default()), of)
}

fn shared_as(
    world: &mut World,
    name: &str,
    (title, marking, provenance): (&Phrase, &Marking, &Provenance),
    of: Option<ProductId>,
) -> Result<(Vec<u8>, Vec<super::super::super::Parcel>), Refusal> {
    let (class, control, release) = (Retention::Year, Control::Ordinary, None);
    let sharing = Sharing {
        title,
        marking,
        class,
        control,
        release,
        provenance,
        consents: &[],
        handling: &Handling::default(),
    };
    let (mut file, mut text) = (Vec::new(), b"the text".as_slice());
    let parcels = world.on("CAN", |vault, now| match of {
        None => vault.share(name, &sharing, &mut text, &mut file, now).map(|(_, parcel)| vec![parcel]),
        Some(of) => {
            let shared = vault.share_tear_line(name, (&sharing, of), (&mut text, &mut file), now);
            shared.map(|(_, parcel, other)| [parcel].into_iter().chain(other).collect())
        }
    });
    parcels.map(|parcels| (file, parcels))
}

fn lines(world: &World, who: &str, name: &str) -> TearLines {
    let vault = &world.vaults[who];
    vault.tear_lines(vault.shelved(name).unwrap().last().unwrap())
}

#[test]
fn who_has_both_sees_which_is_the_tear_line_of_which_and_who_has_one_sees_nothing_of_the_other() {
    let mut world = two();
    let whole = whole(&mut world);
    let (file, parcels) = shared_in(&mut world, NAME, &marking("FRA,GBR"), Some(whole)).unwrap();
    let [notice, told] = parcels.as_slice() else { panic!() };
    for who in ["FRA", "GBR"] {
        assert!(matches!(world.take(who, notice).told.as_slice(), [Told::Shared(_)]), "{who}");
    }
    // Before it is told, France knows of neither; and the United Kingdom's agent does not even hold that compartment.
    assert_eq!((lines(&world, "FRA", NAME), lines(&world, "FRA", CLOSE)), Default::default());
    assert!(matches!(world.take("FRA", told).told.as_slice(), [Told::TearLine { .. }]));
    assert!(matches!(world.take("FRA", told).told.as_slice(), [Told::Known]));
    assert!(world.on("GBR", |vault, now| vault.take(told, true, now)).is_err());
    let version = product(&file).outside().product;
    for who in ["CAN", "FRA"] {
        assert_eq!(lines(&world, who, NAME).of, [whole], "{who}");
        assert_eq!(lines(&world, who, CLOSE).versions, [Some(version)], "{who}");
    }
    assert_eq!(lines(&world, "GBR", NAME), TearLines::default());
    // Nothing that the United Kingdom's agent keeps has the whole's id, its title, or its compartment.
    let kept = world.vaults["GBR"].plain();
    let close = world.vaults["CAN"].standing(CLOSE).unwrap().id;
    for secret in [whole.0.as_slice(), &close.0, b"a source in the port"] {
        assert!(!kept.windows(secret.len()).any(|part| part == secret));
    }
}

#[test]
fn a_header_does_not_show_whether_there_is_a_whole() {
    let mut world = two();
    let whole = whole(&mut world);
    let header = |world: &World| world.vaults["CAN"].shelved(NAME).unwrap().last().unwrap().header.clone();
    let (mut seen, mut lengths) = (BTreeSet::new(), BTreeSet::new());
    for of in [None, Some(whole), None, Some(whole)] {
        let marking = marking("FRA,GBR");
        let title = phrase("Ships at sea");
        shared_as(&mut world, NAME, (&title, &marking, &Provenance::default()), of).unwrap();
        let bytes = minicbor::to_vec(header(&world).tear_line()).unwrap();
        lengths.insert((bytes.len(), minicbor::to_vec(header(&world)).unwrap().len()));
        seen.insert(bytes);
    }
    // All have one, of one length, and none comes twice: not even two of one whole.
    assert_eq!((seen.len(), lengths.len()), (4, 1));
    assert!(!seen.contains(&minicbor::to_vec(crate::product::TearLine::default()).unwrap()));
}

#[test]
fn who_has_the_whole_alone_learns_that_there_is_a_version_and_not_which() {
    let mut world = two();
    // The whole lies where all three are, and the version where the United Kingdom is not.
    let (file, notices) =
        shared_in(&mut world, NAME, &Marking { level: Level::TopSecret, ..marking("FRA,GBR") }, None)
            .unwrap();
    world.take("GBR", &notices[0]);
    let whole = product(&file).outside().product;
    let (file, parcels) = shared_in(&mut world, CLOSE, &marking("FRA,GBR"), Some(whole)).unwrap();
    assert!(matches!(world.take("GBR", &parcels[1]).told.as_slice(), [Told::TearLine { .. }]));
    assert_eq!(lines(&world, "GBR", NAME).versions, [None]);
    let (kept, version) = (world.vaults["GBR"].plain(), product(&file).outside().product);
    assert!(!kept.windows(32).any(|part| part == version.0));
}

#[test]
fn in_one_compartment_one_parcel_tells_both() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    let (file, notice) = share(&mut world, "CAN", "FRA", Control::Ordinary).unwrap();
    world.take("FRA", &notice);
    let whole = product(&file).outside().product;
    let (_, parcels) = shared_in(&mut world, NAME, &marking("FRA,DEU"), Some(whole)).unwrap();
    let [parcel] = parcels.as_slice() else { panic!() };
    assert!(matches!(world.take("FRA", parcel).told.as_slice(), [Told::Shared(_), Told::TearLine { .. }]));
    assert_eq!(lines(&world, "FRA", NAME).of, [whole]);
}

#[test]
fn a_version_that_is_for_fewer_or_tells_of_the_whole_is_refused_and_nothing_is_kept() {
    let mut world = two();
    let secret = Marking { level: Level::TopSecret, ..marking("FRA,GBR") };
    let (file, _) = shared_in(&mut world, NAME, &secret, None).unwrap();
    let whole = product(&file).outside().product;
    let kept = world.vaults["CAN"].plain().to_vec();
    let mut strict = marking("FRA,GBR");
    strict.categories.add(Kind::Restrictive, phrase("Special"), phrase("X")).unwrap();
    let other = Marking { policy: phrase("ANOTHER"), ..marking("FRA,GBR") };
    let norway = Provenance { contains: ["NOR".parse().unwrap()].into(), ..Provenance::default() };
    let named = Provenance { derived_from: [whole].into(), ..Provenance::default() };
    let (none, title, same) = (Provenance::default(), phrase("Ships"), phrase("FROM a source in the port"));
    for (called, marking, provenance, why) in [
        (&title, &marking("FRA"), &none, "releasable to GBR"),
        (&title, &secret, &none, "for nobody who may not"),
        (&title, &strict, &none, "category Special"),
        (&title, &other, &none, "policy"),
        (&title, &marking("FRA,GBR"), &norway, "material of NOR"),
        (&title, &marking("FRA,GBR"), &named, "tells its readers of it"),
        (&same, &marking("FRA,GBR"), &none, "title"),
    ] {
        let refused = shared_as(&mut world, NAME, (called, marking, provenance), Some(whole)).unwrap_err();
        assert!(matches!(refused, Refusal::TearLine(_)), "{refused}");
        assert!(refused.to_string().contains(why), "{refused}");
    }
    assert_eq!(world.vaults["CAN"].plain().as_slice(), kept);
    // What is higher than a whole that is lower.
    let (file, _) = shared_in(&mut world, NAME, &marking("FRA,GBR"), None).unwrap();
    let lower = product(&file).outside().product;
    let higher = shared_in(&mut world, NAME, &secret, Some(lower)).unwrap_err();
    assert!(matches!(higher, Refusal::TearLine(TearLineFault::Higher { .. })), "{higher}");
}

#[test]
fn nobody_makes_a_tear_line_of_anothers_product_or_says_that_there_is_one() {
    let mut world = two();
    let whole = whole(&mut world);
    let (title, wide, provenance) = (phrase("Ours"), marking("CAN,GBR"), Provenance::default());
    let sharing = Sharing {
        title: &title,
        marking: &wide,
        class: Retention::Year,
        control: Control::Ordinary,
        release: None,
        provenance: &provenance,
        consents: &[],
        handling: &Handling::default(),
    };
    let tried = world.on("FRA", |vault, now| {
        vault.share_tear_line(NAME, (&sharing, whole), (&mut b"t".as_slice(), &mut Vec::new()), now)
    });
    assert!(matches!(tried, Err(Refusal::NotOriginator)));
    let made = tear_line::Made { whole, opening: tear_line::forged() };
    let mut held = world.vaults["FRA"].named(CLOSE).unwrap().clone();
    let said =
        world.on("FRA", |vault, _| notice::sealed(&mut held, &vault.identity, &Notice::TearLine(made)));
    assert_eq!(refused(&world.take("CAN", &said.unwrap())), [Refusal::NotOriginator.to_string()]);
    // Nor does France's product pass for a version of Canada's by what Canada told of another.
    let (_, parcels) = shared_in(&mut world, NAME, &marking("FRA,GBR"), Some(whole)).unwrap();
    world.take("FRA", &parcels[1]);
    let commitment = world.vaults["CAN"].shelved(NAME).unwrap().last().unwrap().header.tear_line();
    let copied = Provenance { tear_line: Some(commitment), ..Provenance::default() };
    let sharing = Sharing { provenance: &copied, ..sharing };
    let (_, notice) = world
        .on("FRA", |vault, now| vault.share(NAME, &sharing, &mut b"t".as_slice(), &mut Vec::new(), now))
        .unwrap();
    world.take("CAN", &notice);
    assert_eq!(lines(&world, "CAN", NAME), TearLines::default());
}
