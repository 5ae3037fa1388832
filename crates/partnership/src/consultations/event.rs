//! What happens in the room of consultations.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use super::{About, Outcome, ProceedingStatus};
use crate::audience::Audience;
use crate::ids::{ConsultationNo, DecisionNo, DocumentHash, ProceedingNo, SessionNo, StatementNo, TextNo};
use crate::moment::{Day, Moment};
use crate::phrase::Phrase;
use crate::wording::Wording;

/// Something that happened in consultations.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A member called consultations.
    #[n(0)]
    Called {
        /// Their number.
        #[n(0)]
        consultation: ConsultationNo,
        /// Who called them.
        #[n(1)]
        by: MemberCode,
        /// Whose security is threatened, in its opinion.
        #[n(2)]
        threatened: Vec<MemberCode>,
        /// About what.
        #[n(3)]
        subject: Wording,
        /// For whom the call is.
        #[n(4)]
        audience: Audience,
        /// The hash of a paper that goes with it.
        #[n(5)]
        paper: Option<DocumentHash>,
        /// The other members that the charter binds at the call: each is to acknowledge it.
        #[n(6)]
        asked: Vec<MemberCode>,
        /// When the first session is held at the latest.
        #[n(7)]
        first_session_by: Moment,
    },
    /// A member acknowledged the call.
    #[n(1)]
    Acknowledged {
        /// The consultations.
        #[n(0)]
        consultation: ConsultationNo,
        /// The member.
        #[n(1)]
        member: MemberCode,
    },
    /// Consultations are closed.
    #[n(2)]
    Closed {
        /// The consultations.
        #[n(0)]
        consultation: ConsultationNo,
        /// By the member that called them; by the rule, if by nobody.
        #[n(1)]
        by: Option<MemberCode>,
    },
    /// A session was convened.
    #[n(3)]
    SessionConvened {
        /// Its number.
        #[n(0)]
        session: SessionNo,
        /// The consultations.
        #[n(1)]
        consultation: ConsultationNo,
        /// When it opens, by time alone.
        #[n(2)]
        opens: Moment,
        /// Who chairs it.
        #[n(3)]
        chair: MemberCode,
        /// Who does the chair's part, if the chair does not.
        #[n(4)]
        deputy: MemberCode,
        /// Who convened it; the rule, if nobody did.
        #[n(5)]
        by: Option<MemberCode>,
        /// When it closes, if that is known.
        #[n(6)]
        closes: Option<Moment>,
        /// Its agenda.
        #[n(7)]
        agenda: Option<Wording>,
        /// The hash of a longer agenda, or of papers.
        #[n(8)]
        document: Option<DocumentHash>,
    },
    /// A member attends a session.
    #[n(4)]
    Attended {
        /// The session.
        #[n(0)]
        session: SessionNo,
        /// The member.
        #[n(1)]
        member: MemberCode,
    },
    /// The minutes of a session were given, or corrected by who gave them.
    #[n(5)]
    MinutesGiven {
        /// The session.
        #[n(0)]
        session: SessionNo,
        /// Whose they are.
        #[n(1)]
        by: MemberCode,
        /// For whom they are.
        #[n(2)]
        audience: Audience,
        /// The hash of the English text.
        #[n(3)]
        en: Option<DocumentHash>,
        /// The hash of the French text.
        #[n(4)]
        fr: Option<DocumentHash>,
    },
    /// A member put a statement on record.
    #[n(6)]
    Stated {
        /// Its number.
        #[n(0)]
        statement: StatementNo,
        /// The consultations.
        #[n(1)]
        consultation: ConsultationNo,
        /// Whose it is.
        #[n(2)]
        by: MemberCode,
        /// What it states.
        #[n(3)]
        text: Wording,
        /// For whom it is.
        #[n(4)]
        audience: Audience,
        /// What it answers.
        #[n(5)]
        about: Option<About>,
        /// The hash of its full text.
        #[n(6)]
        document: Option<DocumentHash>,
    },
    /// A text was tabled under a silence procedure.
    #[n(7)]
    TextTabled {
        /// Its number.
        #[n(0)]
        text: TextNo,
        /// The consultations.
        #[n(1)]
        consultation: ConsultationNo,
        /// Who moved it.
        #[n(2)]
        by: MemberCode,
        /// What it would be.
        #[n(3)]
        outcome: Outcome,
        /// What it says.
        #[n(4)]
        wording: Wording,
        /// For whom it is.
        #[n(5)]
        audience: Audience,
        /// Those that the charter binds now: they take part.
        #[n(6)]
        participants: Vec<MemberCode>,
        /// Until when the silence lasts.
        #[n(7)]
        until: Moment,
        /// The hash of its full text.
        #[n(8)]
        document: Option<DocumentHash>,
    },
    /// A member broke the silence on a text.
    #[n(8)]
    SilenceBroken {
        /// The text.
        #[n(0)]
        text: TextNo,
        /// The member.
        #[n(1)]
        by: MemberCode,
        /// Why.
        #[n(2)]
        reason: Phrase,
        /// Until when members say where they stand.
        #[n(3)]
        concludes: Moment,
    },
    /// A member supports a text.
    #[n(9)]
    Supported {
        /// The text.
        #[n(0)]
        text: TextNo,
        /// The member.
        #[n(1)]
        by: MemberCode,
    },
    /// A member dissociates itself from a text.
    #[n(10)]
    Dissociated {
        /// The text.
        #[n(0)]
        text: TextNo,
        /// The member.
        #[n(1)]
        by: MemberCode,
        /// Why.
        #[n(2)]
        reason: Phrase,
    },
    /// Nobody objected: a text is agreed.
    #[n(11)]
    TextAgreed {
        /// The text.
        #[n(0)]
        text: TextNo,
        /// By whom: those who took part and are bound still.
        #[n(1)]
        by: Vec<MemberCode>,
    },
    /// A text is recorded over an objection.
    #[n(12)]
    TextConcluded {
        /// The text.
        #[n(0)]
        text: TextNo,
        /// Who supports it.
        #[n(1)]
        supported_by: Vec<MemberCode>,
        /// Who dissociates itself.
        #[n(2)]
        dissociated: Vec<MemberCode>,
    },
    /// Its mover took a text back.
    #[n(13)]
    TextTakenBack {
        /// The text.
        #[n(0)]
        text: TextNo,
        /// The member.
        #[n(1)]
        by: MemberCode,
        /// Why.
        #[n(2)]
        reason: Phrase,
    },
    /// The decision that a text asked for was named.
    #[n(14)]
    DecisionNamed {
        /// The text.
        #[n(0)]
        text: TextNo,
        /// The decision.
        #[n(1)]
        decision: DecisionNo,
    },
    /// A member reports proceedings in another body.
    #[n(15)]
    ProceedingReported {
        /// The number of the report.
        #[n(0)]
        proceeding: ProceedingNo,
        /// Who reports them.
        #[n(1)]
        by: MemberCode,
        /// The body.
        #[n(2)]
        body: Phrase,
        /// How far they are.
        #[n(3)]
        status: ProceedingStatus,
        /// By what source.
        #[n(4)]
        source: Phrase,
        /// For whom the report is.
        #[n(5)]
        audience: Audience,
        /// The consultations that they are linked with.
        #[n(6)]
        consultation: Option<ConsultationNo>,
        /// The day on which they were called, held or concluded.
        #[n(7)]
        on: Option<Day>,
    },
}
