use std::collections::BTreeMap;
use std::io::Cursor;

use quorate_partnership::{Moment, Post};

use super::*;
use crate::agent::testing::{DAY, NOW, PARTNERSHIP, Record, agent};
use crate::agent::{Credential, Identity};
use crate::compartment::Now;
use crate::marking::{Categories, Level, Marking};
use crate::product::{
    ArchiveKey, CompartmentId, Control, Handling, OpenError, Product, ProductKey, Provenance, SchemeError,
    Sealing, Secret, ShareError, seal,
};

const AT: Moment = Moment(NOW.0 + DAY);

struct World {
    record: Record,
    agents: BTreeMap<&'static str, Identity>,
    file: Vec<u8>,
    key: ProductKey,
}

/// A product of Canada's, releasable to France and Germany.
fn world() -> World {
    let record = Record::default();
    let mut agents = BTreeMap::new();
    for member in ["CAN", "DEU", "FRA", "GBR", "NOR"] {
        agents.insert(member, agent(&record, &format!("{member}/representative")));
    }
    let class = "year".parse().unwrap();
    let archive = ArchiveKey::of(CompartmentId([1; 32]), 1, class, Secret::of(&[7; 32]));
    let marking = Marking {
        policy: "EXERCISE".parse().unwrap(),
        level: Level::Secret,
        audience: "DEU,FRA".parse().unwrap(),
        categories: Categories::default(),
        created: NOW,
        expires: None,
    };
    let sealing = Sealing {
        title: &"The coast".parse().unwrap(),
        marking: &marking,
        originator: "CAN/representative".parse().unwrap(),
        archive: &archive,
        sealed: NOW,
        release: Some(AT),
        provenance: &Provenance::default(),
        consents: &[],
        handling: &Handling::default(),
        control: Control::Originator,
    };
    let mut file = Vec::new();
    let sealed = seal(&sealing, &agents["CAN"], &mut b"the text".as_slice(), &mut file).unwrap();
    let product = Product::read(Cursor::new(&file)).unwrap();
    let key = product.key(&archive, sealed.second.as_ref()).unwrap();
    World { record, agents, file, key }
}

impl World {
    fn now(&self, at: u64) -> Now<'_> {
        Now { at: Moment(at), partnership: PARTNERSHIP, record: &self.record }
    }

    fn credential(&self, who: &str) -> Credential {
        self.agents[who].credential().unwrap()
    }

    fn credentials(&self, who: &[&str]) -> Vec<Credential> {
        who.iter().map(|who| self.credential(who)).collect()
    }

    fn later(&self, to: &[&str], agents: &[&str], needed: u8) -> Terms {
        let later = Later { at: AT, to: self.credentials(to), agents: self.credentials(agents), needed };
        Terms { now: Vec::new(), later: Some(later) }
    }

    fn release(&self, by: &str, terms: &Terms) -> Result<Release, ReleaseError> {
        let signer = |_: Post, _: &_| true;
        let header = Product::read(Cursor::new(&self.file)).unwrap().unlock_by(&self.key, &signer);
        release(&self.agents[by], &self.key, header.unwrap().header(), terms, &self.now(NOW.0 + 1))
    }

    fn hand_over(&self, by: &str, release: &Release, at: u64, recorded: u64) -> Result<Handed, ReleaseError> {
        hand_over(
            &self.agents[by],
            release,
            Clocks { own: Moment(at), recorded: Moment(recorded) },
            &self.now(at.max(recorded)),
        )
    }

    /// What an agent reads by what it was given, as it comes to it: in bytes.
    fn read(
        &self,
        who: &str,
        release: &Release,
        handed: &[&Handed],
    ) -> Result<Option<Vec<u8>>, ReleaseError> {
        let now = self.now(AT.0 + 2);
        let release = Release::read(release.bytes(), &now)?;
        let handed: Result<Vec<Handed>, _> =
            handed.iter().map(|handed| Handed::read(handed.bytes(), &release, &now)).collect();
        let Given::Key(key) = given(&self.agents[who], &release, &handed?)? else { return Ok(None) };
        let by = release.by().clone();
        let known = |post: Post, key: &_| by.post() == post && by.agent() == *key;
        let unlocked = Product::read(Cursor::new(&self.file)).unwrap().unlock_by(&key, &known);
        let mut text = Vec::new();
        unlocked.unwrap().write_to(&mut text).unwrap();
        Ok(Some(text))
    }
}

#[test]
fn whoever_is_named_now_reads_at_once_and_nobody_else() {
    let world = world();
    let terms = Terms { now: world.credentials(&["FRA"]), later: None };
    let release = world.release("CAN", &terms).unwrap();
    assert_eq!(world.read("FRA", &release, &[]).unwrap().unwrap(), b"the text");
    for other in ["CAN", "DEU", "NOR"] {
        assert!(matches!(world.read(other, &release, &[]), Err(ReleaseError::NotNamed)), "{other}");
    }
}

