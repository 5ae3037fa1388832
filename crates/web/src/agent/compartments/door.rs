//! What the pages of compartments ask of whoever holds the delegation's agent. The keys stay behind it.

use std::io::{self, Read};

use super::beside::OnDecision;
use super::held::{Alarm, Came, Summary, Whole};
use super::instructions::Instructing;
use super::wanted::{Roster, Wanted, Weighed};
use quorate_charter::MemberCode;
use quorate_partnership::{DecisionNo, PartnershipId, Post};

/// The longest message that is sealed, in bytes.
pub const MAX_MESSAGE_BYTES: usize = 64 * 1024;

/// The compartments of a delegation's agent, opened for as long as they are served. A compartment is named by its place in
/// [`Compartments::all`], from 0: places stay.
pub trait Compartments: Send + Sync + 'static {
    /// Whether this is the passphrase of the agent's store.
    fn opens(&self, passphrase: &str) -> bool;

    /// All compartments that the agent holds.
    ///
    /// # Errors
    /// [`Stop`].
    fn all(&self) -> Result<Vec<Summary>, Stop>;

    /// Everything of one.
    ///
    /// # Errors
    /// [`Stop`].
    fn one(&self, place: usize) -> Result<Whole, Stop>;

    /// Who is in one, and who is not.
    ///
    /// # Errors
    /// [`Stop`].
    fn roster(&self, place: usize) -> Result<Roster, Stop>;

    /// What follows from sharing a product so: nothing is sealed, and nothing is changed.
    ///
    /// # Errors
    /// [`Stop`]; what would stop the sealing itself stands in [`Weighed::stops`].
    fn weigh(&self, wanted: &Wanted) -> Result<Weighed, Stop>;

    /// Where a text waits until it is sealed or not.
    ///
    /// # Errors
    /// [`Stop`].
    fn lay(&self) -> Result<Box<dyn Laying>, Stop>;

    /// Seals a text, if what follows from it is still what was shown, to the last word.
    ///
    /// # Errors
    /// [`NotShared`]; nothing was sealed then.
    fn share(&self, wanted: &Wanted, shown: &Weighed, text: &mut dyn Read) -> Result<Made, NotShared>;

    /// Seals a message to everyone who is in.
    ///
    /// # Errors
    /// [`Stop`]; nothing was sealed then.
    fn say(&self, place: usize, text: &str, to: &[String]) -> Result<Made, Stop>;

    /// Seals an instruction to this member's own agents, who alone are in.
    ///
    /// # Errors
    /// [`Stop`]; nothing was sealed then.
    fn instruct(&self, place: usize, what: &Instructing, to: &[String]) -> Result<Made, Stop>;

    /// What is known of the instructions on a decision, in all compartments; none where this agent is not of that partnership or
    /// that member.
    ///
    /// # Errors
    /// [`Stop`].
    fn on_decision(
        &self,
        of: (&PartnershipId, MemberCode),
        decision: DecisionNo,
    ) -> Result<Option<OnDecision>, Stop>;

    /// Tells the originator of a product, named by the digits of its id, that this agent has it.
    ///
    /// # Errors
    /// [`Stop`].
    fn acknowledge(&self, place: usize, product: &str, to: &[String]) -> Result<Made, Stop>;

    /// Refuses what is asked by the question of this mark, and says why.
    ///
    /// # Errors
    /// [`Stop`].
    fn refuse(&self, place: usize, question: &str, why: &str, to: &[String]) -> Result<Made, Stop>;

    /// Allows it: the product's file is needed, since its key is opened by it.
    ///
    /// # Errors
    /// [`Stop`].
    fn allow(
        &self,
        place: usize,
        question: &str,
        product: &mut dyn Laid,
        to: &[String],
    ) -> Result<Made, Stop>;

    /// Consents that what is asked by the question of this mark is done, on these conditions if they are not empty.
    ///
    /// # Errors
    /// [`Stop`].
    fn consent(&self, place: usize, question: &str, conditions: &str, to: &[String]) -> Result<Made, Stop>;

    /// Takes in a parcel. A change of who is in is not accepted by it.
    ///
    /// # Errors
    /// [`Stop`].
    fn take(&self, parcel: &[u8]) -> Result<Vec<Came>, Stop>;

    /// Takes in all parcels that the carrier brought: from whom, and what came of each.
    ///
    /// # Errors
    /// [`Stop`].
    fn take_inbox(&self) -> Result<Vec<(String, Vec<Came>)>, Stop>;

    /// The partners of the agent's carrier; none where it has none.
    fn partners(&self) -> Vec<String>;

    /// What was made here and waits to be carried by hand.
    ///
    /// # Errors
    /// [`Stop`].
    fn made(&self) -> Result<Vec<MadeFile>, Stop>;

    /// Opens a file of these.
    ///
    /// # Errors
    /// [`Stop`].
    fn read_made(&self, name: &str) -> Result<(u64, Box<dyn Read + Send>), Stop>;

    /// Removes a file of these: it was carried.
    ///
    /// # Errors
    /// [`Stop`].
    fn remove_made(&self, name: &str) -> Result<(), Stop>;
}

