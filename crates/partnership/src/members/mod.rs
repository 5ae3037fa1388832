//! Members: where they stand, their keys, and whom they accredit.

mod accede;
mod accept;
mod accredit;
mod admit;
mod admit_beneficiary;
mod amend;
mod arrears;
mod beneficiaries;
mod beneficiary_refusal;
mod command;
mod effect;
mod end_admission;
mod end_provisional;
mod event;
mod instrument;
mod keys;
mod name_node;
mod nodes;
mod object_keys;
mod ratify;
mod reaccredit;
mod refusal;
mod replace_root;
mod revoke;
mod sign;
mod standing;
mod state;
mod stay;
mod suspend;
mod text;
mod withdraw;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::sync::Arc;
use alloc::vec::Vec;

use ed25519_dalek::VerifyingKey;
use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode, Office};

pub use accede::Accede;
pub use accept::Accept;
pub use accredit::Accredit;
pub use admit::{Admit, Weight};
pub use admit_beneficiary::AdmitBeneficiary;
pub use amend::Amend;
pub(crate) use arrears::{votes_rest, votes_return};
use beneficiaries::Beneficiaries;
pub use beneficiaries::{Event as BeneficiaryEvent, ForBeneficiary};
pub use beneficiary_refusal::BeneficiaryRefusal;
pub use command::Command;
pub use effect::Effect;
pub use end_admission::EndAdmission;
pub use end_provisional::EndProvisional;
pub use event::Event;
pub(crate) use instrument::provisional_ends;
pub use instrument::{
    Act, Adopt, AdoptText, CompleteStep, ConfirmSignature, Consent, Declare, DeclareStep, InstrumentCommand,
    InstrumentEvent, InstrumentRefusal, LodgeFullPowers, NoteRegistration, ObjectToReservation, Reserve,
    SignAdReferendum, TakeIn, WithdrawObjection, WithdrawReservation,
};
pub use keys::Credential;
use keys::{Keys, ready};
pub use name_node::{NameNode, Ready};
pub use nodes::Nodes;
pub use object_keys::ObjectKeys;
pub use ratify::Ratify;
pub use reaccredit::Reaccredit;
pub(crate) use reaccredit::keys_replaced;
pub use refusal::Refusal;
pub use replace_root::ReplaceRoot;
pub use revoke::Revoke;
pub use sign::Sign;
use standing::Standings;
pub(crate) use standing::leaves;
pub use standing::{Needs, On, Refusal as StandingRefusal};
pub use state::State;
pub use stay::Stay;
pub(crate) use suspend::suspension_ends;
pub use suspend::{Restore, Suspend};
pub use text::{MAX_TEXT_BYTES, Text, TextError};
pub use withdraw::Withdraw;

use crate::agenda::Agenda;
use crate::author::Post;
use crate::genesis::{Founder, Genesis};
use crate::ids::PublicKey;
use crate::moment::Moment;

/// The most credentials that a member has at a time; those that were ended or whose term is over do not count.
pub const MAX_CREDENTIALS: usize = 256;

/// What is true about members: where they stand, and their keys, now and before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Members {
    #[n(0)]
    keys: BTreeMap<MemberCode, Keys>,
    /// Every key that ever stood for any member, ready to verify with. What it may do, `keys` says.
    #[cbor(skip)]
    known: BTreeMap<PublicKey, VerifyingKey>,
    #[n(1)]
    standings: Standings,
    #[n(2)]
    nodes: Nodes,
    #[cbor(n(3), default)]
    beneficiaries: Beneficiaries,
    #[cbor(n(4), default)]
    instrument: instrument::Instrument,
}

impl Members {
    /// The members with the keys that they brought to the founding.
    pub(crate) fn founded(founders: &[Founder], charter: &Charter) -> Members {
        let (standings, nodes) = (Standings::founded(charter), Nodes::founded(founders));
        let mut members = Members { standings, nodes, ..Members::default() };
        for founder in founders {
            let Founder { member, root, recovery, .. } = *founder;
            members.begin(member, root, recovery);
        }
        members
    }

    /// The members as a genesis founds them, for whoever follows a record without a partnership.
    #[must_use]
    pub fn of(genesis: &Genesis, charter: &Charter) -> Members {
        Members::founded(genesis.founders(), charter)
    }

    /// Takes in what happened at this moment. The charter in force follows.
    pub fn hear(&mut self, charter: &mut Arc<Charter>, event: &Event, at: Moment) {
        // What falls due is not asked here: it stands in the record that is followed.
        self.apply(charter, &mut Agenda::default(), event, at);
    }

    /// A State comes with these keys. If they are those that it has, its officers stay.
    fn comes_with(&mut self, state: MemberCode, root: PublicKey, recovery: PublicKey) {
        if self.are_its_own(state, [root, recovery]).is_err() {
            self.begin(state, root, recovery);
        }
    }

