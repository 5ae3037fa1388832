//! What a node tells a monitoring system and its manager, and how it ends.

use std::collections::BTreeSet;
use std::io::{ErrorKind, Read as _};
use std::os::unix::net::UnixDatagram;
use std::thread;
use std::time::Duration;

use quorate_node::run::{Client, ClientError, Config};

use crate::clerk::Clerk;
use crate::partners::{MEMBERS, Partners, until};

/// The names of the measures in a text.
fn names(text: &str) -> BTreeSet<String> {
    let measures = text.lines().filter(|line| !line.starts_with('#'));
    measures.map(|line| line.split([' ', '{']).next().unwrap().to_owned()).collect()
}

#[test]
fn a_node_tells_whether_it_lives_and_takes_part_and_its_measures() {
    let mut partners = Partners::new();
    partners.run_all();
    Clerk::of(&partners, "FRA").give(&partners, "FRA");
    partners.wait_for_one_record(&MEMBERS);
    let (status, told) = partners.asked("FRA", "/healthz").unwrap();
    assert!(status == 200 && told.contains("4 of 4 nodes are up"), "{told}");
    until("it is ready", || partners.asked("FRA", "/readyz").unwrap().0 == 200);
    let by_door = partners.folder.done("node status --dir D/FRA --format prometheus");
    let (status, by_http) = partners.asked("FRA", "/metrics").unwrap();
    assert_eq!(status, 200);
    assert_eq!(names(&by_http), names(&by_door));
    let value = |name: &str| {
        let line = by_http.lines().find(|line| line.starts_with(&format!("{name} ")));
        line.unwrap_or_else(|| panic!("no {name}: {by_http}"))
            .rsplit(' ')
            .next()
            .unwrap()
            .parse::<u64>()
            .unwrap()
    };
    assert_eq!(value("quorate_height"), partners.standing("FRA").height);
    assert_eq!(value("quorate_blocks_total"), value("quorate_height"), "it ran from the beginning");
    assert_eq!(value("quorate_commands_ordered_total"), 5, "four credentials and an indication");
    assert_eq!((value("quorate_commands_refused_total"), value("quorate_links_up")), (0, 3));
    assert!(value("quorate_disk_commits_total") >= 3 * value("quorate_blocks_total"));
    assert!(value("quorate_store_bytes") > 10_000 && value("process_resident_memory_bytes") > 1_000_000);
    // What is refused by a rule counts as ordered, and as refused.
    assert_eq!(partners.folder.run("decision open 7 --dir D/FRA --as FRA/representative").code, 3);
    until("the refusal is counted", || {
        partners.asked("FRA", "/metrics").unwrap().1.contains("quorate_commands_refused_total 1\n")
    });
}

#[test]
fn an_address_that_is_taken_is_said_and_without_one_nobody_is_told() {
    let mut partners = Partners::new();
    partners.run("DEU");
    let taken = Config::read(&partners.directory("DEU")).unwrap().operations;
    let config = Config::read(&partners.directory("FRA")).unwrap();
    Config { operations: taken, ..config.clone() }.write(&partners.directory("FRA")).unwrap();
    let run = partners.folder.run("node run --dir D/FRA");
    assert_eq!(run.code, 1, "{}", run.shown());
    assert!(run.err.contains("cannot be listened on for operations"), "{}", run.shown());
    Config { operations: None, ..config }.write(&partners.directory("FRA")).unwrap();
    partners.run("FRA");
    assert_eq!(partners.asked("FRA", "/healthz"), None);
}

#[test]
fn a_node_that_is_told_to_end_answers_those_who_wait() {
    let mut partners = Partners::new();
    partners.run_all();
    let mut clerk = Clerk::of(&partners, "FRA");
    for member in ["CAN", "DEU"] {
        partners.end(member);
    }
    let client = Client::connect(&partners.directory("FRA")).unwrap();
    let waits = thread::spawn(move || client.submit(&[clerk.next()]));
    until("the command waits", || partners.standing("FRA").waiting == 1);
    partners.end("FRA");
    let answer = waits.join().unwrap();
    assert!(matches!(&answer, Err(ClientError::Failed(why)) if why.contains("it is ending")), "{answer:?}");
}

/// What the manager hears; nothing if it hears nothing for so long.
fn heard(socket: &UnixDatagram, long: Duration) -> Option<String> {
    let mut bytes = [0; 64];
    socket.set_read_timeout(Some(long)).unwrap();
    match socket.recv(&mut bytes) {
        Ok(many) => Some(String::from_utf8(bytes[..many].to_vec()).unwrap()),
        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => None,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn its_manager_hears_that_it_runs_goes_on_and_ends_and_nothing_while_it_is_stopped() {
    const LONG: Duration = Duration::from_secs(120);
    let mut partners = Partners::new();
    let path = partners.folder.path("manager");
    let socket = UnixDatagram::bind(&path).unwrap();
    let mut command = partners.command("FRA");
    command.args(["--watchdog", "5"]).env("NOTIFY_SOCKET", &path).env("WATCHDOG_USEC", "90000000");
    partners.run_by("FRA", command);
    assert_eq!(heard(&socket, LONG).as_deref(), Some("READY=1"));
    for _ in 0..2 {
        assert_eq!(heard(&socket, LONG).as_deref(), Some("WATCHDOG=1"));
    }
    partners.process("FRA").signal("STOP");
    // What it said before it was stopped.
    while heard(&socket, Duration::from_millis(500)).is_some() {}
    // Longer than its own watchdog has patience: while it is stopped it does not say that it goes on, and afterwards it
    // does not take that for a hang of its own.
    assert_eq!(heard(&socket, Duration::from_secs(7)), None);
    partners.process("FRA").signal("CONT");
    for _ in 0..2 {
        assert_eq!(heard(&socket, LONG).as_deref(), Some("WATCHDOG=1"));
    }
    partners.process("FRA").signal("TERM");
    until("it says that it ends", || heard(&socket, LONG).as_deref() == Some("STOPPING=1"));
    let mut log = String::new();
    assert_eq!(partners.process("FRA").ended(), Some(0));
    std::fs::File::open(partners.directory("FRA").join("log")).unwrap().read_to_string(&mut log).unwrap();
    assert!(!log.contains("hangs"), "{log}");
}
