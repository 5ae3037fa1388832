//! The command line: what can be typed, and nothing else.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand};
use quorate_partnership::Post;

use crate::commands::acts::Act;
use crate::commands::{
    agent, blocs, carrier, check, compartment, demo, depends, document, explore, init, key, network, new,
    node, pages, play, product, record, room, rule, sign, simulate, status, stress, submit, verify, wait,
};
use crate::failure::Failure;

/// The software a security partnership of states runs on.
#[derive(Parser)]
#[command(name = "quorate", version, long_about = include_str!("commands/quorate.md").trim_end())]
#[command(disable_help_subcommand = true, max_term_width = 100)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) at: At,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// Where, and as whom.
#[derive(ClapArgs, Default)]
pub(crate) struct At {
    /// The directory of the partnership.
    #[arg(long, global = true, value_name = "DIRECTORY")]
    pub(crate) dir: Option<PathBuf>,
    /// The post in which to act, such as GBR/treasurer; its key is taken from the directory.
    #[arg(long = "as", global = true, value_name = "MEMBER/OFFICE")]
    pub(crate) post: Option<Post>,
    /// The file with the passphrase of encrypted keys, in its one line; on a terminal it is asked for.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
}

/// The same for a command of files alone: it is of no partnership, so that none of it stands in its help, and it is refused.
#[derive(ClapArgs)]
pub(crate) struct Nowhere {
    #[arg(long, global = true, hide = true)]
    dir: Option<PathBuf>,
    #[arg(long = "as", global = true, hide = true)]
    post: Option<Post>,
    #[arg(long, global = true, hide = true)]
    passphrase_file: Option<PathBuf>,
}

impl Nowhere {
    /// Refuses what does nothing here.
    pub(crate) fn hold(&self) -> Result<(), Failure> {
        let given = [
            ("--dir", self.dir.is_some()),
            ("--as", self.post.is_some()),
            ("--passphrase-file", self.passphrase_file.is_some()),
        ];
        match given.into_iter().find(|(_, given)| *given) {
            None => Ok(()),
            Some((name, _)) => {
                let help = "leave it out: this command is of the files that it names, and of no partnership";
                Err(Failure::usage(format!("`{name}` does nothing here"), help))
            }
        }
    }
}

/// Everything that can be typed.
#[derive(Subcommand)]
pub(crate) enum Verb {
    Demo(demo::Demo),
    Play(play::Play),
    New(new::New),
    Init(init::Init),
    Key(key::Key),
    Network(network::Network),
    Node(node::Node),
    Pages(pages::Pages),
    Agent(agent::Agent),
    Compartment(compartment::Compartment),
    Carrier(carrier::Carrier),
    Room(room::Room),
    Product(product::Product),
    Check(check::Check),
    Rule(rule::Rule),
    Depends(depends::Depends),
    Blocs(blocs::Blocs),
    Explore(explore::Explore),
    Stress(stress::Stress),
    Simulate(simulate::Simulate),
    Status(status::Status),
    Record(record::Record),
    Document(document::Document),
    Verify(verify::Verify),
    Wait(wait::Wait),
    Sign(sign::Sign),
    Submit(submit::Submit),
    #[command(flatten)]
    Act(Box<Act>),
}
