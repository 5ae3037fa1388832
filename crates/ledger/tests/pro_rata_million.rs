//! A million calls over 32 members, small and large: every part sums, none is negative, and nobody is ever one
//! minor unit or more from its exact share of all calls so far.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "a test may stop at a fault, and overflow checks are on"
)]

use quorate_ledger::{ProRata, Shares};

const CALLS: usize = 1_000_000;
const MEMBERS: usize = 32;

/// Marsaglia's xorshift with 64 bits, so that every run is the same run.
struct Xorshift(u64);

impl Xorshift {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn up_to(&mut self, most: u64) -> u64 {
        1 + self.next() % most
    }
}

/// Weights like populations: a few large, many small.
fn weights(random: &mut Xorshift) -> Vec<u64> {
    (0..MEMBERS).map(|i| random.up_to(if i < 5 { 80_000_000 } else { 9_000_000 })).collect()
}

fn million(seed: u64, largest_call: u64) {
    let mut random = Xorshift(seed);
    let weights = weights(&mut random);
    let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    let mut series = ProRata::new(weights.clone()).unwrap();
    let (mut called, mut paid) = (0_i128, [0_i128; MEMBERS]);
    for call in 0..CALLS {
        let total = random.up_to(largest_call);
        let Shares { parts, next } = series.share(total).unwrap();
        series = next;
        called += i128::from(total);
        // Parts are unsigned: none can be negative.
        assert_eq!(parts.iter().sum::<u64>(), total, "call {call} of {total}");
        for ((paid, part), weight) in paid.iter_mut().zip(parts).zip(&weights) {
            *paid += i128::from(part);
            let off = *paid * sum - called * i128::from(*weight);
            assert!(off.abs() < sum, "call {call} of {total}: off by {off}, and a unit is {sum}");
        }
    }
    for ((paid, weight), residual) in paid.iter().zip(&weights).zip(series.residuals()) {
        assert_eq!(
            called * i128::from(*weight) - paid * sum,
            i128::from(*residual),
            "the residual is the truth"
        );
    }
}

#[test]
fn small_calls_up_to_ten() {
    million(0x9E37_79B9_7F4A_7C15, 1_000);
}

#[test]
fn large_calls_up_to_a_billion() {
    million(0xD1B5_4A32_D192_ED03, 100_000_000_000);
}

/// Calls of a few units at a time, where a rule that looks at residuals alone goes wrong.
#[test]
fn tiny_calls_up_to_five_units() {
    million(0x2545_F491_4F6C_DD1D, 5);
}
