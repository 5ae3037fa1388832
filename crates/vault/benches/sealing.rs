//! How fast a text is sealed and opened, beside the two passes that this takes at least: AES-256-GCM and SHA-256, over the same
//! bytes in the same run, in turns. And how much memory it takes, at a size that is given.
//!
//! `just bench` runs it with 256 MB; `just sealing-large` with 10 GB. `size=BYTES` gives another size, `times=N` how often.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark")]
#![allow(clippy::arithmetic_side_effects, clippy::as_conversions, clippy::panic, reason = "a benchmark")]
#![allow(clippy::indexing_slicing, missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

use std::hint::black_box;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::time::Instant;

use ed25519_dalek::{Signer as _, SigningKey};
use peak_alloc::PeakAlloc;
use quorate_partnership::{Moment, PublicKey};
use quorate_vault::marking::{Audience, Categories, Level, Marking};
use quorate_vault::product::{
    ArchiveKey, CompartmentId, Control, Handling, Product, Provenance, Sealing, Signs, seal,
};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What sealing and opening have to reach of the two passes.
const LEAST: f64 = 0.6;
/// How much memory they may take at any size, beside 32 bytes for each segment, in bytes.
const MOST: usize = 4 << 20;
const SEGMENT: usize = 1 << 20;
/// What a turn works on: more than any cache holds.
const TURN: usize = 64 << 20;

struct Key(SigningKey);

impl Signs for Key {
    fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], String> {
        Ok(self.0.sign(bytes).to_bytes())
    }
}

fn given(name: &str, usual: u64) -> u64 {
    let found = std::env::args().find_map(|word| Some(word.strip_prefix(name)?.to_owned()));
    found.map_or(usual, |given| given.parse().unwrap())
}

fn main() {
    speed(given("times=", 9));
    memory(given("size=", 256_000_000));
}

/// Seals a text into what takes it.
fn sealed(text: &mut dyn Read, to: &mut dyn Write, archive: &ArchiveKey) {
    let marking = Marking {
        policy: "EXERCISE".parse().unwrap(),
        level: Level::Secret,
        audience: "CAN,FRA".parse::<Audience>().unwrap(),
        categories: Categories::default(),
        created: Moment(0),
        expires: None,
    };
    let sealing = Sealing {
        title: &"a large one".parse().unwrap(),
        marking: &marking,
        originator: "GBR/liaison-officer".parse().unwrap(),
        archive,
        sealed: Moment(0),
        release: None,
        provenance: &Provenance::default(),
        consents: &[],
        handling: &Handling::default(),
        control: Control::Ordinary,
    };
    seal(&sealing, &Key(SigningKey::from_bytes(&[7; 32])), text, to).unwrap();
}

fn opened(file: impl Read + Seek, to: &mut dyn Write, archive: &ArchiveKey) {
    Product::read(file).unwrap().unlock(archive, None, &|_, _| true).unwrap().write_to(to).unwrap();
}

fn archive() -> ArchiveKey {
    ArchiveKey::random(CompartmentId([1; 32]), 1, "a year".parse().unwrap()).unwrap()
}

/// Everything in turns, so that what else the machine does meets all alike; the best turn of each counts.
fn speed(times: u64) {
    let archive = archive();
    let text: Vec<u8> = (0..TURN).map(|at| (at.wrapping_mul(2_654_435_761) >> 7) as u8).collect();
    let (mut pass, mut file, mut again) =
        (text.clone(), Vec::with_capacity(TURN + (1 << 20)), Vec::with_capacity(TURN));
    let mut best = [f64::INFINITY; 4];
    for _ in 0..times {
        let mut turn = |at: usize, work: &mut dyn FnMut()| {
            let begun = Instant::now();
            work();
            best[at] = f64::min(best[at], begun.elapsed().as_secs_f64());
        };
        turn(0, &mut || gcm(&mut pass));
        turn(1, &mut || sha(&pass));
        file.clear();
        turn(2, &mut || sealed(&mut &text[..], &mut file, &archive));
        again.clear();
        turn(3, &mut || opened(Cursor::new(&file), &mut again, &archive));
        assert_eq!(again.len(), text.len());
    }
    let rate = |seconds: f64| TURN as f64 / seconds / f64::from(1 << 20);
    let both = best[0] + best[1];
    println!(
        "AES-256-GCM {:.0} MiB/s, SHA-256 {:.0} MiB/s, one after the other {:.0} MiB/s",
        rate(best[0]),
        rate(best[1]),
        rate(both)
    );
    for (name, seconds) in [("sealing", best[2]), ("opening", best[3])] {
        let part = both / seconds;
        println!(
            "{name} {:.0} MiB/s: {:.0} % of the two passes (to reach: {:.0} %)",
            rate(seconds),
            part * 100.0,
            LEAST * 100.0
        );
    }
}

/// The first pass, by the fastest cipher at hand, where the bytes are.
fn gcm(bytes: &mut [u8]) {
    use ring::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
    let key = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &[3; 32]).unwrap());
    for part in bytes.chunks_mut(SEGMENT) {
        let nonce = Nonce::assume_unique_for_key([0; 12]);
        let tag = key.seal_in_place_separate_tag(nonce, Aad::empty(), part).unwrap();
        black_box(tag.as_ref());
    }
}

/// The second, by the fastest hash at hand.
fn sha(bytes: &[u8]) {
    for part in bytes.chunks(SEGMENT) {
        black_box(ring::digest::digest(&ring::digest::SHA256, part));
    }
}

/// A text of any length that is nowhere.
struct Endless(u64);

impl Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let found = usize::try_from(self.0).unwrap_or(usize::MAX).min(into.len());
        into[..found].fill(7);
        self.0 -= found as u64;
        Ok(found)
    }
}

/// Counts what it is given.
struct Counted(u64);

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Through a file, for so much is not held in memory.
fn memory(size: u64) {
    let archive = archive();
    let mut file = tempfile::tempfile().unwrap();
    let peak = |name: &str, work: &mut dyn FnMut()| {
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let begun = Instant::now();
        work();
        let (held, seconds) = (MEMORY.peak_usage() - before, begun.elapsed().as_secs_f64());
        let hashes = 32 * (size as usize).div_ceil(SEGMENT);
        println!(
            "{name} {size} bytes held at most {:.2} MiB, of which {:.2} MiB are the segments' hashes; {seconds:.1} s by way of the disk",
            held as f64 / f64::from(1 << 20),
            hashes as f64 / f64::from(1 << 20)
        );
        // The list is doubled as it grows, and written once.
        assert!(held < MOST + 5 * hashes, "{name} held {held} bytes");
    };
    peak("sealing", &mut || sealed(&mut Endless(size), &mut file, &archive));
    file.seek(SeekFrom::Start(0)).unwrap();
    let mut counted = Counted(0);
    peak("opening", &mut || opened(&file, &mut counted, &archive));
    assert_eq!(counted.0, size);
}
