//! What goes out with a page and comes back with its answer unchanged: kept by whoever asked, not by this process, so that
//! nobody who asks for much drives anybody out.

use base16ct::lower::{decode_vec, encode_string};
use hmac::Mac as _;

use super::challenge::Challenges;

const CHALLENGE: usize = 32;
const MARK: usize = 32;

impl Challenges {
    /// Seals something for one purpose and one answer.
    pub(crate) fn seal(&self, purpose: &str, held: &[u8]) -> Option<String> {
        let challenge = self.make()?;
        let mark = self.mark(&bound(purpose, &challenge, held))?.finalize().into_bytes();
        Some(encode_string(&[challenge.as_slice(), &mark, held].concat()))
    }

    /// What was sealed for this purpose, and the challenge that has one answer: whoever is answered rightly has to ask
    /// [`Challenges::takes`] whether this is the first.
    pub(crate) fn opened(&self, purpose: &str, sealed: &str) -> Option<([u8; CHALLENGE], Vec<u8>)> {
        let whole = decode_vec(sealed).ok()?;
        let (challenge, rest) = whole.split_first_chunk::<CHALLENGE>()?;
        let (mark, held) = rest.split_at_checked(MARK)?;
        self.mark(&bound(purpose, challenge, held))?.verify_slice(mark).ok()?;
        Some((*challenge, held.to_vec()))
    }
}

/// What is marked: longer than any challenge, so that the mark of one is never the mark of the other.
fn bound(purpose: &str, challenge: &[u8; CHALLENGE], held: &[u8]) -> Vec<u8> {
    [b"sealed\0", purpose.as_bytes(), b"\0", challenge, held].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_is_opened_for_its_purpose_here_and_unchanged() {
        let (own, other) = (Challenges::new().unwrap(), Challenges::new().unwrap());
        let sealed = own.seal("one", b"held").unwrap();
        let (challenge, held) = own.opened("one", &sealed).unwrap();
        assert_eq!(held, b"held");
        assert!(own.opened("two", &sealed).is_none() && other.opened("one", &sealed).is_none());
        assert!(own.opened("one", "").is_none() && own.opened("one", sealed.get(..100).unwrap()).is_none());
        for at in 0..sealed.len() / 2 {
            let mut turned = decode_vec(&sealed).unwrap();
            turned[at] ^= 1;
            assert!(own.opened("one", &encode_string(&turned)).is_none(), "byte {at}");
        }
        assert!(own.takes(&challenge) && !own.takes(&challenge));
    }
}
