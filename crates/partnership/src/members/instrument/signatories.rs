//! What signatories that have not consented are kept: who takes their consent in, and what is asked of them. Article:
//! instrument.

use alloc::collections::BTreeSet;

use quorate_charter::{Charter, InstrumentArticle, Means, MemberCode};

use super::Instrument;
use crate::members::Event;
use crate::members::standing::Standings;

/// The depositaries that are waited for, any one of them. None, if the record is the depositary: where the charter names
/// none, where none is left, and where fewer than two are left of several, since one alone would be a gate.
pub(in crate::members) fn depositaries(standings: &Standings, charter: &Charter) -> BTreeSet<MemberCode> {
    let Some(article) = charter.instrument() else { return BTreeSet::new() };
    let here = |member: &&MemberCode| standings.of.get(*member).is_some_and(|bond| !bond.left);
    let left: BTreeSet<MemberCode> = article.depositaries().iter().filter(here).copied().collect();
    if article.depositaries().len() > 1 && left.len() < 2 { BTreeSet::new() } else { left }
}

impl Instrument {
    /// The consents that count because no depositary is waited for any more.
    pub(in crate::members) fn counts(
        &self,
        standings: &Standings,
        charter: &Charter,
    ) -> BTreeSet<MemberCode> {
        if !depositaries(standings, charter).is_empty() {
            return BTreeSet::new();
        }
        let waits = |member: &&MemberCode| {
            standings.of.get(*member).is_some_and(|bond| bond.signed && !bond.ratified && !bond.left)
        };
        self.lodged.keys().filter(waits).copied().collect()
    }
}

/// What a text would ask of a signatory that has not consented, beyond what the text in force asks of it; nothing, if all
/// have consented.
pub(in crate::members) fn asked_beyond(
    standings: &Standings,
    old: &Charter,
    new: &Charter,
) -> Option<&'static str> {
    if !standings.of.values().any(|bond| !bond.left && !bond.ratified) {
        return None;
    }
    if old.entry_into_force().is_some() && new.entry_into_force().is_none() {
        return Some("a signatory has not consented: the text takes the article on entry into force away");
    }
    let full_powers = |charter: &Charter| charter.instrument().is_some_and(InstrumentArticle::full_powers);
    if full_powers(new) && !full_powers(old) {
        return Some("a signatory has not consented: the text asks full powers of it");
    }
    let by = |charter: &Charter| {
        let named = charter.instrument().map(|article| article.means().clone());
        named.unwrap_or_else(|| BTreeSet::from([Means::Ratification]))
    };
    if !by(old).is_subset(&by(new)) {
        return Some("a signatory has not consented: the text takes a means of consent away");
    }
    let named = new.instrument().map(|article| article.depositaries().clone()).unwrap_or_default();
    let asked = depositaries(standings, old);
    let alike = named.is_empty() || (!asked.is_empty() && asked.is_subset(&named));
    (!alike).then_some("a signatory has not consented: the text has it wait for other depositaries")
}

impl Instrument {
    /// Whoever is bound ends no provisional application any more.
    pub(super) fn bound(&self, standings: &Standings, event: &Event) -> BTreeSet<MemberCode> {
        let binds = matches!(event, Event::Ratified { .. } | Event::EnteredIntoForce) && standings.in_force;
        let bound = |member: &&MemberCode| standings.of.get(*member).is_some_and(|bond| bond.ratified);
        self.ending.keys().filter(|member| binds && bound(member)).copied().collect()
    }
}
