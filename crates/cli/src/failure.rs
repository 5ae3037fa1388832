//! Everything that can stop a command, and how it is told: what was wrong, where, and what to do.

mod excerpts;
mod experiment;
mod helps;

use std::io;
use std::path::PathBuf;

use miette::{Diagnostic, LabeledSpan, SourceCode};
use quorate_charter::{Charter, Faults};
use quorate_node::run::{ClientError, ConfigError, PruneError, RunError};
use quorate_node::{KeyError, NodeError, NotTaken, StoreError};
use quorate_partnership::GenesisError;
use quorate_records::proof::{Fault, Unprovable};

use crate::present::{brief_lines as shown, visible_lines};
use excerpts::{Excerpt, excerpt};
use helps::{RUN_IT, is_damage, of_key, of_node, of_run};

/// Something broke, or a file is wrong.
pub(crate) const ERROR: u8 = 1;
/// The command line is wrong.
pub(crate) const USAGE: u8 = 2;
/// A rule refused the command; the record shows it.
pub(crate) const REFUSED: u8 = 3;
/// The command was not ordered: it is not authentic, or too many were given.
pub(crate) const NOT_TAKEN: u8 = 4;
/// A file of the store is damaged.
pub(crate) const DAMAGED: u8 = 5;

/// A promise was checked and does not hold.
pub(crate) const FINDINGS: u8 = 6;

/// A record file proves nothing.
pub(crate) const UNPROVEN: u8 = 7;

/// A node did not go on, and was ended.
pub(crate) const HUNG: u8 = 8;

