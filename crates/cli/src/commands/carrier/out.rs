//! Where a command puts what is to be carried: a file, partners' outboxes, or both.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;
use quorate_carrier::outbox;
use quorate_carrier::partners::Partner;

use super::send::put;
use super::{cannot, folder, list_of, named};
use crate::commands::compartment::opened::Which;
use crate::failure::Failure;
use crate::present::{Screen, shell};

/// The most that is left by commands that were killed.
const MOST_LEFT: u32 = 1_000;

/// Where things lie between being sealed and being in the outbox.
pub(super) fn going(which: &Which) -> PathBuf {
    which.agent.join("carrier").join("going")
}

/// Where it goes.
#[derive(ClapArgs)]
pub(crate) struct Out {
    /// The file of what is to be carried to the others.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The partners to whom the carrier takes it, with commas; `all` is everyone.
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    send: Vec<String>,
}

/// A place that was chosen before anything was sealed.
pub(crate) struct Place {
    path: PathBuf,
    to: Vec<Partner>,
    is_named: bool,
}

impl Place {
    /// The file that is to be written.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Out {
    /// The place, if one is named. Partners have to be known, and the outbox to take things, before anything is sealed.
    pub(crate) fn place(&self, which: &Which) -> Result<Option<Place>, Failure> {
        let to = match self.send.as_slice() {
            [] => Vec::new(),
            names => {
                let folder = folder(which)?;
                let to = named(&folder, names)?;
                outbox::ready(&folder, &to).map_err(|error| {
                    let what = format!("the carrier's outbox takes nothing: {error}");
                    Failure::Absent { what, help: "nothing was sealed".into() }
                })?;
                to
            }
        };
        if let Some(out) = &self.out {
            return Ok(Some(Place { path: out.clone(), to, is_named: true }));
        }
        if to.is_empty() {
            return Ok(None);
        }
        // Until it is in the outbox it lies beside it. What is found here after a machine stopped was sealed, and not sent.
        let going = going(which);
        fs::create_dir_all(&going).map_err(|error| cannot(&error))?;
        let is_free = |path: &PathBuf| !path.exists() && !path.with_extension("new").exists();
        let path = (1..MOST_LEFT).map(|number| going.join(number.to_string())).find(is_free);
        let path = path.ok_or_else(|| {
            let help = "send them with `quorate carrier send`, and delete them";
            Failure::usage(format!("{} is full of what was sealed and not sent", shell(&going)), help)
        })?;
        Ok(Some(Place { path, to, is_named: false }))
    }

    /// The same where there is always something to be carried.
    pub(crate) fn needed(&self, which: &Which) -> Result<Place, Failure> {
        let help = "name a file for it, `--out FILE`, or partners, `--send NAME,...`; nothing was changed";
        self.place(which)?
            .ok_or_else(|| Failure::usage("there is something to be carried to the others", help))
    }
}

impl Place {
    /// Sends what was written there, or says what is to be done with it.
    pub(crate) fn done(&self, which: &Which, by_hand: &str, screen: &mut Screen) -> Result<(), Failure> {
        if !self.to.is_empty() {
            folder(which).and_then(|folder| put(&folder, &self.path, &self.to, screen)).map_err(
                |failure| match failure {
                    told @ Failure::Output(_) => told,
                    failure => self.stays(which, &failure),
                },
            )?;
        }
        if !self.is_named {
            return fs::remove_file(&self.path).map_err(|error| cannot(&error));
        }
        match self.to.is_empty() {
            true => screen.line(&format!("{}: {by_hand}", shell(&self.path))),
            false => Ok(()),
        }
    }

    /// The store went on, and what was sealed did not go.
    fn stays(&self, which: &Which, failure: &Failure) -> Failure {
        let why = std::error::Error::source(failure).map(|why| format!(": {why}")).unwrap_or_default();
        let file = shell(&self.path);
        let what = format!("it is sealed and lies in {file}, and was not sent ({failure}{why})");
        let (to, agent) = (list_of(self.to.iter().map(|to| &to.name)).replace(' ', ""), shell(&which.agent));
        let then = if self.is_named { "" } else { "; then delete it" };
        let help = format!(
            "do not seal it again. Once that is put right: `quorate carrier send {file} --to {to} --agent {agent}`{then}"
        );
        Failure::Absent { what, help }
    }
}

#[cfg(test)]
mod tests {
    use quorate_carrier::Pin;

    use super::*;

    #[test]
    fn what_was_sealed_and_not_sent_is_said_to_lie_where_it_lies() {
        let scratch = tempfile::tempdir().unwrap();
        let which = Which { agent: scratch.path().join("A") };
        let path = going(&which).join("1");
        fs::create_dir_all(going(&which)).unwrap();
        fs::write(&path, "sealed").unwrap();
        let key = Pin::read("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a").unwrap();
        let partner = |name: &str| Partner::new(name.parse().unwrap(), "a:1".into(), key).unwrap();
        // They were forgotten after they were named.
        let place = Place { path: path.clone(), to: vec![partner("CAN"), partner("FRA")], is_named: false };
        let failure = place.done(&which, "", &mut Screen::new()).unwrap_err();
        let Failure::Absent { what, help } = &failure else { panic!("{failure}") };
        let lies = format!("it is sealed and lies in {}, and was not sent", path.display());
        assert!(what.starts_with(&lies) && what.contains("CAN is no partner"), "{what}");
        let again = format!("carrier send {} --to CAN,FRA --agent {}", path.display(), which.agent.display());
        assert!(help.contains("do not seal it again") && help.contains(&again), "{help}");
        assert_eq!(fs::read(&path).unwrap(), b"sealed");
    }
}
