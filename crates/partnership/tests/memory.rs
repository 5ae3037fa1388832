//! What bytes can make a decoder take in memory is bounded by how many bytes there are, whatever they claim.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "a test")]

use peak_alloc::PeakAlloc;
use quorate_charter::{Charter, language};
use quorate_partnership::{Block, Genesis, PartnershipId, Signed};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Bytes of memory for each byte of input, and some to start with: trees of small values cost the most.
const A_BYTE: usize = 128;
const START: usize = 64 * 1024;

/// The most memory in use at a time during some work, beyond what was in use before.
fn peak(work: impl FnOnce()) -> usize {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    work();
    MEMORY.peak_usage().saturating_sub(before)
}

fn bounded(name: &str, length: usize, work: impl FnOnce()) {
    let peak = peak(work);
    let most = START + A_BYTE * length;
    assert!(peak <= most, "{name}: {length} bytes took {peak} bytes of memory, at most {most}");
}

/// Heads that claim more than there is, and depths without end.
fn hostile() -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for head in [0x5b, 0x7b, 0x9b, 0xbb, 0xdb] {
        for claim in [0xff, 0x7f, 0x00] {
            let mut bytes = vec![head, claim, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
            bytes.extend([0x01; 1000]);
            all.push(bytes.clone());
            // The same inside the envelope of a command, and inside a block.
            all.push([&[0xd2, 0x84], bytes.as_slice()].concat());
            all.push(
                [&[0x86, 1, 1, 0x58, 32], [0; 32].as_slice(), &[0], &[0x58, 32], &[0; 32], &bytes].concat(),
            );
        }
    }
    for nested in [0x81, 0x9f, 0xa1, 0xbf, 0xc1, 0xd2, 0x5f] {
        all.push(vec![nested; 16_000]);
        all.push([&[0xd2, 0x84], vec![nested; 16_000].as_slice()].concat());
    }
    all
}

fn cbor_takes_no_more_than_its_bytes_allow() {
    let partnership = PartnershipId([0; 32]);
    for bytes in hostile() {
        bounded("a command", bytes.len(), || drop(Signed::read(&bytes, &partnership)));
        bounded("a block", bytes.len(), || drop(Block::read(&bytes, &partnership)));
        bounded("a genesis", bytes.len(), || drop(Genesis::from_bytes(&bytes)));
    }
}

fn charters_and_rules_take_no_more_than_their_text_allows() {
    let sound = include_str!("../../../charters/partnership.toml");
    let texts = [
        sound.to_owned(),
        "[a.".repeat(5_000),
        "a = [".to_owned() + &"[".repeat(20_000),
        "a = {".to_owned() + &"b = {".repeat(20_000),
        "x = 1\n".repeat(20_000),
        (0..20_000).map(|key| format!("k{key} = {key}\n")).collect(),
        sound.replace("100%", &"9".repeat(50_000)),
        "\"".repeat(100_000),
    ];
    for text in &texts {
        bounded("a charter", text.len(), || drop(Charter::read(text)));
    }
    for rule in ["(".repeat(4_000), "members ".repeat(500), "at least 1 of (".repeat(250), "a;".repeat(2_000)]
    {
        bounded("a rule", rule.len(), || drop(language::parse(&rule, &["population"])));
    }
}

/// One test, since what runs beside it would be counted with it.
#[test]
fn decoders_take_no_more_than_their_input_allows() {
    cbor_takes_no_more_than_its_bytes_allow();
    charters_and_rules_take_no_more_than_their_text_allows();
}
