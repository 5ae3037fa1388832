//! A carrier's key: it says on links who this is, and opens nothing that is carried.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use ed25519_dalek::VerifyingKey;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair as _};
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use rustls::sign::{CertifiedKey, SigningKey};
use zeroize::Zeroizing;

use crate::folder::{Folder, write_new};

/// What stands before an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410, section 4).
const PUBLIC_HEAD: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
/// A key file is no longer than this.
const MAX_FILE_BYTES: u64 = 1024;

/// The public key of a carrier, as partners pin it: Ed25519 (RFC 8032), 64 hexadecimal digits in texts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pin(pub [u8; 32]);

impl Pin {
    /// Reads 64 hexadecimal digits.
    #[must_use]
    pub fn read(text: &str) -> Option<Pin> {
        let mut bytes = [0; 32];
        (text.len() == 64).then_some(())?;
        base16ct::mixed::decode(text, &mut bytes).ok()?;
        Some(Pin(bytes))
    }

    /// Whether it can be somebody's key: a point of the curve, and none of the few of small order, under which anybody signs
    /// anything.
    #[must_use]
    pub fn is_a_key(&self) -> bool {
        VerifyingKey::from_bytes(&self.0).is_ok_and(|key| !key.is_weak())
    }

    /// The key in the form that TLS has for keys without certificates (RFC 7250).
    pub(crate) fn form(&self) -> CertificateDer<'static> {
        CertificateDer::from([PUBLIC_HEAD.as_slice(), &self.0].concat())
    }

    /// The key that is in such a form.
    pub(crate) fn of(form: &CertificateDer<'_>) -> Option<Pin> {
        Some(Pin(form.as_ref().strip_prefix(&PUBLIC_HEAD)?.try_into().ok()?))
    }
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&base16ct::lower::encode_string(&self.0))
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pin({self})")
    }
}

/// A carrier's own key. Its secret is not printed.
#[derive(Clone)]
pub struct OwnKey {
    pin: Pin,
    shown: Arc<CertifiedKey>,
}

impl fmt::Debug for OwnKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OwnKey({})", self.pin)
    }
}

impl OwnKey {
    /// Whether there is a carrier beside this agent's store: it has a key.
    #[must_use]
    pub fn is_made(folder: &Folder) -> bool {
        folder.at("key").exists()
    }

    /// Reads the key of this folder, or makes one there, readable by its owner alone. It is not encrypted: the carrier has to
    /// start without anybody, and whoever has this key reads nothing that is carried.
    ///
    /// # Errors
    /// What the disk says, and what is no key.
    pub fn open_or_make(folder: &Folder) -> io::Result<OwnKey> {
        let path = &folder.at("key");
        if let Some(key) = OwnKey::open(path)? {
            return Ok(key);
        }
        let _alone = folder.alone()?;
        // Another command may have made it while this one waited.
        match OwnKey::open(path)? {
            Some(key) => Ok(key),
            None => OwnKey::make(path),
        }
    }

    /// None if there is none.
    fn open(path: &Path) -> io::Result<Option<OwnKey>> {
        match fs::metadata(path) {
            Ok(found) if found.len() > MAX_FILE_BYTES => Err(no_key()),
            Ok(_) => OwnKey::from_form(&Zeroizing::new(fs::read(path)?)).map(Some),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn make(path: &Path) -> io::Result<OwnKey> {
        let made = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new());
        let made = made.map_err(|_| io::Error::other("the system gives no random numbers"))?;
        write_new(path, made.as_ref())?;
        OwnKey::from_form(made.as_ref())
    }

    /// A key of PKCS#8 (RFC 5958).
    fn from_form(bytes: &[u8]) -> io::Result<OwnKey> {
        let pair = Ed25519KeyPair::from_pkcs8(bytes).map_err(|_| no_key())?;
        let pin = Pin(pair.public_key().as_ref().try_into().map_err(|_| no_key())?);
        let form = PrivatePkcs8KeyDer::from(bytes);
        let signs: Arc<dyn SigningKey> =
            rustls::crypto::ring::sign::any_eddsa_type(&form).map_err(|_| no_key())?;
        Ok(OwnKey { pin, shown: Arc::new(CertifiedKey::new(vec![pin.form()], signs)) })
    }

    /// What partners pin.
    #[must_use]
    pub fn pin(&self) -> Pin {
        self.pin
    }

    pub(crate) fn shown(&self) -> Arc<CertifiedKey> {
        Arc::clone(&self.shown)
    }
}

fn no_key() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "it is no carrier's key; move it away and another is made")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        let path = folder.at("key");
        let made = OwnKey::open_or_make(&folder).unwrap();
        assert_eq!(OwnKey::open_or_make(&folder).unwrap().pin(), made.pin());
        assert!(made.pin().is_a_key());
        assert_eq!(Pin::of(&made.pin().form()), Some(made.pin()));
        assert_eq!(Pin::read(&made.pin().to_string()), Some(made.pin()));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert!(!format!("{made:?}").contains("key:"));
        fs::write(&path, vec![1; 48]).unwrap();
        assert!(OwnKey::open_or_make(&folder).is_err());
        fs::write(&path, vec![1; 1025]).unwrap();
        assert!(OwnKey::open_or_make(&folder).is_err());
    }

    #[test]
    fn commands_at_once_make_one_key() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::of(folder.path());
        let all = std::thread::scope(|scope| {
            let at_once = || OwnKey::open_or_make(&folder).unwrap().pin();
            let running: Vec<_> = (0..16).map(|_| scope.spawn(at_once)).collect();
            running.into_iter().map(|one| one.join().unwrap()).collect::<std::collections::BTreeSet<_>>()
        });
        assert_eq!(all.len(), 1);
        assert_eq!(Some(&OwnKey::open_or_make(&folder).unwrap().pin()), all.first());
    }

    #[test]
    fn a_key_under_which_anybody_signs_is_none() {
        // The points of small order: of order 1, 2, 4 twice, 8 four times, and some of them written otherwise.
        let small = [
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        ];
        for bad in small {
            assert!(!Pin::read(bad).unwrap().is_a_key(), "{bad}");
        }
        assert!(!Pin([0x44; 32]).is_a_key(), "no point of the curve");
        let good = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        assert!(Pin::read(good).unwrap().is_a_key());
    }

    #[test]
    fn what_is_no_pin_is_not_read() {
        let good = "00".repeat(32);
        assert!(Pin::read(&good).is_some());
        for bad in [
            "",
            &"0".repeat(63),
            &format!("{good}0"),
            &good.replacen('0', "g", 1),
            &good.replacen("00", "é", 1),
        ] {
            assert!(Pin::read(bad).is_none(), "{bad}");
        }
    }
}
