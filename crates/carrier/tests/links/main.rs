//! Carriers on this machine, over real sockets and through a wire that can be watched and cut.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests count small numbers, and stop where they cannot go on"
)]

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use quorate_carrier::partners::{self, Partner};
use quorate_carrier::{Carrier, Event, Folder, Id, Name, OwnKey, Pace, Pin, Settings, inbox, outbox};
use wire::Wire;

mod cells;
mod wire;

const LONG: Duration = Duration::from_secs(60);

fn name(text: &str) -> Name {
    text.parse().unwrap()
}

/// An agent's folder, with its carrier running or not.
struct Agent {
    dir: tempfile::TempDir,
    folder: Folder,
    pin: Pin,
}

impl Agent {
    fn new() -> Agent {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::of(dir.path());
        folder.make().unwrap();
        let pin = OwnKey::open_or_make(&folder).unwrap().pin();
        Agent { dir, folder, pin }
    }

    fn knows(&self, as_name: &str, key: Pin, address: SocketAddr) {
        let partner = Partner::new(name(as_name), address.to_string(), key).unwrap();
        partners::add(&self.folder, self.pin, partner).unwrap();
    }

    fn runs(&self, pace: Pace, room: u64) -> Running {
        let (say, events) = channel();
        let settings = Settings { listen: "127.0.0.1:0".parse().unwrap(), pace, room };
        let carrier =
            Carrier::run(&self.folder, settings, move |event| say.send(event).unwrap_or_default()).unwrap();
        Running { carrier, events }
    }

    fn puts(&self, bytes: &[u8], to: &str) -> Id {
        outbox::put(&self.folder, &mut &*bytes, &[self.partner(to)]).unwrap().id
    }

    fn waits(&self, to: &str) -> usize {
        outbox::waiting(&self.folder, self.partner(to).key).unwrap().len()
    }

    fn partner(&self, called: &str) -> Partner {
        let all = partners::read(&self.folder).unwrap();
        all.into_iter().find(|partner| partner.name == name(called)).unwrap()
    }

    fn came(&self) -> Vec<Vec<u8>> {
        let came = inbox::all(&self.folder).unwrap();
        came.iter().map(|(_, kept)| std::fs::read(&kept.path).unwrap()).collect()
    }
}

struct Running {
    carrier: Carrier,
    events: Receiver<Event>,
}

impl Running {
    /// Waits for an event.
    fn says(&self, is_it: impl Fn(&Event) -> bool) -> Event {
        let begun = Instant::now();
        loop {
            let left = LONG.checked_sub(begun.elapsed()).expect("the event came in time");
            let event = self.events.recv_timeout(left).expect("the event comes");
            if is_it(&event) {
                return event;
            }
        }
    }
}

