//! What pages need from behind: the door to a member's node.

use std::cmp::Ordering;
use std::sync::Arc;

use quorate_charter::MemberCode;
use quorate_foresight::Assurance;
use quorate_partnership::{CommandId, DecisionNo, Moment, Post, PublicKey, RuleId};
use quorate_records::Records;
use quorate_records::proof::{Begun, Compared, Note};
use tokio::sync::watch;

use crate::drawer::Drawer;
use crate::prepared::{Act, Author, NotPrepared, Prepared};
use crate::proved::{Cosigned, NoProof};

/// The door to what is true and to those who order commands.
///
/// What it gives is as of one block; asking twice may give a later one. Nothing here waits for the network.
pub trait Doorway: Send + Sync + 'static {
    /// The member whose node this is; none where one process keeps the record for all.
    fn member(&self) -> Option<MemberCode>;

    /// What can be read, as of the last block that is known.
    fn records(&self) -> Arc<Records>;

    /// The time by the clock of the machine, for what is the node's own alone; nothing on record follows from it. Where there is
    /// none, that of the record.
    fn clock(&self) -> Moment {
        self.records().at()
    }

    /// Tells of each new height; closed when the door is.
    fn watch(&self) -> watch::Receiver<u64>;

    /// What was found of the promises of the charter in force, once that is known: it takes a moment after each change.
    fn assurance(&self) -> Option<Arc<Assurance>>;

    /// The text of the charter in force, as it was agreed; members that acceded since stand in the record alone.
    fn charter_text(&self) -> Arc<str>;

    /// How the members' nodes stand, as this one sees them; empty where there is one.
    fn nodes(&self) -> Vec<NodeSeen>;

    /// What can be given on pages, each with its fields, in the order of its words.
    fn acts(&self) -> Arc<[Act]> {
        Arc::new([])
    }

    /// Whether a key holds a post now.
    fn holds(&self, _post: Post, _key: &PublicKey) -> bool {
        false
    }

    /// A command from the words in which it is typed, ready to be signed, and what the rules would say of it now. It takes a
    /// moment.
    ///
    /// # Errors
    /// [`NotPrepared`]: the words are no command.
    fn prepare(&self, _by: Author, _words: &[String]) -> Result<Prepared, NotPrepared> {
        Err(NotPrepared { what: "nothing is ordered from here".into(), help: String::new() })
    }

    /// What could be read after the block of this height. It may take a while: it is asked on a thread that may wait.
    ///
    /// # Errors
    /// [`NoRecords`], as where nothing older than the last block is given.
    fn records_at(&self, height: u64) -> Result<Arc<Records>, NoRecords> {
        let records = self.records();
        match height.cmp(&records.height()) {
            Ordering::Equal => Ok(records),
            Ordering::Greater => Err(NoRecords::Ahead(records.height())),
            Ordering::Less => Err(NoRecords::Gone(records.height())),
        }
    }

    /// Has a signed command ordered, and says where it stands once it is. The same bytes have the same answer, however often
    /// they come. It may take a while: it is asked on a thread that may wait.
    ///
    /// # Errors
    /// [`NotTaken`]: nothing of it stands in the record.
    fn submit(&self, _signed: &[u8]) -> Result<Acceptance, NotTaken> {
        Err(NotTaken::Away)
    }

    /// Where a command stands, as long as its time has not run out.
    fn command(&self, _id: CommandId) -> Option<Acceptance> {
        None
    }

    /// The moment now, by the clock that the partnership goes by.
    fn now(&self) -> Moment {
        self.records().at()
    }

    /// The newest checkpoint that enough members' nodes signed; none until they did.
    fn checkpoint(&self) -> Option<Arc<Cosigned>> {
        None
    }

    /// The file that proves one decision, as `quorate record export` writes it. It may take a while: it is asked on a thread
    /// that may wait.
    ///
    /// # Errors
    /// [`NoProof`].
    fn proof(&self, _decision: DecisionNo) -> Result<Vec<u8>, NoProof> {
        Err(NoProof::Away)
    }

    /// What the record came to at a height, and what leads from there to the newest checkpoint. It may take a while: it is
    /// asked on a thread that may wait.
    ///
    /// # Errors
    /// [`NoProof`].
    fn begun(&self, _height: u64) -> Result<Begun, NoProof> {
        Err(NoProof::Away)
    }

    /// A checkpoint that somebody holds, compared with the record here, as `quorate record consistency` does. It may take a
    /// while: it is asked on a thread that may wait.
    ///
    /// # Errors
    /// [`NoProof`].
    fn compared(&self, _held: &Note) -> Result<Compared, NoProof> {
        Err(NoProof::Away)
    }

    /// What is kept in a drawer of the delegation's desk; none where nothing is, or where nothing outlives the pages.
    ///
    /// # Errors
    /// Why it cannot be read, in words for whoever runs the node.
    fn kept(&self, _drawer: Drawer) -> Result<Option<Vec<u8>>, String> {
        Ok(None)
    }

    /// Keeps something in a drawer, whole, in place of what was there.
    ///
    /// # Errors
    /// Why it cannot be kept, in words for whoever runs the node; what was there before still is.
    fn keep(&self, _drawer: Drawer, _bytes: &[u8]) -> Result<(), String> {
        Ok(())
    }

    /// Puts a drawer that cannot be read aside, under another name, and tells whoever runs the node why.
    ///
    /// # Errors
    /// Why it cannot be put aside: then nothing may be put in its place.
    fn put_aside(&self, _drawer: Drawer, _why: &str) -> Result<(), String> {
        Ok(())
    }
}

/// Where a command stands in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The command.
    pub id: CommandId,
    /// The height of its block.
    pub height: u64,
    /// Its place among the commands of the block, from 0.
    pub position: u32,
    /// Why a rule refused it, if one did: the refusal stands in the record, too.
    pub refusal: Option<Refused>,
}

/// A rule that said no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which.
    pub rule: RuleId,
    /// The number of the article that it serves.
    pub article: u16,
    /// On what facts.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// Why a command is not in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// The bytes are no signed command: what is wrong with them.
    Form(String),
    /// It is not authentic, or its author has used up what the charter allows a day.
    Unauthentic {
        /// The rule.
        rule: RuleId,
        /// What is wrong.
        what: String,
        /// What to do about it.
        remedy: String,
    },
    /// It waits at the node until enough nodes agree: it may yet be ordered, and giving it again is safe.
    NotYet,
    /// The node does not run.
    Away,
    /// The node could not: why.
    Failed(String),
}

/// Why an earlier state of the records is not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRecords {
    /// The record has not come to that height: to which it has.
    Ahead(u64),
    /// What is needed of it is gone: the lowest height that is given.
    Gone(u64),
    /// It would take too much work: the most blocks that are stepped through for one.
    TooMuch(u64),
    /// Another is being looked for.
    Busy,
    /// The blocks could not be read.
    Unreadable,
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
