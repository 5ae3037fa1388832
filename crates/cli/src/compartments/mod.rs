//! The pages of compartments, fitted on an agent's store: it stays with this process, and the keys in it.

mod carried;
mod folder;
mod instructions;
mod share;
mod spool;
mod told;

use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use quorate_charter::MemberCode;
use quorate_node::Passphrase;
use quorate_partnership::{DecisionNo, PartnershipId, Phrase};
use quorate_vault::compartment::{Answering, Parcel};
use quorate_vault::product::{Product, ProductId};
use quorate_web::agent::compartments::{
    Came, Compartments, Instructing, Laid, Laying, MAX_MESSAGE_BYTES, Made, MadeFile, NotShared, OnDecision,
    Roster, Stop, Summary, Wanted, Weighed, Whole,
};

use crate::args::At;
use crate::commands::compartment::opened::{Opened, Resting, Which};
use crate::commands::files::NewFile;
use crate::failure::Failure;
use folder::Folder;
use told::stop;

// What a page takes is what a compartment takes.
const _: () = assert!(MAX_MESSAGE_BYTES == quorate_vault::compartment::MAX_MESSAGE_BYTES);

/// An agent's store, and the record by which it is judged each time.
pub(crate) struct Rooms {
    at: At,
    folder: Folder,
    salt: [u8; 32],
    resting: Mutex<Option<Resting>>,
}

impl Rooms {
    /// Opens the agent in a directory by the record in another, and holds it as long as this is there.
    pub(crate) fn open(record: PathBuf, at: &At, agent: PathBuf) -> Result<Rooms, Failure> {
        let at = At { dir: Some(record), post: None, passphrase_file: at.passphrase_file.clone() };
        let which = Which { agent };
        let opened = Opened::open(&at, &which)?;
        let mut salt = [0; 32];
        getrandom::fill(&mut salt).map_err(|error| Failure::usage(error.to_string(), ""))?;
        let folder = Folder::of(which.agent)?;
        Ok(Rooms { at, folder, salt, resting: Mutex::new(Some(opened.rest())) })
    }

    fn resting(&self) -> MutexGuard<'_, Option<Resting>> {
        self.resting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does something with the store, by the record as it is now.
    fn with<T>(&self, act: impl FnOnce(&mut Opened) -> Result<T, Stop>) -> Result<T, Stop> {
        let mut place = self.resting();
        let gone = || Stop::Other("the agent's store was let go: start the agent again".into());
        match place.take().ok_or_else(gone)?.wake(&self.at) {
            Err(failed) => {
                let (resting, failure) = *failed;
                *place = Some(resting);
                Err(if failure.is_in_use() { Stop::NoRecord } else { told::not_done(&failure) })
            }
            Ok(mut opened) => {
                let done = act(&mut opened);
                *place = Some(opened.rest());
                done
            }
        }
    }

    /// Seals something small, keeps the store, and puts what is to be carried on its way.
    fn seal(
        &self,
        place: usize,
        kind: &str,
        to: &[String],
        act: impl FnOnce(&mut Opened, &str) -> Result<Parcel, Stop>,
    ) -> Result<Made, Stop> {
        let to = self.folder.named(to)?;
        self.with(|opened| {
            let name = name(opened, place)?;
            let parcel = act(opened, &name)?;
            let file = self.folder.new_name(kind, "parcel")?;
            kept(opened, vec![begun(&self.folder.path(&file), &parcel.bytes())?])?;
            self.folder.send(vec![file], &to)
        })
    }
}

/// Keeps the store with files. If that fails, what is on the disk counts: keys that were used are not used again.
fn kept(opened: &mut Opened, files: Vec<NewFile>) -> Result<(), Stop> {
    opened.keep_files(files).map_err(|failure| match opened.reread() {
        Ok(()) => told::not_done(&failure),
        Err(worse) => told::not_done(&worse),
    })
}

/// A file that is to be put in its place with the store.
fn begun(path: &Path, bytes: &[u8]) -> Result<NewFile, Stop> {
    let mut file = NewFile::begin_with_store(path).map_err(|failure| told::not_done(&failure))?;
    file.write_all(bytes).map_err(|error| told::failed(&error))?;
    Ok(file)
}

/// What the agent calls the compartment at a place.
fn name(opened: &Opened, place: usize) -> Result<String, Stop> {
    opened.vault.names().nth(place).map(str::to_owned).ok_or(Stop::NoSuch)
}

impl Compartments for Rooms {
    fn opens(&self, passphrase: &str) -> bool {
        let typed = Passphrase::typed(passphrase);
        self.resting().as_ref().is_some_and(|resting| resting.is_opened_by(&typed, &self.salt))
    }

    fn all(&self) -> Result<Vec<Summary>, Stop> {
        self.with(|opened| {
            let names: Vec<String> = opened.vault.names().map(str::to_owned).collect();
            names.iter().map(|name| told::summary(opened, name)).collect()
        })
    }

    fn one(&self, place: usize) -> Result<Whole, Stop> {
        self.with(|opened| told::whole(opened, &name(opened, place)?))
    }

    fn roster(&self, place: usize) -> Result<Roster, Stop> {
        self.with(|opened| share::roster(opened, &name(opened, place)?))
    }

