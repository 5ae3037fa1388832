//! Opening. First the end of the file is read and everything in it checked: length, key, header, signature. Then the
//! text, segment by segment: hashed, compared with what was signed, opened, and only then given out.

use std::io::{Read, Seek, SeekFrom, Write};

use quorate_partnership::{Post, PublicKey};
use zeroize::Zeroizing;

use super::body::{SEGMENT, Segments, hashed, segments};
use super::foot::{BEGINNING, Foot, MAX_FOOT};
use super::key::TAG;
use super::seal::Keys;
use super::statement::{signer, statement};
use super::{ArchiveKey, Header, OpenError, ProductId, SecondHalf, Secret};

/// What a file tells whoever has no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outside {
    /// Its id.
    pub product: ProductId,
    /// The length of the file, in bytes.
    pub bytes: u64,
    /// How long the text looks, in bytes: it is filled up to one of few lengths.
    pub looks: u64,
    /// How many segments it has.
    pub segments: u64,
}

/// A sealed product, its end read.
#[derive(Debug)]
pub struct Product<R> {
    file: R,
    foot: Foot,
    outside: Outside,
}

/// The key of one product. Whoever has it reads the product, and nothing else.
#[derive(Clone, Debug)]
pub struct ProductKey {
    pub(crate) product: ProductId,
    pub(crate) key: Secret,
}

/// A product whose header and signature hold. Nothing of its text was read yet.
pub struct Unlocked<R> {
    file: R,
    foot: Foot,
    header: Header,
    signer: PublicKey,
    cipher: Segments,
}

impl<R: Read + Seek> Product<R> {
    /// Reads the beginning and the end of a file.
    ///
    /// # Errors
    /// [`OpenError`]: it is no product, or its length is wrong.
    pub fn read(mut file: R) -> Result<Product<R>, OpenError> {
        let bytes = file.seek(SeekFrom::End(0))?;
        file.seek(SeekFrom::Start(0))?;
        let mut beginning = [0; BEGINNING.len()];
        if bytes < 64 || file.read_exact(&mut beginning).is_err() || beginning != *BEGINNING {
            return Err(OpenError::NotProduct);
        }
        file.seek(SeekFrom::End(-8))?;
        let mut length = [0; 8];
        file.read_exact(&mut length)?;
        let length = u64::from_be_bytes(length);
        let at = bytes.checked_sub(8).and_then(|before| before.checked_sub(length));
        let at = at.filter(|_| length <= MAX_FOOT).ok_or(OpenError::Length)?;
        file.seek(SeekFrom::Start(at))?;
        let mut end = vec![0; usize::try_from(length).map_err(|_| OpenError::Length)?];
        file.read_exact(&mut end)?;
        let foot =
            Foot::read(&end).filter(|foot| foot.file(length) == Some(bytes)).ok_or(OpenError::Length)?;
        let segments = segments(foot.filled).ok_or(OpenError::Length)?;
        let outside = Outside { product: foot.product(), bytes, looks: foot.filled, segments };
        Ok(Product { file, foot, outside })
    }

    /// What anybody can see of it.
    #[must_use]
    pub fn outside(&self) -> Outside {
        self.outside
    }

    /// The key of the product, from the archive's and, under originator control, the second half.
    ///
    /// # Errors
    /// [`OpenError`]: the key or the half is not this product's.
    pub fn key(&self, archive: &ArchiveKey, second: Option<&SecondHalf>) -> Result<ProductKey, OpenError> {
        let product = self.outside.product;
        let held = archive.unwrap_key(product, &self.foot.wrapped).map_err(|_| OpenError::WrongKey)?;
        let key = match (held.is_half, second) {
            (false, None) => held.key,
            (true, None) => return Err(OpenError::HalfWanted(product)),
            (true, Some(half)) if half.product() == product => held.key.xor(half.secret()),
            (_, Some(_)) => return Err(OpenError::WrongHalf),
        };
        let keys = Keys::of(&key).map_err(|_| OpenError::WrongKey)?;
        if keys.commitment != self.foot.commitment {
            return Err(if held.is_half { OpenError::WrongHalf } else { OpenError::WrongKey });
        }
        Ok(ProductKey { product, key })
    }

