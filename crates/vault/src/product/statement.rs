//! What the originator signs: COSE_Sign1 (RFC 9052, section 4.2) with Ed25519 (RFC 9864), one form only.

use coset::{CoseSign1, CoseSign1Builder, HeaderBuilder, TaggedCborSerializable as _, iana};
use minicbor::Encode;
use quorate_partnership::{Phrase, Post, PublicKey};

use super::{CompartmentId, Header, ProductId, hash};

/// The domain of signed products; what is signed for another purpose has another.
const DOMAIN: &[u8] = b"quorate/product/1\0";

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

fn unsigned(key: &PublicKey, payload: Vec<u8>) -> CoseSign1Builder {
    let header = HeaderBuilder::new().algorithm(iana::Algorithm::Ed25519).key_id(key.0.to_vec()).build();
    CoseSign1Builder::new().protected(header).payload(payload)
}

/// The signed statement.
pub(super) fn signed(by: &dyn Signs, payload: Vec<u8>) -> Result<Vec<u8>, String> {
    let signed = unsigned(&by.public(), payload)
        .try_create_signature(DOMAIN, |bytes| by.sign(bytes).map(|signature| signature.to_vec()))?;
    signed.build().to_tagged_vec().map_err(|error| error.to_string())
}

/// The key that signed, if this is the statement, signed, in the one form.
pub(super) fn signer(bytes: &[u8], payload: &[u8]) -> Option<PublicKey> {
    let read = CoseSign1::from_tagged_slice(bytes).ok()?;
    let key = PublicKey(read.protected.header.key_id.as_slice().try_into().ok()?);
    let again = unsigned(&key, payload.to_vec()).signature(read.signature.clone()).build();
    let to_be_signed = again.tbs_data(DOMAIN);
    if again.to_tagged_vec().ok()? != bytes {
        return None;
    }
    let signature: [u8; 64] = read.signature.as_slice().try_into().ok()?;
    key.verifies(&to_be_signed, &signature).then_some(key)
}
