//! What happens to the instrument.

use minicbor::{Decode, Encode};
use quorate_charter::{Means, MemberCode};

use super::{Act, Adopt};
use crate::audience::Audience;
use crate::ids::{DecisionNo, DeclarationNo, DocumentHash, StepNo};
use crate::members;
use crate::moment::{Day, Moment};
use crate::phrase::Phrase;
use crate::wording::Wording;

/// Something that happened to the charter as an instrument, or under it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A text was adopted.
    #[n(0)]
    TextAdopted {
        /// The decision.
        #[n(0)]
        decision: DecisionNo,
        /// What it is called, and its document.
        #[n(1)]
        terms: Adopt,
    },
    /// A State adopted the charter's text as it was negotiated; nothing binds it.
    #[n(1)]
    Agreed {
        /// The State.
        #[n(0)]
        member: MemberCode,
    },
    /// A State lodged full powers.
    #[n(2)]
    FullPowersLodged {
        /// The State.
        #[n(0)]
        member: MemberCode,
        /// For which act.
        #[n(1)]
        act: Act,
        /// The document.
        #[n(2)]
        document: DocumentHash,
    },
    /// A State signed ad referendum: the signature waits for its confirmation.
    #[n(3)]
    SignedAdReferendum {
        /// The State.
        #[n(0)]
        member: MemberCode,
    },
    /// A State gave its consent to be bound. It counts once the record tells of its ratification: at once, or when a
    /// depositary has taken it in.
    #[n(4)]
    ConsentGiven {
        /// The State.
        #[n(0)]
        member: MemberCode,
        /// By which means.
        #[n(1)]
        means: Means,
    },
    /// A depositary took in a consent.
    #[n(5)]
    TakenIn {
        /// Whose consent.
        #[n(0)]
        member: MemberCode,
        /// The depositary.
        #[n(1)]
        by: MemberCode,
    },
    /// A State takes part in an arrangement by its signature.
    #[n(6)]
    TakesPart {
        /// The State.
        #[n(0)]
        member: MemberCode,
    },
    /// A State gave notice that it ends its provisional application.
    #[n(7)]
    ProvisionalEnds {
        /// The State.
        #[n(0)]
        member: MemberCode,
        /// When it ends.
        #[n(1)]
        effective: Moment,
    },
    /// A State made a reservation.
    #[n(8)]
    Reserved {
        /// The State.
        #[n(0)]
        member: MemberCode,
        /// To which article.
        #[n(1)]
        article: u16,
        /// What it says.
        #[n(2)]
        wording: Wording,
    },
    /// A State withdrew a reservation.
    #[n(9)]
    ReservationWithdrawn {
        /// The State.
        #[n(0)]
        member: MemberCode,
        /// To which article it was.
        #[n(1)]
        article: u16,
    },
    /// A State objected to another's reservation.
    #[n(10)]
    Objected {
        /// Who objects.
        #[n(0)]
        by: MemberCode,
        /// Whose reservation.
        #[n(1)]
        member: MemberCode,
        /// To which article it is.
        #[n(2)]
        article: u16,
        /// Whether the instrument shall not be in force between the two.
        #[n(3)]
        precludes: bool,
    },
    /// A State withdrew its objection.
    #[n(11)]
    ObjectionWithdrawn {
        /// Who had objected.
        #[n(0)]
        by: MemberCode,
        /// Whose reservation.
        #[n(1)]
        member: MemberCode,
        /// To which article it is.
        #[n(2)]
        article: u16,
    },
    /// A State made a declaration.
    #[n(12)]
    Declared {
        /// Its number.
        #[n(0)]
        declaration: DeclarationNo,
        /// The State.
        #[n(1)]
        member: MemberCode,
        /// For whom it is.
        #[n(2)]
        audience: Audience,
        /// What it says.
        #[n(3)]
        wording: Wording,
    },
    /// A State declared a step of its own.
    #[n(13)]
    StepDeclared {
        /// Its number.
        #[n(0)]
        step: StepNo,
        /// The State.
        #[n(1)]
        member: MemberCode,
        /// What it is.
        #[n(2)]
        what: Phrase,
        /// By when it means to have taken it.
        #[n(3)]
        by: Day,
        /// Where that is to be read.
        #[n(4)]
        source: Option<Phrase>,
    },
    /// A step is done.
    #[n(14)]
    StepCompleted {
        /// Its number.
        #[n(0)]
        step: StepNo,
        /// The State.
        #[n(1)]
        member: MemberCode,
    },
    /// The instrument was registered elsewhere, as a member notes.
    #[n(15)]
    RegistrationNoted {
        /// Who notes it.
        #[n(0)]
        by: MemberCode,
        /// With whom.
        #[n(1)]
        with: Phrase,
        /// Under which number.
        #[n(2)]
        number: Phrase,
    },
}

impl From<Event> for members::Event {
    fn from(event: Event) -> members::Event {
        members::Event::Instrument(event)
    }
}
