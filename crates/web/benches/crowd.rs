//! Many at one door, at forty members and ten thousand decisions: two hundred who listen for what is new and then ask for
//! the page again, as the pages' script does; and two thousand slow ones, while somebody reads. `just bench` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "a benchmark"
)]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

#[path = "../../records/benches/begun/mod.rs"]
mod begun;
#[path = "../tests/gallery/door.rs"]
mod door;
#[path = "../tests/gallery/large.rs"]
mod large;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use quorate_web::Doorway;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::runtime::Builder;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::time::{sleep, timeout};

const LISTENERS: usize = 200;
const BLOCKS: u64 = 20;
/// From a block to the event, and to the page that shows it.
const NEWS_LIMIT: f64 = 1000.0;
const SLOW: usize = 2000;
const READS: usize = 300;
const READ_LIMIT: f64 = 500.0;
/// How often a slow one sends a byte, in milliseconds; each begins at another time.
const PAUSE: usize = 2000;
const PAGE: &str = "/en/decisions/9999";

fn main() {
    let door = door::Still::of(large::large(10_000, 4), &large::charter(), false);
    let routes = quorate_web::router(Arc::clone(&door) as Arc<dyn Doorway>).unwrap();
    let open = quorate_web::open(SocketAddr::from(([127, 0, 0, 1], 0)), routes).unwrap();
    let at = open.address();
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        news(&door, at).await;
        slow(at).await;
    });
}

fn told(what: &str, part: usize, mut took: Vec<f64>, limit: f64) {
    took.sort_by(f64::total_cmp);
    let there = took[(took.len() * part / 100).min(took.len() - 1)];
    println!("{what}: p{part} {there:.1} ms of {} (to stay below: {limit} ms)", took.len());
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

async fn news(door: &door::Still, at: SocketAddr) {
    let (tell, mut hear) = channel(LISTENERS * 2);
    for _ in 0..LISTENERS {
        tokio::spawn(listen(at, tell.clone()));
    }
    heard(&mut hear, LISTENERS).await;
    let (mut events, mut pages) = (Vec::new(), Vec::new());
    for block in 1..=BLOCKS {
        let began = Instant::now();
        door.comes(1_000_000 + block);
        for (event, page) in heard(&mut hear, LISTENERS).await {
            events.push(event.duration_since(began).as_secs_f64() * 1e3);
            pages.push(page.duration_since(began).as_secs_f64() * 1e3);
        }
    }
    told(&format!("{LISTENERS} listeners, from a block to its event"), 95, events, NEWS_LIMIT);
    told(&format!("{LISTENERS} listeners, from a block to the page that shows it"), 95, pages, NEWS_LIMIT);
}

async fn heard(hear: &mut Receiver<(Instant, Instant)>, many: usize) -> Vec<(Instant, Instant)> {
    let mut all = Vec::new();
    while all.len() < many {
        all.push(timeout(Duration::from_secs(30), hear.recv()).await.unwrap().unwrap());
    }
    all
}

/// Listens, and asks for the page again at each event.
async fn listen(at: SocketAddr, tell: Sender<(Instant, Instant)>) {
    let mut stream = asked(at, "/live").await;
    let mut said = [0; 4096];
    loop {
        let many = stream.read(&mut said).await.unwrap();
        if many == 0 {
            return;
        }
        if String::from_utf8_lossy(&said[..many]).contains("data:") {
            let event = Instant::now();
            read(at).await;
            tell.send((event, Instant::now())).await.unwrap();
        }
    }
}

async fn asked(at: SocketAddr, path: &str) -> TcpStream {
    let mut stream = TcpStream::connect(at).await.unwrap();
    let ask = format!("GET {path} HTTP/1.1\r\nHost: door\r\n\r\n");
    stream.write_all(ask.as_bytes()).await.unwrap();
    stream
}

/// Reads a page on a connection of its own, to its end.
async fn read(at: SocketAddr) {
    let mut stream = TcpStream::connect(at).await.unwrap();
    let ask = format!("GET {PAGE} HTTP/1.1\r\nHost: door\r\nConnection: close\r\n\r\n");
    stream.write_all(ask.as_bytes()).await.unwrap();
    let mut said = Vec::new();
    stream.read_to_end(&mut said).await.unwrap();
    assert!(said.starts_with(b"HTTP/1.1 200") && said.ends_with(b"</html>"), "a whole page");
}

async fn slow(at: SocketAddr) {
    let (tell, mut hear) = channel(SLOW);
    for number in 0..SLOW {
        tokio::spawn(dribble(at, number, tell.clone()));
    }
    for _ in 0..SLOW {
        hear.recv().await.unwrap();
    }
    let mut took = Vec::new();
    for _ in 0..READS {
        let began = Instant::now();
        read(at).await;
        took.push(milliseconds(began));
        sleep(Duration::from_millis(20)).await;
    }
    told(
        &format!("a page read beside {SLOW} slow connections and {LISTENERS} listeners"),
        99,
        took,
        READ_LIMIT,
    );
}

/// Begins to ask, and never ends; when the door loses patience, it comes again.
async fn dribble(at: SocketAddr, number: usize, tell: Sender<()>) {
    let mut told = false;
    loop {
        let Ok(mut stream) = TcpStream::connect(at).await else { continue };
        let _ = stream.write_all(format!("GET {PAGE} HTTP/1.1\r\nHost: door\r\nX-Slow: ").as_bytes()).await;
        if !told {
            told = true;
            tell.send(()).await.unwrap();
        }
        sleep(Duration::from_millis((number % PAUSE) as u64)).await;
        while stream.write_all(b"x").await.is_ok() {
            sleep(Duration::from_millis(PAUSE as u64)).await;
        }
    }
}
