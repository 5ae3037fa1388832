//! PEM (RFC 7468), of one block.

use base64ct::{Base64, Encoding as _};
use zeroize::Zeroizing;

/// The longest text that is read, in bytes.
const MOST: usize = 64 * 1024;

/// The bytes of a block with this label.
pub(super) fn read(label: &str, text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let text = text.trim().strip_prefix(&format!("-----BEGIN {label}-----"))?;
    let text = text.strip_suffix(&format!("-----END {label}-----")).filter(|text| text.len() <= MOST)?;
    let digits: Zeroizing<String> =
        Zeroizing::new(text.chars().filter(|c| !c.is_ascii_whitespace()).collect());
    Base64::decode_vec(&digits).ok().map(Zeroizing::new)
}

/// A block of bytes that are not secret.
pub(super) fn written(label: &str, bytes: &[u8]) -> String {
    let digits = Base64::encode_string(bytes);
    let mut text = format!("-----BEGIN {label}-----\n");
    let mut rest = digits.as_str();
    while let Some((line, more)) = rest.split_at_checked(64) {
        text.push_str(line);
        text.push('\n');
        rest = more;
    }
    if !rest.is_empty() {
        text.push_str(rest);
        text.push('\n');
    }
    text + &format!("-----END {label}-----\n")
}
