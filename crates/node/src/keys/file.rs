//! A key in a file: as 64 hexadecimal digits, or encrypted, with its public half in the line before.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use quorate_partnership::PublicKey;
use zeroize::Zeroizing;

use super::passphrase::{Cost, Keeping, Passphrase};
use super::sealed::{Sealed, sealed};
use super::{Key, KeyError, bytes, hex};

/// The longest file that is read, in bytes.
const MAX_BYTES: usize = 4096;
/// What stands before the public key. Whoever reads PEM passes over lines before it.
const PUBLIC: &str = "Public key: ";

/// A key in a file, whether it can be opened or not.
pub struct KeyFile {
    path: PathBuf,
    public: PublicKey,
    form: Form,
}

enum Form {
    Plain(Key),
    Encrypted(Sealed),
}

impl KeyFile {
    /// Reads a file. Nothing is decrypted yet.
    ///
    /// # Errors
    /// [`KeyError::Missing`], [`KeyError::Form`] or [`KeyError::File`].
    pub fn read(path: &Path) -> Result<KeyFile, KeyError> {
        let text = match read_text(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(KeyError::Missing(path.into()));
            }
            Err(source) => return Err(KeyError::File { path: path.into(), source }),
        };
        let form = |what| KeyError::Form { path: path.into(), what };
        let (public, form) = match text.strip_prefix(PUBLIC) {
            None => {
                let what =
                    "it holds neither 64 hexadecimal digits nor a public key and a private one, encrypted";
                let seed = Zeroizing::new(bytes(text.trim_end()).ok_or_else(|| form(what))?);
                let key = Key::from_seed(&seed);
                (key.public(), Form::Plain(key))
            }
            Some(rest) => {
                let line = "its first line does not say a public key";
                let (public, pem) = rest.split_once('\n').ok_or_else(|| form(line))?;
                let public = public.trim_end().parse().map_err(|_| form(line))?;
                (public, Form::Encrypted(Sealed::read(pem).map_err(form)?))
            }
        };
        Ok(KeyFile { path: path.into(), public, form })
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The public half, as the file says.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        self.public
    }

    /// Whether a passphrase is needed to open it.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        matches!(self.form, Form::Encrypted(_))
    }

    /// How much work it is to try a passphrase; none if the key is plain.
    #[must_use]
    pub fn cost(&self) -> Option<Cost> {
        match &self.form {
            Form::Plain(_) => None,
            Form::Encrypted(sealed) => Some(sealed.cost()),
        }
    }

    /// The key, with a passphrase if it is encrypted.
    ///
    /// # Errors
    /// [`KeyError::Locked`], [`KeyError::Wrong`] or [`KeyError::Changed`].
    pub fn open(&self, passphrase: Option<&Passphrase>) -> Result<Key, KeyError> {
        let sealed = match &self.form {
            Form::Plain(key) => return Ok(key.clone()),
            Form::Encrypted(sealed) => sealed,
        };
        let passphrase = passphrase.ok_or_else(|| KeyError::Locked(self.path.clone()))?;
        let key = sealed.open(passphrase).ok_or_else(|| KeyError::Wrong(self.path.clone()))?;
        match key.public() == self.public {
            true => Ok(key),
            false => Err(KeyError::Changed(self.path.clone())),
        }
    }

    /// Keeps the key otherwise, at the same place: at any moment the whole file of before or the whole new one is there.
    ///
    /// # Errors
    /// [`KeyError::File`], and why it cannot be encrypted.
    pub fn replace(&self, key: &Key, keeping: &Keeping) -> Result<(), KeyError> {
        let text = text(key, keeping)?;
        let beside = beside(&self.path);
        let cannot = |path: &Path| {
            let path = path.to_path_buf();
            move |source| KeyError::File { path, source }
        };
        match fs::remove_file(&beside) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(cannot(&beside)(error)),
            _ => {}
        }
        create(&beside, &text).map_err(cannot(&beside))?;
        let passphrase = match keeping {
            Keeping::Plain => None,
            Keeping::Encrypted(passphrase, _) => Some(passphrase),
        };
        // A file that does not open again takes no other's place.
        if KeyFile::read(&beside)?.open(passphrase)?.public() != self.public {
            return Err(KeyError::Encryption);
        }
        let done = fs::rename(&beside, &self.path).and_then(|()| force_folder(&self.path));
        done.map_err(cannot(&self.path))
    }

    /// Makes a file that was not there.
    pub(super) fn make(path: &Path, key: &Key, keeping: &Keeping) -> Result<(), KeyError> {
        let done = create(path, &text(key, keeping)?).and_then(|()| force_folder(path));
        done.map_err(|source| match source.kind() {
            io::ErrorKind::AlreadyExists => KeyError::Exists(path.into()),
            _ => KeyError::File { path: path.into(), source },
        })
    }
}

/// Where a file is written before it takes the place of another.
pub(super) fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

fn text(key: &Key, keeping: &Keeping) -> Result<Zeroizing<String>, KeyError> {
    Ok(match keeping {
        Keeping::Plain => Zeroizing::new(hex(key.seed()) + "\n"),
        Keeping::Encrypted(passphrase, cost) => {
            let pem = sealed(key, passphrase, *cost)?;
            Zeroizing::new(format!("{PUBLIC}{}\n{}", key.public(), *pem))
        }
    })
}

fn read_text(path: &Path) -> io::Result<Zeroizing<String>> {
    let one_more = MAX_BYTES.saturating_add(1);
    // The buffer does not move, so that no copy is left behind.
    let mut text = Zeroizing::new(String::with_capacity(one_more.saturating_mul(2)));
    File::open(path)?.take(u64::try_from(one_more).unwrap_or(u64::MAX)).read_to_string(&mut text)?;
    if text.len() > MAX_BYTES {
        let what = format!("it has more than {MAX_BYTES} bytes");
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, what));
    }
    Ok(text)
}

/// Writes a file that was not there, readable by its owner alone. It is on the disk when this returns.
fn create(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = private(OpenOptions::new().write(true).create_new(true)).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

pub(super) fn force_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600)
}

#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(test)]
mod tests;
