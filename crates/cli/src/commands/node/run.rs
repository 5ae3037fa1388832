//! Run the node of each of these directories until it is stopped.

use std::io;
use std::path::PathBuf;
use std::thread;

use clap::Args;
use quorate_node::run::{Opening, Running, Stopper};

use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{Layer as _, fmt};

use crate::args::At;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Run the node of each of these directories until it is stopped")]
#[command(long_about = include_str!("run.md").trim_end())]
pub(crate) struct Run {
    /// The directories, each of a partnership; or one by --dir.
    directories: Vec<PathBuf>,
    /// What is logged on the standard error: `error`, `warn`, `info` or `debug`.
    #[arg(long, default_value = "info")]
    log: tracing::Level,
    /// Step through every block from the first, and not from the newest snapshot.
    #[arg(long)]
    replay_all: bool,
    /// End also when the standard input ends: for a node that another program runs.
    #[arg(long)]
    until_eof: bool,
}

impl Run {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let directories: Vec<&PathBuf> = at.dir.iter().chain(&self.directories).collect();
        if directories.is_empty() {
            return Err(Failure::usage("which node?", "name its directory: `--dir DIRECTORY`"));
        }
        // Our own words alone: the engine's are about its rounds.
        let ours = Targets::new().with_target("quorate_node", self.log);
        let lines = fmt::layer().with_ansi(false).with_target(false).with_writer(io::stderr);
        tracing_subscriber::registry().with(lines.with_filter(ours)).init();
        let opening = if self.replay_all { Opening::First } else { Opening::Snapshot };
        let mut nodes = Vec::new();
        for directory in directories {
            let node = Running::begin(directory, opening)?;
            screen.line(&format!(
                "the node of {} in {} runs, from height {} on, and listens on {}",
                node.member(),
                shell(directory),
                node.height(),
                node.listens()
            ))?;
            nodes.push(node);
        }
        screen.flush()?;
        let stoppers: Vec<Stopper> = nodes.iter().map(Running::stopper).collect();
        if self.until_eof {
            let stoppers = stoppers.clone();
            thread::spawn(move || {
                // An error ends it as the end does.
                let _ = io::copy(&mut io::stdin(), &mut io::sink());
                stoppers.iter().for_each(Stopper::stop);
            });
        }
        ctrlc::set_handler(move || stoppers.iter().for_each(Stopper::stop))
            .map_err(|error| Failure::Signal(Box::new(error)))?;
        let mut ended = Ok(());
        for node in nodes {
            let member = node.member();
            let end = node.wait();
            screen.line(&format!("the node of {member} has ended"))?;
            ended = ended.and(end);
        }
        Ok(ended?)
    }
}
