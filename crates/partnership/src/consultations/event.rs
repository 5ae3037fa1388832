//! What happens in the room of consultations.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use crate::audience::Audience;
use crate::ids::{ConsultationNo, DocumentHash};
use crate::moment::Moment;
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
}
