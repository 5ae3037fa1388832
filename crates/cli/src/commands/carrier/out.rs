//! Where a command puts what is to be carried: a file, partners' outboxes, or both.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;
use quorate_carrier::Name;

use super::send::put;
use super::{cannot, folder, named};
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
    to: Vec<Name>,
    is_named: bool,
}

impl Place {
    /// The file that is to be written.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Out {
    /// The place, if one is named. Partners have to be known before anything is sealed.
    pub(crate) fn place(&self, which: &Which) -> Result<Option<Place>, Failure> {
        let to = match self.send.as_slice() {
            [] => Vec::new(),
            names => named(&folder(which)?, names)?,
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
            put(&folder(which)?, &self.path, &self.to, screen)?;
        }
        if !self.is_named {
            return fs::remove_file(&self.path).map_err(|error| cannot(&error));
        }
        match self.to.is_empty() {
            true => screen.line(&format!("{}: {by_hand}", shell(&self.path))),
            false => Ok(()),
        }
    }
}
