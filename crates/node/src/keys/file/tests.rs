use std::os::unix::fs::PermissionsExt as _;

use super::*;

/// Cheap, so that tests do not wait; in all else as it is.
const CHEAP: Cost = Cost { log_n: 4, r: 8, p: 1 };
const WORDS: &str = "correct horse battery";

fn encrypted(words: &str) -> Keeping {
    Keeping::encrypted(Passphrase::typed(words), CHEAP).unwrap()
}

fn key() -> Key {
    Key::from_seed(&[7; 32])
}

/// A file with the key, kept in this way.
fn made(folder: &Path, keeping: &Keeping) -> PathBuf {
    let path = folder.join("keys/FRA-root.key");
    KeyFile::make(&path, &key(), keeping).unwrap();
    path
}

fn opens(path: &Path, passphrase: Option<&str>) -> Result<PublicKey, KeyError> {
    let passphrase = passphrase.map(Passphrase::typed);
    KeyFile::read(path)?.open(passphrase.as_ref()).map(|key| key.public())
}

#[test]
fn a_key_is_read_as_it_was_kept() {
    let scratch = tempfile::tempdir().unwrap();
    let path = made(scratch.path(), &Keeping::Plain);
    assert_eq!(fs::read_to_string(&path).unwrap(), "07".repeat(32) + "\n");
    assert_eq!(opens(&path, None).unwrap(), key().public());
    assert_eq!(opens(&path, Some(WORDS)).unwrap(), key().public());
    fs::remove_file(&path).unwrap();
    let path = made(scratch.path(), &encrypted(WORDS));
    let file = KeyFile::read(&path).unwrap();
    assert_eq!((file.public(), file.is_encrypted(), file.cost()), (key().public(), true, Some(CHEAP)));
    assert!(matches!(file.open(None), Err(KeyError::Locked(_))));
    assert_eq!(opens(&path, Some(WORDS)).unwrap(), key().public());
    assert!(!fs::read_to_string(&path).unwrap().contains(&"07".repeat(8)));
    assert!(matches!(KeyFile::make(&path, &key(), &Keeping::Plain), Err(KeyError::Exists(_))));
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn another_passphrase_opens_nothing() {
    let scratch = tempfile::tempdir().unwrap();
    let path = made(scratch.path(), &encrypted(WORDS));
    for other in ["", "correct horse batterz", "correct horse battery ", "CORRECT HORSE BATTERY"] {
        assert!(matches!(opens(&path, Some(other)), Err(KeyError::Wrong(_))), "{other}");
    }
    // Of many, some decrypt to what is padded well by chance; these open to no key either.
    for other in 0..600 {
        assert!(matches!(opens(&path, Some(&format!("{other}"))), Err(KeyError::Wrong(_))), "{other}");
    }
}

#[test]
fn a_file_that_was_cut_or_changed_opens_to_no_other_key() {
    let scratch = tempfile::tempdir().unwrap();
    let path = made(scratch.path(), &encrypted(WORDS));
    let bytes = fs::read(&path).unwrap();
    let mut others: Vec<Vec<u8>> = (0..bytes.len()).map(|at| bytes[..at].to_vec()).collect();
    for at in 0..bytes.len() {
        others.extend([0x01_u8, 0x02, 0x04, 0x20, 0xff].map(|flip| {
            let mut changed = bytes.clone();
            changed[at] ^= flip;
            changed
        }));
    }
    let mut opened = 0;
    for other in others {
        fs::write(&path, &other).unwrap();
        if let Ok(public) = opens(&path, Some(WORDS)) {
            opened += 1;
            assert_eq!(public, key().public(), "{}", String::from_utf8_lossy(&other));
        }
    }
    // Small letters for large ones in the public key, a missing line's end.
    assert!((1..60).contains(&opened), "{opened} opened");
}

#[test]
fn a_file_whose_public_key_is_another_is_not_opened() {
    let scratch = tempfile::tempdir().unwrap();
    let path = made(scratch.path(), &encrypted(WORDS));
    let other = Key::from_seed(&[8; 32]).public().to_string();
    let text = fs::read_to_string(&path).unwrap().replace(&key().public().to_string(), &other);
    fs::write(&path, text).unwrap();
    assert!(matches!(opens(&path, Some(WORDS)), Err(KeyError::Changed(_))));
}

#[test]
fn a_file_may_not_ask_for_any_amount_of_work() {
    let scratch = tempfile::tempdir().unwrap();
    let path = made(scratch.path(), &encrypted(WORDS));
    let costs = [(0, 8, 1), (32, 8, 1), (19, 8, 1), (10, 8, 3000), (4, 0, 1), (4, 8, 0), (63, 65535, 65535)];
    for (log_n, r, p) in costs {
        assert!(!Cost { log_n, r, p }.is_bearable(), "{log_n} {r} {p}");
    }
    assert!(Cost::USUAL.is_bearable() && CHEAP.is_bearable());
    let (less, more) = (Cost { p: 7, ..Cost::USUAL }, Cost { p: 9, ..Cost::USUAL });
    assert_eq!(
        [CHEAP, less, Cost::USUAL, more].map(Cost::or_usual),
        [Cost::USUAL, Cost::USUAL, Cost::USUAL, more]
    );
    assert!(Cost { log_n: 16, r: 8, p: 1 }.is_bearable() && !Cost { log_n: 17, r: 8, p: 1 }.is_bearable());
    fs::write(&path, "x".repeat(MAX_BYTES + 1)).unwrap();
    assert!(matches!(KeyFile::read(&path), Err(KeyError::File { .. })));
}

#[test]
fn what_is_no_key_is_said_to_be_none() {
    let scratch = tempfile::tempdir().unwrap();
    let path = scratch.path().join("x.key");
    assert!(matches!(KeyFile::read(&path), Err(KeyError::Missing(_))));
    let public = key().public();
    for text in [
        String::new(),
        "07".repeat(31),
        "07".repeat(33),
        format!("{PUBLIC}{public}"),
        format!("{PUBLIC}{public}\n"),
        format!("{PUBLIC}0\n-----BEGIN ENCRYPTED PRIVATE KEY-----\n"),
        format!("{PUBLIC}{public}\n-----BEGIN PRIVATE KEY-----\nMC4CAQ==\n-----END PRIVATE KEY-----\n"),
    ] {
        fs::write(&path, &text).unwrap();
        assert!(matches!(KeyFile::read(&path), Err(KeyError::Form { .. })), "{text}");
    }
}

#[test]
fn from_plain_to_encrypted_and_back() {
    let scratch = tempfile::tempdir().unwrap();
    let path = made(scratch.path(), &Keeping::Plain);
    for (keeping, opened_by) in [
        (encrypted(WORDS), Some(WORDS)),
        (encrypted("another passphrase"), Some("another passphrase")),
        (Keeping::Plain, None),
    ] {
        KeyFile::read(&path).unwrap().replace(&key(), &keeping).unwrap();
        assert_eq!(opens(&path, opened_by).unwrap(), key().public());
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }
}

#[test]
fn a_crash_between_leaves_the_key_of_before_and_is_no_hindrance() {
    let scratch = tempfile::tempdir().unwrap();
    let path = made(scratch.path(), &Keeping::Plain);
    // It ended before the new file was whole, and then after, before it took the place of the old one.
    let whole = text(&key(), &encrypted(WORDS)).unwrap();
    for written in [whole.get(..whole.len() / 2).unwrap(), whole.as_str()] {
        fs::write(beside(&path), written).unwrap();
        assert_eq!(opens(&path, None).unwrap(), key().public());
    }
    KeyFile::read(&path).unwrap().replace(&key(), &encrypted(WORDS)).unwrap();
    assert!(!beside(&path).exists());
    assert_eq!(opens(&path, Some(WORDS)).unwrap(), key().public());
}

#[test]
fn another_key_does_not_take_the_place_of_one() {
    let scratch = tempfile::tempdir().unwrap();
    let path = made(scratch.path(), &Keeping::Plain);
    let other = Key::from_seed(&[8; 32]);
    KeyFile::read(&path).unwrap().replace(&other, &Keeping::Plain).unwrap_err();
    assert_eq!(opens(&path, None).unwrap(), key().public());
}

#[test]
fn a_new_passphrase_has_twelve_bytes_and_an_old_one_any_number() {
    assert!(matches!(Keeping::encrypted(Passphrase::typed("eleven char"), CHEAP), Err(KeyError::Short)));
    Keeping::encrypted(Passphrase::typed("twelve chars"), CHEAP).unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let path = made(scratch.path(), &Keeping::Encrypted(Passphrase::typed("x"), CHEAP));
    assert_eq!(opens(&path, Some("x")).unwrap(), key().public());
}

#[test]
fn the_recorded_file_stays_readable() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance/keys");
    let passphrase = Passphrase::read(&folder.join("passphrase")).unwrap();
    let file = KeyFile::read(&folder.join("exercise.key")).unwrap();
    assert_eq!(file.cost(), Some(Cost::USUAL));
    assert_eq!(file.open(Some(&passphrase)).unwrap().public(), key().public());
}