#[test]
fn whoever_is_named_for_later_reads_by_as_many_shares_as_are_needed_and_not_by_fewer() {
    let world = world();
    let release = world.release("CAN", &world.later(&["DEU", "FRA"], &["CAN", "GBR", "NOR"], 2)).unwrap();
    let one = world.hand_over("GBR", &release, AT.0, AT.0).unwrap();
    let two = world.hand_over("NOR", &release, AT.0 + 1, AT.0).unwrap();
    for who in ["DEU", "FRA"] {
        assert_eq!(world.read(who, &release, &[]).unwrap(), None);
        assert_eq!(world.read(who, &release, &[&one]).unwrap(), None);
        assert_eq!(world.read(who, &release, &[&one, &two]).unwrap().unwrap(), b"the text");
        // The same share twice is one.
        let twice = world.read(who, &release, &[&one, &one]);
        assert!(matches!(twice, Err(ReleaseError::Shares(ShareError::TooFew { .. }))));
    }
    // Release agents read nothing by it, even with all shares.
    assert!(matches!(world.read("NOR", &release, &[&one, &two]), Err(ReleaseError::NotNamed)));
}

#[test]
fn a_share_is_not_handed_over_before_its_time_by_either_clock() {
    let world = world();
    let release = world.release("CAN", &world.later(&["FRA"], &["GBR", "NOR"], 2)).unwrap();
    let at = AT.0;
    for (clock, recorded) in [(at - 1, at), (at - 1, at - 1), (0, at + 9)] {
        let early = world.hand_over("GBR", &release, clock, recorded);
        assert!(matches!(early, Err(ReleaseError::TooEarly { .. })), "{clock} {recorded}");
    }
    // A clock that somebody moved on does not open it alone.
    let moved = world.hand_over("GBR", &release, at + DAY, at - 1);
    assert!(matches!(moved, Err(ReleaseError::RecordEarly { .. })));
    assert!(world.hand_over("GBR", &release, at, at).is_ok());
}

#[test]
fn nobody_but_the_originator_releases_and_only_to_whom_the_marking_names() {
    let world = world();
    let terms = |who: &[&str]| Terms { now: world.credentials(who), later: None };
    let by_other = world.release("FRA", &terms(&["DEU"]));
    assert!(matches!(by_other, Err(ReleaseError::NotOriginator(_))));
    let wider = world.release("CAN", &terms(&["FRA", "NOR"]));
    assert!(matches!(wider, Err(ReleaseError::NotReleasable(member)) if member.to_string() == "NOR"));
    let later = world.release("CAN", &world.later(&["NOR"], &["GBR", "FRA"], 2));
    assert!(matches!(later, Err(ReleaseError::NotReleasable(_))));
    assert!(world.release("CAN", &terms(&["CAN"])).is_ok());
}

#[test]
fn an_empty_audience_is_nobody_and_nobody_is_named_twice() {
    let world = world();
    assert!(matches!(world.release("CAN", &Terms::default()), Err(ReleaseError::Nobody)));
    let empty = world.later(&[], &["GBR", "NOR"], 2);
    assert!(matches!(world.release("CAN", &empty), Err(ReleaseError::Nobody)));
    let twice = Terms { now: world.credentials(&["FRA", "FRA"]), later: None };
    assert!(matches!(world.release("CAN", &twice), Err(ReleaseError::Named)));
    let both = Terms { now: world.credentials(&["FRA"]), ..world.later(&["FRA"], &["GBR", "NOR"], 2) };
    assert!(matches!(world.release("CAN", &both), Err(ReleaseError::Named)));
    // A release agent named twice would have two shares.
    let agents = world.later(&["FRA"], &["GBR", "GBR"], 2);
    assert!(matches!(world.release("CAN", &agents), Err(ReleaseError::Named)));
    let none = Terms { now: world.credentials(&["DEU"]), ..world.later(&[], &["GBR", "NOR"], 2) };
    assert!(matches!(world.release("CAN", &none), Err(ReleaseError::Agents)));
}

#[test]
fn one_release_agent_alone_is_no_scheme_and_a_time_that_is_over_no_release_time() {
    let world = world();
    let one = world.release("CAN", &world.later(&["FRA"], &["GBR", "NOR"], 1));
    assert!(matches!(one, Err(ReleaseError::Scheme(SchemeError::OneOpens))));
    let mut over = world.later(&["FRA"], &["GBR", "NOR"], 2);
    over.later.as_mut().unwrap().at = Moment(NOW.0 + 1);
    assert!(matches!(world.release("CAN", &over), Err(ReleaseError::Over)));
    over.later.as_mut().unwrap().at = Moment(NOW.0 + 2);
    assert!(world.release("CAN", &over).is_ok());
}

