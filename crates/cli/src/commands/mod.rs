//! The commands, one file each, with the page that explains it beside it.

pub(crate) mod acts;
pub(crate) mod agent;
pub(crate) mod basis_file;
pub(crate) mod blocs;
pub(crate) mod carrier;
pub(crate) mod check;
pub(crate) mod compartment;
pub(crate) mod demo;
pub(crate) mod depends;
pub(crate) mod document;
pub(crate) mod explore;
pub(crate) mod files;
pub(crate) mod init;
pub(crate) mod key;
pub(crate) mod network;
pub(crate) mod new;
pub(crate) mod node;
pub(crate) mod pages;
pub(crate) mod play;
pub(crate) mod product;
pub(crate) mod record;
pub(crate) mod room;
pub(crate) mod rule;
pub(crate) mod sign;
pub(crate) mod simulate;
pub(crate) mod status;
pub(crate) mod stress;
pub(crate) mod submit;
pub(crate) mod verify;
pub(crate) mod wait;

use crate::args::{Args, Verb};
use crate::failure::Failure;
use crate::present::Screen;

/// Does what was typed.
pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<(), Failure> {
    match &args.verb {
        Verb::Demo(demo) => demo.run(&args.at, screen),
        Verb::Play(play) => play.run(&args.at, screen),
        Verb::New(new) => new.run(&args.at, screen),
        Verb::Init(init) => init.run(&args.at, screen),
        Verb::Key(key) => key.run(&args.at, screen),
        Verb::Network(network) => network.run(&args.at, screen),
        Verb::Node(node) => node.run(&args.at, screen),
        Verb::Agent(agent) => agent.run(&args.at, screen),
        Verb::Compartment(compartment) => compartment.run(&args.at, screen),
        Verb::Carrier(carrier) => carrier.run(screen),
        Verb::Room(room) => room.run(&args.at, screen),
        Verb::Pages(pages) => pages.run(&args.at, screen),
        Verb::Check(check) => check.run(&args.at, screen),
        Verb::Rule(rule) => rule.run(screen),
        Verb::Depends(depends) => depends.run(&args.at, screen),
        Verb::Blocs(blocs) => blocs.run(screen),
        Verb::Explore(explore) => explore.run(screen),
        Verb::Stress(stress) => stress.run(&args.at, screen),
        Verb::Simulate(simulate) => simulate.run(screen),
        Verb::Status(status) => status.run(&args.at, screen),
        Verb::Record(record) => record.run(&args.at, screen),
        Verb::Product(product) => product.run(&args.at, screen),
        Verb::Document(document) => document.run(&args.at, screen),
        Verb::Verify(verify) => verify.run(screen),
        Verb::Wait(wait) => wait.run(&args.at, screen),
        Verb::Sign(sign) => sign.run(&args.at, screen),
        Verb::Submit(submit) => submit.run(&args.at, screen),
        Verb::Act(act) => acts::run(act, &args.at, screen),
    }
}
