//! Play a story from a file.

use std::path::{Path, PathBuf};

use clap::Args;
use quorate_charter::{Charter, MAX_CHARTER_BYTES, MemberCode};

use crate::args::At;
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::{EXERCISE, Screen, shell};
use crate::session::Session;
use crate::story::{self, Beside, Cast, Charters, MAX_STORY_BYTES, Player, Stop, Story, Told, joined};

#[derive(Args)]
#[command(about = "Play a story from a file", long_about = include_str!("play.md").trim_end())]
pub(crate) struct Play {
    /// The story's file.
    file: PathBuf,
    /// Which cast: seeds go through all of them in turn.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Play every cast, each in a directory of its own, and tell only how each ended.
    #[arg(long, conflicts_with_all = ["seed", "dir"])]
    all: bool,
}

impl Play {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let (name, text) = read_text(&self.file, MAX_STORY_BYTES)?;
        let story = parsed(&name, &text)?;
        let folder = self.file.parent().unwrap_or(Path::new("."));
        let (_, charter) = read_text(&folder.join(&story.charter), MAX_CHARTER_BYTES)?;
        let beside = beside(&story, folder)?;
        let stage =
            Stage { name: &name, text: &text, story: &story, charter: &charter, beside: &beside, folder };
        screen.paragraph("", EXERCISE)?;
        if self.all {
            return stage.every_cast(screen);
        }
        let (cast, directory) = (stage.cast(self.seed)?, directory(at.dir.as_deref())?);
        screen.line(&format!("{}, cast by seed {}: {}", story.title, self.seed, listed(&cast)))?;
        let session = stage.play(&cast, &directory, &mut |session, told| tell(screen, session, told))?;
        screen.line(&format!("\nplayed to height {}, digest {}", session.height, session.digest))?;
        screen.line(&format!("it goes on in {}", shell(&directory)))
    }
}

/// A story with everything that is needed to play it.
pub(crate) struct Stage<'s> {
    pub(crate) name: &'s str,
    pub(crate) text: &'s str,
    pub(crate) story: &'s Story,
    pub(crate) charter: &'s str,
    /// The charters of the partnerships beside the story's own.
    pub(crate) beside: &'s [String],
    /// Where the story stands.
    pub(crate) folder: &'s Path,
}

/// Where a story ended.
pub(crate) struct Ended {
    pub(crate) height: u64,
    pub(crate) digest: String,
    pub(crate) balanced: bool,
}

impl Stage<'_> {
    /// How many casts there are.
    pub(crate) fn casts(&self) -> Result<u64, Failure> {
        let members = self.members()?;
        let ways = Cast::ways(self.story.parts.len(), members.len());
        if ways == 0 {
            let what = format!(
                "the story has {} parts, and the charter {} members",
                self.story.parts.len(),
                members.len()
            );
            return Err(Failure::usage(what, "play it under a charter with as many members as parts"));
        }
        Ok(ways)
    }

    pub(crate) fn cast(&self, seed: u64) -> Result<Cast, Failure> {
        self.casts()?;
        Ok(Cast::by_seed(&self.story.parts, self.story.newcomer, &self.members()?, seed))
    }

    fn members(&self) -> Result<Vec<MemberCode>, Failure> {
        let charter = Charter::read(self.charter)
            .map_err(|faults| Failure::in_charter(&self.story.charter, self.charter, &faults))?;
        Ok(charter.members().map(|(member, _)| member).collect())
    }

    /// Plays the story with this cast in this directory.
    pub(crate) fn play(
        &self,
        cast: &Cast,
        directory: &Path,
        tell: &mut dyn FnMut(&Session, &Told<'_>) -> Result<(), Failure>,
    ) -> Result<Ended, Failure> {
        let charters = Charters { own: self.charter, beside: self.beside };
        let mut player = Player::begin(self.story, cast, &charters, (self.folder, directory))?;
        player.play(tell, &mut |_, _| Ok(())).map_err(|stop| self.stopped(stop))?;
        let node = player.session().node();
        let balanced = node.records().books().is_balanced();
        Ok(Ended { height: node.records().height(), digest: node.digest().to_string(), balanced })
    }

    /// Why the story stopped, at its place in the text.
    pub(crate) fn stopped(&self, stop: Stop) -> Failure {
        match stop {
            Stop::At(fault) => Failure::in_text(self.name, self.text, fault.at, fault.what, fault.help),
            Stop::Broke(failure) => failure,
        }
    }

    /// Plays every cast, and tells how each ended.
    pub(crate) fn every_cast(&self, screen: &mut Screen) -> Result<(), Failure> {
        for seed in 0..self.casts()? {
            let cast = self.cast(seed)?;
            let directory = tempfile::tempdir().map_err(Failure::Output)?;
            let ended = self.play(&cast, &directory.path().join("partnership"), &mut |_, _| Ok(()))?;
            let books = if ended.balanced { "books balanced" } else { "BOOKS NOT BALANCED" };
            screen.line(&format!(
                "seed {seed:>3}: {}: played to the end, height {}, {books}",
                listed(&cast),
                ended.height
            ))?;
            screen.flush()?;
        }
        Ok(())
    }
}

/// The charters of the partnerships beside a story's own.
fn beside(story: &Story, folder: &Path) -> Result<Vec<String>, Failure> {
    let read = |beside: &Beside| Ok(read_text(&folder.join(&beside.charter), MAX_CHARTER_BYTES)?.1);
    story.beside.iter().map(read).collect()
}

/// Reads a story, or says where it is wrong.
pub(crate) fn parsed(name: &str, text: &str) -> Result<Story, Failure> {
    story::read(text).map_err(|fault| Failure::in_text(name, text, fault.at, fault.what, fault.help))
}

/// The directory that was named, or a new one under the system's temporary directory, which stays.
pub(crate) fn directory(named: Option<&Path>) -> Result<PathBuf, Failure> {
    match named {
        Some(path) => Ok(path.to_path_buf()),
        None => {
            let made = tempfile::Builder::new().prefix("quorate-").tempdir();
            made.map(tempfile::TempDir::keep).map_err(|source| Failure::File {
                path: std::env::temp_dir(),
                to_be: "written",
                source,
            })
        }
    }
}

/// Who plays which part, in a line.
pub(crate) fn listed(cast: &Cast) -> String {
    let parts: Vec<String> = cast.iter().map(|(part, member)| format!("{part} {member}")).collect();
    parts.join(", ")
}

fn tell(screen: &mut Screen, session: &Session, told: &Told<'_>) -> Result<(), Failure> {
    match told {
        Told::Heading(heading) => screen.line(&format!("\n{heading}")),
        Told::In(Some(name)) => screen.line(&format!("in {name}:")),
        Told::In(None) => screen.line("in the partnership:"),
        Told::Happened(booked) => session.tell(screen, booked),
        Told::Refused { post, words, failure } => {
            screen.entry("", &format!("{post} gives `{}`: {failure}", joined(words)))
        }
    }
}