    fn weigh(&self, wanted: &Wanted) -> Result<Weighed, Stop> {
        let unknown = self.folder.named(&wanted.carry).err();
        self.with(|opened| {
            let mut weighed = share::weigh(opened, wanted)?;
            weighed.stops.extend(unknown);
            Ok(weighed)
        })
    }

    fn lay(&self) -> Result<Box<dyn Laying>, Stop> {
        let laying = spool::begin(&self.folder.made()).map_err(|error| Stop::Other(error.to_string()))?;
        Ok(Box::new(laying))
    }

    fn share(&self, wanted: &Wanted, shown: &Weighed, text: &mut dyn Read) -> Result<Made, NotShared> {
        let to = self.folder.named(&wanted.carry).map_err(NotShared::Stop)?;
        let shared = self.with(|opened| Ok(share::share(opened, (wanted, shown), text, &self.folder)));
        let files = shared.map_err(NotShared::Stop)??;
        self.folder.send(files, &to).map_err(NotShared::Stop)
    }

    fn say(&self, place: usize, text: &str, to: &[String]) -> Result<Made, Stop> {
        self.seal(place, "message", to, |opened, name| {
            opened.attempt(|vault, now| vault.say(name, text, now)).map_err(stop)
        })
    }

    fn instruct(&self, place: usize, what: &Instructing, to: &[String]) -> Result<Made, Stop> {
        // Its name tells no more than that of a message does.
        self.seal(place, "message", to, |opened, name| {
            let what = instructions::instructing(what);
            opened.attempt(|vault, now| vault.instruct(name, what, now)).map_err(stop)
        })
    }

    fn on_decision(
        &self,
        of: (&PartnershipId, MemberCode),
        decision: DecisionNo,
    ) -> Result<Option<OnDecision>, Stop> {
        self.with(|opened| instructions::on(opened, &self.folder, of, decision))
    }

    fn acknowledge(&self, place: usize, product: &str, to: &[String]) -> Result<Made, Stop> {
        let product: ProductId = product.parse().map_err(|_| Stop::NoSuch)?;
        self.seal(place, "acknowledgement", to, |opened, name| {
            opened.attempt(|vault, now| vault.acknowledge(name, product, now)).map_err(stop)
        })
    }

    fn refuse(&self, place: usize, question: &str, why: &str, to: &[String]) -> Result<Made, Stop> {
        let why: Phrase = why.parse().map_err(|_| Stop::NoReason)?;
        self.seal(place, "answer", to, |opened, name| {
            let asked = told::question(opened, name, question)?;
            let answering = Answering::Refuse(&why);
            opened.attempt(|vault, now| vault.answer(name, &asked.id(), &answering, now)).map_err(stop)
        })
    }

    fn allow(
        &self,
        place: usize,
        question: &str,
        product: &mut dyn Laid,
        to: &[String],
    ) -> Result<Made, Stop> {
        let failed = |error: std::io::Error| Stop::Other(error.to_string());
        let mut file = tempfile::tempfile_in(self.folder.made()).map_err(failed)?;
        std::io::copy(&mut product.read().map_err(failed)?, &mut file).map_err(failed)?;
        let product = Product::read(file).map_err(|_| Stop::OtherFile)?;
        self.seal(place, "answer", to, |opened, name| {
            let asked = told::question(opened, name, question)?;
            if asked.product != product.outside().product {
                return Err(Stop::OtherFile);
            }
            let key = opened.vault.own_key(name, &product).map_err(stop)?;
            let answering = Answering::Allow(&key);
            opened.attempt(|vault, now| vault.answer(name, &asked.id(), &answering, now)).map_err(stop)
        })
    }

    fn consent(&self, place: usize, question: &str, conditions: &str, to: &[String]) -> Result<Made, Stop> {
        let conditions: Option<Phrase> = match conditions.trim() {
            "" => None,
            text => Some(text.parse().map_err(|_| Stop::NoReason)?),
        };
        self.seal(place, "answer", to, |opened, name| {
            let asked = told::question(opened, name, question)?;
            let answering = Answering::Consent(conditions.as_ref());
            opened.attempt(|vault, now| vault.answer(name, &asked.id(), &answering, now)).map_err(stop)
        })
    }

    fn take(&self, parcel: &[u8]) -> Result<Vec<Came>, Stop> {
        let parcel = Parcel::read(parcel).map_err(|_| Stop::NoParcel)?;
        self.with(|opened| carried::take(opened, &parcel, &self.folder))
    }

    fn take_inbox(&self) -> Result<Vec<(String, Vec<Came>)>, Stop> {
        self.with(|opened| carried::take_inbox(opened, &self.folder))
    }

    fn partners(&self) -> Vec<String> {
        self.folder.partners().iter().map(|name| name.as_str().to_owned()).collect()
    }

    fn made(&self) -> Result<Vec<MadeFile>, Stop> {
        self.folder.files()
    }

    fn read_made(&self, name: &str) -> Result<(u64, Box<dyn Read + Send>), Stop> {
        let (bytes, file) = self.folder.file(name)?;
        Ok((bytes, Box::new(file)))
    }

    fn remove_made(&self, name: &str) -> Result<(), Stop> {
        self.folder.remove(name)
    }
}
