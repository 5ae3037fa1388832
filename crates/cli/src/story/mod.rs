//! Stories: plain-text files that are played against a real node, in a rehearsal.
//!
//! ```text
//! story: A request for help, decided and paid
//! charter: ../charters/partnership.toml
//! begins: 2026-12-01T09:00:00Z
//! cast: asker, refuser, second, third
//!
//! == The request
//! every member accredits representative, treasurer, case-officer for 365d
//! {asker}/representative: decision table "Help for {asker}" --assist 1
//! {refuser}/treasurer: decision open 1
//!   refused by O1
//! wait 72h
//! expect decisions 1 stage: adopted
//! ```
//!
//! Acts are typed as on the command line. An indented line goes on with the one above it. `#` begins a comment
//! line. Words in braces are the cast: each part is given to a member by a seed. Below the cast can stand `newcomer:
//! XAA`, a State that is no member yet: it has keys, and is `{newcomer}`. And `beside: framework = framework.toml`, a
//! further partnership with a charter of its own: after the line `in framework:` what stands below is given there, until
//! `in the partnership:`, and `{framework}` is its id. `refused by A1` is also what a story
//! expects of an act that is not even ordered.

mod begin;
mod beside;
mod cast;
mod desks;
mod expect;
mod play;
mod read;
mod words;

use std::ops::Range;

use jiff::Timestamp;
use quorate_charter::{MemberCode, Office, Period};
use quorate_partnership::RuleId;
use quorate_records::Register;

pub(crate) use begin::{Charters, genesis, keep_keys, keep_node_key};
pub(crate) use cast::Cast;
pub(crate) use desks::Desks;
pub(crate) use play::{Player, Stop, Told};
pub(crate) use read::read;
pub(crate) use words::joined;

/// The longest story that is read, in bytes.
pub(crate) const MAX_STORY_BYTES: usize = 1024 * 1024;
/// The most steps of a story.
pub(crate) const MAX_STEPS: usize = 10_000;

/// The most partnerships beside a story's own.
pub(crate) const MAX_BESIDE: usize = 4;

/// A further partnership of a story.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Beside {
    pub(crate) name: String,
    /// The file of its charter, named from where the story stands.
    pub(crate) charter: String,
}

/// A story, read and checked in its form.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Story {
    pub(crate) title: String,
    pub(crate) charter: String,
    pub(crate) begins: Timestamp,
    pub(crate) parts: Vec<String>,
    /// A State that is no member when the story begins; it has keys, and is `{newcomer}` in the text.
    pub(crate) newcomer: Option<MemberCode>,
    /// Further partnerships, each with a charter of its own.
    pub(crate) beside: Vec<Beside>,
    pub(crate) steps: Vec<Step>,
}

/// One step, and the bytes of the story that it stands on.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) at: Range<usize>,
    pub(crate) what: What,
}

/// What a step says. Texts may hold the cast in braces.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A heading.
    Heading(String),
    /// From here on steps are given in this partnership beside the story's own, or in that.
    In(Option<usize>),
    /// Every member's root accredits these offices.
    EveryMemberAccredits(Vec<Office>, Period),
    /// A post gives a command, which happens, or is refused or not taken by a rule.
    Give { post: String, words: Vec<String>, refused: Option<RuleId> },
    /// Time passes.
    Wait(Period),
    /// A cell of a register reads so.
    Expect { register: Register, row: Vec<String>, column: String, value: String },
}

/// Something is wrong in a story's text, at these bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoryFault {
    pub(crate) at: Range<usize>,
    pub(crate) what: String,
    pub(crate) help: String,
}

impl StoryFault {
    fn new(at: Range<usize>, what: impl Into<String>, help: impl Into<String>) -> StoryFault {
        StoryFault { at, what: what.into(), help: help.into() }
    }
}
