//! All that is true.

use alloc::sync::Arc;

use quorate_charter::Charter;

use crate::agenda::Agenda;
use crate::audit::Audit;
use crate::basis::Tips;
use crate::capabilities::Capabilities;
use crate::cases::Cases;
use crate::consultations::Consultations;
use crate::continuity::Continuity;
use crate::decisions::Decisions;
use crate::event::Booked;
use crate::frameworks::Frameworks;
use crate::fund::Fund;
use crate::genesis::{Genesis, GenesisError, Nature};
use crate::ids::{BlockId, CommandId, Digest, PartnershipId, hash};
use crate::members::{Members, Nodes};
use crate::moment::Moment;
use crate::ordering::Ordering;
use crate::positions::Positions;
use crate::quotas::Quotas;
use crate::remembered::{Memory, Remembered};
use crate::tree::{Edge, Extent};

/// A partnership at one agreed moment: the genesis and everything ordered since.
///
/// Two nodes that began from the same genesis and stepped through the same blocks hold equal partnerships.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partnership {
    pub(crate) id: PartnershipId,
    pub(crate) nature: Nature,
    /// Shared by all copies, until one of them puts another in force.
    pub(crate) charter: Arc<Charter>,
    pub(crate) height: u64,
    pub(crate) moment: Moment,
    pub(crate) tip: BlockId,
    pub(crate) tips: Tips,
    pub(crate) digest: Digest,
    pub(crate) edge: Edge,
    pub(crate) ordering: Ordering,
    pub(crate) agenda: Agenda,
    pub(crate) memory: Memory,
    pub(crate) quotas: Quotas,
    pub(crate) members: Members,
    pub(crate) decisions: Decisions,
    pub(crate) fund: Fund,
    pub(crate) cases: Cases,
    pub(crate) audit: Audit,
    pub(crate) frameworks: Frameworks,
    pub(crate) consultations: Consultations,
    pub(crate) continuity: Continuity,
    pub(crate) positions: Positions,
    pub(crate) capabilities: Capabilities,
}

impl Partnership {
    /// Begins a partnership.
    ///
    /// # Errors
    /// As [`Genesis::new`]; never for a genesis that was made or read by it.
    pub fn begin(genesis: &Genesis) -> Result<Partnership, GenesisError> {
        let charter = Arc::new(genesis.read_charter()?);
        let id = genesis.id();
        let members = Members::founded(genesis.founders(), &charter);
        Ok(Partnership {
            id,
            nature: genesis.nature(),
            charter,
            height: 0,
            moment: genesis.begins(),
            tip: BlockId(id.0),
            tips: Tips::default(),
            digest: Digest(hash("quorate/digest/1", &[&id.0])),
            edge: Edge::default(),
            ordering: Ordering::begins(genesis.begins()),
            agenda: Agenda::default(),
            memory: Memory::default(),
            quotas: Quotas::default(),
            members,
            decisions: Decisions::default(),
            fund: Fund::default(),
            cases: Cases::default(),
            audit: Audit::default(),
            frameworks: Frameworks::default(),
            consultations: Consultations::default(),
            continuity: Continuity::default(),
            positions: Positions::default(),
            capabilities: Capabilities::default(),
        })
    }

    /// A copy for trying things out: a rehearsal from this moment on, with an id of its own, so that nothing
    /// signed for the one stands in the other.
    #[must_use]
    pub fn rehearse(&self) -> Partnership {
        let mut copy = self.clone();
        copy.id = PartnershipId(hash("quorate/rehearsal/1", &[&self.id.0, &self.digest.0]));
        copy.nature = Nature::Rehearsal { rate: 0 };
        copy
    }

    /// The partnership's id.
    #[must_use]
    pub fn id(&self) -> PartnershipId {
        self.id
    }

    /// Real or rehearsal.
    #[must_use]
    pub fn nature(&self) -> Nature {
        self.nature
    }

    pub(crate) fn is_rehearsal(&self) -> bool {
        matches!(self.nature, Nature::Rehearsal { .. })
    }

    /// What the articles say.
    #[must_use]
    pub fn charter(&self) -> &Charter {
        &self.charter
    }

    /// How many blocks were ordered.
    #[must_use]
    pub fn height(&self) -> u64 {
        self.height
    }

    /// The moment of the last block.
    #[must_use]
    pub fn moment(&self) -> Moment {
        self.moment
    }

    /// Up to when deadlines were heard out before the commands of the next block, or of the one that is heard now.
    pub(crate) fn heard(&self) -> Moment {
        self.ordering.heard()
    }

    /// The last block; the genesis before the first.
    #[must_use]
    pub fn tip(&self) -> BlockId {
        self.tip
    }

    /// The record so far.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The record so far, as the next block names it.
    #[must_use]
    pub fn extent(&self) -> Extent {
        Extent { size: self.edge.size(), root: self.edge.root(), digest: self.digest }
    }

    /// The answer to a command that was ordered and has not expired since.
    #[must_use]
    pub fn remembered(&self, id: &CommandId) -> Option<&Remembered> {
        self.memory.get(id)
    }

    /// The next moment at which time alone brings something.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Moment> {
        self.agenda.next()
    }

    /// What is true about members.
    #[must_use]
    pub fn members(&self) -> &Members {
        &self.members
    }

    /// The nodes that agree on the next block.
    #[must_use]
    pub fn nodes(&self) -> &Nodes {
        self.members.nodes()
    }

    /// What is true about decisions.
    #[must_use]
    pub fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// What is true about the fund.
    #[must_use]
    pub fn fund(&self) -> &Fund {
        &self.fund
    }

    /// What is true about cases.
    #[must_use]
    pub fn cases(&self) -> &Cases {
        &self.cases
    }

    /// What is true about the audit.
    #[must_use]
    pub fn audit(&self) -> &Audit {
        &self.audit
    }

    /// What is true about frameworks.
    #[must_use]
    pub fn frameworks(&self) -> &Frameworks {
        &self.frameworks
    }

    /// What is true about consultations.
    #[must_use]
    pub fn consultations(&self) -> &Consultations {
        &self.consultations
    }

    /// What is true about lines between militaries.
    #[must_use]
    pub fn continuity(&self) -> &Continuity {
        &self.continuity
    }

    /// What is true about positions.
    #[must_use]
    pub fn positions(&self) -> &Positions {
        &self.positions
    }

    /// What is true about capabilities.
    #[must_use]
    pub fn capabilities(&self) -> &Capabilities {
        &self.capabilities
    }

    pub(crate) fn quotas(&self) -> &Quotas {
        &self.quotas
    }

    /// Chains an event to the digest, and makes it a leaf of the tree.
    pub(crate) fn chain(&mut self, booked: &Booked) {
        let bytes = booked.to_bytes();
        self.digest = self.digest.then(&bytes);
        self.edge.push(&bytes);
    }
}
