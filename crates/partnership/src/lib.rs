//! What is true in a partnership, and what may change it.
//!
//! A [`Partnership`] is a function of its [`Genesis`] and of the blocks that were ordered since: no clock, no
//! disk, no network, no chance. Bytes become [`Signed`] commands, these [`Authentic`] ones, and these either
//! events or a [`Refusal`]; [`Partnership::step`] alone lets events happen.
//!
//! Every room ([`members`], [`decisions`], [`fund`], [`cases`], [`audit`], [`consultations`], [`frameworks`],
//! [`continuity`], [`positions`], [`capabilities`]) has the same furniture: what is true about it, its `Command`, `Event` and
//! `Refusal`, and one file per command with the article it serves and its checks.
#![no_std]

extern crate alloc;

mod admitted;
mod agenda;
mod audience;
pub mod audit;
mod authentic;
mod author;
mod basis;
mod block;
pub mod capabilities;
pub mod cases;
mod command;
pub mod consultations;
pub mod continuity;
pub mod decisions;
mod due;
mod event;
#[cfg(test)]
mod exercise;
pub mod frameworks;
pub mod fund;
mod genesis;
mod ids;
mod key;
pub mod members;
mod moment;
mod ordering;
mod partnership;
mod phrase;
pub mod positions;
mod quotas;
mod refusal;
mod remembered;
mod rules;
mod signed;
mod snapshot;
mod step;
mod tree;
mod verified;
mod wire;
mod wording;

pub use admitted::Admitted;
pub use agenda::{Due, Task};
pub use audience::Audience;
pub use authentic::{Act, Authentic, LONGEST_EXPIRY_MILLIS, Unauthentic};
pub use author::{Post, PostError};
pub use basis::Basis;
pub use block::{Block, BlockError, Head, MAX_BLOCK_BYTES, MAX_BLOCK_COMMANDS};
pub use command::{Class, Command, Provision};
pub use due::due;
pub use event::{Booked, By, Event};
pub use genesis::{Founder, Genesis, GenesisError, MAX_GENESIS_BYTES, Nature};
pub use ids::{
    AgreementHash, ArrangementNo, AssessmentNo, BalancesHash, BlockId, BriefingNo, CallNo, CaseNo, CommandId,
    ConsultationNo, DecisionNo, DeclarationNo, DependencyNo, Digest, DocumentHash, EffectHash, EmergencyNo,
    EntryNo, FindingNo, FrameworkNo, GroupingNo, HexError, LiaisonLineNo, LineNo, LossNo, NeedNo,
    NodesDigest, OfferNo, OpinionNo, PartnershipId, PaymentNo, ProceedingNo, ProcurementNo, PublicKey,
    RateNo, ReportNo, SealNo, SessionNo, SoundingNo, StatementNo, StepNo, TextHash, TextNo, TrancheNo,
    TreeRoot, hash,
};
pub use moment::{Day, Moment};
pub use ordering::{Evidence, MAX_EVIDENCE, Orderer, Seal, Seals, SignedWord, Word, WordKind};
pub use partnership::Partnership;
pub use phrase::{MAX_PHRASE_BYTES, Phrase, PhraseError};
pub use refusal::{Refusal, Refused};
pub use remembered::Remembered;
pub use rules::{RuleId, RuleIdError};
pub use signed::{Envelope, MAX_COMMAND_BYTES, Signed, SignedError, Unsigned, to_be_signed};
pub use snapshot::{MAX_SNAPSHOT_BYTES, SnapshotError};
pub use step::{InvalidBlock, MAX_DUE_A_BLOCK, Outcome, Stepped, validate};
pub use tree::Extent;
pub use verified::Verified;
pub use wording::Wording;