/// Takes in a text piece by piece. What was begun and not done is gone when this is dropped.
pub trait Laying: Send {
    /// Takes in the next piece.
    ///
    /// # Errors
    /// What the disk says.
    fn write(&mut self, piece: &[u8]) -> io::Result<()>;

    /// That was all.
    ///
    /// # Errors
    /// What the disk says.
    fn done(self: Box<Self>) -> io::Result<Box<dyn Laid>>;
}

/// A text that waits. It is gone when this is dropped.
pub trait Laid: Send {
    /// Reads it from the beginning.
    ///
    /// # Errors
    /// What the disk says.
    fn read(&mut self) -> io::Result<Box<dyn Read + '_>>;
}

/// What was made: files that wait to be carried by hand, and partners for whom it waits in the outbox.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// The files, by name.
    pub files: Vec<String>,
    /// The partners.
    pub sent: Vec<String>,
}

/// A file that was made and waits to be carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeFile {
    /// Its name, which tells nothing of what is in it.
    pub name: String,
    /// How long it is, in bytes.
    pub bytes: u64,
}

/// Why something was not shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotShared {
    /// What follows is another than was shown: it is shown again.
    Changed,
    /// A rule says no.
    Stop(Stop),
}

/// Why something is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Nobody was chosen.
    Nobody,
    /// A State is in the compartment and was not chosen.
    NotChosen(MemberCode),
    /// An agent is in whose credential stands no more.
    StillIn(Post),
    /// Material of a State, without its consent.
    NoConsent(MemberCode),
    /// A consent for fewer than were chosen.
    Narrower {
        /// Whose consent.
        state: MemberCode,
        /// Whom it does not name.
        to: MemberCode,
    },
    /// A release time, and nothing that is held back.
    ReleaseNeedsHold,
    /// A release time that is over.
    ReleaseIsOver,
    /// Nothing is sealed or changed there any more.
    Alarm(Alarm),
    /// This agent was removed.
    Removed,
    /// The carrier has no partner of this name.
    NoPartner(String),
    /// There is no such thing here.
    NoSuch,
    /// It was answered already.
    Answered,
    /// The product's file is not that of the question, or does not open.
    OtherFile,
    /// No reason, or none in one line.
    NoReason,
    /// A message that is empty or too long.
    Message,
    /// An instruction without a decision or a vote, or with a moment that is none.
    NoInstruction,
    /// An instruction that is too long.
    InstructionTooLong,
    /// An instruction that would be over already.
    InstructionIsOver,
    /// An instruction where agents of these other members are in.
    OthersIn(String),
    /// What was uploaded is no parcel.
    NoParcel,
    /// A parcel of no compartment that is held here.
    Elsewhere,
    /// It belongs after something that did not come yet.
    Ahead,
    /// It was taken in before, or is of an epoch that is over.
    Before,
    /// The record is held by another process, which the agent does not reach.
    NoRecord,
    /// What the disk or the agent says, in English.
    Other(String),
}
