//! Show what waits and what came.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;
use quorate_carrier::{Folder, Lane, inbox, outbox, partners};
use quorate_partnership::Moment;

use super::out::going;
use super::{cannot, folder};
use crate::commands::compartment::opened::Which;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Show partners, what waits for them, and what came", long_about = include_str!("list.md").trim_end())]
pub(super) struct List {
    #[command(flatten)]
    which: Which,
}

impl List {
    pub(super) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let folder = folder(&self.which)?;
        let partners = partners::read(&folder).map_err(|error| cannot(&error))?;
        if partners.is_empty() {
            screen.line("no partners yet: `quorate carrier partner` adds one")?;
        }
        for partner in &partners {
            screen.line(&format!("{} at {}, key {}", partner.name, partner.address, partner.key))?;
            let lines = one(&folder, partner).map_err(|error| cannot(&error))?;
            lines.iter().try_for_each(|line| screen.line(line))?;
        }
        for left in left(&self.which).map_err(|error| cannot(&error))? {
            screen.line(&format!("sealed and not sent: {}; send it, and delete it", shell(&left)))?;
        }
        let came = inbox::all(&folder).map_err(|error| cannot(&error))?;
        screen.line(&format!("in the inbox: {}", came.len()))?;
        for (name, kept) in came {
            let what = what(&kept.path);
            screen.line(&format!(
                "  {}  {what} from {name}, {} bytes, {}",
                when(kept.since),
                kept.bytes,
                kept.id
            ))?;
        }
        Ok(())
    }
}

/// What is on its way to a partner, and from it.
fn one(folder: &Folder, partner: &partners::Partner) -> std::io::Result<Vec<String>> {
    let mut lines = Vec::new();
    for kept in outbox::waiting(folder, partner.key)? {
        let what = what(&kept.path);
        lines.push(format!("  waits since {}: {what}, {} bytes, {}", when(kept.since), kept.bytes, kept.id));
    }
    for kept in outbox::refused(folder, partner.key)? {
        lines.push(format!("  not taken, longer than its room: {} bytes, {}", kept.bytes, kept.id));
    }
    for coming in inbox::coming(folder, &partner.name)? {
        lines.push(format!("  comes: {} of {} bytes, {}", coming.came, coming.length, coming.id));
    }
    Ok(lines)
}

/// What a command that was killed sealed and did not send. What has an ending was not even sealed for good.
fn left(which: &Which) -> std::io::Result<Vec<PathBuf>> {
    let entries = match std::fs::read_dir(going(which)) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut left = Vec::new();
    for entry in entries {
        left.extend(Some(entry?.path()).filter(|path| path.extension().is_none()));
    }
    left.sort();
    Ok(left)
}

/// What it is, by its first bytes.
fn what(path: &std::path::Path) -> &'static str {
    match Lane::of_file(path) {
        Ok(Lane::Products) => "product",
        Ok(Lane::Parcels) => "parcel or card",
        Err(_) => "gone",
    }
}

/// When a file was put there, by this machine's clock.
fn when(since: SystemTime) -> String {
    let millis = since.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    quorate_records::words::minute(Moment(u64::try_from(millis).unwrap_or(u64::MAX)))
}
