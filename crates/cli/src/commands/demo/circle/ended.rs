//! One is removed; what an attacker finds; what each delegation counts.

use std::path::{Path, PathBuf};

use quorate_charter::MemberCode;
use quorate_vault::compartment::Told;

use super::{BRIEFING, Circle, NAME, Parts, TEXT, TITLE, taken};
use crate::commands::compartment::accounts::line;
use crate::commands::compartment::opened::told;
use crate::failure::Failure;
use crate::present::{Screen, shell};

impl Circle<'_> {
    /// A third comes in, and is removed.
    pub(super) fn remove(&mut self, screen: &mut Screen) -> Result<(), Failure> {
        let Parts { owner, friend, asked_for, .. } = self.parts;
        self.let_in(asked_for)?;
        let node = self.run.session.node();
        let key = self.agents.vault(asked_for)?.identity().public();
        let removal = self.agents.done(node, owner, |vault, now| vault.remove(NAME, &[key], now))?.parcel;
        let accepted = self.agents.carry(node, friend, &removal)?.parcel;
        self.agents.carry(node, owner, &accepted)?;
        self.agents.carry(node, asked_for, &removal)?;
        self.agents.carry(node, asked_for, &accepted)?;
        let said =
            self.agents.done(node, friend, |vault, now| vault.say(NAME, "Now among two again", now))?;
        self.agents.carry(node, owner, &said)?;
        let taken = self.agents.carry(node, asked_for, &said)?;
        let refused = taken.told.iter().find_map(|told| match told {
            Told::Refused(refusal) => Some(refusal.to_string()),
            _ => None,
        });
        let why = refused.ok_or_else(|| Failure::usage("who was removed reads on", ""))?;
        self.say(
            &format!(
                "{asked_for} is let in, and removed: {owner} makes each change and {friend} accepts it. Of what is said next \
                 {asked_for} reads nothing: {why}."
            ),
            screen,
        )
    }

    /// An attacker has all nodes, with their keys, and everything that was carried.
    pub(super) fn search(
        &mut self,
        folders: &[(MemberCode, PathBuf)],
        screen: &mut Screen,
    ) -> Result<(), Failure> {
        let folders: Vec<&Path> = folders.iter().map(|(_, folder)| folder.as_path()).collect();
        let secrets: [&[u8]; 4] = [TITLE.as_bytes(), TEXT, BRIEFING, NAME.as_bytes()];
        let found = taken::search(&folders, &self.agents.carried, &secrets)?;
        if found.secrets > 0 {
            return Err(Failure::usage("something secret is where it must not be", ""));
        }
        self.say(
            &format!(
                "An attacker who takes over all nodes, and whoever carries things, has {} files and parcels, {} bytes: the title, the \
                 texts or the compartment's name are in {} of them.",
                found.files, found.bytes, found.secrets
            ),
            screen,
        )
    }

    pub(super) fn accounts(&mut self, screen: &mut Screen) -> Result<(), Failure> {
        let Parts { owner, friend, .. } = self.parts;
        let accounts = self.agents.vault(owner)?.accounts(NAME).map_err(|refusal| told(&refusal))?;
        let account = accounts.get(&friend).cloned().unwrap_or_default();
        screen.item(&format!("The account of {owner} with {friend}, seen by the two alone:"))?;
        let lines = line(owner.as_str(), friend.as_str(), &account.ours);
        lines.iter().try_for_each(|line| screen.line(&format!("       {line}")))
    }

    pub(super) fn close(&self, screen: &mut Screen) -> Result<(), Failure> {
        self.agents.keep(&self.folder)?;
        let Parts { owner, .. } = self.parts;
        let (agents, dir) = (&self.folder, self.run.nodes.directory(owner));
        self.say(
            "Not accredited for classified information. The agents are kept; to look with one:",
            screen,
        )?;
        screen.line(&format!(
            "     quorate product list {NAME} --agent {} --dir {} --passphrase-file {}",
            shell(&agents.join(owner.as_str())),
            shell(&dir),
            shell(&agents.join("passphrase"))
        ))
    }
}
