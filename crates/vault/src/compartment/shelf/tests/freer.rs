use super::*;

fn canadas<'s>(
    (title, marking): (&'s Phrase, &'s Marking),
    provenance: &'s Provenance,
    handling: &'s Handling,
) -> Sharing<'s> {
    let (class, control, release) = (Retention::Year, Control::Ordinary, None);
    Sharing { title, marking, class, control, release, provenance, consents: &[], handling }
}

/// A whole that its readers act on without asking, and that the United Kingdom reads despite an obligation; and how the version
/// that is handled so, under that title, would be refused.
fn refused_version(handling: &Handling, title: impl Fn(ProductId) -> Phrase) -> Option<TearLineFault> {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let (called, provenance) = (phrase("From a source"), Provenance::default());
    let marking = Marking { level: Level::TopSecret, ..marking("FRA,GBR") };
    let whole = Handling { may_act: true, despite: ["GBR".parse().unwrap()].into() };
    let sharing = canadas((&called, &marking), &provenance, &whole);
    let (mut text, mut file) = (b"text".as_slice(), Vec::new());
    let shared = world.on("CAN", |vault, now| vault.share(NAME, &sharing, &mut text, &mut file, now));
    let whole = shared.unwrap().0.product;
    let (called, wider) = (title(whole), Marking { level: Level::Secret, ..marking });
    let version = canadas((&called, &wider), &provenance, handling);
    match world.vaults["CAN"].is_tear_line(&version, whole) {
        Err(Refusal::TearLine(fault)) => Some(fault),
        other => other.map(|()| None).unwrap(),
    }
}

#[test]
fn a_tear_line_version_takes_back_nothing_that_the_whole_lets_its_readers_do() {
    let ships = |_: ProductId| phrase("Ships at sea");
    let gbr: BTreeSet<_> = ["GBR".parse().unwrap()].into();
    let refused = |may_act, despite: &BTreeSet<_>| {
        refused_version(&Handling { may_act, despite: despite.clone() }, ships)
    };
    assert_eq!(refused(false, &gbr), Some(TearLineFault::Acting));
    assert_eq!(refused(true, &BTreeSet::new()), Some(TearLineFault::Despite("GBR".parse().unwrap())));
    assert_eq!(refused(true, &gbr), None);
}

#[test]
fn a_title_with_the_id_of_the_whole_tells_readers_of_the_version_that_there_is_one() {
    let handling = Handling { may_act: true, despite: ["GBR".parse().unwrap()].into() };
    let all = |id: ProductId| phrase(&id.to_string());
    let begins = |id: ProductId| {
        phrase(&format!("Below the line of {}", id.to_string().to_uppercase().get(..8).unwrap()))
    };
    let parted = |id: ProductId| {
        phrase(&format!("{}-{}", id.to_string().get(..4).unwrap(), id.to_string().get(4..12).unwrap()))
    };
    assert_eq!(refused_version(&handling, all), Some(TearLineFault::Named));
    assert_eq!(refused_version(&handling, begins), Some(TearLineFault::Named));
    assert_eq!(refused_version(&handling, parted), Some(TearLineFault::Named));
}
