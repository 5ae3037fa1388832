//! Notice: a party tells the other members that there is a framework. Article: membership.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::{Event, Refusal};
use crate::audience::Audience;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::{DocumentHash, FrameworkNo, PartnershipId};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;
use crate::wording::Wording;

/// The most parties that a notice or an arrangement names.
pub const MAX_PARTIES: usize = 32;
/// The most reports of one member that wait for another party's word.
pub const MAX_WAITING_NOTICES: usize = 64;

/// What a framework is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Form {
    /// A treaty: it binds.
    #[n(0)]
    Treaty,
    /// An arrangement: it comes into effect, and binds nobody in law.
    #[n(1)]
    Arrangement,
}

impl Form {
    /// The form in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Form::Treaty => "treaty",
            Form::Arrangement => "arrangement",
        }
    }
}

/// How far a framework has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Status {
    /// Proposed.
    #[n(0)]
    Proposed,
    /// Signed.
    #[n(1)]
    Signed,
    /// In force, or in effect.
    #[n(2)]
    InEffect,
    /// Suspended.
    #[n(3)]
    Suspended,
    /// Ended.
    #[n(4)]
    Ended,
}

impl Status {
    /// The status in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Status::Proposed => "proposed",
            Status::Signed => "signed",
            Status::InEffect => "in effect",
            Status::Suspended => "suspended",
            Status::Ended => "ended",
        }
    }
}

/// Tells the other members of a framework. It counts as reported by its author until every party has confirmed it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Notice {
    /// What the framework is called.
    #[n(0)]
    pub title: Wording,
    /// Its parties, all of them members.
    #[n(1)]
    pub parties: Vec<MemberCode>,
    /// What it is.
    #[n(2)]
    pub form: Form,
    /// The partnership that it is: the hash of its genesis.
    #[n(3)]
    pub partnership: PartnershipId,
    /// How far it has come.
    #[n(4)]
    pub status: Status,
    /// For whom the notice is, once every party has confirmed it; until then it is for the members alone.
    #[n(5)]
    pub audience: Audience,
    /// The hash of its text, if the parties show it.
    #[n(6)]
    pub text: Option<DocumentHash>,
}

impl Provision for Notice {
    fn name(&self) -> &'static str {
        "framework notice"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (frameworks, by) = (partnership.frameworks(), act.post().member);
        let parties: BTreeSet<MemberCode> = self.parties.iter().copied().collect();
        let given = self.parties.len();
        // R1: two members or more, each once.
        let all_members = parties.iter().all(|party| partnership.charter().member(*party).is_some());
        if parties.len() != given || !(2..=MAX_PARTIES).contains(&given) || !all_members {
            return Err(Refusal::Parties.into());
        }
        // R2: by one of its parties.
        if !parties.contains(&by) {
            return Err(Refusal::NotParty(by).into());
        }
        // R7: not more wait for the others' word than anybody reads.
        if frameworks.waiting(by) >= MAX_WAITING_NOTICES {
            return Err(Refusal::TooManyWait(by).into());
        }
        let (framework, notice) = (FrameworkNo::after(frameworks.list.len()), self.clone());
        Ok(vec![Event::Noticed { framework, by, notice }.into()])
    }
}
