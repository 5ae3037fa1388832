//! Ids of STIX and TAXII: `type--UUID`, in the one form.

use quorate_partnership::hash;
use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};

use crate::product::CompartmentId;

/// The namespace of what is written here: the name-based id (RFC 9562, version 5) of `quorate/stix/1` in the namespace of URLs.
const NAMESPACE_NAME: &[u8] = b"quorate/stix/1";
const URLS: [u8; 16] =
    [0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8];

/// Whether a text is an id of STIX: a type in small letters, `--`, and a UUID in small letters with its strokes.
#[must_use]
pub fn is_id(text: &str) -> bool {
    text.split_once("--").is_some_and(|(kind, uuid)| is_kind(kind) && is_uuid(uuid))
}

/// Whether a text names a type: 3 to 250 small letters, digits and strokes (STIX 2.1, section 2.15).
pub(super) fn is_kind(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (3..=250).contains(&text.len()) && text.bytes().all(fits) && !text.contains("--")
}

pub(super) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte),
        })
}

/// 16 bytes as those of a UUID of a version (RFC 9562, section 4.2).
fn versioned(mut bytes: [u8; 16], version: u8) -> [u8; 16] {
    let [_, _, _, _, _, _, six, _, eight, ..] = &mut bytes;
    *six = (*six & 0x0f) | (version << 4);
    *eight = (*eight & 0x3f) | 0x80;
    bytes
}

fn text(bytes: [u8; 16]) -> String {
    let mut text = String::with_capacity(36);
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.push_str(&format!("{byte:02x}"));
    }
    text
}

fn first(hash: &[u8]) -> [u8; 16] {
    hash.first_chunk().copied().unwrap_or_default()
}

/// What is named so in a namespace, by version 5.
fn named(space: [u8; 16], name: &[u8]) -> [u8; 16] {
    let hash = digest(&SHA1_FOR_LEGACY_USE_ONLY, &[space.as_slice(), name].concat());
    versioned(first(hash.as_ref()), 5)
}

/// The UUID of what is named so here: the same wherever it is computed.
pub(crate) fn uuid_of(name: &[u8]) -> String {
    text(named(named(URLS, NAMESPACE_NAME), name))
}

/// The id of a compartment as a collection of TAXII: a UUID of version 8, from SHA-256 of `quorate/taxii-collection/1`, a nought
/// and the compartment's id. It does not tell that id.
#[must_use]
pub fn collection_id(compartment: CompartmentId) -> String {
    text(versioned(first(&hash("quorate/taxii-collection/1", &[&compartment.0])), 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_one_form() {
        let good = "indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";
        assert!(is_id(good));
        for wrong in [
            "8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f",
            "indicator-8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f",
            "Indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f",
            "indicator--8E2e2d2b-17d4-4cbf-938f-98ee46b3cd3f",
            "indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3",
            "indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f0",
            "indicator--8e2e2d2b17d4-4cbf-938f-98ee46b3cd3f-00",
            "in--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f",
            "a/b--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f",
            "",
        ] {
            assert!(!is_id(wrong), "{wrong}");
        }
    }

    #[test]
    fn ids_that_are_computed_are_those_of_the_standard() {
        // RFC 9562, appendix A.4, in the namespace of names.
        let names =
            [0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0, 0xc0, 0x4f, 0xd4, 0x30, 0xc8];
        assert_eq!(text(named(names, b"www.example.com")), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
        assert_eq!(uuid_of(b"a"), uuid_of(b"a"));
        assert_ne!(collection_id(CompartmentId([1; 32])), collection_id(CompartmentId([2; 32])));
        assert_eq!(collection_id(CompartmentId([1; 32])).as_bytes().get(14), Some(&b'8'));
    }
}
