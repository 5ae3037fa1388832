//! Where the passphrases of keys come from: a file, a credential of systemd, or the terminal.

use std::env;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use quorate_node::{Keeper, Keeping, KeyError, KeyRing, Passphrase};
use zeroize::Zeroizing;

use crate::args::At;
use crate::failure::Failure;
use crate::work;

/// The variable that names the file with the passphrase.
const VARIABLE: &str = "QUORATE_PASSPHRASE_FILE";
/// How often a passphrase is asked for that does not open a key.
const TRIES: u32 = 3;

/// The keys in a directory, opened with the passphrases that this command line knows or asks for.
pub(crate) fn ring(at: &At, directory: &Path) -> KeyRing {
    KeyRing::of(directory).with_keeper(Arc::new(Asks::of(at)))
}

/// Reads the passphrase in a file, or asks for it.
struct Asks {
    file: Option<PathBuf>,
}

impl Asks {
    fn of(at: &At) -> Asks {
        Asks { file: file(at) }
    }
}

/// The file with the passphrase: said on the command line, by the environment, or given as a credential.
fn file(at: &At) -> Option<PathBuf> {
    let named = || env::var_os(VARIABLE).filter(|name| !name.is_empty()).map(PathBuf::from);
    let credential = || {
        let folder = env::var_os("CREDENTIALS_DIRECTORY")?;
        Some(Path::new(&folder).join("passphrase")).filter(|path| path.exists())
    };
    at.passphrase_file.clone().or_else(named).or_else(credential)
}

impl Keeper for Asks {
    fn passphrase(&self, key: &Path, wrong: u32) -> Result<Option<Passphrase>, KeyError> {
        match &self.file {
            Some(file) if wrong == 0 => Passphrase::read(file).map(Some),
            None if is_terminal() && wrong < TRIES => {
                let again = if wrong == 0 { "" } else { "It does not open it. " };
                ask(&format!("{again}The passphrase of {}: ", key.display())).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn keeping(&self) -> Result<Option<Keeping>, KeyError> {
        self.file
            .as_deref()
            .map(|file| Keeping::encrypted(Passphrase::read(file)?, work::of_keys()))
            .transpose()
    }
}

fn is_terminal() -> bool {
    io::stdin().is_terminal()
}

fn ask(question: &str) -> Result<Passphrase, KeyError> {
    let typed = Zeroizing::new(rpassword::prompt_password(question).map_err(KeyError::Terminal)?);
    Ok(Passphrase::typed(&typed))
}

/// How new keys are kept: somebody has to choose.
pub(crate) fn for_new(at: &At, plain: bool) -> Result<Keeping, Failure> {
    if plain && at.passphrase_file.is_some() {
        return Err(Failure::usage("plain, or encrypted?", "give `--passphrase-file` or `--plain-keys`"));
    }
    if plain {
        return Ok(Keeping::Plain);
    }
    match file(at) {
        Some(file) => Ok(Keeping::encrypted(Passphrase::read(&file)?, work::of_keys())?),
        None if is_terminal() => chosen("A passphrase for the new keys: "),
        None => Err(Failure::usage(
            "how are the new keys to be kept?",
            "encrypted, with the passphrase in a file: `--passphrase-file FILE`; or plain, for whoever reads the disk: \
             `--plain-keys`",
        )),
    }
}

/// A new passphrase: in this file, or asked for.
pub(crate) fn new_passphrase(file: Option<&Path>) -> Result<Keeping, Failure> {
    match file {
        Some(file) => Ok(Keeping::encrypted(Passphrase::read(file)?, work::of_keys())?),
        None if is_terminal() => chosen("The new passphrase: "),
        None => Err(Failure::usage(
            "which new passphrase?",
            "name the file it stands in: `--new-passphrase-file FILE`",
        )),
    }
}

/// A passphrase that is typed twice.
fn chosen(question: &str) -> Result<Keeping, Failure> {
    let first = Zeroizing::new(rpassword::prompt_password(question).map_err(KeyError::Terminal)?);
    if first.is_empty() {
        return Err(Failure::usage("no passphrase was given", "`--plain-keys` keeps new keys as they are"));
    }
    let keeping = Keeping::encrypted(Passphrase::typed(&first), work::of_keys())?;
    let second = Zeroizing::new(rpassword::prompt_password("The same again: ").map_err(KeyError::Terminal)?);
    match *first == *second {
        true => Ok(keeping),
        false => Err(Failure::usage("that was not the same twice", "nothing was changed; type it again")),
    }
}

/// The passphrase of an agent's store, which is always sealed; a new one is typed twice.
pub(crate) fn of_store(at: &At, store: &Path, is_new: bool) -> Result<Passphrase, Failure> {
    let help = "its passphrase stands in a file: `--passphrase-file FILE`; on a terminal it is asked for";
    match file(at) {
        Some(file) => Ok(Passphrase::read(&file)?),
        None if !is_terminal() => Err(Failure::usage("an agent's store is sealed", help)),
        None if is_new => match chosen("A passphrase for the agent's store: ")? {
            Keeping::Encrypted(passphrase, _) => Ok(passphrase),
            Keeping::Plain => Err(Failure::usage("an agent's store is sealed", help)),
        },
        None => Ok(ask(&format!("The passphrase of {}: ", store.display()))?),
    }
}
