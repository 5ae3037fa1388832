//! Texts that are filled up with noughts, so that their lengths tell less of what stands in them.

use minicbor::{Decode, Encode};

/// The CBOR of something, filled up to a multiple of so many bytes.
pub(crate) fn filled<T: Encode<()>>(value: &T, step: usize) -> Vec<u8> {
    // Writing to memory does not fail.
    let mut bytes = minicbor::to_vec(value).unwrap_or_default();
    let length = bytes.len().checked_next_multiple_of(step).unwrap_or(bytes.len());
    bytes.resize(length, 0);
    bytes
}

/// What was filled up, if it is in its one form.
pub(crate) fn read_filled<'b, T: Encode<()> + Decode<'b, ()>>(bytes: &'b [u8], step: usize) -> Option<T> {
    minicbor::decode(bytes).ok().filter(|value| filled(value, step) == bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_up_is_read_in_one_form_and_tells_no_length() {
        for text in ["", "a", "what was seen"] {
            let bytes = filled(&text, 16);
            assert_eq!(bytes.len(), 16);
            assert_eq!(read_filled::<&str>(&bytes, 16), Some(text));
            let longer = [bytes.as_slice(), &[0; 16]].concat();
            let mut other = bytes.clone();
            *other.last_mut().unwrap() = 1;
            for wrong in [longer, other, bytes[..15].to_vec(), Vec::new()] {
                assert_eq!(read_filled::<&str>(&wrong, 16), None);
            }
        }
    }
}
