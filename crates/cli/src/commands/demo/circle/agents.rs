//! Agents of the four members, each with a store of its own, and what is carried between them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use quorate_charter::{MemberCode, Office, Period};
use quorate_node::{KeyError, KeyRing, Node};
use quorate_partnership::{DocumentHash, Post};
use quorate_vault::agent::{Credential, Identity, seal};
use quorate_vault::compartment::{Now, Parcel, Refusal, Taken, Vault};
use quorate_vault::marking::{Agreement, Agreements, Level};

use crate::commands::compartment::opened::{judged, told};
use crate::failure::Failure;
use crate::session::Session;
use crate::work;

/// What the agents' stores are sealed with: an exercise's, which protects nothing.
const PASSPHRASE: &str = "an exercise, nothing secret";

/// The agents, and everything that went from one to another.
pub(super) struct Agents {
    vaults: BTreeMap<MemberCode, Vault>,
    pub(super) carried: Vec<Vec<u8>>,
}

/// Security agreements between all of them, by which each keeps every level as what it is.
fn agreements(folders: &[(MemberCode, &Path)]) -> Result<Agreements, Failure> {
    let same: BTreeMap<Level, Level> = Level::ALL.into_iter().map(|level| (level, level)).collect();
    let mut all = Agreements::default();
    for (one, _) in folders {
        for (two, _) in folders.iter().filter(|(two, _)| two > one) {
            let document = DocumentHash([0x3d; 32]);
            let agreement = Agreement::between(*one, *two, document, same.clone(), same.clone());
            all.put(agreement.map_err(|error| told(&error))?);
        }
    }
    Ok(all)
}

impl Agents {
    /// An agent for each member, with a credential signed by its representative.
    pub(super) fn enrol(session: &Session, folders: &[(MemberCode, &Path)]) -> Result<Agents, Failure> {
        let node = session.node();
        let mut vaults = BTreeMap::new();
        for (member, folder) in folders {
            let post = Post { member: *member, office: Office::Representative };
            let key = KeyRing::of(folder).get(post)?;
            let mut identity = Identity::new().map_err(|error| told(&error))?;
            let from = node.next_moment();
            let year: Period = "365d".parse().map_err(|_| Failure::usage("a year is no period", ""))?;
            let draft = identity.draft(node.basis().partnership, post, from, from.plus(year));
            let draft = draft.map_err(|error| told(&error))?;
            let bytes = draft.to_be_signed(&key.public()).map_err(|error| told(&error))?;
            let signature = key.sign(&bytes).map_err(KeyError::from)?;
            let credential = draft.signed(&key.public(), &signature).map_err(|error| told(&error))?;
            identity.adopt(&credential).map_err(|error| told(&error))?;
            let mut vault = Vault::new(identity);
            vault.agree(agreements(folders)?);
            vaults.insert(*member, vault);
        }
        Ok(Agents { vaults, carried: Vec::new() })
    }

    /// Does something with a member's agent, by the record as the node has it.
    pub(super) fn on<T>(
        &mut self,
        node: &Node,
        member: MemberCode,
        act: impl FnOnce(&mut Vault, &Now<'_>) -> Result<T, Refusal>,
    ) -> Result<Result<T, Refusal>, Failure> {
        let vault = self.vaults.get_mut(&member);
        let vault = vault.ok_or_else(|| Failure::usage(format!("{member} has no agent"), ""))?;
        Ok(judged(node, |now| act(vault, now)))
    }

    /// The same for what has to succeed.
    pub(super) fn done<T>(
        &mut self,
        node: &Node,
        member: MemberCode,
        act: impl FnOnce(&mut Vault, &Now<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Failure> {
        self.on(node, member, act)?.map_err(|refusal| told(&refusal))
    }

    /// Carries a parcel to a member's agent, which takes it in and accepts what is in it.
    pub(super) fn carry(&mut self, node: &Node, to: MemberCode, parcel: &Parcel) -> Result<Taken, Failure> {
        self.carried.push(parcel.bytes());
        self.done(node, to, |vault, now| vault.take(parcel, true, now))
    }

    pub(super) fn vault(&self, member: MemberCode) -> Result<&Vault, Failure> {
        self.vaults.get(&member).ok_or_else(|| Failure::usage(format!("{member} has no agent"), ""))
    }

    pub(super) fn credential(&self, member: MemberCode) -> Result<Credential, Failure> {
        self.vault(member)?.identity().credential().map_err(|error| told(&error))
    }

    /// Keeps the agents' stores in a folder, each in one of its own, with the passphrase beside.
    pub(super) fn keep(&self, folder: &Path) -> Result<(), Failure> {
        let failed = |source| Failure::File { path: folder.into(), to_be: "written", source };
        for (member, vault) in &self.vaults {
            let own = folder.join(member.as_str());
            fs::create_dir_all(&own).map_err(failed)?;
            let sealed = seal(&vault.plain(), PASSPHRASE.as_bytes(), work::of_agents())
                .map_err(|error| told(&error))?;
            fs::write(own.join("agent.sealed"), sealed).map_err(failed)?;
        }
        fs::write(folder.join("passphrase"), format!("{PASSPHRASE}\n")).map_err(failed)
    }
}
