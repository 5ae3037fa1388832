//! What happens to assessments.

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use super::{Legal, Pathway, Refusal, Standard};
use crate::event::Event as AnyEvent;
use crate::frameworks;
use crate::ids::AssessmentNo;
use crate::refusal::Refusal as AnyRefusal;

/// Something that happened to an assessment.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A member said what its law allows.
    #[n(0)]
    LegalGiven {
        /// Its number.
        #[n(0)]
        assessment: AssessmentNo,
        /// The member.
        #[n(1)]
        by: MemberCode,
        /// What it says.
        #[n(2)]
        legal: Legal,
        /// The member's draft that ends with it.
        #[n(3)]
        ends: Option<AssessmentNo>,
    },
    /// A member said in which way it buys.
    #[n(1)]
    PathwayGiven {
        /// Its number.
        #[n(0)]
        assessment: AssessmentNo,
        /// The member.
        #[n(1)]
        by: MemberCode,
        /// What it says.
        #[n(2)]
        pathway: Pathway,
        /// The member's draft that ends with it.
        #[n(3)]
        ends: Option<AssessmentNo>,
    },
    /// A member said how far it has come with a standard.
    #[n(2)]
    StandardGiven {
        /// Its number.
        #[n(0)]
        assessment: AssessmentNo,
        /// The member.
        #[n(1)]
        by: MemberCode,
        /// What it says.
        #[n(2)]
        standard: Standard,
        /// The member's draft that ends with it.
        #[n(3)]
        ends: Option<AssessmentNo>,
    },
    /// A member took back what it had said.
    #[n(3)]
    Withdrawn {
        /// The entry.
        #[n(0)]
        assessment: AssessmentNo,
        /// The member.
        #[n(1)]
        by: MemberCode,
    },
}

impl From<Event> for AnyEvent {
    fn from(event: Event) -> AnyEvent {
        AnyEvent::Frameworks(frameworks::Event::Assessments(event))
    }
}

impl From<Refusal> for AnyRefusal {
    fn from(refusal: Refusal) -> AnyRefusal {
        AnyRefusal::Frameworks(refusal.into())
    }
}
