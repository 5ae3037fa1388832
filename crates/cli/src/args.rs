//! The command line: what can be typed, and nothing else.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand};
use quorate_partnership::Post;

use crate::commands::acts::Act;
use crate::commands::{
    check, demo, document, init, key, network, new, node, play, record, rule, sign, simulate, status, submit,
    verify, wait,
};

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

/// Everything that can be typed.
#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Play the founding story and tell it in plain words.
    Demo(demo::Demo),
    /// Play a story from a file.
    Play(play::Play),
    /// Begin a partnership under a charter, with keys of its own.
    New(new::New),
    /// Make a member's first keys and its founder file.
    Init(init::Init),
    /// Look after keys: list, make, encrypt.
    Key(key::Key),
    /// Set up a partnership on nodes of the members' own.
    Network(network::Network),
    /// Run a member's node, or say how it stands.
    Node(node::Node),
    /// Check that a charter keeps its promises whatever any one member does.
    Check(check::Check),
    /// Say who can block and who can adopt under a rule of decision.
    Rule(rule::Rule),
    /// Run the members' nodes on links, disks and clocks that fail.
    Simulate(simulate::Simulate),
    /// Say where a partnership stands.
    Status(status::Status),
    /// Read a register.
    Record(record::Record),
    /// Keep texts at all members' nodes.
    Document(document::Document),
    /// Check a record file, without a partnership.
    Verify(verify::Verify),
    /// Let a rehearsal's time pass.
    Wait(wait::Wait),
    /// Sign a command of the root or recovery key on a machine without the record.
    Sign(sign::Sign),
    /// Submit a command that was signed elsewhere.
    Submit(submit::Submit),
    #[command(flatten)]
    Act(Act),
}
