use openmls::extensions::{Extension, Extensions, ExternalSender};
use openmls::framing::{MlsMessageBodyIn, MlsMessageIn};
use openmls::group::MlsGroup;
use openmls_traits::OpenMlsProvider as _;
use tls_codec::DeserializeBytes as _;

use super::*;

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn an_empty_audience_is_nobody_and_is_refused() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    assert!(matches!(world.invite("CAN", &[]), Err(Refusal::Nobody)));
    let nobody = world.on("CAN", |vault, now| vault.remove(NAME, &[], now));
    assert!(matches!(nobody, Err(Refusal::Nobody)));
    for name in ["", " Watch", "a/b", "a\nb"] {
        let named = world.on("CAN", |vault, now| vault.create(name, Suite::Classic, now));
        assert!(matches!(named, Err(Refusal::Name)), "{name}");
    }
}

#[test]
fn of_two_members_neither_removes_the_other() {
    let mut world = World::together(&["CAN", "DEU", "DEU second"], Suite::Classic);
    let keys = ["DEU", "DEU second"].map(|who| world.key(who));
    let both = world.on("CAN", |vault, now| vault.remove(NAME, &keys, now));
    assert!(matches!(both, Err(Refusal::TwoMembers)));
    // One agent of two is another matter: its member stays, and has to accept.
    let change = world.remove("CAN", "DEU second").unwrap();
    assert_eq!(world.epoch("CAN"), 1);
    world.take("DEU", &change);
    assert_eq!(world.epoch("DEU"), 2);
    assert!(matches!(world.remove("DEU", "DEU"), Err(Refusal::OwnRemoval)));
}

#[test]
fn a_commit_from_outside_is_refused() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::PostQuantum);
    // Somebody inside hands out what the library lets outsiders come in by.
    let vault = &world.vaults["DEU"];
    let provider = keystore::load(&vault.kept);
    let id = vault.named(NAME).unwrap().id;
    let group = vault::load(&provider, id).unwrap();
    let info =
        group.export_group_info(provider.crypto(), vault.identity(), true).unwrap().to_bytes().unwrap();
    let MlsMessageBodyIn::GroupInfo(info) =
        MlsMessageIn::tls_deserialize_exact_bytes(&info).unwrap().extract()
    else {
        panic!("a group info")
    };
    let outsider = agent(&world.record, "GBR/representative");
    let own = openmls_rust_crypto::OpenMlsRustCrypto::default();
    let (_, bundle) = MlsGroup::external_commit_builder()
        .with_config(vault::join_config())
        .build_group(&own, info, vault::carrier(&outsider.credential().unwrap()))
        .unwrap()
        .load_psks(own.storage())
        .unwrap()
        .build(own.rand(), own.crypto(), &outsider, |_| true)
        .unwrap()
        .finalize(&own)
        .unwrap();
    let parcel = Parcel::of(id).with(parcel::kind::CHANGE, 1, bundle.into_commit().to_bytes().unwrap());
    for who in ["CAN", "DEU", "FRA"] {
        assert_eq!(refused(&world.take(who, &parcel)), [Refusal::NotPrivate.to_string()]);
        assert!(world.standing(who).waiting.is_empty());
    }
}

#[test]
fn a_change_that_opens_the_group_to_outside_senders_is_refused() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::PostQuantum);
    let vault = &world.vaults["DEU"];
    let provider = keystore::load(&vault.kept);
    let id = vault.named(NAME).unwrap().id;
    let mut group = vault::load(&provider, id).unwrap();
    let own = vault::carrier(&vault.identity().credential().unwrap());
    let senders = vec![ExternalSender::new(own.signature_key, own.credential)];
    let extensions = Extensions::single(Extension::ExternalSenders(senders)).unwrap();
    let (commit, _, _) =
        group.update_group_context_extensions(&provider, extensions, vault.identity()).unwrap();
    let parcel = Parcel::of(id).with(parcel::kind::CHANGE, 1, commit.to_bytes().unwrap());
    assert_eq!(refused(&world.take("CAN", &parcel)), [Refusal::OtherChange.to_string()]);
}

#[test]
fn who_carries_parcels_sees_ciphertext_an_id_an_epoch_and_sizes() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::PostQuantum);
    let message = world.say("CAN", "the text of a consultation");
    let change = world.remove("CAN", "FRA").unwrap();
    let accepted = world.take("DEU", &change).parcel;
    let id = world.standing("CAN").id;
    for parcel in [&message, &change, &accepted] {
        let bytes = parcel.bytes();
        assert!(contains(&bytes, &id.0));
        assert!(!contains(&bytes, b"the text") && !contains(&bytes, NAME.as_bytes()));
        for who in ["CAN", "DEU", "FRA"] {
            assert!(!contains(&bytes, &world.key(who).0), "{who}");
            let credential = world.vaults[who].identity().credential().unwrap();
            assert!(!contains(&bytes, &credential.bytes()[60..92]));
        }
    }
    // Short messages have one size.
    let sizes = ["yes", "no, and for the reasons that we gave in Berlin"]
        .map(|text| world.say("CAN", text).bytes().len());
    assert_eq!(sizes[0], sizes[1]);
    // A Welcome hides who is in as well.
    let mut world = World::of(&["CAN", "DEU"]);
    world.on("CAN", |vault, now| vault.create(NAME, Suite::PostQuantum, now)).unwrap();
    let card = world.card("DEU", Suite::PostQuantum);
    let welcome = world.invite("CAN", &[card]).unwrap().bytes();
    assert!(!contains(&welcome, &world.key("CAN").0) && !contains(&welcome, &world.key("DEU").0));
}

#[test]
fn every_changed_byte_of_a_parcel_is_refused() {
    let mut world = World::together(&["CAN", "DEU", "FRA"], Suite::Classic);
    let message = world.say("CAN", "as it was sealed").bytes();
    let change = world.on("CAN", |vault, now| vault.renew(NAME, now)).unwrap().parcel.bytes();
    let before = world.vaults["DEU"].clone();
    for bytes in [&message, &change] {
        for at in (0..bytes.len()).step_by(7) {
            let mut bent = bytes.clone();
            bent[at] ^= 0x11;
            let Ok(parcel) = Parcel::read(&bent) else { continue };
            world.vaults.insert("DEU", before.clone());
            let Ok(taken) = world.on("DEU", |vault, now| vault.take(&parcel, false, now)) else { continue };
            let harmless =
                |told: &Told| matches!(told, Told::Refused(_) | Told::AcceptedBy(_) | Told::Change { .. });
            assert!(taken.told.iter().all(harmless), "byte {at}: {:?}", taken.told);
        }
    }
    assert_eq!(world.standing("DEU").epoch, 1);
    assert!(Parcel::read(&message[..message.len() - 1]).is_err());
    assert!(Parcel::read(&[message.as_slice(), &[0]].concat()).is_err());
}
