//! Compartments: who is in, who comes and who goes, by parcels that anybody may carry.

mod accept;
pub(super) mod accounts;
mod card;
mod checkpoint;
mod create;
mod enrol;
mod forget;
mod grant;
mod invite;
mod join;
mod log;
mod obligations;
mod oblige;
pub(crate) mod opened;
mod policy;
mod remove;
mod renew;
pub(crate) mod roster;
pub(super) mod told;

use clap::{Args, Subcommand};

use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Keep compartments: who is in, who comes and who goes", long_about = include_str!("compartment.md").trim_end())]
pub(crate) struct Compartment {
    #[command(subcommand)]
    verb: Verb,
}

// A comment of the documentation here would take the place of the page's text.
#[derive(Subcommand)]
enum Verb {
    Enrol(enrol::Enrol),
    Card(card::Card),
    Create(create::Create),
    Invite(invite::Invite),
    Join(join::Join),
    Remove(remove::Remove),
    Renew(renew::Renew),
    Accept(accept::Accept),
    Grant(grant::Grant),
    Forget(forget::Forget),
    Roster(roster::Roster),
    Accounts(accounts::Accounts),
    Oblige(oblige::Oblige),
    Obligations(obligations::Obligations),
    Policy(policy::Policy),
    Log(log::Log),
    Checkpoint(checkpoint::Checkpoint),
}

impl Compartment {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        match &self.verb {
            Verb::Enrol(enrol) => enrol.run(at, screen),
            Verb::Card(card) => card.run(at, screen),
            Verb::Create(create) => create.run(at, screen),
            Verb::Invite(invite) => invite.run(at, screen),
            Verb::Join(join) => join.run(at, screen),
            Verb::Remove(remove) => remove.run(at, screen),
            Verb::Renew(renew) => renew.run(at, screen),
            Verb::Accept(accept) => accept.run(at, screen),
            Verb::Grant(grant) => grant.run(at, screen),
            Verb::Forget(forget) => forget.run(at, screen),
            Verb::Roster(roster) => roster.run(at, screen),
            Verb::Accounts(accounts) => accounts.run(at, screen),
            Verb::Oblige(oblige) => oblige.run(at, screen),
            Verb::Obligations(obligations) => obligations.run(at, screen),
            Verb::Policy(policy) => policy.run(at, screen),
            Verb::Log(log) => log.run(at, screen),
            Verb::Checkpoint(checkpoint) => checkpoint.run(at, screen),
        }
    }
}