/// Why a command did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("{}", shown(what))]
    Usage { what: String, help: String },
    #[error("{}", shown(what))]
    Absent { what: String, help: String },
    #[error("refused by rule {rule}, article {article}: {}", visible_lines(fact))]
    Refused { rule: String, article: u16, fact: String, remedy: String },
    #[error("not taken: {0}")]
    NotTaken(NotTaken),
    #[error("{}", shown(what))]
    Text { what: String, help: String, source_code: Box<Excerpt>, labels: Vec<LabeledSpan> },
    #[error(transparent)]
    Node(Box<NodeError>),
    #[error(transparent)]
    Key(Box<KeyError>),
    #[error(transparent)]
    Genesis(Box<GenesisError>),
    #[error("{} cannot be {to_be}", visible_lines(&path.display().to_string()))]
    File { path: PathBuf, to_be: &'static str, source: io::Error },
    #[error("{}", visible_lines(_0))]
    Findings(String),
    #[error("{0}")]
    Unproven(Fault),
    #[error("two records were signed, of which there may be one: {}", visible_lines(_0))]
    Fork(String),
    #[error(transparent)]
    Unprovable(#[from] Unprovable),
    #[error(transparent)]
    Run(Box<RunError>),
    #[error(transparent)]
    Client(#[from] ClientError),
    #[error("signals cannot be handled")]
    Signal(#[source] Box<ctrlc::Error>),
    #[error("the standard output")]
    Output(#[source] io::Error),
}

impl Failure {
    /// The exit code: see `quorate --help`.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Failure::Usage { .. } => USAGE,
            Failure::Refused { .. } => REFUSED,
            Failure::NotTaken(_) => NOT_TAKEN,
            Failure::Findings(_) => FINDINGS,
            Failure::Unproven(_) | Failure::Fork(_) => UNPROVEN,
            Failure::Node(error) if is_damage(error) => DAMAGED,
            Failure::Run(error) if matches!(&**error, RunError::Node(error) if is_damage(error)) => DAMAGED,
            _ => ERROR,
        }
    }

    /// Something is missing or wrong on the command line.
    pub(crate) fn usage(what: impl Into<String>, help: impl Into<String>) -> Failure {
        Failure::Usage { what: what.into(), help: help.into() }
    }

    /// What is only there where there is a fund.
    pub(crate) fn without_fund(charter: &Charter) -> Result<(), Failure> {
        let help =
            "a framework decides and adopts texts: `quorate record decisions`, `quorate record membership`";
        let none = || Failure::usage("this partnership has no fund", help);
        if charter.has_fund() { Ok(()) } else { Err(none()) }
    }

    /// Something is wrong in a text, at these bytes.
    pub(crate) fn in_text(
        name: &str,
        text: &str,
        at: std::ops::Range<usize>,
        what: impl Into<String>,
        help: impl Into<String>,
    ) -> Failure {
        let labels = vec![LabeledSpan::new_with_span(Some(HERE.into()), at)];
        Failure::text(name, text, what.into(), help.into(), &labels)
    }

    /// Everything that is wrong in a charter.
    pub(crate) fn in_charter(name: &str, text: &str, faults: &Faults) -> Failure {
        let help = "the charter's language is described in docs/formats.md";
        Failure::in_whole("this charter", name, text, faults, help)
    }

    /// Everything that is wrong in a file of dependencies.
    pub(crate) fn in_dependencies(name: &str, text: &str, faults: &Faults) -> Failure {
        let help = "what can stand in such a file is described in docs/dependencies.md";
        Failure::in_whole("this file of dependencies", name, text, faults, help)
    }

    /// Everything that is wrong in a scenario.
    pub(crate) fn in_scenario(name: &str, text: &str, faults: &Faults) -> Failure {
        let help = "what can stand in a scenario is described in docs/foresight.md";
        Failure::in_whole("this scenario", name, text, faults, help)
    }

    /// Everything that is wrong in a text of some kind; `help` says where that kind is described.
    pub(crate) fn in_whole(whole: &str, name: &str, text: &str, faults: &Faults, help: &str) -> Failure {
        let label = |fault: &quorate_charter::Fault| {
            let words = if fault.help().is_empty() {
                fault.what().to_owned()
            } else {
                format!("{} ({})", fault.what(), fault.help())
            };
            LabeledSpan::new_with_span(Some(words), fault.at())
        };
        let labels: Vec<LabeledSpan> = faults.iter().take(MOST).map(label).collect();
        let what = match faults.iter().count() {
            1 => format!("{whole} has a fault"),
            count if count > MOST => {
                format!("{whole} has {count} faults, of which here are the first {MOST}")
            }
            count => format!("{whole} has {count} faults"),
        };
        Failure::text(name, text, what, help.into(), &labels)
    }

    /// Faults with the text around them; in an empty text, with the number of its line.
    fn text(name: &str, text: &str, what: String, help: String, labels: &[LabeledSpan]) -> Failure {
        let (source_code, labels) = excerpt(name, text, labels);
        if !text.is_empty() {
            return Failure::Text { what, help, source_code, labels };
        }
        let told = labels.iter().map(|label| match label.label() {
            None | Some(HERE) => format!("in {name}, line 1"),
            Some(words) => format!("in {name}, line 1: {words}"),
        });
        let what = std::iter::once(what).chain(told).collect::<Vec<_>>().join("\n");
        Failure::Text { what, help, source_code, labels: Vec::new() }
    }
}

/// How many faults of a text are told at once.
const MOST: usize = 20;

/// What stands at a place when the fault itself is the headline.
const HERE: &str = "here";

/// An error in words with what caused it, each cause once.
pub(crate) fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(why) = cause {
        let told = why.to_string();
        if !text.ends_with(&told) {
            text = format!("{text}: {told}");
        }
        cause = why.source();
    }
    text
}

impl Diagnostic for Failure {
    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        let help = match self {
            Failure::Usage { help, .. } | Failure::Absent { help, .. } | Failure::Text { help, .. } => {
                help.clone()
            }
            Failure::Refused { remedy, .. } => remedy.clone(),
            Failure::NotTaken(NotTaken::Unauthentic(reason)) => reason.remedy().to_owned(),
            Failure::Node(error) => of_node(error).to_owned(),
            Failure::Run(error) => of_run(error),
            Failure::Client(ClientError::NotRunning(_)) => RUN_IT.to_owned(),
            Failure::Key(error) => of_key(error),
            Failure::Fork(_) => {
                "keep this file, and show it to every member: it proves that to anyone who has the genesis"
                    .into()
            }
            Failure::Unproven(_) => {
                "nothing in this file is shown; ask for it again, of another member too, and compare".into()
            }
            Failure::Unprovable(Unprovable::NoOutcome(_)) => {
                "`quorate record decisions` lists them; a file is made once the vote has closed".into()
            }
            _ => String::new(),
        };
        if help.is_empty() { None } else { Some(Box::new(visible_lines(&help))) }
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        match self {
            Failure::Text { source_code, .. } => Some(source_code.as_ref()),
            _ => None,
        }
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        match self {
            Failure::Text { labels, .. } => Some(Box::new(labels.iter().cloned())),
            _ => None,
        }
    }
}

impl Failure {
    /// Whether another process has the record now.
    pub(crate) fn is_in_use(&self) -> bool {
        let Failure::Node(error) = self else { return false };
        matches!(**error, NodeError::Asleep(_) | NodeError::Store(StoreError::InUse(_)))
    }
}

macro_rules! boxed {
    ($($error:ty => $variant:ident),*) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Failure {
                Failure::$variant(Box::new(error))
            }
        })*
    };
}

boxed!(NodeError => Node, KeyError => Key, GenesisError => Genesis, RunError => Run);

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        NodeError::from(error).into()
    }
}

impl From<PruneError> for Failure {
    fn from(error: PruneError) -> Failure {
        let help = match &error {
            PruneError::Node(_) | PruneError::Alone(_) => "",
            PruneError::Runs(_) => "end it first: Ctrl-C, or the signal TERM",
            PruneError::NoSnapshots(_) => "a node keeps one after every 4096 blocks: run it on",
            PruneError::Snapshot(_) => {
                "run the node until it has kept two new ones; the disk is in doubt (docs/operating.md)"
            }
        };
        match error {
            PruneError::Node(error) => error.into(),
            PruneError::Alone(_) => Failure::Absent { what: error.to_string(), help: help.into() },
            error => Failure::usage(error.to_string(), help),
        }
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Failure {
        RunError::from(error).into()
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Output(error)
    }
}
