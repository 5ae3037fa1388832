//! Round trips, and bytes from anywhere.

use proptest::collection::vec;
use proptest::prelude::*;
use quorate_voting::{Ratio, Tally, Verdict};

use crate::random;

proptest! {
    #[test]
    fn verdicts_come_back_as_they_went(formula in random::formula(), (roll, conducts) in random::vote(8)) {
        let verdict = formula.decide(&Tally::count(&roll, &conducts).unwrap()).unwrap();
        let bytes = minicbor::to_vec(&verdict).unwrap();
        let back: Verdict = minicbor::decode(&bytes).unwrap();
        prop_assert_eq!(&back, &verdict);
        prop_assert_eq!(minicbor::to_vec(&back).unwrap(), bytes);
    }

    #[test]
    fn ratios_come_back_as_they_went(ratio in random::ratio()) {
        let bytes = minicbor::to_vec(ratio).unwrap();
        prop_assert_eq!(minicbor::decode::<Ratio>(&bytes).unwrap(), ratio);
    }

    #[test]
    fn any_bytes_are_a_verdict_or_an_error(bytes in vec(any::<u8>(), 0..64)) {
        let _ = minicbor::decode::<Verdict>(&bytes);
    }

    /// One changed byte: refused, or another verdict that still hangs together.
    #[test]
    fn what_is_decoded_can_be_encoded_and_decoded(
        formula in random::formula(),
        (roll, conducts) in random::vote(8),
        place in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let verdict = formula.decide(&Tally::count(&roll, &conducts).unwrap()).unwrap();
        let mut bytes = minicbor::to_vec(&verdict).unwrap();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Ok(other) = minicbor::decode::<Verdict>(&bytes) {
            let again = minicbor::to_vec(&other).unwrap();
            prop_assert_eq!(minicbor::decode::<Verdict>(&again).unwrap(), other);
        }
    }
}
