//! Write the record as static files that any web server serves.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use quorate_records::proof::{Note, Tile, Whole};

use super::checkpoint;
use crate::args::At;
use crate::commands::files::{read_note, write_whole};
use crate::failure::Failure;
use crate::present::{Screen, shell};
use crate::session::Session;

const CHECKPOINT: &str = "checkpoint";

#[derive(Args)]
#[command(about = "Write the record as static files that any web server serves", long_about = include_str!("tiles.md").trim_end())]
pub(crate) struct Tiles {
    /// The folder; what is there already stays, and what is new is added.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// Without the events: for those who are no members.
    #[arg(long)]
    hashes_only: bool,
}

/// How many files were written, and how many were there as they should be.
#[derive(Default)]
struct Counts {
    written: usize,
    there: usize,
}

impl Tiles {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut session = Session::open(at)?;
        let note = checkpoint::signed(&mut session)?;
        let whole = session.node().whole(note.checkpoint().height)?;
        self.goes_on(&note, &whole)?;
        let tiles = quorate_records::proof::Tiles::of(&whole.events)
            .map_err(|long| Failure::usage(long.to_string(), "the record cannot be served as tiles"))?;
        let (list, mut counts) = (tiles.list(!self.hashes_only), Counts::default());
        for tile in &list {
            let bytes = tiles.bytes(tile).unwrap_or_default();
            self.write(&self.out.join(tile.path()), &bytes, &mut counts)?;
        }
        // Last of all, so that whoever reads it finds what it names.
        self.write(&self.out.join(CHECKPOINT), note.text().as_bytes(), &mut Counts::default())?;
        self.clear(&list)?;
        let checkpoint = note.checkpoint();
        screen.line(&format!(
            "{}: the record of height {}, {} events: {} tiles written, {} there already",
            shell(&self.out),
            checkpoint.height,
            checkpoint.extent.size,
            counts.written,
            counts.there
        ))
    }

    /// What is in the folder already is the beginning of this record, and for the same readers.
    fn goes_on(&self, note: &Note, whole: &Whole) -> Result<(), Failure> {
        let path = self.out.join(CHECKPOINT);
        let has_entries = self.out.join("tile/entries").exists();
        if self.hashes_only && has_entries {
            let what = format!("{} holds the events themselves, which are for members", shell(&self.out));
            return Err(Failure::usage(what, "name another folder for those who are no members"));
        }
        if !path.exists() {
            return Ok(());
        }
        let before = read_note(&path)?;
        let (before, now) = (before.checkpoint(), note.checkpoint());
        if !self.hashes_only && !has_entries && before.extent.size > 0 {
            let what = format!("{} is for those who are no members: it holds hashes alone", shell(&self.out));
            return Err(Failure::usage(what, "add `--hashes-only`, or name another folder for members"));
        }
        let is_mine = before.partnership == now.partnership;
        if is_mine && before.height > now.height {
            let what =
                format!("{} holds the record up to height {} already", shell(&self.out), before.height);
            return Err(Failure::usage(what, "the record here is behind: wait until its node has caught up"));
        }
        if !is_mine || whole.root_at(before.extent.size) != Some(before.extent.root) {
            let what = format!("{} holds another record", shell(&self.out));
            let help = "name an empty folder; `quorate record consistency --from FOLDER/checkpoint` compares the two";
            return Err(Failure::usage(what, help));
        }
        Ok(())
    }

    /// Writes a file whole or not at all; one that is there as it should be stays.
    fn write(&self, path: &Path, bytes: &[u8], counts: &mut Counts) -> Result<(), Failure> {
        let write = || -> io::Result<bool> {
            if fs::read(path).is_ok_and(|found| found == bytes) {
                return Ok(false);
            }
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            write_whole(path, &self.out.join("unfinished"), bytes, None)?;
            Ok(true)
        };
        match write() {
            Ok(true) => counts.written = counts.written.saturating_add(1),
            Ok(false) => counts.there = counts.there.saturating_add(1),
            Err(source) => return Err(failed(path, source)),
        }
        Ok(())
    }

    /// Takes away the parts of tiles that are whole now.
    fn clear(&self, list: &[Tile]) -> Result<(), Failure> {
        for part in list.iter().filter_map(Tile::partial) {
            let path = self.out.join(part);
            match fs::remove_dir_all(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(&path, error)),
                _ => {}
            }
        }
        Ok(())
    }
}

fn failed(path: &Path, source: io::Error) -> Failure {
    Failure::File { path: path.into(), to_be: "written", source }
}
