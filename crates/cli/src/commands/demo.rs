//! Play the founding story and tell it in plain words.

mod among;
mod bound;
mod circle;
mod cities;
mod moved;
mod nodes;
mod plan;
mod question;

use std::path::Path;

use clap::Args;

use super::play::{Ended, Stage, directory, parsed};
use crate::args::At;
use crate::failure::Failure;
use crate::present::{EXERCISE, Screen, shell};
use crate::session::Session;
use crate::story::{Cast, Told};

const NAME: &str = "stories/founding.story";
const STORY: &str = include_str!("../../../../stories/founding.story");
const CHARTER: &str = include_str!("../../../../charters/partnership.toml");

#[derive(Args)]
#[command(about = "Play the founding story and tell it in plain words", long_about = include_str!("demo.md").trim_end())]
pub(crate) struct Demo {
    /// Which cast: seeds go through all of them in turn.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Play every cast, each in a directory of its own, and tell only how each ended.
    #[arg(long, conflicts_with_all = ["seed", "dir", "exit"])]
    all: bool,
    /// On one node, which keeps the record alone: quicker, and in one directory.
    #[arg(long)]
    alone: bool,
    /// End when it is told, rather than keep the nodes up until Ctrl-C.
    #[arg(long)]
    exit: bool,
}

impl Demo {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let story = parsed(NAME, STORY)?;
        let folder = Path::new("");
        let stage = Stage { name: NAME, text: STORY, story: &story, charter: CHARTER, beside: &[], folder };
        screen.paragraph("", EXERCISE)?;
        if self.all {
            return stage.every_cast(screen);
        }
        let cast = stage.cast(self.seed)?;
        let directory = directory(at.dir.as_deref())?;
        screen.paragraph("", &roles(&cast, self.seed))?;
        let mut telling = Telling::default();
        if !self.alone {
            let mut run = among::play(&stage, (&cast, self.seed), &directory, &mut telling)?;
            tell(&run.session, &telling, screen)?;
            among::tell(&run, screen)?;
            circle::tell(&mut run, &cast, &directory, screen)?;
            among::close(&run, (&directory, self.exit), screen)?;
            return if self.exit { Ok(()) } else { among::stay(run, screen) };
        }
        let ended = stage.play(&cast, &directory, &mut |session, told| telling.keep(session, told))?;
        let session = Session::open(&At { dir: Some(directory.clone()), ..At::default() })?;
        tell(&session, &telling, screen)?;
        close(&ended, &cast, &directory, screen)
    }
}

/// Who does what in this run.
fn roles(cast: &Cast, seed: u64) -> String {
    let part = |name: &str| cast.member(name).map(|member| member.to_string()).unwrap_or_default();
    format!(
        "In this run (seed {seed}) {} asks for help, {} alone refuses, {} and {} help. \
         Other seeds rotate the parts over all members; --all plays them all.",
        part("asker"),
        part("refuser"),
        part("second"),
        part("third"),
    )
}

/// The five chapters, every figure from the records as they were read back from the disk.
fn tell(session: &Session, telling: &Telling, screen: &mut Screen) -> Result<(), Failure> {
    let records = session.node().records();
    plan::tell(records, screen)?;
    question::tell(screen)?;
    screen.line("\n3. It happens")?;
    telling.print("Help is asked for and decided", screen)?;
    telling.print("The help is paid", screen)?;
    moved::tell(records, screen)?;
    bound::tell(records, telling, screen)
}

fn close(ended: &Ended, cast: &Cast, directory: &Path, screen: &mut Screen) -> Result<(), Failure> {
    let (dir, second) =
        (shell(directory), cast.member("second").map(|member| member.to_string()).unwrap_or_default());
    screen.line(&format!("\nThe record: height {}, digest {}", ended.height, ended.digest))?;
    screen.line(&format!("It is in {dir}, and goes on from there:"))?;
    screen.line(&format!("  quorate record decisions --dir {dir}"))?;
    screen.line(&format!(
        "  quorate decision table \"Call again\" --call 500000000.00 --dir {dir} --as {second}/representative"
    ))?;
    screen
        .line("Whoever has no part in it can check what was decided, from one file and without a network:")?;
    screen.line(&format!("  quorate record export --decision 1 --dir {dir}"))?;
    screen.line("  quorate verify decision-1.record")?;
    screen.line("One node keeps this record: if it halts, the partnership halts. Without --alone, the members' own nodes agree on it.")
}

/// What was told, by heading.
#[derive(Default)]
pub(super) struct Telling {
    sections: Vec<(String, Vec<(String, String)>)>,
    refused: Vec<String>,
}

impl Telling {
    fn keep(&mut self, session: &Session, told: &Told<'_>) -> Result<(), Failure> {
        match told {
            Told::Heading(heading) => self.sections.push(((*heading).to_owned(), Vec::new())),
            Told::In(_) => {}
            Told::Happened(booked) => {
                for line in session.sentences(booked) {
                    self.add(line);
                }
            }
            Told::Refused { post, failure, .. } => self.refused.push(format!("{post} is {failure}")),
        }
        Ok(())
    }

    fn add(&mut self, line: (String, String)) {
        if let Some((_, lines)) = self.sections.last_mut() {
            lines.push(line);
        }
    }

    /// What rules refused, in order.
    pub(super) fn refused(&self) -> &[String] {
        &self.refused
    }

    /// Tells a section again.
    pub(super) fn print(&self, heading: &str, screen: &mut Screen) -> Result<(), Failure> {
        let mut last = "";
        for (when, what) in
            self.sections.iter().filter(|(name, _)| name == heading).flat_map(|(_, lines)| lines)
        {
            screen.entry(if when == last { "" } else { when }, what)?;
            last = when;
        }
        Ok(())
    }
}
