//! Show, export and check the logs of what each agent sealed.

use std::path::{Path, PathBuf};

use clap::Args;
use quorate_vault::compartment::{CheckedLog, LogStanding, MAX_LOGS_BYTES, check_logs};

use super::opened::{Opened, Which, told};
use crate::args::At;
use crate::commands::files::{read_text, write_new_text};
use crate::failure::Failure;
use crate::present::{Screen, columns, shell, unbroken, visible};

#[derive(Args)]
#[command(about = "Show what each agent sealed and what did not come", long_about = include_str!("log.md").trim_end())]
pub(super) struct Log {
    /// The compartment.
    #[arg(required_unless_present = "check", conflicts_with = "check")]
    name: Option<String>,
    /// The agent's directory.
    #[arg(long, value_name = "DIRECTORY", required_unless_present = "check")]
    agent: Option<PathBuf>,
    /// Write the logs to a file, with checkpoints and proofs.
    #[arg(long, value_name = "FILE", conflicts_with = "check")]
    export: Option<PathBuf>,
    /// Check such a file; no store is needed.
    #[arg(long, value_name = "FILE")]
    check: Option<PathBuf>,
}

impl Log {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        match (&self.check, &self.name, &self.agent) {
            (Some(file), ..) => check(file, screen),
            (None, Some(name), Some(agent)) => self.show(at, name, agent, screen),
            _ => Err(Failure::usage("which compartment?", "name it, and its agent: `--agent DIRECTORY`")),
        }
    }

    fn show(&self, at: &At, name: &str, agent: &Path, screen: &mut Screen) -> Result<(), Failure> {
        let opened = Opened::open(at, &Which { agent: agent.to_path_buf() })?;
        if let Some(file) = &self.export {
            let text = opened.vault.export_logs(name).map_err(|refusal| told(&refusal))?;
            write_new_text(file, &text)?;
            let file = shell(file);
            return screen
                .line(&format!("{file}: for members alone; `quorate compartment log --check` reads it"));
        }
        let logs = opened.vault.logs(name).map_err(|refusal| told(&refusal))?;
        if logs.is_empty() {
            return screen.line("Nothing was sealed here that this agent heard of.");
        }
        let row = |log: &LogStanding| {
            let (size, root) = log.signed.unwrap_or_default();
            let short: String = root.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
            vec![
                log.post.to_string(),
                format!("agent {}", log.agent.short()),
                format!("sealed {}", log.sealed),
                format!("signed {size} {short}"),
                missing(&log.missing, log.lost),
            ]
        };
        let rows: Vec<Vec<String>> = logs.iter().map(row).collect();
        columns(&rows).iter().try_for_each(|line| screen.line(line))
    }
}

/// Tells of whom something did not come.
pub(super) fn gaps(opened: &Opened, name: &str, screen: &mut Screen) -> Result<(), Failure> {
    let logs = opened.vault.logs(name).map_err(|refusal| told(&refusal))?;
    for log in logs.iter().filter(|log| !log.missing.is_empty()) {
        let many = count(&log.missing);
        let (things, them) = if many == 1 { ("thing", "it") } else { ("things", "them") };
        screen.line(&format!(
            "{} (agent {}) sealed {many} {things} that did not come: ask for {them} again",
            log.post,
            log.agent.short()
        ))?;
    }
    Ok(())
}

fn count(missing: &[(u64, u64)]) -> u64 {
    missing.iter().map(|(from, to)| to.saturating_sub(*from)).fold(0, u64::saturating_add)
}

/// What did not come, by numbers from 1.
fn missing(missing: &[(u64, u64)], lost: u64) -> String {
    let gap = |(from, to): &(u64, u64)| match from.saturating_add(1) {
        first if first == *to => first.to_string(),
        first => format!("{first} to {to}"),
    };
    let gaps: Vec<String> = missing.iter().map(gap).collect();
    let lost =
        if lost == 0 { String::new() } else { format!(", and {lost} of before that are not waited for") };
    match gaps.as_slice() {
        [] if lost.is_empty() => "all came".into(),
        [] => format!("all came that are waited for{lost}"),
        gaps => format!("did not come: number {}{lost}", gaps.join(", ")),
    }
}

fn check(file: &Path, screen: &mut Screen) -> Result<(), Failure> {
    let (name, text) = read_text(file, MAX_LOGS_BYTES)?;
    let logs = check_logs(&text).map_err(|fault| Failure::Absent {
        what: format!("{name}: {fault}"),
        help: "nothing in it is to be believed".into(),
    })?;
    for log in &logs {
        screen.line(&visible(&unbroken(&one(log))))?;
    }
    screen.line("The signatures are of the keys that are named; compare these with the roster.")
}

fn one(log: &CheckedLog) -> String {
    let signed = log.signed.map_or_else(
        || "nothing of its log can be proven here".into(),
        |(size, _)| format!("signed a log of {size}, in which {} things are proven to be", log.proven),
    );
    let contradicts = if log.contradicts { "; IT SIGNED TWO LOGS: both notes are in the file" } else { "" };
    let gaps = missing(&log.missing, 0);
    format!("agent {} (it is said, {}) {signed}; {gaps}{contradicts}", log.agent, log.post)
}
