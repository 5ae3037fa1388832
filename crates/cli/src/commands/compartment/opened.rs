//! An agent's store, opened for one command, with the record by which credentials are judged.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;
use quorate_node::{Node, Passphrase};
use quorate_partnership::{Moment, Post, PublicKey, hash};
use quorate_vault::agent::{Credential, CredentialError, Identity, MAX_SEALED_BYTES, open, seal};
use quorate_vault::compartment::{MAX_PARCEL_BYTES, Now, Parcel, Refusal, Vault};

use crate::args::At;
use crate::commands::files::{NewFile, NotWhole, place_whole, put_all, read_bytes};
use crate::failure::{Failure, with_causes};
use crate::keeper;
use crate::present::shell;
use crate::work;

/// Which agent.
#[derive(ClapArgs)]
pub(crate) struct Which {
    /// The agent's directory.
    #[arg(long, value_name = "DIRECTORY")]
    pub(crate) agent: PathBuf,
}

/// An agent's store between two things that are done with it: this process holds it, and no record.
pub(crate) struct Resting {
    folder: PathBuf,
    passphrase: Passphrase,
    vault: Vault,
    lock: File,
}

impl Resting {
    /// Whether this is the passphrase that opened the store. What is compared tells nobody how far the two are alike.
    pub(crate) fn is_opened_by(&self, typed: &Passphrase, salt: &[u8; 32]) -> bool {
        let of = |passphrase: &Passphrase| hash("quorate/passphrase-typed/1", &[salt, passphrase.bytes()]);
        of(typed) == of(&self.passphrase)
    }

    /// Takes a record to judge by, as it is now. Without one the store rests on.
    pub(crate) fn wake(self, at: &At) -> Result<Opened, Box<(Resting, Failure)>> {
        match record(at) {
            Ok(node) => {
                let Resting { folder, passphrase, vault, lock } = self;
                Ok(Opened { folder, passphrase, node, vault, _lock: lock })
            }
            Err(failure) => Err(Box::new((self, failure))),
        }
    }
}

/// An agent's store, held by this process alone.
pub(crate) struct Opened {
    folder: PathBuf,
    passphrase: Passphrase,
    node: Node,
    pub(crate) vault: Vault,
    // Its lock ends with it.
    _lock: File,
}

impl Opened {
    /// Opens what an agent keeps.
    pub(crate) fn open(at: &At, which: &Which) -> Result<Opened, Failure> {
        let store = store(&which.agent);
        if !store.exists() {
            let what = format!("{} holds no agent", which.agent.display());
            let help = "`quorate compartment enrol --agent DIRECTORY` makes one".into();
            return Err(Failure::Absent { what, help });
        }
        let lock = lock(&which.agent)?;
        let node = record(at)?;
        let passphrase = keeper::of_store(at, &store, false)?;
        let vault = unsealed(&store, &passphrase)?;
        Ok(Opened { folder: which.agent.clone(), passphrase, node, vault, _lock: lock })
    }

    /// Opens the store, or makes one for an agent with new keys.
    pub(crate) fn open_or_make(at: &At, which: &Which) -> Result<Opened, Failure> {
        if store(&which.agent).exists() {
            return Opened::open(at, which);
        }
        let node = record(at)?;
        fs::create_dir_all(&which.agent).map_err(|source| cannot(&which.agent, source))?;
        let lock = lock(&which.agent)?;
        let passphrase = keeper::of_store(at, &which.agent, true)?;
        let vault = Vault::new(Identity::new().map_err(|error| told(&error))?);
        Ok(Opened { folder: which.agent.clone(), passphrase, node, vault, _lock: lock })
    }

    /// Lets go of the record: whoever else works with it can.
    pub(crate) fn rest(self) -> Resting {
        let Opened { folder, passphrase, vault, _lock: lock, .. } = self;
        Resting { folder, passphrase, vault, lock }
    }

