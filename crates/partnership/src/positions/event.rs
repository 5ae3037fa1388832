//! What happens in the positions room.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use crate::audience::Audience;
use crate::ids::{BriefingNo, DecisionNo, DocumentHash, GroupingNo, SoundingNo};
use crate::moment::Moment;
use crate::phrase::Phrase;
use crate::wording::Wording;

/// Where a State is said to lean; it binds nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Leaning {
    /// For it.
    #[n(0)]
    Favourable,
    /// Neither way yet.
    #[n(1)]
    Open,
    /// With reservations.
    #[n(2)]
    Reserved,
    /// Against it.
    #[n(3)]
    Opposed,
}

impl Leaning {
    /// The leaning in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Leaning::Favourable => "favourable",
            Leaning::Open => "open",
            Leaning::Reserved => "reserved",
            Leaning::Opposed => "opposed",
        }
    }
}

/// The tone of what is reported that an office said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Tone {
    /// It blames.
    #[n(0)]
    Critical,
    /// Neither.
    #[n(1)]
    Neutral,
    /// It reaches out.
    #[n(2)]
    Conciliatory,
}

impl Tone {
    /// The tone in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Tone::Critical => "critical",
            Tone::Neutral => "neutral",
            Tone::Conciliatory => "conciliatory",
        }
    }
}

/// On what a member explains its position.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Subject {
    /// A decision.
    #[n(0)]
    Decision(#[n(0)] DecisionNo),
    /// A text, by its document's hash.
    #[n(1)]
    Text(#[n(0)] DocumentHash),
    /// Anything else.
    #[n(2)]
    Words(#[n(0)] Wording),
}

/// Something that was said about positions.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A member said where it leans, or reported where a State does that is none.
    #[n(0)]
    Sounded {
        /// Its number.
        #[n(0)]
        sounding: SoundingNo,
        /// Whose representative says it.
        #[n(1)]
        by: MemberCode,
        /// Of which State: the same, or another as reported.
        #[n(2)]
        of: MemberCode,
        /// On what.
        #[n(3)]
        on: Wording,
        /// Where it leans.
        #[n(4)]
        leaning: Leaning,
        /// For whom the entry is.
        #[n(5)]
        audience: Audience,
        /// The sounding in whose place it stands.
        #[n(6)]
        replaces: Option<SoundingNo>,
    },
    /// A member explained its position.
    #[n(1)]
    Explained {
        /// The member.
        #[n(0)]
        by: MemberCode,
        /// On what.
        #[n(1)]
        on: Subject,
        /// For whom the entry is.
        #[n(2)]
        audience: Audience,
        /// What it says.
        #[n(3)]
        text: Option<Wording>,
        /// The document that says it.
        #[n(4)]
        document: Option<DocumentHash>,
    },
    /// A member reported what an office of a State said that is no member.
    #[n(2)]
    Reported {
        /// The member that reports it.
        #[n(0)]
        by: MemberCode,
        /// The State.
        #[n(1)]
        of: MemberCode,
        /// Which office of it.
        #[n(2)]
        office: Phrase,
        /// On what.
        #[n(3)]
        on: Wording,
        /// In which tone.
        #[n(4)]
        tone: Tone,
        /// Where it is known from.
        #[n(5)]
        source: Phrase,
        /// For whom the entry is.
        #[n(6)]
        audience: Audience,
    },
    /// A member put on record which States a grouping has.
    #[n(3)]
    GroupingRecorded {
        /// Its number.
        #[n(0)]
        grouping: GroupingNo,
        /// The member.
        #[n(1)]
        by: MemberCode,
        /// The grouping's name.
        #[n(2)]
        name: Wording,
        /// Its States, in the order of their codes.
        #[n(3)]
        states: Vec<MemberCode>,
        /// Where it is known from.
        #[n(4)]
        source: Phrase,
        /// For whom the entry is.
        #[n(5)]
        audience: Audience,
    },
    /// The same member put on record which it has now.
    #[n(4)]
    GroupingRevised {
        /// The grouping.
        #[n(0)]
        grouping: GroupingNo,
        /// The version that this is, from 2.
        #[n(1)]
        version: u32,
        /// Its States now, in the order of their codes.
        #[n(2)]
        states: Vec<MemberCode>,
        /// Where it is known from.
        #[n(3)]
        source: Phrase,
    },
    /// A member said whom it briefs in advance, by which document, and when that is released.
    #[n(5)]
    BriefingAnnounced {
        /// Its number.
        #[n(0)]
        briefing: BriefingNo,
        /// The member that briefs.
        #[n(1)]
        by: MemberCode,
        /// Whom, in the order of their codes.
        #[n(2)]
        to: Vec<MemberCode>,
        /// On what.
        #[n(3)]
        subject: Wording,
        /// The document's hash; the document itself is not in the order.
        #[n(4)]
        document: DocumentHash,
        /// The release time.
        #[n(5)]
        release: Moment,
        /// For whom the entry is from then on; until then it is for the members alone.
        #[n(6)]
        audience: Audience,
    },
    /// The release time of a briefing has come.
    #[n(6)]
    BriefingReleased {
        /// The briefing.
        #[n(0)]
        briefing: BriefingNo,
    },
    /// Who is briefed said that the briefing has come.
    #[n(7)]
    Acknowledged {
        /// The briefing.
        #[n(0)]
        briefing: BriefingNo,
        /// The member.
        #[n(1)]
        by: MemberCode,
    },
}
