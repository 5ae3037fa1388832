//! Run the node of each of these directories until it is stopped.

use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use clap::Args;
use quorate_node::run::{Opening, Running, Stopper};
use tracing::warn;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{Layer as _, fmt};

use super::manager::Manager;
use super::watch::{end_now, watch};
use crate::args::At;
use crate::failure::{ERROR, Failure};
use crate::keeper;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Run the node of each of these directories until it is stopped", long_about = include_str!("run.md").trim_end())]
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
    /// End, with exit code 8, when a node is at one thing for so many seconds: it hangs.
    #[arg(long, value_name = "SECONDS", default_value_t = PATIENCE)]
    #[arg(value_parser = clap::value_parser!(u32).range(5..=3600))]
    watchdog: u32,
}

/// A disk that does not answer is given up by the system after half a minute, and asked again: that must not end a node.
const PATIENCE: u32 = 60;

impl Run {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let directories: Vec<&PathBuf> = at.dir.iter().chain(&self.directories).collect();
        if directories.is_empty() {
            return Err(Failure::usage("which node?", "name its directory: `--dir DIRECTORY`"));
        }
        self.log();
        let manager = Manager::of_this_process();
        let opening = if self.replay_all { Opening::First } else { Opening::Snapshot };
        let mut nodes = Vec::new();
        for directory in directories {
            let node = Running::begin(directory, &keeper::ring(at, directory), opening)?;
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
        self.listen_for_the_end(&nodes, &manager)?;
        watch(nodes.iter().map(Running::pulse).collect(), self.watchdog, manager.clone());
        manager.tell("READY=1");
        let mut ended = Ok(());
        for node in nodes {
            let member = node.member();
            let end = node.wait();
            screen.line(&format!("the node of {member} has ended"))?;
            ended = ended.and(end);
        }
        Ok(ended?)
    }

    fn log(&self) {
        // Our own words alone: the engine's are about its rounds.
        let ours = Targets::new().with_target("quorate", self.log);
        let lines = fmt::layer().with_ansi(false).with_target(false).with_writer(io::stderr);
        tracing_subscriber::registry().with(lines.with_filter(ours)).init();
    }

    /// Told once to end, the nodes finish what they are at; told again, the process ends at once.
    fn listen_for_the_end(&self, nodes: &[Running], manager: &Manager) -> Result<(), Failure> {
        let stoppers: Vec<Stopper> = nodes.iter().map(Running::stopper).collect();
        if self.until_eof {
            let stoppers = stoppers.clone();
            thread::spawn(move || {
                // An error ends it as the end does.
                let _ = io::copy(&mut io::stdin(), &mut io::sink());
                stoppers.iter().for_each(Stopper::stop);
            });
        }
        let (was_told, manager) = (AtomicBool::new(false), manager.clone());
        let told = move || {
            if was_told.swap(true, Ordering::Relaxed) {
                end_now(ERROR, || warn!("told twice to end: it ends at once"));
            }
            manager.tell("STOPPING=1");
            stoppers.iter().for_each(Stopper::stop);
        };
        ctrlc::set_handler(told).map_err(|error| Failure::Signal(Box::new(error)))
    }
}
