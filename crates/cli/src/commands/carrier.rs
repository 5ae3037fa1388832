//! Carriers: what is sealed goes from agent to agent by them, and through nobody else.

mod forget;
mod form;
pub(crate) mod incoming;
mod key;
mod list;
pub(crate) mod out;
mod partner;
mod run;
mod send;
mod take;

use clap::{Args, Subcommand};
use quorate_carrier::partners::{self, Partner as Known};
use quorate_carrier::{Folder, Name};

use crate::commands::compartment::opened::Which;
use crate::commands::compartment::opened::told as cannot;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Carry what is sealed from agent to agent, directly", long_about = include_str!("carrier.md").trim_end())]
pub(crate) struct Carrier {
    #[command(subcommand)]
    verb: Verb,
}

// A comment of the documentation here would take the place of the page's text.
#[derive(Subcommand)]
enum Verb {
    Key(key::Key),
    Partner(partner::Partner),
    Forget(forget::Forget),
    Run(run::Run),
    Send(send::Send),
    List(list::List),
    Take(take::Take),
}

impl Carrier {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        match &self.verb {
            Verb::Key(key) => key.run(screen),
            Verb::Partner(partner) => partner.run(screen),
            Verb::Forget(forget) => forget.run(screen),
            Verb::Run(run) => run.run(screen),
            Verb::Send(send) => send.run(screen),
            Verb::List(list) => list.run(screen),
            Verb::Take(take) => take.run(screen),
        }
    }
}

/// An agent's folder of what is carried. The agent has to be there: its name may have been mistyped.
fn folder(which: &Which) -> Result<Folder, Failure> {
    match which.agent.is_dir() {
        true => Ok(Folder::of(&which.agent)),
        false => {
            let what = format!("{} is no agent's directory", which.agent.display());
            let help = "`quorate compartment enrol --agent DIRECTORY` makes one".into();
            Err(Failure::Absent { what, help })
        }
    }
}

/// The partners with these names; `all` is all of them.
fn named(folder: &Folder, names: &[String]) -> Result<Vec<Known>, Failure> {
    let partners = partners::read(folder).map_err(|error| cannot(&error))?;
    let help = "`quorate carrier partner NAME --at ADDRESS --key KEY` adds one; `list` shows them";
    if let [all] = names
        && all == "all"
    {
        return match partners.is_empty() {
            true => Err(Failure::usage("there are no partners yet", help)),
            false => Ok(partners),
        };
    }
    let known = |name: &String| {
        let found = partners.iter().find(|partner| partner.name.as_str() == name).cloned();
        found.ok_or_else(|| Failure::usage(format!("`{name}` is no partner of this agent"), help))
    };
    names.iter().map(known).collect()
}

/// Names in one line.
fn list_of<'n>(names: impl IntoIterator<Item = &'n Name>) -> String {
    names.into_iter().map(Name::as_str).collect::<Vec<_>>().join(", ")
}
