//! What whoever watches the wire sees of cells.

use std::time::Duration;

use quorate_carrier::{Event, Pace};

use crate::{bytes, two, wire};

/// What went over the wire while a link was there for some seconds, with or without something to send.
fn watched(sends: bool) -> (Vec<wire::Record>, Vec<wire::Record>, usize) {
    let pace = Pace::read("5").unwrap();
    let (one, first, wire, two, second) = two(pace);
    first.says(|event| matches!(event, Event::Up(_)));
    if sends {
        one.puts(b"a parcel", "two");
        one.puts(&bytes(500_000), "two");
    }
    let connections = wire.connections();
    std::thread::sleep(Duration::from_secs(8));
    assert_eq!(wire.connections(), connections, "the link held");
    drop((first, second));
    let came = two.came().len();
    let (there, back) = wire.records();
    (there, back, came)
}

#[test]
fn with_cells_no_size_and_no_time_on_the_wire_tells_whether_something_was_sent() {
    // Side by side, so that a busy machine is as busy for the one as for the other.
    let idle = std::thread::spawn(|| watched(false));
    let (there, back, came) = watched(true);
    let (idle_there, idle_back, idle_came) = idle.join().unwrap();
    assert_eq!((came > 0, idle_came), (true, 0));
    let sizes = |records: &[wire::Record]| {
        records.iter().map(|record| (record.kind, record.bytes)).collect::<Vec<_>>()
    };
    let common = |one: Vec<(u8, usize)>, other: Vec<(u8, usize)>| {
        let many = one.len().min(other.len());
        assert!(many > 25, "{} and {} records", one.len(), other.len());
        assert_eq!(one[..many], other[..many], "the same sizes in the same order, from the first record on");
    };
    common(sizes(&there), sizes(&idle_there));
    common(sizes(&back), sizes(&idle_back));
    let cells = |records: &[wire::Record]| records.iter().filter(|record| record.bytes == 16_406).count();
    assert!(cells(&there) > 20, "{}", cells(&there));
    // As many in the same time, whatever waits.
    let (busy, idle) = (cells(&there), cells(&idle_there));
    assert!(busy.abs_diff(idle) <= 8, "{busy} and {idle} cells");
    let late = |records: &[wire::Record]| {
        let at: Vec<_> =
            records.iter().filter(|record| record.bytes == 16_406).map(|record| record.at).collect();
        let mut between: Vec<_> = at.windows(2).map(|two| two[1] - two[0]).collect();
        between.sort();
        between[between.len() / 2]
    };
    for records in [&there, &idle_there] {
        let usual = late(records);
        assert!(
            usual.abs_diff(Duration::from_millis(200)) < Duration::from_millis(40),
            "{usual:?} between two cells"
        );
    }
}
