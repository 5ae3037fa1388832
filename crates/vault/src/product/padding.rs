//! How long a sealed text looks.

/// The shortest a text looks, in bytes: what is shorter all looks alike.
pub(super) const SHORTEST: u64 = 4096;

/// The length to which a text of this length is filled up: Padmé (Nikitin and others, *Reducing Metadata Leakage from
/// Encrypted Files and Communication with PURBs*, 2019). At most an eighth more, less the longer it is; what still shows is
/// the size in about two figures. None if it is no length that can be written.
pub(super) fn filled(length: u64) -> Option<u64> {
    let length = length.max(SHORTEST);
    let exponent = length.checked_ilog2()?;
    let kept = exponent.checked_ilog2()?.checked_add(1)?;
    let rest = 1_u64.checked_shl(exponent.checked_sub(kept)?)?.checked_sub(1)?;
    Some(length.checked_add(rest)? & !rest)
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn it_is_never_shorter_and_at_most_an_eighth_longer() {
        for length in (0..100_000).chain((20..40).map(|shift| (1 << shift) + 1)) {
            let filled = filled(length).unwrap();
            assert!(
                filled >= length && (length < 4096 || filled - length <= length / 8),
                "{length}: {filled}"
            );
        }
        let lengths: std::collections::BTreeSet<u64> = (1 << 20..1 << 21).filter_map(filled).collect();
        assert!(lengths.len() <= 33, "{} lengths between 1 and 2 MiB", lengths.len());
    }
}
