//! Tell one run of a study as a story.

use std::path::PathBuf;

use clap::Args;

use super::kept::Kept;
use super::{Shard, read};
use crate::commands::files::write_new_text;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Tell one run of a study as a story", long_about = include_str!("replay.md").trim_end())]
pub(crate) struct Replay {
    /// The directory that `quorate explore` made.
    directory: PathBuf,
    /// The number of the run, from 0.
    #[arg(long, value_name = "NUMBER")]
    run: u64,
    /// Write the story to this file, for `quorate play`; else it is told here.
    #[arg(long, value_name = "FILE")]
    story: Option<PathBuf>,
}

impl Replay {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let kept = Kept::read(&self.directory)?;
        let runs = Shard { part: kept.part, of: kept.of }.runs(kept.runs);
        if !runs.contains(&self.run) {
            let help = match runs.end.checked_sub(1) {
                Some(last) if !runs.is_empty() => format!("its runs are {} to {last}", runs.start),
                _ => "it has no runs".into(),
            };
            return Err(Failure::usage(format!("there is no run {} in this study", self.run), help));
        }
        let charter = self.directory.join("charter.toml");
        let read = read(&self.directory.join("scenario.toml"), Some(&charter))?;
        let named = std::path::absolute(&charter).map_err(|source| Failure::File {
            path: charter.clone(),
            to_be: "read",
            source,
        })?;
        let story = read.study.story(kept.seed, self.run).replace("{charter}", &named.display().to_string());
        match &self.story {
            None => screen.text(&story),
            Some(file) => {
                let done = write_new_text(file, &story)?;
                screen.line(&format!(
                    "{}: {done}; `quorate play {}` plays it",
                    file.display(),
                    file.display()
                ))
            }
        }
    }
}
