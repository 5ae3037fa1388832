//! What the originator signs, in the envelope of everything that keys sign.

use minicbor::Encode;
use quorate_partnership::{Envelope, Phrase, Post, PublicKey, hash, to_be_signed};

use super::{CompartmentId, Header, ProductId};

/// The domain of signed products; what is signed for another purpose has another.
const DOMAIN: &str = "quorate/product/1";

/// Signs with one Ed25519 key, wherever its secret is.
pub trait Signs {
    /// The public half.
    fn public(&self) -> PublicKey;

    /// The signature of these bytes (RFC 8032), or in words why there is none.
    ///
    /// # Errors
    /// Why the key did not sign.
    fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], String>;
}

/// The product, and everything of its header that nobody may exchange. The marking stands in it by its hash: a reader shows it
/// without showing the rest.
#[derive(Encode)]
struct Statement<'s> {
    #[n(0)]
    version: u8,
    #[n(1)]
    product: ProductId,
    #[cbor(n(2), with = "minicbor::bytes")]
    header: [u8; 32],
    #[cbor(n(3), with = "minicbor::bytes")]
    marking: [u8; 32],
    #[n(4)]
    compartment: CompartmentId,
    #[n(5)]
    epoch: u64,
    #[n(6)]
    class: &'s Phrase,
    #[n(7)]
    originator: Post,
}

/// The statement about a product with this header, which was sealed to these bytes.
pub(super) fn statement(product: ProductId, header: &Header, sealed: &[u8]) -> Vec<u8> {
    let statement = Statement {
        version: 1,
        product,
        header: hash("quorate/header/1", &[sealed]),
        marking: hash("quorate/marking/1", &[&header.marking.to_cbor()]),
        compartment: header.compartment,
        epoch: header.epoch,
        class: &header.class,
        originator: header.originator,
    };
    // Writing to memory does not fail.
    minicbor::to_vec(statement).unwrap_or_default()
}

/// The signed statement.
pub(super) fn signed(by: &dyn Signs, payload: &[u8]) -> Result<Vec<u8>, String> {
    let key = by.public();
    let signature = by.sign(&to_be_signed(DOMAIN, &[], &key, payload))?;
    Ok(Envelope::write(&key, payload, &signature))
}

/// The key that signed, if this is the statement, signed, in the one form.
pub(super) fn signer(bytes: &[u8], payload: &[u8]) -> Option<PublicKey> {
    let read = Envelope::read(bytes)?;
    (read.payload == payload && read.is_signed(DOMAIN, &[])).then_some(read.key)
}

#[cfg(test)]
mod tests {
    use coset::{CoseSign1, CoseSign1Builder, HeaderBuilder, TaggedCborSerializable as _, iana};
    use ed25519_dalek::{Signer as _, SigningKey};

    use super::*;

    struct Key(SigningKey);

    impl Signs for Key {
        fn public(&self) -> PublicKey {
            PublicKey(self.0.verifying_key().to_bytes())
        }

        fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], String> {
            Ok(self.0.sign(bytes).to_bytes())
        }
    }

    /// A COSE library that is not ours reads the statement, makes the same bytes to be signed, and writes the same.
    #[test]
    fn another_library_reads_and_writes_what_the_originator_signs() {
        let key = Key(SigningKey::from_bytes(&[7; 32]));
        for payload in [b"".as_slice(), b"a statement", &[1; 300]] {
            let ours = signed(&key, payload).unwrap();
            let theirs = CoseSign1::from_tagged_slice(&ours).unwrap();
            assert_eq!(theirs.payload.as_deref(), Some(payload));
            let external = b"quorate/product/1\0";
            assert_eq!(theirs.tbs_data(external), to_be_signed(DOMAIN, &[], &key.public(), payload));
            let header =
                HeaderBuilder::new().algorithm(iana::Algorithm::Ed25519).key_id(key.public().0.to_vec());
            let built = CoseSign1Builder::new()
                .protected(header.build())
                .payload(payload.to_vec())
                .create_signature(external, |bytes| key.0.sign(bytes).to_bytes().to_vec())
                .build();
            assert_eq!(built.to_tagged_vec().unwrap(), ours);
            assert_eq!(signer(&ours, payload), Some(key.public()));
            // Every byte counts, and another statement is not this one.
            for at in 0..ours.len() {
                let mut bent = ours.clone();
                bent[at] ^= 1;
                assert_eq!(signer(&bent, payload), None, "byte {at}");
            }
            assert_eq!(signer(&ours, b"another"), None);
        }
    }
}
