use super::*;
use crate::compartment::Parcel;

pub(super) fn act(world: &mut World, by: &str, product: ProductId) -> Result<Parcel, Refusal> {
    let what = phrase("warn the harbour master");
    world.on(by, |vault, now| vault.act_on(NAME, product, &what, now))
}

pub(super) fn answer(world: &mut World, by: &str, answering: &Answering<'_>) -> Result<Parcel, Refusal> {
    let question = world.vaults[by].asked(NAME).unwrap().last().unwrap().id();
    world.on(by, |vault, now| vault.answer(NAME, &question, answering, now))
}

pub(super) fn may_act(world: &mut World, who: &str, product: ProductId) -> Result<(), Refusal> {
    let question = world.vaults[who].asked(NAME).unwrap().last().map(Asked::id);
    world.on(who, |vault, now| vault.may_act(NAME, product, question.as_ref(), now))
}

#[test]
fn nobody_acts_on_a_product_before_its_originator_consents_to_that() {
    let mut world = World::together(&["CAN", "FRA", "GBR"], Suite::Classic);
    let product = product(&shared(&mut world, Control::Ordinary)).outside().product;
    let none = may_act(&mut world, "FRA", product).unwrap_err();
    assert!(none.to_string().contains("V15"), "{none}");
    let asked = act(&mut world, "FRA", product).unwrap();
    assert!(matches!(world.take("GBR", &asked).told.as_slice(), [Told::Letter { .. }]));
    let told = world.take("CAN", &asked).told;
    assert!(matches!(told.as_slice(), [Told::Asked(asked)] if asked.aim == Aim::Act), "{told:?}");
    assert!(matches!(world.take("CAN", &asked).told.as_slice(), [Told::Known]));
    // Not yet answered is not allowed; and a refusal neither.
    assert!(may_act(&mut world, "FRA", product).is_err());
    let no = phrase("its source would show");
    let refused = answer(&mut world, "CAN", &Answering::Refuse(&no)).unwrap();
    world.take("FRA", &refused);
    assert!(may_act(&mut world, "FRA", product).is_err());
    world.tick(5);
    let asked = act(&mut world, "FRA", product).unwrap();
    world.take("CAN", &asked);
    let conditions = phrase("not before Friday");
    let consent = answer(&mut world, "CAN", &Answering::Consent(Some(&conditions))).unwrap();
    world.take("FRA", &consent);
    may_act(&mut world, "FRA", product).unwrap();
    let had = world.vaults["FRA"].asked(NAME).unwrap().last().unwrap().answered.clone().unwrap();
    assert_eq!((had.allowed, had.why, had.release), (true, Some(conditions), None));
    // It is France's, and counts between the two alone.
    assert!(may_act(&mut world, "GBR", product).is_err());
    let (can, fra): (MemberCode, MemberCode) = ("CAN".parse().unwrap(), "FRA".parse().unwrap());
    let ours = world.vaults["CAN"].accounts(NAME).unwrap()[&fra].clone().ours;
    assert_eq!((ours.acts_asked, ours.acts_answered, ours.acts_allowed, ours.asked), (2, 2, 1, 0));
    assert_eq!(ours, world.vaults["FRA"].accounts(NAME).unwrap()[&can].theirs);
    assert!(world.vaults["GBR"].accounts(NAME).unwrap().values().all(|one| one.theirs.acts_asked == 0));
    // Once its credential stands no more the same consent lets nothing be done.
    world.record.revoke("FRA/representative");
    assert!(may_act(&mut world, "FRA", product).is_err());
}

#[test]
fn where_nothing_has_to_be_asked_nothing_is_asked() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    let (title, marking, provenance) = (phrase("The weather"), marking("FRA"), Provenance::default());
    let sharing = Sharing {
        title: &title,
        marking: &marking,
        class: Retention::Year,
        control: Control::Ordinary,
        release: None,
        provenance: &provenance,
        consents: &[],
        handling: &Handling { may_act: true, ..Handling::default() },
    };
    let (sealed, notice) = world
        .on("CAN", |vault, now| vault.share(NAME, &sharing, &mut b"t".as_slice(), &mut Vec::new(), now))
        .unwrap();
    world.take("FRA", &notice);
    may_act(&mut world, "FRA", sealed.product).unwrap();
    for who in ["CAN", "FRA"] {
        assert!(matches!(act(&mut world, who, sealed.product), Err(Refusal::NothingToAsk)), "{who}");
    }
    // Whom the rules shut out is shut out from this, too.
    world.vaults.get_mut("FRA").unwrap().agree(agreements(&[]));
    let none = may_act(&mut world, "FRA", sealed.product).unwrap_err();
    assert!(none.to_string().contains("V4"), "{none}");
}

#[test]
fn a_consent_to_act_passes_nothing_on_and_a_release_lets_nobody_act() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    join_outsiders(&mut world, &["DEU"]);
    let file = shared(&mut world, Control::Ordinary);
    let id = product(&file).outside().product;
    let asked = act(&mut world, "FRA", id).unwrap();
    world.take("CAN", &asked);
    assert!(matches!(allow(&mut world, &file, 0), Err(Refusal::OtherAim)));
    world.tick(1);
    let asked = ask(&mut world, "FRA", &file, &["DEU"]).unwrap();
    world.take("CAN", &asked);
    assert!(matches!(answer(&mut world, "CAN", &Answering::Consent(None)), Err(Refusal::OtherAim)));
    let allowed = allow(&mut world, &file, 1).unwrap();
    assert!(release_of(&world.take("FRA", &allowed)).is_some());
    assert!(may_act(&mut world, "FRA", id).is_err());
}

#[test]
fn an_obligation_lets_nobody_act_unasked_where_the_header_lets_readers_act() {
    let mut world = World::together(&["CAN", "FRA"], Suite::Classic);
    let (title, marking, provenance) = (phrase("The weather"), marking("FRA"), Provenance::default());
    let sharing = Sharing {
        title: &title,
        marking: &marking,
        class: Retention::Year,
        control: Control::Ordinary,
        release: None,
        provenance: &provenance,
        consents: &[],
        handling: &Handling { may_act: true, ..Handling::default() },
    };
    let (sealed, notice) = world
        .on("CAN", |vault, now| vault.share(NAME, &sharing, &mut b"t".as_slice(), &mut Vec::new(), now))
        .unwrap();
    world.take("FRA", &notice);
    let (to, under) = ("USA".parse().unwrap(), quorate_partnership::DocumentHash([4; 32]));
    let obliging = crate::compartment::Obliging { to, under, levels: BTreeSet::new(), ended: false };
    let said = world.on("FRA", |vault, now| vault.oblige(NAME, &obliging, now)).unwrap();
    world.take("CAN", &said);
    let bound = may_act(&mut world, "FRA", sealed.product).unwrap_err();
    assert!(bound.to_string().contains("V13"), "{bound}");
    // It has a way to ask, and the originator one to consent.
    let asked = act(&mut world, "FRA", sealed.product).unwrap();
    world.take("CAN", &asked);
    let consent = answer(&mut world, "CAN", &Answering::Consent(None)).unwrap();
    world.take("FRA", &consent);
    may_act(&mut world, "FRA", sealed.product).unwrap();
}
