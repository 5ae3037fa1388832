//! All that is true, as bytes: what a node keeps so that it need not step through everything when it starts.
//!
//! A snapshot proves nothing to anyone: who is given one has to believe whoever made it. A node reads its own alone.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Encode, Encoder};
use quorate_charter::{Charter, Member, MemberCode, RuleName, Title};

use crate::agenda::Agenda;
use crate::audit::Audit;
use crate::basis::Tips;
use crate::capabilities::Capabilities;
use crate::cases::Cases;
use crate::consultations::Consultations;
use crate::continuity::Continuity;
use crate::decisions::Decisions;
use crate::frameworks::Frameworks;
use crate::fund::Fund;
use crate::genesis::Genesis;
use crate::ids::{BlockId, Digest, PartnershipId};
use crate::members::Members;
use crate::moment::Moment;
use crate::ordering::Ordering;
use crate::partnership::Partnership;
use crate::positions::Positions;
use crate::quotas::Quotas;
use crate::remembered::Memory;
use crate::tree::Edge;
use crate::wire;

/// The longest snapshot that is read, in bytes.
pub const MAX_SNAPSHOT_BYTES: usize = 1024 * 1024 * 1024;

/// The form of a snapshot. It is another whenever what is true is written otherwise.
const VERSION: u8 = 4;

/// Why bytes are no snapshot of this partnership.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SnapshotError {
    /// Too long.
    #[error("a snapshot has at most {MAX_SNAPSHOT_BYTES} bytes")]
    TooLong,
    /// Not the form.
    #[error("these bytes are not the form of a snapshot")]
    Form,
    /// Of another partnership.
    #[error("it is a snapshot of another partnership")]
    Other,
    /// Of something that cannot be.
    #[error("what it says cannot be")]
    Untrue,
}

/// A member as the charter in force names it: the code, the two names, the weights by measure.
#[derive(Encode, Decode)]
struct MemberForm {
    #[n(0)]
    code: MemberCode,
    #[n(1)]
    en: String,
    #[n(2)]
    fr: String,
    #[n(3)]
    weights: Vec<(RuleName, u64)>,
}

/// Everything, in the order in which it is written. The nature and the text of the genesis are not: whoever reads it has
/// the genesis.
#[derive(Decode)]
struct Form {
    #[n(0)]
    version: u8,
    #[n(1)]
    id: PartnershipId,
    #[n(2)]
    stands: Vec<MemberForm>,
    #[n(3)]
    height: u64,
    #[n(4)]
    moment: Moment,
    #[n(5)]
    ordering: Ordering,
    #[n(6)]
    tip: BlockId,
    #[n(7)]
    tips: Tips,
    #[n(8)]
    digest: Digest,
    #[n(9)]
    edge: Edge,
    #[n(10)]
    agenda: Agenda,
    #[n(11)]
    memory: Memory,
    #[n(12)]
    quotas: Quotas,
    #[n(13)]
    members: Members,
    #[n(14)]
    decisions: Decisions,
    #[n(15)]
    fund: Fund,
    #[n(16)]
    cases: Cases,
    #[n(17)]
    audit: Audit,
    #[n(18)]
    frameworks: Frameworks,
    #[n(19)]
    consultations: Consultations,
    #[n(20)]
    continuity: Continuity,
    #[n(21)]
    positions: Positions,
    #[n(22)]
    capabilities: Capabilities,
}

