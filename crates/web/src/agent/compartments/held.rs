//! What is held of compartments, as the pages tell it. What others wrote stands in it as they wrote it: pages make it visible.

use quorate_charter::MemberCode;
use quorate_partnership::{Moment, Post};

use super::door::Stop;
use super::instructions::Instruction;

/// A sign that members do not see the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alarm {
    /// A member accepted two changes of one epoch.
    Twice(MemberCode, u64),
    /// Two changes of one epoch are in force, each for some.
    Forked(u64),
    /// A member came to other secrets.
    Differs(MemberCode, u64),
    /// A member signed two logs of what it sealed, which part at this number, from 1.
    Log(MemberCode, u64),
}

/// A compartment in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// What this agent calls it.
    pub name: String,
    /// How many changes were in force.
    pub epoch: u64,
    /// The members that are in.
    pub members: Vec<MemberCode>,
    /// How many changes wait.
    pub waiting: usize,
    /// How many questions wait for an answer of this agent's member.
    pub questions: usize,
    /// What is wrong.
    pub alarm: Option<Alarm>,
    /// Whether this agent was removed.
    pub out: bool,
}

/// Everything of one compartment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// As it stands in the list.
    pub summary: Summary,
    /// Its id, in digits.
    pub id: String,
    /// To be compared in person, in groups of digits.
    pub authenticator: String,
    /// This agent's member.
    pub own: MemberCode,
    /// Who is in.
    pub seats: Vec<Seat>,
    /// Changes that wait.
    pub waits: Vec<Waits>,
    /// What was said, the oldest first.
    pub said: Vec<Said>,
    /// What was instructed, in the order in which it came.
    pub instructions: Vec<Instruction>,
    /// Whether nobody but agents of this agent's member is in.
    pub among_own: bool,
    /// What was shared, the oldest first.
    pub products: Vec<Product>,
    /// Who asked to pass something on, the oldest first.
    pub questions: Vec<Question>,
    /// What this agent's member and each other did for each other.
    pub accounts: Vec<Account>,
}

/// An agent that is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The post it speaks in.
    pub post: Post,
    /// The beginning of its key.
    pub agent: String,
    /// Until when its credential stands; none if it stands no more.
    pub until: Option<Moment>,
    /// Whether it is this agent.
    pub own: bool,
}

/// A change that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waits {
    /// Who makes it.
    pub by: Post,
    /// Who comes.
    pub comes: Vec<Post>,
    /// Who goes.
    pub goes: Vec<Post>,
    /// Who accepted it.
    pub accepted: Vec<MemberCode>,
    /// How many members have to.
    pub needed: usize,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Who said it.
    pub by: Post,
    /// When, as its sender says.
    pub at: Moment,
    /// What.
    pub text: String,
}

/// A product that was shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// Its id, in digits.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Policy and level.
    pub marking: String,
    /// The States that it is releasable to.
    pub to: Vec<MemberCode>,
    /// Whose it is.
    pub originator: Post,
    /// When it was sealed.
    pub sealed: Moment,
    /// From when it may be read.
    pub release: Option<Moment>,
    /// The length of its text, in bytes.
    pub bytes: u64,
    /// Whether a half of its key is held back.
    pub held_back: bool,
    /// The products of which it is a tear-line version, in digits.
    pub tear_line_of: Vec<String>,
    /// Its tear-line versions, in digits; none for one that was not shared where this agent is in.
    pub tear_lines: Vec<Option<String>>,
    /// Who acknowledged it, and when.
    pub acknowledged: Vec<(Post, Moment)>,
    /// Whether it waits for this agent's acknowledgement.
    pub to_acknowledge: bool,
}

/// A question whether something may be passed on, or acted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What it is answered by: a digest of all of it.
    pub mark: String,
    /// Who asks.
    pub by: Post,
    /// Whose product it is.
    pub originator: Post,
    /// The product's title; none if it is known no more.
    pub title: Option<String>,
    /// The product's id, in digits.
    pub product: String,
    /// Whether it is to be acted on.
    pub acts: bool,
    /// Who is to read it; nobody, if it is to be acted on.
    pub whom: Vec<Post>,
    /// Why, as whoever asks says; or what would be done.
    pub why: String,
    /// When.
    pub at: Moment,
    /// The answer.
    pub answer: Answer,
    /// What another agent of the originator's answered otherwise.
    pub differs: Option<Answer>,
    /// Why what was allowed is not to be done now.
    pub not_now: Option<Stop>,
    /// Whether this agent answers it.
    pub ours: bool,
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// None yet.
    Waits,
    /// Allowed at this moment, and on what conditions.
    Allowed(Moment, Option<String>),
    /// Refused at this moment, and why.
    Refused(Moment, Option<String>),
}

/// What two members did for each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The other.
    pub member: MemberCode,
    /// What this agent's member did.
    pub ours: Side,
    /// What the other did.
    pub theirs: Side,
}

/// One side of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// Products shared.
    pub shared: usize,
    /// Of these, acknowledged by the other.
    pub acknowledged: usize,
    /// Questions that the other asked.
    pub asked: usize,
    /// Of these, answered.
    pub answered: usize,
    /// Of these, allowed.
    pub allowed: usize,
    /// How often the other asked to act on one, how many of these were answered, and consented to.
    pub acts: [usize; 3],
}

/// What came of one thing in a parcel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// A change, by this post, that is not in force yet.
    Change(Post),
    /// This member accepted it.
    AcceptedBy(MemberCode),
    /// This epoch began.
    InForce(u64),
    /// This agent was removed.
    Out,
    /// A message by this post.
    Said(Post),
    /// An instruction by this post.
    Instructed(Post),
    /// Archive keys were granted.
    Granted,
    /// A product was shared.
    Shared(Post),
    /// This post made a tear-line version of a product.
    TearLine(Post),
    /// This post says that its member has an earlier obligation, or that one ended.
    Obliged(Post),
    /// This post asks.
    Asked(Post),
    /// This post answered.
    Answered(Post),
    /// This post has a product.
    Acknowledged(Post),
    /// A letter between others.
    Letter(Post, MemberCode),
    /// A member opened its checkpoint.
    Committed(Post),
    /// It was known.
    Known,
    /// An alarm.
    Alarm(Alarm),
    /// It stays in the inbox: a change in it waits to be accepted.
    Stays,
    /// It was refused.
    Refused(Stop),
}
