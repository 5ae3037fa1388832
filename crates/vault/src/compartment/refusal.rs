//! What a compartment refuses, and what to do.

use quorate_charter::MemberCode;
use quorate_partnership::Post;

use super::{Alarm, TearLineFault};
use crate::agent::{CredentialError, IdentityError};
use crate::marking::{NoRelease, date_time};
use crate::policy;
use crate::product::{OpenError, SealError};
use crate::release::{ReleaseError, Waits};

impl Refusal {
    /// Whether the same may be taken in after something else is: what comes before it, or acceptances of it.
    pub(super) fn may_pass(&self) -> bool {
        matches!(self, Refusal::Ahead | Refusal::Credential(_) | Refusal::LeftIn(_))
    }
}

/// Why something is not done. None tells what was sealed.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// No compartment of this name or id is held here.
    #[error("this agent holds no such compartment")]
    NoSuch,
    /// A parcel of another compartment.
    #[error("this parcel is of another compartment than the one that is named; nothing is taken in")]
    OtherCompartment,
    /// It holds one of this name or id already.
    #[error("this agent holds a compartment of this name already; take another name")]
    Exists,
    /// A name that is none.
    #[error("a compartment's name has 1 to 64 letters, digits, spaces and hyphens")]
    Name,
    /// An empty audience is nobody.
    #[error("a change names at least one agent: nobody is not everybody")]
    Nobody,
    /// More agents than a compartment has room for.
    #[error("a compartment has room for 200 agents")]
    TooMany,
    /// Its form is wrong, or it is too large.
    #[error("this is no parcel of a compartment, or it is larger than one may be")]
    Form,
    /// A credential does not stand.
    #[error("{0}")]
    Credential(#[from] CredentialError),
    /// The key in the group is not the key in the credential.
    #[error("an agent of {0} shows a credential of another key")]
    OtherKey(Post),
    /// A change leaves somebody in whose credential stands no more.
    #[error(
        "after this change {0} would be left in, whose credential stands no more: remove it in the same change"
    )]
    LeftIn(Post),
    /// The agent has its place already.
    #[error("an agent that is to come in is in already")]
    InAlready,
    /// Somebody of whom it is, or for whom, is not in, or not any more.
    #[error("this is by, or about, an agent that is not in this compartment")]
    NotIn,
    /// One's own removal is made by another.
    #[error("a member does not remove the agent that makes the change: another agent or member does")]
    OwnRemoval,
    /// Of two members none removes the other.
    #[error("of two members neither removes the other: open a new compartment, and leave this one")]
    TwoMembers,
    /// A few would decide over all: whoever goes does not count.
    #[error(
        "more than half of the members stay at each change: remove fewer at once, or open a new compartment"
    )]
    MostGo,
    /// Handshakes are private messages by members; what comes from outside, or says who comes openly, is refused.
    #[error("a change comes from a member and is sealed: commits from outside and open ones are refused")]
    NotPrivate,
    /// The library refuses it: it is not authentic, was seen already, or is of another epoch.
    #[error("this is not authentic here, or it was taken in before: ask for it to be sent again")]
    NotAuthentic,
    /// It is of an epoch that is over.
    #[error("this change is of an epoch that is over; nothing is changed")]
    Past,
    /// It is of an epoch that has not begun here.
    #[error("this is of a later epoch than is known here: take in what came before it first")]
    Ahead,
    /// A change that does what no change may.
    #[error("this change does more than let agents in or out; it is refused")]
    OtherChange,
    /// The member accepted another change in this epoch.
    #[error("this member accepted another change in this epoch: one counts")]
    AcceptedAnother,
    /// The agent is out.
    #[error("this agent was removed from the compartment: it reads and does nothing new there")]
    Out,
    /// An alarm stands.
    #[error(
        "{0}; nothing is sealed or changed here any more: compare rosters with the others in person, and open a new compartment"
    )]
    Alarm(Alarm),
    /// Not enough members accepted that the agent comes in.
    #[error(
        "it is not shown that more than half of the members accepted this agent: ask whoever invited it for the whole parcel"
    )]
    NotAccepted,
    /// A message that is too long.
    #[error("a message has 1 to 65536 bytes; longer papers are products")]
    Message,
    /// Others are in where a capital would instruct its delegation.
    #[error(
        "an instruction is for a member's own agents, and {0} is in this compartment, too: open one for these agents alone"
    )]
    OthersIn(String),
    /// An instruction that is too long.
    #[error("the text of an instruction has at most 4000 bytes; longer papers are products")]
    Instruction,
    /// An instruction that would be over before it is read.
    #[error("this instruction would be over already: name a later moment")]
    InstructionOver,
    /// The marking leaves out somebody who is in, and would read it.
    #[error(
        "the marking is not releasable to {0}, which is in this compartment: mark it so, or open another"
    )]
    NotReleasable(MemberCode),
    /// Somebody is in whose credential stands no more, and would read it.
    #[error("{0} is still in, whose credential stands no more: remove it first")]
    StillIn(Post),
    /// No notice of it came here.
    #[error("no product of this id was shared where this agent is in: take in the parcel with its notice")]
    NoProduct,
    /// No archive key of its epoch and class.
    #[error("this agent has no archive key of its epoch and class: who was in then can grant it")]
    NoArchiveKey,
    /// It is this member's own.
    #[error("this product is this member's own: `quorate product release` lets others read it")]
    OwnProduct,
    /// Nobody is asked.
    #[error("nothing is asked: the product is this member's own, or its originator lets readers act on it")]
    NothingToAsk,
    /// An answer to a question of the other kind.
    #[error(
        "a question whether a product may go on is allowed with its file (`--allow`), and one whether it may be acted on by \
         consent (`--consent`)"
    )]
    OtherAim,
    /// Said by somebody whose product it is not.
    #[error("this is not said by the originator of the product")]
    NotOriginator,
    /// No such question, or not for this member.
    #[error("there is no such question for this member here")]
    NotAsked,
    /// It has an answer.
    #[error("this question was answered already")]
    Answered,
    /// Too many agents in one question.
    #[error("a question names at most 16 agents: ask again for the others")]
    TooManyAskedFor,
    /// An agent that stands twice in one question.
    #[error("a question names each agent once, and this names agent {0} twice")]
    AskedForTwice(String),
    /// The same question in the same moment.
    #[error(
        "the same was asked in this very moment: one question waits for its answer, and `quorate product list` shows it"
    )]
    AskedBefore,
    /// Two members say that a product is theirs.
    #[error(
        "{0} and {1} both say that this product is theirs: open its file, which tells whose it is, and ask in person"
    )]
    TwoOriginators(Post, Post),
    /// It was sealed by another agent of this member.
    #[error("another agent of this member sealed this product, and it alone releases it")]
    OtherAgent,
    /// A release that is not for whom it was asked.
    #[error("this answer allows something else than was asked for: ask the originator by another way")]
    OtherRelease,
    /// Halves that are held back fill the shelf.
    #[error(
        "this agent holds back as many halves in this compartment as are kept: share in another, or hold nothing back"
    )]
    ShelfFull,
    /// A share that somebody made up.
    #[error(
        "the shares that were handed over do not open it: one was made up; try those of other release agents"
    )]
    MadeUp,
    /// Shares are missing.
    #[error(
        "it does not open before {}: {} release agents have to hand over their shares, and {} did",
        date_time(.0.until), .0.needed, .0.handed
    )]
    Waits(Waits),
    /// The policy refuses it.
    #[error("{0}")]
    Policy(#[from] Box<policy::Refusal>),
    /// No security agreement lets it go there.
    #[error("{0}")]
    NoAgreement(#[from] NoRelease),
    /// Nobody passes material on to itself.
    #[error("an obligation is to another State than the member's own")]
    ObligedToItself,
    /// It does not stand in the register, or ended.
    #[error("no obligation of this member to that State under that document is in force in the register")]
    NoObligation,
    /// It stands there so.
    #[error("the register says so already")]
    KnownObligation,
    /// Its moment has not come.
    #[error(
        "an obligation is said of a moment that has not come: see to both clocks, and take the parcel in again later"
    )]
    ObligationAhead,
    /// More than are kept.
    #[error("a member has at most 64 obligations in force: say which ended (`--ended`)")]
    TooManyObligations,
    /// It is no tear-line version of that product.
    #[error("this is no tear-line version of it: {0}")]
    TearLine(#[from] TearLineFault),
    /// Nothing was sealed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// Nothing was opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Nothing is released.
    #[error(transparent)]
    Release(#[from] ReleaseError),
    /// Nothing to grant, or not to that agent.
    #[error(
        "one of these epochs has no keys here that could be granted; a grant gives the keys of 1 to 256 epochs"
    )]
    NothingToGrant,
    /// A grant gives keys of epochs that are over.
    #[error("a grant gives the keys of epochs before the one in which it is made, and of no other")]
    NotEarlier,
    /// One member made more changes than are kept.
    #[error(
        "its member made other changes of this epoch that more members accepted, or this agent did: two are kept"
    )]
    Crowded,
    /// More compartments than a checkpoint has leaves.
    #[error("a checkpoint commits to at most 64 compartments: use several agents")]
    TooManyCompartments,
    /// What opens it is not kept here.
    #[error(
        "this is no checkpoint of this agent that it can open for this compartment: its last 8 can be, as they were"
    )]
    NoCheckpoint,
    /// The credential is for another post than the agent works in.
    #[error(
        "this agent is in {name} as {has}, and what it has there is that post's: it takes none of {given}; make another agent for that, in a directory of its own"
    )]
    OtherPost {
        /// In which post it speaks.
        has: Post,
        /// In which it would.
        given: Post,
        /// What it calls a compartment that it is in.
        name: String,
    },
    /// A card that was written in another post than the agent speaks in now.
    #[error(
        "this lets the agent in as {0}, by a card from before it took another post: give whoever invites a new card"
    )]
    CardOfBefore(Post),
    /// The agent's keys.
    #[error(transparent)]
    Identity(#[from] IdentityError),
    /// The library failed.
    #[error("the group cannot be worked with: {0}")]
    Group(&'static str),
}

impl From<policy::Refusal> for Refusal {
    fn from(refusal: policy::Refusal) -> Refusal {
        Refusal::Policy(Box::new(refusal))
    }
}
