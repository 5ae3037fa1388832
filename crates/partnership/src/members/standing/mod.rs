//! Who is bound, from when and until when, and who has a voice. Articles: entry into force to lost keys.

mod apply;
mod follows;
mod needs;
mod on;
mod refusal;
mod seats;

use alloc::collections::{BTreeMap, BTreeSet};

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode, Period, Settlement};

pub(crate) use follows::leaves;
pub(super) use follows::with_what_follows;
pub use needs::Needs;
pub use on::On;
pub use refusal::Refusal;
pub(crate) use seats::enough;

use super::Event;
use super::text::Text;
use crate::ids::PublicKey;
use crate::moment::Moment;

/// What the text that a member accepted leaves it: no other text shortens its time to object, and none keeps it longer
/// in, provisionally or bound, or suspended, or pays it less when it leaves, until it accepts that one too. What a
/// text says nothing of cannot be
/// done to who accepted it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Terms {
    /// The notice by which it withdraws.
    #[n(0)]
    pub(super) notice: Option<Period>,
    /// The longest suspension.
    #[n(1)]
    pub(super) at_most: Option<Period>,
    /// How long it can object to new keys.
    #[n(2)]
    pub(super) wait: Option<Period>,
    /// On what terms its share is paid back when it leaves.
    #[n(3)]
    pub(super) settlement: Option<Settlement>,
    /// The notice by which it ends its provisional application; none: at once.
    #[n(4)]
    pub(super) provisional_notice: Option<Period>,
}

impl Terms {
    pub(super) fn of(charter: &Charter) -> Terms {
        Terms {
            notice: charter.withdrawal().map(|article| article.notice()),
            at_most: charter.suspension().map(|article| article.at_most()),
            wait: charter.lost_keys().map(|article| article.wait()),
            settlement: charter.withdrawal().and_then(|article| article.settlement()),
            provisional_notice: charter.entry_into_force().and_then(|article| article.provisional_notice()),
        }
    }
}

/// Where a State stands towards the charter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Bond {
    #[n(0)]
    pub(super) signed: bool,
    #[n(1)]
    pub(super) ratified: bool,
    /// Applies the charter before it is in force for it (VCLT, Article 25).
    #[n(2)]
    pub(super) provisional: bool,
    /// The version of the text that it accepted; 1 is that of the genesis.
    #[n(3)]
    pub(super) accepted: u32,
    /// What that text leaves it.
    #[n(4)]
    pub(super) terms: Terms,
    /// The first moment at which a suspension is over.
    #[n(5)]
    pub(super) suspended: Option<Moment>,
    /// How many times it was suspended: a decision on one suspension does not stand for the next.
    #[n(6)]
    pub(super) suspensions: u32,
    /// Whether its votes rest because what it owes is older than the article allows.
    #[n(7)]
    pub(super) rests: bool,
    /// When it is asked again whether they can, if too few were left when it was asked last.
    #[n(8)]
    pub(super) kept: Option<Moment>,
    /// When its withdrawal takes effect.
    #[n(9)]
    pub(super) leaves: Option<Moment>,
    #[n(10)]
    pub(super) left: bool,
}

impl Bond {
    fn suspend(&mut self, until: Moment) {
        self.suspended = Some(until);
        self.suspensions = self.suspensions.saturating_add(1);
    }
}

/// A State that was invited and has not acceded.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Invitation {
    #[n(0)]
    pub(super) admit: super::Admit,
}

/// A text that was adopted and is not in force.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Adopted {
    #[n(0)]
    pub(super) amends: u32,
    #[n(1)]
    pub(super) text: Text,
    #[n(2)]
    pub(super) accepted: BTreeSet<MemberCode>,
}

/// New keys that wait until nobody has objected with an old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Renewal {
    #[n(0)]
    pub(super) root: PublicKey,
    #[n(1)]
    pub(super) recovery: PublicKey,
    #[n(2)]
    pub(super) effective: Moment,
}

/// Where every State stands that ever had to do with the charter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Standings {
    /// Whether the charter is in force.
    #[n(0)]
    pub(super) in_force: bool,
    /// The version of the text in force.
    #[n(1)]
    pub(super) version: u32,
    /// The text itself; none while it is that of the genesis.
    #[n(7)]
    pub(super) text: Option<Text>,
    #[n(2)]
    pub(super) of: BTreeMap<MemberCode, Bond>,
    #[n(3)]
    pub(super) invited: BTreeMap<MemberCode, Invitation>,
    /// By the version that each would become.
    #[n(4)]
    pub(super) adopted: BTreeMap<u32, Adopted>,
    /// The last version that was given to a text.
    #[n(5)]
    pub(super) versions: u32,
    #[n(6)]
    pub(super) renewals: BTreeMap<MemberCode, Renewal>,
}

impl Standings {
    /// At the founding. Without an article on entry into force everyone is bound from then on.
    pub(super) fn founded(charter: &Charter) -> Standings {
        let in_force = charter.entry_into_force().is_none();
        let terms = Terms::of(charter);
        let bond = Bond { signed: in_force, ratified: in_force, accepted: 1, terms, ..Bond::default() };
        let of = charter.members().map(|(member, _)| (member, bond.clone())).collect();
        Standings { in_force, version: 1, versions: 1, of, ..Standings::default() }
    }

    /// Whether the charter, or its provisional application, binds the member.
    pub(super) fn binds(&self, bond: &Bond) -> bool {
        !bond.left && (bond.provisional || (self.in_force && bond.ratified))
    }

    /// Whether the member takes part in decisions in which it is no interested party.
    pub(super) fn has_voice(&self, bond: &Bond) -> bool {
        self.binds(bond) && bond.suspended.is_none() && !bond.rests && bond.accepted == self.version
    }

    pub(super) fn bound(&self, member: MemberCode) -> Option<&Bond> {
        self.of.get(&member).filter(|bond| self.binds(bond))
    }

    /// What an objection to the new keys of a member brings, if some wait.
    pub(super) fn objected(&self, member: MemberCode) -> Option<Event> {
        let renewal = self.renewals.get(&member)?;
        Some(Event::KeysObjected { member, effective: renewal.effective })
    }

    pub(super) fn change(&mut self, member: MemberCode, change: impl FnOnce(&mut Bond)) {
        if let Some(bond) = self.of.get_mut(&member) {
            change(bond);
        }
    }
}
