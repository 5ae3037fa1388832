use std::time::{Duration, Instant};

use quorate_charter::Charter;
use quorate_foresight::trajectory::{self, Scenario};

use super::*;

const SCENARIO: &str = include_str!("../../../../scenarios/fracture.toml");
const CHARTER: &str = include_str!("../../../../charters/exercise.toml");

fn model() -> trajectory::Study {
    let charter = Charter::read(CHARTER).unwrap();
    trajectory::Study::new(Scenario::read(SCENARIO).unwrap(), &charter, CHARTER).unwrap()
}

fn asked(runs: u64) -> Asked {
    Asked { scenario: SCENARIO.into(), under: Under::Exercise, runs, seed: 7 }
}

fn begin(studies: &Studies, reader: u8, address: &str, runs: u64) -> Result<Arc<Study>, NotBegun> {
    let peer = (!address.is_empty()).then(|| Peer(address.parse().unwrap()));
    studies.begin((Reader([reader; 32]), peer), (asked(runs), CHARTER.into()), model())
}

fn ended(study: &Study) -> State {
    let began = Instant::now();
    while study.state().is_open() && began.elapsed() < Duration::from_secs(120) {
        std::thread::sleep(Duration::from_millis(5));
    }
    study.state()
}

#[test]
fn a_study_comes_to_what_its_runs_come_to() {
    let studies = Studies::default();
    let study = begin(&studies, 1, "", 3).unwrap();
    assert_eq!(ended(&study), State::Whole);
    let model = model();
    let mut table = trajectory::tables::heading(&model);
    (0..3).for_each(|number| table.push_str(&trajectory::tables::run(&model, &model.run(7, number))));
    let come = study.come();
    assert_eq!(come.table, table);
    assert_eq!((come.figures.len(), come.runs), (3, 3));
    drop(come);
    assert!(study.is_beside(&study));
}

#[test]
fn nobody_keeps_others_from_theirs() {
    let studies = Studies::default();
    let first = begin(&studies, 1, "192.0.2.1", 100_000).unwrap();
    assert_eq!(begin(&studies, 1, "192.0.2.9", 1).err(), Some(NotBegun::Yours));
    let second = begin(&studies, 2, "192.0.2.1", 1).unwrap();
    assert_eq!(begin(&studies, 3, "192.0.2.1", 1).err(), Some(NotBegun::Yours));
    let others: Vec<_> = (3..5).map(|reader| begin(&studies, reader, "127.0.0.1", 1).unwrap()).collect();
    assert_eq!(begin(&studies, 6, "127.0.0.1", 1).err(), Some(NotBegun::Many));
    // What is stopped makes room; what waited runs then.
    first.stop();
    assert_eq!(ended(&first), State::Stopped);
    assert!(others.iter().chain([&second]).all(|study| ended(study) == State::Whole));
    assert!(begin(&studies, 1, "192.0.2.1", 1).is_ok());
}

#[test]
fn what_waits_is_stopped_at_once_and_never_runs() {
    let studies = Studies::default();
    let first = begin(&studies, 1, "", 100_000).unwrap();
    let second = begin(&studies, 2, "", 10).unwrap();
    second.stop();
    assert_eq!(second.state(), State::Stopped);
    first.stop();
    assert_eq!((ended(&first), second.come().runs), (State::Stopped, 0));
}

#[test]
fn a_study_is_its_readers_and_the_oldest_goes() {
    let studies = Studies::default();
    let mut begun = Vec::new();
    for _ in 0..=OF_READER {
        let study = begin(&studies, 1, "", 1).unwrap();
        ended(&study);
        begun.push(study.id.clone());
    }
    let (own, other) = (Some(Reader([1; 32])), Some(Reader([2; 32])));
    assert_eq!(studies.of(own).len(), OF_READER);
    assert!(studies.get(own, &begun[0]).is_none() && studies.get(own, &begun[1]).is_some());
    assert!(studies.get(other, &begun[1]).is_none() && studies.get(None, &begun[1]).is_none());
    for reader in 3..40 {
        ended(&begin(&studies, reader, "", 1).unwrap());
    }
    assert_eq!(studies.kept().all.len(), ALL);
    assert!(!studies.know(Reader([1; 32])) && studies.know(Reader([39; 32])));
}

#[test]
fn who_asks_for_many_takes_no_room_from_others() {
    let studies = Studies::default();
    for reader in [1, 2] {
        ended(&begin(&studies, reader, &format!("192.0.2.{reader}"), 1).unwrap());
    }
    for reader in 3..60 {
        ended(&begin(&studies, reader, "198.51.100.1", 1).unwrap());
        ended(&begin(&studies, reader, "2001:db8::1", 1).unwrap());
    }
    assert_eq!(studies.kept().all.len(), ALL);
    assert!([1, 2].iter().all(|reader| studies.of(Some(Reader([*reader; 32]))).len() == 1));
}