    /// What is on the disk takes the place of what is held here, after it could not be kept.
    pub(crate) fn reread(&mut self) -> Result<(), Failure> {
        self.vault = unsealed(&store(&self.folder), &self.passphrase)?;
        Ok(())
    }

    pub(crate) fn node(&self) -> &Node {
        &self.node
    }

    /// Now, as the record has it.
    pub(crate) fn at(&self) -> Moment {
        self.node.next_moment()
    }

    /// Whether a credential stands now, as the record says.
    pub(crate) fn stands(&self, credential: &Credential) -> Result<(), CredentialError> {
        judged(&self.node, |now| credential.stands(&now.partnership, now.record, now.at))
    }

    /// Looks something up in the store.
    pub(crate) fn look<T>(
        &self,
        look: impl FnOnce(&Vault, &Now<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Failure> {
        judged(&self.node, |now| look(&self.vault, now)).map_err(|refusal| told(&refusal))
    }

    /// The same, for whoever tells refusals otherwise.
    pub(crate) fn allows<T>(
        &self,
        look: impl FnOnce(&Vault, &Now<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        judged(&self.node, |now| look(&self.vault, now))
    }

    /// Does something with the store. Nothing is kept of it until [`Opened::keep`].
    pub(crate) fn act<T>(
        &mut self,
        act: impl FnOnce(&mut Vault, &Now<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Failure> {
        self.attempt(act).map_err(|refusal| told(&refusal))
    }

    /// The same, for whoever tells refusals otherwise.
    pub(crate) fn attempt<T>(
        &mut self,
        act: impl FnOnce(&mut Vault, &Now<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        judged(&self.node, |now| act(&mut self.vault, now))
    }

    /// Keeps the store and writes what is to be carried: both, or neither.
    pub(crate) fn keep(&self, out: Option<(&Path, &[u8])>) -> Result<(), Failure> {
        let begun = |(path, bytes): (&Path, &[u8])| {
            let mut file = NewFile::begin_with_store(path)?;
            file.write_all(bytes).map_err(|source| cannot(path, source))?;
            Ok::<_, Failure>(file)
        };
        self.keep_files(out.map(begun).transpose()?.into_iter().collect())
    }

    /// Keeps the store and puts files in their places that were written: all, or nothing but what lies beside its place.
    pub(crate) fn keep_files(&self, files: Vec<NewFile>) -> Result<(), Failure> {
        let sealed = seal(&self.vault.plain(), self.passphrase.bytes(), work::of_agents())
            .map_err(|error| told(&error))?;
        let store = store(&self.folder);
        let (beside, owner) = (store.with_extension("sealed.new"), Permissions::from_mode(0o600));
        keep_all(files, || place_whole(&store, &beside, &sealed, Some(owner)), &store)
    }

    /// Keeps the store, and a parcel if there is one, for which a file has to be named.
    pub(crate) fn keep_with(&self, parcel: &Parcel, out: Option<&Path>) -> Result<(), Failure> {
        match out {
            _ if parcel.is_empty() => self.keep(None),
            Some(path) => self.keep(Some((path, &parcel.bytes()))),
            None => {
                let help = "name a file for it: `--out FILE`; nothing was changed";
                Err(Failure::usage("there is a parcel to be carried to the others", help))
            }
        }
    }
}

/// Reads parcels, each of which is another one.
pub(crate) fn parcels(paths: &[PathBuf]) -> Result<Vec<(&Path, Parcel)>, Failure> {
    let mut all: Vec<(&Path, Parcel)> = Vec::new();
    for path in paths {
        let parcel = parcel(path)?;
        if let Some((first, _)) = all.iter().find(|(_, before)| *before == parcel) {
            let what = format!("{} and {} are the same parcel", shell(first), shell(path));
            return Err(Failure::usage(what, "name each parcel once; nothing was taken in"));
        }
        all.push((path, parcel));
    }
    Ok(all)
}

/// Reads a parcel.
pub(crate) fn parcel(path: &Path) -> Result<Parcel, Failure> {
    Parcel::read(&read_bytes(path, MAX_PARCEL_BYTES)?).map_err(|refusal| told_of(path, &refusal))
}

pub(crate) fn told(error: &dyn std::error::Error) -> Failure {
    Failure::Absent { what: with_causes(error), help: String::new() }
}

/// The same of a file: which it is.
pub(crate) fn told_of(path: &Path, error: &dyn std::error::Error) -> Failure {
    Failure::Absent { what: format!("{}: {}", shell(path), with_causes(error)), help: String::new() }
}

/// Does something at this moment, by what the record of a node says.
pub(crate) fn judged<T>(node: &Node, act: impl FnOnce(&Now<'_>) -> T) -> T {
    let members = node.partnership().members();
    let record = |post: Post, key: &PublicKey, at: Moment| members.holds(post, key, at);
    let partnership = node.basis().partnership;
    act(&Now { at: node.next_moment(), partnership, record: &record })
}

/// What is kept in a store.
fn unsealed(store: &Path, passphrase: &Passphrase) -> Result<Vault, Failure> {
    let sealed = read_bytes(store, MAX_SEALED_BYTES)?;
    let plain = open(&sealed, passphrase.bytes()).map_err(|error| told(&error))?;
    Vault::read(&plain).map_err(|error| told(&error))
}

fn store(folder: &Path) -> PathBuf {
    folder.join("agent.sealed")
}

fn record(at: &At) -> Result<Node, Failure> {
    let help = "name the partnership's directory: `--dir DIRECTORY`";
    let dir = at.dir.as_deref().ok_or_else(|| Failure::usage("by which record?", help))?;
    Ok(Node::open(dir)?)
}

/// Keys go on with each thing sealed. So what is to be carried lies on the disk beside its place before the store goes on, and is
/// put there, where somebody could take it, only after. What cannot be put there stays where it lies: it cannot be made again.
fn keep_all(
    mut files: Vec<NewFile>,
    keep: impl FnOnce() -> Result<(), NotWhole>,
    store: &Path,
) -> Result<(), Failure> {
    files.iter_mut().try_for_each(NewFile::lay_down)?;
    match keep() {
        Ok(()) => put_all(files),
        Err(NotWhole { source, may_be_there: false }) => Err(cannot(store, source)),
        Err(NotWhole { source, .. }) => Err(may_have_gone_on(store, &source, files)),
    }
}

/// The store may have gone on, and what was sealed with it is all that there is of it.
fn may_have_gone_on(store: &Path, source: &io::Error, files: Vec<NewFile>) -> Failure {
    let lie: Vec<String> = files.into_iter().map(|file| shell(&file.leave())).collect();
    let what = format!("{} was written, and it is not sure that the disk has it ({source})", shell(store));
    if lie.is_empty() {
        let help = "look whether the agent's store has what was done before you do it again".into();
        return Failure::Absent { what, help };
    }
    let what = format!("{what}: what is to be carried lies whole at {}", lie.join(", "));
    let help = "`quorate compartment roster`, `quorate room read` and `quorate product list` show whether the agent's store has what is in \
                it: then move it to its place and carry it, else remove it";
    Failure::Absent { what, help: help.into() }
}

pub(crate) fn cannot(path: &Path, source: io::Error) -> Failure {
    Failure::File { path: path.into(), to_be: "written", source }
}

/// One process at a time: two would seal two things by one key.
fn lock(folder: &Path) -> Result<File, Failure> {
    let path = folder.join("lock");
    let open = OpenOptions::new().create(true).append(true).open(&path);
    let file = open.map_err(|source| cannot(&path, source))?;
    file.try_lock().map_err(|_| {
        let what = format!("another command works with the agent in {}", folder.display());
        Failure::Absent { what, help: "wait for it, or stop it".into() }
    })?;
    Ok(file)
}

#[cfg(test)]
mod tests;
