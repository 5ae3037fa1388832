//! Chance, the same on every machine and for any order of asking.
//!
//! Nothing is drawn in a row: what is drawn is a hash of the run's seed and of what it is for. So two charters compared under
//! one scenario meet the same members, the same needs and the same noise, whatever else they bring about.

use quorate_charter::MemberCode;
use sha2::{Digest as _, Sha256};

/// The version of the model, with which every seed is hashed: another model meets other chance.
pub const MODEL: &str = "quorate/trajectory/1";

/// The seed of a run: of the scenario, the point among those that are tried, the seed that was given, and the number of
/// the run.
#[must_use]
pub fn seed(scenario: &[u8; 32], point: u64, given: u64, run: u64) -> u64 {
    let mut hash = Sha256::new();
    hash.update(MODEL.as_bytes());
    hash.update(scenario);
    for number in [point, given, run] {
        hash.update(number.to_be_bytes());
    }
    hash.finalize().iter().take(8).fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}

/// What something is drawn for.
#[derive(Clone, Copy)]
pub(super) enum For {
    /// Whether a member asks for help.
    Need,
    /// On which day of the quarter.
    Day,
    /// How it stands towards the help that another asks for.
    Support,
    /// How many days it takes to vote.
    Answer,
    /// How attached it is.
    Attachment,
    /// Whether it pays.
    Hazard,
    /// How late.
    Delay,
    /// How it stands towards a call.
    Call,
}

impl For {
    const fn number(self) -> u64 {
        match self {
            For::Need => 1,
            For::Day => 2,
            For::Support => 3,
            For::Answer => 4,
            For::Attachment => 5,
            For::Hazard => 6,
            For::Delay => 7,
            For::Call => 8,
        }
    }
}

/// The chance of one run.
#[derive(Clone, Copy)]
pub(super) struct Chance(pub(super) u64);

impl Chance {
    /// A number below `below`, for a member and a quarter, and for another member where there is one.
    pub(super) fn below(
        self,
        below: u64,
        what: For,
        quarter: u32,
        (member, other): (MemberCode, Option<MemberCode>),
    ) -> u64 {
        let mut state = mixed(self.0 ^ what.number().wrapping_mul(STEP));
        state = mixed(state ^ u64::from(quarter).wrapping_mul(STEP));
        state = mixed(state ^ number(member));
        state = mixed(state ^ other.map_or(0, number));
        // The upper bits of the product: even to one part in 2^64 over `below`.
        let product = u128::from(state).wrapping_mul(u128::from(below));
        u64::try_from(product >> 64).unwrap_or_default()
    }

    /// A number from `-most` to `most`.
    pub(super) fn around(
        self,
        most: i64,
        what: For,
        quarter: u32,
        of: (MemberCode, Option<MemberCode>),
    ) -> i64 {
        let width = most.unsigned_abs().saturating_mul(2).saturating_add(1);
        let drawn = i64::try_from(self.below(width, what, quarter, of)).unwrap_or_default();
        drawn.saturating_sub(most.saturating_abs())
    }
}

/// A number of 64 bits, drawn from a seed and of a place: for what is of no run.
pub(super) fn draw(seed: u64, of: [u64; 2]) -> u64 {
    of.into_iter().fold(mixed(seed), |state, number| mixed(state ^ number.wrapping_mul(STEP)))
}

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014), one step on.
const fn mixed(state: u64) -> u64 {
    let state = state.wrapping_add(STEP);
    let state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

fn number(member: MemberCode) -> u64 {
    member.as_str().bytes().fold(0, |sum, byte| (sum << 8) | u64::from(byte))
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    use super::*;

    #[test]
    fn draws_are_even_and_do_not_follow_each_other() {
        let (one, other) = ("AAA".parse().unwrap(), "BBB".parse().unwrap());
        let (mut counts, mut same) = ([0_u32; 10], 0);
        for run in 0..10_000 {
            let chance = Chance(seed(&[7; 32], 0, 1, run));
            let drawn = chance.below(10, For::Need, 3, (one, None));
            counts[usize::try_from(drawn).unwrap()] += 1;
            same += u32::from(drawn == chance.below(10, For::Need, 3, (other, None)));
        }
        // Nine degrees of freedom: chi squared beyond 27.9 is one in a thousand.
        let chi: u32 = counts.iter().map(|count| (count.abs_diff(1000)).pow(2)).sum::<u32>() / 1000;
        assert!(chi < 28, "{counts:?}");
        assert!(same.abs_diff(1000) < 120, "{same}");
    }

    #[test]
    fn a_seed_is_of_everything_it_is_made_of() {
        let all = [
            seed(&[0; 32], 0, 0, 0),
            seed(&[1; 32], 0, 0, 0),
            seed(&[0; 32], 1, 0, 0),
            seed(&[0; 32], 0, 1, 0),
            seed(&[0; 32], 0, 0, 1),
        ];
        let mut kinds = all.to_vec();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds.len(), all.len());
        // A file of runs names seeds: they stay what they are.
        assert_eq!(all[0], 5_757_060_690_230_445_868);
    }
}