fn until(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < LONG, "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Two agents whose carriers know one another; what the first says to the second goes over this wire.
fn two(pace: Pace) -> (Agent, Running, Wire, Agent, Running) {
    let (one, two) = (Agent::new(), Agent::new());
    let second = two.runs(pace, 1 << 30);
    let wire = Wire::to(second.carrier.listens());
    one.knows("two", two.pin, wire.address());
    let first = one.runs(pace, 1 << 30);
    two.knows("one", one.pin, first.carrier.listens());
    (one, first, wire, two, second)
}

fn bytes(long: usize) -> Vec<u8> {
    let noise = |at: usize| (at.wrapping_mul(2_654_435_761) >> 7).to_le_bytes()[0];
    [b"quorate/product1".to_vec(), (0..long).map(noise).collect()].concat()
}

#[test]
fn what_waits_is_delivered_once_in_order_and_waits_no_more() {
    let (one, first, _wire, two, _second) = two(Pace::AsItComes);
    let texts = [b"first".to_vec(), b"second".to_vec(), bytes(100_000)];
    for text in &texts {
        one.puts(text, "two");
    }
    let back = two.puts(b"an answer", "one");
    until("delivered", || one.waits("two") == 0 && two.waits("one") == 0);
    let came = two.came();
    assert_eq!(came.len(), 3);
    assert!(came[..2].iter().chain(&came[2..]).all(|text| texts.contains(text)));
    let parcels: Vec<_> = came.iter().filter(|text| text.len() < 10).collect();
    assert_eq!(parcels, [b"first".as_slice(), b"second"]);
    first.says(|event| matches!(event, Event::Came(from, id) if from.as_str() == "two" && *id == back));
    // The same again: it is there already, and is not there twice; nor after it was taken out.
    one.puts(b"first", "two");
    until("known", || one.waits("two") == 0);
    assert_eq!(two.came().len(), 3);
    let (from, kept) = inbox::all(&two.folder).unwrap().remove(0);
    inbox::take(&two.folder, &from, &kept).unwrap();
    one.puts(&texts[0], "two");
    until("known", || one.waits("two") == 0);
    assert_eq!(two.came().len(), 2);
    assert!(matches!(
        Carrier::run(
            &one.folder,
            Settings { listen: "127.0.0.1:0".parse().unwrap(), pace: Pace::AsItComes, room: 1 },
            |_| ()
        ),
        Err(quorate_carrier::StartError::Runs)
    ));
    assert!(one.dir.path().join("carrier/key").exists());
}

#[test]
fn a_product_of_20_mb_goes_on_where_its_line_was_cut() {
    let (one, _first, wire, two, _second) = two(Pace::AsItComes);
    let product = bytes(20_000_000);
    wire.cut_after(12_000_000);
    one.puts(&product, "two");
    until("cut", || wire.cuts() == 1);
    until("delivered", || one.waits("two") == 0);
    assert_eq!(two.came(), [product]);
    let carried = wire.carried();
    assert!(
        carried > 20_000_000 && carried < 23_000_000,
        "{carried} bytes went: it went on, and did not begin anew"
    );
}

#[test]
fn a_stranger_hears_nothing_whatever_it_says() {
    let (_one, first, _wire, _two, second) = two(Pace::AsItComes);
    first.says(|event| matches!(event, Event::Up(_)));
    let hears = |said: &[u8]| {
        let mut stream = TcpStream::connect(second.carrier.listens()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.write_all(said).unwrap();
        let mut heard = Vec::new();
        let begun = Instant::now();
        // An end or a reset: the same to whoever asks.
        let _ = stream.read_to_end(&mut heard);
        (heard, begun.elapsed())
    };
    for said in [
        vec![0; 64],
        vec![7; 64],
        vec![0; 1_000],
        b"GET / HTTP/1.1\r\n\r\n".repeat(9),
        b"\x16\x03\x01".repeat(100),
    ] {
        let (heard, took) = hears(&said);
        assert!(heard.is_empty() && took < Duration::from_secs(4), "{took:?}");
    }
    let (heard, took) = hears(b"");
    assert!(
        heard.is_empty() && took >= Duration::from_secs(4),
        "who says nothing is let go after a while: {took:?}"
    );
}

#[test]
fn many_strangers_that_say_little_do_not_hold_up_a_partner() {
    let (one, first, wire, two, second) = two(Pace::AsItComes);
    first.says(|event| matches!(event, Event::Up(_)));
    let address = second.carrier.listens();
    let mut strangers = Vec::new();
    for _ in 0..100 {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(&[1]).unwrap();
        strangers.push(stream);
    }
    wire.cut_now();
    let begun = Instant::now();
    one.puts(b"in time", "two");
    until("delivered", || two.came() == [b"in time"]);
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}

#[test]
fn who_has_another_key_at_a_partner_s_address_gets_nothing() {
    let (one, two, other) = (Agent::new(), Agent::new(), Agent::new());
    let impostor = other.runs(Pace::AsItComes, 1 << 30);
    other.knows("one", one.pin, "127.0.0.1:9".parse().unwrap());
    one.knows("two", two.pin, impostor.carrier.listens());
    one.puts(b"for two alone", "two");
    let first = one.runs(Pace::AsItComes, 1 << 30);
    first.says(|event| matches!(event, Event::Down(..)));
    std::thread::sleep(Duration::from_secs(2));
    assert!(one.waits("two") == 1 && other.came().is_empty());
}

#[test]
fn a_partner_that_is_forgotten_is_a_stranger_within_seconds() {
    let (one, first, _wire, two, second) = two(Pace::AsItComes);
    first.says(|event| matches!(event, Event::Up(_)));
    partners::remove(&two.folder, &name("one")).unwrap();
    first.says(|event| matches!(event, Event::Down(..)));
    one.puts(b"late", "two");
    std::thread::sleep(Duration::from_secs(2));
    assert!(one.waits("two") == 1 && two.came().is_empty());
    drop(second);
}

#[test]
fn what_has_no_room_waits_until_there_is_some_and_what_never_has_is_set_aside() {
    let (one, two) = (Agent::new(), Agent::new());
    let second = two.runs(Pace::AsItComes, 1_000);
    one.knows("two", two.pin, second.carrier.listens());
    two.knows("one", one.pin, "127.0.0.1:9".parse().unwrap());
    let first = one.runs(Pace::AsItComes, 1_000);
    let long = one.puts(&[1; 1_001], "two");
    first.says(|event| matches!(event, Event::Refused(_, id, 1_001) if *id == long));
    one.puts(&[2; 1_000], "two");
    until("delivered", || two.came().len() == 1);
    one.puts(b"x", "two");
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!((one.waits("two"), two.came().len()), (1, 1));
}