#[test]
fn a_share_of_another_release_or_of_nobody_named_is_refused() {
    let world = world();
    let terms = world.later(&["FRA"], &["GBR", "NOR"], 2);
    let (one, other) = (world.release("CAN", &terms).unwrap(), world.release("CAN", &terms).unwrap());
    let handed = world.hand_over("GBR", &one, AT.0, AT.0).unwrap();
    let read = |bytes: &[u8], by: &Release| Handed::read(bytes, by, &world.now(AT.0));
    assert!(read(handed.bytes(), &one).is_ok());
    assert!(matches!(read(handed.bytes(), &other), Err(ReleaseError::OtherProduct)));
    assert!(matches!(world.hand_over("DEU", &one, AT.0, AT.0), Err(ReleaseError::NotNamed)));
}

#[test]
fn nothing_is_released_to_or_by_whose_credential_stands_no_more() {
    let world = world();
    let terms = world.later(&["DEU", "FRA"], &["GBR", "NOR"], 2);
    let release = world.release("CAN", &terms).unwrap();
    world.record.revoke("FRA/representative");
    assert!(matches!(world.release("CAN", &terms), Err(ReleaseError::Credential(_))));
    // It gets no share, and does not hold up the others.
    let handed =
        [("GBR", 0), ("NOR", 1)].map(|(by, at)| world.hand_over(by, &release, AT.0 + at, AT.0).unwrap());
    let handed = [&handed[0], &handed[1]];
    assert!(matches!(world.read("FRA", &release, &handed), Err(ReleaseError::NotNamed)));
    assert_eq!(world.read("DEU", &release, &handed).unwrap().unwrap(), b"the text");
    world.record.revoke("CAN/representative");
    assert!(matches!(Release::read(release.bytes(), &world.now(NOW.0)), Err(ReleaseError::Credential(_))));
}

#[test]
fn every_byte_of_a_release_and_of_what_is_handed_over_counts() {
    let world = world();
    let release = world.release("CAN", &world.later(&["FRA"], &["GBR", "NOR"], 2)).unwrap();
    let handed = world.hand_over("GBR", &release, AT.0, AT.0).unwrap();
    let now = world.now(AT.0);
    for at in 0..release.bytes().len() {
        let mut changed = release.bytes().to_vec();
        changed[at] ^= 1;
        assert!(Release::read(&changed, &now).is_err(), "byte {at}");
    }
    for at in 0..handed.bytes().len() {
        let mut changed = handed.bytes().to_vec();
        changed[at] ^= 1;
        assert!(Handed::read(&changed, &release, &now).is_err(), "byte {at}");
    }
}

#[test]
fn a_release_of_one_product_opens_no_other() {
    let (one, other) = (world(), world());
    let terms = Terms { now: one.credentials(&["FRA"]), later: None };
    let release = one.release("CAN", &terms).unwrap();
    let Given::Key(key) = given(&one.agents["FRA"], &release, &[]).unwrap() else { panic!() };
    let product = Product::read(Cursor::new(&other.file)).unwrap();
    assert!(matches!(product.unlock_by(&key, &|_, _| true), Err(OpenError::WrongKey)));
}

#[test]
fn a_release_outlives_the_terms_of_credentials_and_not_the_posts() {
    let mut world = world();
    let late = AT.0 + 60 * DAY;
    let mut terms = world.later(&["FRA"], &["GBR", "NOR"], 2);
    terms.later.as_mut().unwrap().at = Moment(late);
    let release = world.release("CAN", &terms).unwrap();
    // The release agents have new credentials by then, as every agent that goes on has.
    for who in ["GBR", "NOR"] {
        let post = format!("{who}/representative");
        let key = crate::agent::testing::representative(&post);
        let agent = world.agents.get_mut(who).unwrap();
        let next = crate::agent::testing::signed(agent, &post, &key, late - DAY, late + DAY);
        agent.adopt(&next).unwrap();
    }
    let handed: Vec<Handed> =
        ["GBR", "NOR"].map(|who| world.hand_over(who, &release, late, late).unwrap()).into();
    let now = world.now(late + 9 * DAY);
    let release = Release::read(release.bytes(), &now).unwrap();
    let handed: Vec<Handed> =
        handed.iter().map(|one| Handed::read(one.bytes(), &release, &now).unwrap()).collect();
    assert!(matches!(given(&world.agents["FRA"], &release, &handed).unwrap(), Given::Key(_)));
    world.record.revoke("GBR/representative");
    let now = world.now(late + 9 * DAY);
    assert!(Handed::read(handed[0].bytes(), &release, &now).is_err());
}