    /// Opens the header and checks whose it is: `known` says whether a key is one of a post, as the partnership's record has it.
    ///
    /// # Errors
    /// [`OpenError`]: the key, the half, the header, the signature, or the originator.
    pub fn unlock(
        self,
        archive: &ArchiveKey,
        second: Option<&SecondHalf>,
        known: &dyn Fn(Post, &PublicKey) -> bool,
    ) -> Result<Unlocked<R>, OpenError> {
        let key = self.key(archive, second)?;
        let unlocked = self.unlock_by(&key, known)?;
        let Header { compartment, epoch, .. } = unlocked.header;
        if (compartment, epoch, &unlocked.header.class)
            != (archive.compartment, archive.epoch, &archive.class)
        {
            return Err(OpenError::Elsewhere { compartment, epoch });
        }
        Ok(unlocked)
    }

    /// The same by the key that its originator released.
    ///
    /// # Errors
    /// [`OpenError`]: the key, the header, the signature, or the originator.
    pub fn unlock_by(
        self,
        key: &ProductKey,
        known: &dyn Fn(Post, &PublicKey) -> bool,
    ) -> Result<Unlocked<R>, OpenError> {
        let (header, signer) = self.signed(key)?;
        if !known(header.originator, &signer) {
            return Err(OpenError::Forged { post: header.originator, key: signer });
        }
        let keys = Keys::of(&key.key).map_err(|_| OpenError::WrongKey)?;
        let cipher = Segments::of(&keys.segments).map_err(|_| OpenError::WrongKey)?;
        let Product { file, foot, .. } = self;
        Ok(Unlocked { file, foot, header, signer, cipher })
    }

    /// The header and the key that signed it, both checked. Whether that key is one of the originator's is for whoever asks.
    ///
    /// # Errors
    /// [`OpenError`]: the key, the header, or the signature.
    pub fn signed(&self, key: &ProductKey) -> Result<(Header, PublicKey), OpenError> {
        let Product { foot, outside: Outside { product, .. }, .. } = self;
        let product = *product;
        let keys = Keys::of(&key.key).map_err(|_| OpenError::WrongKey)?;
        if (key.product, keys.commitment) != (product, foot.commitment) {
            return Err(OpenError::WrongKey);
        }
        let bytes = keys.header.open_only(&product.0, &foot.header).map_err(|_| OpenError::Header)?;
        let header = Header::read(&bytes).filter(|header| header.length <= foot.filled);
        let header = header.ok_or(OpenError::Header)?;
        let signature = keys.signature.open_only(&product.0, &foot.signature);
        let signature = signature.map_err(|_| OpenError::Signature)?;
        let signer = signer(&signature, &statement(product, &header, &foot.header));
        Ok((header, signer.ok_or(OpenError::Signature)?))
    }
}

impl<R: Read + Seek> Unlocked<R> {
    /// The header, as the originator signed it.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The key that signed it.
    #[must_use]
    pub fn signer(&self) -> PublicKey {
        self.signer
    }

    /// Writes the text, in constant memory. When it fails, what was written is a sound beginning of the text, and not the whole.
    ///
    /// # Errors
    /// [`OpenError::Segment`]: the first that is not the signed one; or what broke.
    pub fn write_to(mut self, to: &mut dyn Write) -> Result<Header, OpenError> {
        let beginning = u64::try_from(BEGINNING.len()).unwrap_or_default();
        self.file.seek(SeekFrom::Start(beginning))?;
        let count = segments(self.foot.filled).ok_or(OpenError::Length)?;
        let mut sealed = Zeroizing::new(vec![0; SEGMENT.saturating_add(TAG)]);
        let mut rest = self.header.length;
        for at in 0..count {
            let (hash, length) = self.foot.segment(at).ok_or(OpenError::Segment(at))?;
            sealed.truncate(length.saturating_add(TAG));
            self.file.read_exact(&mut sealed)?;
            if hashed(at, &sealed) != hash {
                return Err(OpenError::Segment(at));
            }
            let is_last = at.checked_add(1) == Some(count);
            let text = self.cipher.open(at, is_last, &mut sealed).map_err(|_| OpenError::Segment(at))?;
            let wanted = usize::try_from(rest).unwrap_or(SEGMENT).min(text.len());
            to.write_all(text.get(..wanted).ok_or(OpenError::Segment(at))?)?;
            rest = rest.saturating_sub(u64::try_from(wanted).unwrap_or_default());
        }
        to.flush()?;
        Ok(self.header)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::archive::Held;
    use super::super::header::Said;
    use super::super::statement::signed;
    use super::super::{Consent, Handling, Provenance, Secret, Signs, TearLine};
    use super::*;
    use crate::marking::Marking;

    struct Key(ed25519_dalek::SigningKey);

    impl Signs for Key {
        fn public(&self) -> PublicKey {
            PublicKey(self.0.verifying_key().to_bytes())
        }

        fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], String> {
            use ed25519_dalek::Signer as _;
            Ok(self.0.sign(bytes).to_bytes())
        }
    }

