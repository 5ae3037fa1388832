//! Making a change: who is let in, who goes, or a new credential and fresh keys of one's own.

use std::collections::BTreeSet;

use openmls::key_packages::KeyPackage;
use openmls::treesync::LeafNodeParameters;

use super::super::vault::carrier;
use super::*;

impl Vault {
    /// Lets agents in by their cards, once more than half of the members accept it.
    ///
    /// # Errors
    /// [`Refusal`]: nobody is named, a card or a credential does not stand, or the compartment cannot be changed.
    pub fn invite(&mut self, name: &str, cards: &[Vec<u8>], now: &Now<'_>) -> Result<Taken, Refusal> {
        if cards.is_empty() {
            return Err(Refusal::Nobody);
        }
        self.change(name, cards, &[], now)
    }

    /// Removes agents, once more than half of the members that it leaves in accept it. They read nothing of what comes after.
    ///
    /// # Errors
    /// [`Refusal`]: nobody is named or in, it would leave one member of two, or the compartment cannot be changed.
    pub fn remove(&mut self, name: &str, agents: &[PublicKey], now: &Now<'_>) -> Result<Taken, Refusal> {
        if agents.is_empty() {
            return Err(Refusal::Nobody);
        }
        self.change(name, &[], agents, now)
    }

    /// Gives the compartment this agent's next credential and fresh keys: who took its keys before reads nothing after.
    ///
    /// # Errors
    /// [`Refusal`]: the compartment cannot be changed.
    pub fn renew(&mut self, name: &str, now: &Now<'_>) -> Result<Taken, Refusal> {
        self.change(name, &[], &[], now)
    }

    fn change(
        &mut self,
        name: &str,
        cards: &[Vec<u8>],
        agents: &[PublicKey],
        now: &Now<'_>,
    ) -> Result<Taken, Refusal> {
        let own = self.own(now)?;
        let mut held = self.named(name)?.clone();
        held.usable()?;
        if accepted_by(&held, own.post().member)?.is_some() {
            return Err(Refusal::AcceptedAnother);
        }
        let provider = keystore::load(&self.kept);
        let mut group = load(&provider, held.id)?;
        let (packages, comes) = join::read_cards(&provider, &group, cards)?;
        let pending = self.made(&provider, &mut group, &held, (packages, comes), agents, now)?;
        let accepts = Accepts::of(&pending.entry, &held.now()?.seats);
        let acceptance = Acceptance::sign(&self.identity, held.id, accepts, now.at);
        let epoch = pending.entry.epoch;
        let sealed = sealed_acceptance(&mut held, &self.identity, &acceptance, &own)?;
        let parcel = Parcel::of(held.id).with(kind::CHANGE, epoch, pending.commit.clone()).with(
            kind::ACCEPTANCE,
            epoch,
            sealed,
        );
        let mut taken = Taken::of(parcel);
        held.pending.push(pending);
        held.hear(&acceptance);
        watch(&mut held, epoch, &mut taken);
        self.put(held.clone(), &provider);
        self.settle(held, now, &mut taken)?;
        Ok(taken)
    }

    /// The commit, as one that waits. It is judged before it is made.
    fn made(
        &self,
        provider: &Provider,
        group: &mut MlsGroup,
        held: &Held,
        (packages, comes): (Vec<KeyPackage>, Vec<Seat>),
        agents: &[PublicKey],
        now: &Now<'_>,
    ) -> Result<Pending, Refusal> {
        let fault = || Refusal::Group("a change cannot be made");
        let seats = &held.now()?.seats;
        let own = self.own(now)?;
        let find = |agent: &PublicKey| seats.iter().find(|seat| seat.agent() == *agent).cloned();
        let goes: Option<Vec<Seat>> = agents.iter().collect::<BTreeSet<_>>().into_iter().map(find).collect();
        let goes = goes.ok_or(Refusal::NotIn)?;
        let carried = carrier(&own);
        let leaf = find(&own.agent()).ok_or(Refusal::NotIn)?.leaf();
        let by = Seat::read(leaf, &carried.credential, &own.agent().0)?;
        let entry = Entry::of(group.epoch().as_u64(), held.head(), &comes, &goes);
        let (commit, welcome) = (Vec::new(), Vec::new());
        let mut pending = Pending { entry, commit, by, comes, goes, own: true, welcome };
        judge(seats, &pending, now, now.at)?;
        let bundle = group
            .commit_builder()
            .leaf_node_parameters(LeafNodeParameters::builder().with_credential_with_key(carried).build())
            .force_self_update(true)
            .propose_adds(packages)
            .propose_removals(pending.goes.iter().map(Seat::index))
            .load_psks(provider.storage())
            .map_err(|_| fault())?
            .build(provider.rand(), provider.crypto(), &self.identity, |_| true)
            .map_err(|_| fault())?
            .stage_commit(provider)
            .map_err(|_| fault())?;
        if let Some(welcome) = bundle.to_welcome_msg() {
            pending.welcome = welcome.to_bytes().map_err(|_| fault())?;
        }
        pending.commit = bundle.into_commit().to_bytes().map_err(|_| fault())?;
        pending.entry.commit = hash("quorate/commit/1", &[&pending.commit]);
        let authenticator = group.pending_commit().and_then(StagedCommit::epoch_authenticator);
        pending.entry.authenticator = authenticator.ok_or_else(fault)?.as_slice().to_vec();
        Ok(pending)
    }
}
