//! A COSE library that is not ours reads what we write, makes the same bytes to be signed, and writes the same.
#![allow(clippy::unwrap_used, reason = "a test")]

use coset::{CoseSign1, CoseSign1Builder, HeaderBuilder, TaggedCborSerializable, iana};
use ed25519_dalek::{Signer, SigningKey};
use proptest::prelude::*;
use quorate_partnership::{Basis, BlockId, Moment, PartnershipId, PublicKey, Unsigned, fund};

proptest! {
    #[test]
    fn coset_agrees(seed: [u8; 32], partnership: [u8; 32], tip: [u8; 32], expires: u64, nonce: u64, source in "[a-z]{1,300}") {
        let key = SigningKey::from_bytes(&seed);
        let public = PublicKey(key.verifying_key().to_bytes());
        let of = "FRA".parse().unwrap();
        let standing = fund::Standing::Expected;
        let indicate = fund::Indicate { of, standing, amount: None, source: source.parse().unwrap() };
        let post = "FRA/representative".parse().unwrap();
        let command = fund::Command::Indicate(indicate).into();
        let basis = Basis { partnership: PartnershipId(partnership), tip: BlockId(tip) };
        let unsigned = Unsigned::prepare(basis, post, public, Moment(expires), nonce, command);
        let ours = unsigned.with_signature(&key.sign(unsigned.to_be_signed()).to_bytes());

        let theirs = CoseSign1::from_tagged_slice(&ours).unwrap();
        let external = [b"quorate/command/1\0".as_slice(), &partnership].concat();
        prop_assert_eq!(theirs.tbs_data(&external), unsigned.to_be_signed());

        let header = HeaderBuilder::new().algorithm(iana::Algorithm::Ed25519).key_id(public.0.to_vec()).build();
        let built = CoseSign1Builder::new()
            .protected(header)
            .payload(theirs.payload.unwrap())
            .create_signature(&external, |bytes| key.sign(bytes).to_bytes().to_vec())
            .build();
        prop_assert_eq!(built.to_tagged_vec().unwrap(), ours);
    }
}