    fn archive(of: u8) -> ArchiveKey {
        ArchiveKey::of(super::super::CompartmentId([of; 32]), 1, "a".parse().unwrap(), Secret::of(&[of; 32]))
    }

    fn marking(to: &str) -> Marking {
        let label = format!(
            r#"{{"PolicyIdentifier": "P", "Classification": "SECRET", "CreationDateTime": "2027-01-01T00:00:00Z",
            "Category": [{{"Type": "PERMISSIVE", "TagName": "Releasable to", "GenericValue": ["{to}"]}}]}}"#
        );
        Marking::from_json(&label).unwrap()
    }

    /// A product of one segment whose parts an insider, who has its key, puts together at will.
    struct Parts {
        text: Vec<u8>,
        foot: Foot,
        keys: Keys,
        key: Secret,
        header: Header,
    }

    fn parts() -> Parts {
        let key = Secret::of(&[4; 32]);
        let keys = Keys::of(&key).ok().unwrap();
        let mut text = vec![1; 4096];
        Segments::of(&keys.segments).ok().unwrap().seal(0, true, &mut text).ok().unwrap();
        let mut foot = Foot::new(4096, keys.commitment, hashed(0, &text).to_vec());
        let product = foot.product();
        foot.wrapped = archive(1).wrap(product, &Held { is_half: false, key: key.clone() }).ok().unwrap();
        let header = header(&marking("CAN"), 4096);
        seal_header(&mut foot, &keys, &header);
        sign(&mut foot, &keys, &header);
        Parts { text, foot, keys, key, header }
    }

    fn header(marking: &Marking, length: u64) -> Header {
        let (title, provenance, consents) =
            ("t".parse().unwrap(), Provenance::default(), Vec::<Consent>::new());
        Header::of(&Said {
            title: &title,
            marking,
            originator: "GBR/liaison-officer".parse().unwrap(),
            archive: &archive(1),
            sealed: quorate_partnership::Moment(0),
            release: None,
            length,
            provenance: &provenance,
            consents: &consents,
            tear_line: TearLine::default(),
            handling: &Handling::default(),
        })
    }

    fn seal_header(foot: &mut Foot, keys: &Keys, header: &Header) {
        let product = foot.product();
        foot.header = keys.header.seal_only(&product.0, &header.to_bytes().unwrap()).ok().unwrap();
    }

    fn sign(foot: &mut Foot, keys: &Keys, header: &Header) {
        let key = Key(ed25519_dalek::SigningKey::from_bytes(&[7; 32]));
        let product = foot.product();
        let signature = signed(&key, &statement(product, header, &foot.header)).unwrap();
        foot.signature = keys.signature.seal_only(&product.0, &signature).ok().unwrap();
    }

    fn open(parts: &Parts, by: u8) -> Result<Vec<u8>, OpenError> {
        let file = [&BEGINNING[..], &parts.text, &parts.foot.to_bytes()].concat();
        let unlocked = Product::read(Cursor::new(file))?.unlock(&archive(by), None, &|_, _| true)?;
        let mut text = Vec::new();
        unlocked.write_to(&mut text).map(|_| text)
    }

    #[test]
    fn whoever_opens_it_cannot_swap_the_marking() {
        let mut parts = parts();
        assert_eq!(open(&parts, 1).unwrap(), vec![1; 4096]);
        seal_header(&mut parts.foot, &parts.keys, &header(&marking("FRA"), 4096));
        assert!(matches!(open(&parts, 1), Err(OpenError::Signature)));
    }

    #[test]
    fn whoever_opens_it_cannot_swap_the_title_or_where_it_comes_from() {
        let mut parts = parts();
        let mut other = parts.header.clone();
        other.title = "another".parse().unwrap();
        seal_header(&mut parts.foot, &parts.keys, &other);
        assert!(matches!(open(&parts, 1), Err(OpenError::Signature)));
    }

    #[test]
    fn a_made_up_signature_under_the_originators_name_is_refused() {
        let mut parts = parts();
        let product = parts.foot.product();
        let sound = parts.keys.signature.open_only(&product.0, &parts.foot.signature).ok().unwrap();
        let resealed = |signature: &[u8]| parts.keys.signature.seal_only(&product.0, signature).ok().unwrap();
        // The last 64 bytes are the signature, before them its length, the statement, and the key that it names.
        let mut made_up = sound.to_vec();
        made_up.iter_mut().rev().take(64).for_each(|byte| *byte = 1);
        let made_up = resealed(&made_up);
        // Nor is it passed over that something stands behind it.
        let longer = resealed(&[sound.as_slice(), &[0]].concat());
        // Nor that it says something else than what was signed.
        let mut says = sound.to_vec();
        let compartment = says.windows(32).position(|part| part == [1; 32]).unwrap();
        says[compartment] = 2;
        for signature in [made_up, longer, resealed(&says), resealed(&[])] {
            parts.foot.signature = signature;
            assert!(matches!(open(&parts, 1), Err(OpenError::Signature)));
        }
    }

    #[test]
    fn two_compartments_do_not_share_a_product_that_was_sealed_in_one() {
        let mut parts = parts();
        let held = Held { is_half: false, key: parts.key.clone() };
        parts.foot.wrapped = archive(2).wrap(parts.foot.product(), &held).ok().unwrap();
        assert!(matches!(open(&parts, 2), Err(OpenError::Elsewhere { .. })));
    }

    #[test]
    fn whoever_opens_it_cannot_put_another_text_under_the_signature() {
        let mut parts = parts();
        let signature = parts.foot.signature.clone();
        let mut text = vec![2; 4096];
        Segments::of(&parts.keys.segments).ok().unwrap().seal(0, true, &mut text).ok().unwrap();
        // With the hash that was signed the text is refused, and with its own the product is another.
        parts.text = text;
        assert!(matches!(open(&parts, 1), Err(OpenError::Segment(0))));
        parts.foot.hashes = hashed(0, &parts.text).to_vec();
        let product = parts.foot.product();
        let held = Held { is_half: false, key: parts.key.clone() };
        parts.foot.wrapped = archive(1).wrap(product, &held).ok().unwrap();
        seal_header(&mut parts.foot, &parts.keys, &parts.header);
        let old = parts.keys.signature.open_only(&parts_product(), &signature).ok().unwrap();
        parts.foot.signature = parts.keys.signature.seal_only(&product.0, &old).ok().unwrap();
        assert!(matches!(open(&parts, 1), Err(OpenError::Signature)));
    }

    fn parts_product() -> [u8; 32] {
        parts().foot.product().0
    }

    #[test]
    fn no_second_key_opens_a_file_to_another_text() {
        let mut parts = parts();
        let held = Held { is_half: false, key: Secret::of(&[5; 32]) };
        parts.foot.wrapped = archive(1).wrap(parts.foot.product(), &held).ok().unwrap();
        assert!(matches!(open(&parts, 1), Err(OpenError::WrongKey)));
    }

    #[test]
    fn a_header_does_not_say_that_the_text_is_longer_than_it_is() {
        let mut parts = parts();
        let header = header(&marking("CAN"), 4097);
        seal_header(&mut parts.foot, &parts.keys, &header);
        sign(&mut parts.foot, &parts.keys, &header);
        assert!(matches!(open(&parts, 1), Err(OpenError::Header)));
    }
}