impl Form {
    /// What it says, if that can be.
    fn read(mut self, genesis: &Genesis) -> Option<Partnership> {
        let text = match self.members.text_in_force() {
            Some(text) => text.charter()?,
            None => genesis.read_charter().ok()?,
        };
        let stands = self.stands.into_iter();
        let stands = stands.map(|form| (form.code, Title { en: form.en, fr: form.fr }, form.weights));
        let charter = Arc::new(text.with_members(stands).ok()?);
        self.members.know_all();
        let is_sound =
            self.decisions.is_sound() && self.cases.is_sound() && self.moment >= self.ordering.heard();
        is_sound.then(|| Partnership {
            id: self.id,
            nature: genesis.nature(),
            charter,
            height: self.height,
            moment: self.moment,
            ordering: self.ordering,
            tip: self.tip,
            tips: self.tips,
            digest: self.digest,
            edge: self.edge,
            agenda: self.agenda,
            memory: self.memory,
            quotas: self.quotas,
            members: self.members,
            decisions: self.decisions,
            fund: self.fund,
            cases: self.cases,
            audit: self.audit,
            frameworks: self.frameworks,
            consultations: self.consultations,
            continuity: self.continuity,
            positions: self.positions,
            capabilities: self.capabilities,
        })
    }
}

fn stands(charter: &Charter) -> Vec<MemberForm> {
    let measures: Vec<RuleName> =
        charter.measures().iter().filter_map(|measure| measure.name().parse().ok()).collect();
    let form = |(code, member): (MemberCode, &Member)| MemberForm {
        code,
        en: member.name().en.clone(),
        fr: member.name().fr.clone(),
        weights: measures.iter().cloned().zip(member.weights().iter().copied()).collect(),
    };
    charter.members().map(form).collect()
}

/// In the order of `Form`.
impl<C> Encode<C> for Partnership {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), EncodeError<W::Error>> {
        // Named one by one: what is not written here does not build.
        let Partnership {
            id,
            nature: _,
            charter,
            height,
            moment,
            ordering,
            tip,
            tips,
            digest,
            edge,
            agenda,
            memory,
            quotas,
            members,
            decisions,
            fund,
            cases,
            audit,
            frameworks,
            consultations,
            continuity,
            positions,
            capabilities,
        } = self;
        e.array(23)?.u8(VERSION)?.encode_with(id, ctx)?.encode_with(stands(charter), ctx)?;
        e.u64(*height)?.encode_with(moment, ctx)?.encode_with(ordering, ctx)?;
        e.encode_with(tip, ctx)?.encode_with(tips, ctx)?.encode_with(digest, ctx)?.encode_with(edge, ctx)?;
        e.encode_with(agenda, ctx)?.encode_with(memory, ctx)?.encode_with(quotas, ctx)?;
        e.encode_with(members, ctx)?.encode_with(decisions, ctx)?;
        e.encode_with(fund, ctx)?.encode_with(cases, ctx)?.encode_with(audit, ctx)?;
        e.encode_with(frameworks, ctx)?.encode_with(consultations, ctx)?;
        e.encode_with(continuity, ctx)?.encode_with(positions, ctx)?.encode_with(capabilities, ctx)?.ok()
    }
}

impl Partnership {
    /// All that is true, as bytes: equal partnerships give equal ones.
    #[must_use]
    pub fn to_snapshot(&self) -> Vec<u8> {
        wire::bytes(self)
    }

    /// What is true, as it was written: with the genesis from which the partnership began.
    ///
    /// # Errors
    /// [`SnapshotError`] for bytes that [`Partnership::to_snapshot`] does not give.
    pub fn from_snapshot(bytes: &[u8], genesis: &Genesis) -> Result<Partnership, SnapshotError> {
        if bytes.len() > MAX_SNAPSHOT_BYTES {
            return Err(SnapshotError::TooLong);
        }
        let form: Form = minicbor::decode(bytes).map_err(|_| SnapshotError::Form)?;
        if form.version != VERSION {
            return Err(SnapshotError::Form);
        }
        if form.id != genesis.id() {
            return Err(SnapshotError::Other);
        }
        let partnership = form.read(genesis).ok_or(SnapshotError::Untrue)?;
        // One form for each partnership: nothing stands twice, or in another order, or beside it.
        if partnership.to_snapshot() == bytes { Ok(partnership) } else { Err(SnapshotError::Form) }
    }
}

#[cfg(test)]
pub(crate) mod tests;
