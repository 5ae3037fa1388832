//! What pages need from behind: the door to a member's node.

use std::sync::Arc;

use quorate_charter::MemberCode;
use quorate_foresight::Assurance;
use quorate_partnership::{CommandId, Moment, PartnershipId, Post, PublicKey};
use quorate_records::Records;
use tokio::sync::watch;

/// The door to what is true and to those who order commands.
///
/// What it gives is as of one block; asking twice may give a later one. Nothing here waits for the network.
pub trait Doorway: Send + Sync + 'static {
    /// The member whose node this is; none where one process keeps the record for all.
    fn member(&self) -> Option<MemberCode>;

    /// What can be read, as of the last block that is known.
    fn records(&self) -> Arc<Records>;

    /// Tells of each new height; closed when the door is.
    fn watch(&self) -> watch::Receiver<u64>;

    /// What was found of the promises of the charter in force, once that is known: it takes a moment after each change.
    fn assurance(&self) -> Option<Arc<Assurance>>;

    /// The text of the charter in force, as it was agreed; members that acceded since stand in the record alone.
    fn charter_text(&self) -> Arc<str>;

    /// How the members' nodes stand, as this one sees them; empty where there is one.
    fn nodes(&self) -> Vec<NodeSeen>;

    /// What can be given on pages, each with its fields, in the order of its words.
    fn acts(&self) -> Arc<[Act]>;

    /// Whether a key holds a post now.
    fn holds(&self, post: Post, key: &PublicKey) -> bool;

    /// A command from the words in which it is typed, ready to be signed, and what the rules would say of it now. It takes a
    /// moment.
    ///
    /// # Errors
    /// [`NotPrepared`]: the words are no command.
    fn prepare(&self, by: Author, words: &[String]) -> Result<Prepared, NotPrepared>;

    /// Gives a signed command to those who order. It waits until that is done.
    ///
    /// # Errors
    /// [`NotPrepared`]: it is not taken.
    fn give(&self, signed: Vec<u8>) -> Result<Given, NotPrepared>;
}

/// In which post somebody acts, and with which key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Author {
    /// The post.
    pub post: Post,
    /// The key's public half.
    pub key: PublicKey,
}

/// Something that can be given: a command as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// The words that name it: `decision vote`.
    pub name: String,
    /// What it does, in a line.
    pub about: String,
    /// The page that explains it.
    pub page: String,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// A field of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name, as it stands in forms.
    pub name: String,
    /// What it means.
    pub help: String,
    /// What can be said in it.
    pub kind: FieldKind,
    /// Whether something has to be said.
    pub required: bool,
}

/// What can be said in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A text, a number, an amount: one line.
    Line,
    /// Several, a line each.
    Lines,
    /// One of these.
    Choice(Vec<String>),
    /// Yes, or nothing.
    Flag,
}

/// A command that is ready to be signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// The command, with a signature of noughts.
    pub unsigned: Vec<u8>,
    /// The id that it has once it is signed: the hash of what is signed.
    pub id: CommandId,
    /// Of which partnership.
    pub partnership: PartnershipId,
    /// When it is too late for it.
    pub expires: Moment,
    /// What would happen if it were ordered now, in sentences.
    pub would: Vec<String>,
    /// Which rule would refuse it now.
    pub refused: Option<String>,
}

/// Why there is no command, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotPrepared {
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub help: String,
}

/// What became of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The height of its block.
    pub height: u64,
    /// Its place in the block, from 0.
    pub position: u32,
    /// Which rule refused it, in words; it is on record all the same.
    pub refused: Option<String>,
}

/// A member's node, as another sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeSeen {
    /// Whose node it is.
    pub member: MemberCode,
    /// Whether it is this one.
    pub this: bool,
    /// Whether something was heard of it lately.
    pub heard: bool,
    /// The height it was last known to have.
    pub height: Option<u64>,
    /// What it was named for, as signing two things at one height, in words of the record.
    pub named: Vec<String>,
}
