use super::*;

#[test]
fn several_that_go_at_once_are_one_entry_for_everybody() {
    let members = ["AUS", "CAN", "DEU", "FRA", "GBR", "ITA", "JPN"];
    let mut world = World::together(&members, Suite::Classic);
    let before = world.vaults.clone();
    // The library puts them into a commit in another order each time.
    for _ in 0..6 {
        world.vaults.clone_from(&before);
        let keys = ["FRA", "GBR", "JPN"].map(|who| world.key(who));
        let change = world.on("AUS", |vault, now| vault.remove(NAME, &keys, now)).unwrap().parcel;
        for who in ["CAN", "DEU"] {
            let accepted = world.take(who, &change);
            assert_eq!(world.standing(who).alarm, None, "{:?}", accepted.told);
            world.take("AUS", &accepted.parcel);
        }
        assert_eq!((world.epoch("AUS"), world.standing("AUS").alarm), (2, None));
    }
}

#[test]
fn who_is_named_twice_goes_once() {
    let mut world = World::together(&["CAN", "DEU", "FRA", "GBR"], Suite::Classic);
    let keys = ["FRA", "FRA"].map(|who| world.key(who));
    let change = world.on("CAN", |vault, now| vault.remove(NAME, &keys, now)).unwrap().parcel;
    world.take("DEU", &change);
    assert_eq!((world.epoch("DEU"), world.standing("DEU").alarm), (2, None));
}