    /// A State's first keys, or the two that take the place of all it had.
    fn begin(&mut self, member: MemberCode, root: PublicKey, recovery: PublicKey) {
        let stood = self.keys.remove(&member).map(|keys| keys.stood).unwrap_or_default();
        self.keys.insert(member, Keys { root, recovery, credentials: Vec::new(), stood });
        self.know(root, member);
        self.know(recovery, member);
    }

    /// Whether this key may act in this post at this moment, which is not before the last block.
    #[must_use]
    pub fn holds(&self, post: Post, key: &PublicKey, at: Moment) -> bool {
        let Some(keys) = self.keys.get(&post.member) else { return false };
        match post.office {
            Office::Root => keys.root == *key,
            Office::Recovery => keys.recovery == *key,
            office => keys.credential(key, office).is_some_and(|credential| credential.holds(at)),
        }
    }

    /// Whether what was signed in this post with this key still counts at this moment. What was presumed does.
    pub(crate) fn vouches(&self, post: Post, key: Option<&PublicKey>, at: Moment) -> bool {
        key.is_none_or(|key| self.holds(post, key, at))
    }

    /// Whether what a treasurer of the member signed with this key still counts at this moment.
    pub(crate) fn vouches_treasurer(&self, member: MemberCode, key: Option<&PublicKey>, at: Moment) -> bool {
        self.vouches(Post { member, office: Office::Treasurer }, key, at)
    }

    /// The members with a voice that have someone in this office at this moment.
    #[must_use]
    pub fn with(&self, office: Office, at: Moment) -> BTreeSet<MemberCode> {
        let holds = |keys: &Keys| keys.credentials.iter().any(|c| c.office == office && c.holds(at));
        let can = |(member, keys): &(&MemberCode, &Keys)| self.has_voice(**member) && holds(keys);
        self.keys.iter().filter(can).map(|(member, _)| *member).collect()
    }

    /// The key ready to verify with, if it ever stood for a member.
    pub(crate) fn verifying(&self, key: &PublicKey) -> Option<&VerifyingKey> {
        self.known.get(key)
    }

    /// The nodes that agree on the next block.
    #[must_use]
    pub fn nodes(&self) -> &Nodes {
        &self.nodes
    }

    /// Whether a key stands, or stood, for any member in any office.
    fn stands(&self, key: &PublicKey) -> bool {
        self.known.contains_key(key)
    }

    /// The text of the charter in force; none while it is that of the genesis.
    #[must_use]
    pub fn text_in_force(&self) -> Option<&Text> {
        self.standings.text.as_ref()
    }

    /// Makes every key that ever stood for a member ready to verify with.
    pub(crate) fn know_all(&mut self) {
        let stood: Vec<PublicKey> = self.keys.values().flat_map(|keys| keys.stood.iter().copied()).collect();
        self.known = stood.into_iter().filter_map(ready).collect();
    }

    fn know(&mut self, key: PublicKey, member: MemberCode) {
        // A key that is given an office again is a point already: to find it costs more than most commands.
        if !self.known.contains_key(&key) {
            self.known.extend(ready(key));
        }
        if let Some(keys) = self.keys.get_mut(&member) {
            keys.stood.insert(key);
        }
    }

    pub(crate) fn apply(
        &mut self,
        charter: &mut Arc<Charter>,
        agenda: &mut Agenda,
        event: &Event,
        at: Moment,
    ) {
        self.standings.apply(charter, agenda, event);
        self.nodes.apply(event, at);
        self.beneficiaries.apply(event);
        self.instrument.apply(&self.standings, agenda, event, at);
        match event {
            Event::Accredited { member, key, office, from, until } => {
                self.know(*key, *member);
                let Some(keys) = self.keys.get_mut(member) else { return };
                keys.end(key, *office);
                keys.credentials.retain(|held| !held.over(at));
                keys.credentials.push(Credential { key: *key, office: *office, from: *from, until: *until });
            }
            Event::Revoked { member, key, office } => {
                if let Some(keys) = self.keys.get_mut(member) {
                    keys.end(key, *office);
                }
            }
            Event::RootReplaced { member, root, end_credentials } => {
                self.know(*root, *member);
                let Some(keys) = self.keys.get_mut(member) else { return };
                keys.root = *root;
                if *end_credentials {
                    keys.credentials.clear();
                }
            }
            Event::Invited { terms, .. } => self.comes_with(terms.member, terms.root, terms.recovery),
            Event::Beneficiaries(BeneficiaryEvent::Admitted { terms, .. }) => {
                self.comes_with(terms.state, terms.root, terms.recovery);
            }
            Event::KeysReplaced { member, root, recovery } => self.begin(*member, *root, *recovery),
            Event::Left { member } => {
                if let Some(keys) = self.keys.get_mut(member) {
                    keys.credentials.clear();
                }
            }
            _ => {}
        }
    }
}
