//! What this agent's member and each other member did for each other in a compartment: seen by these two alone.

use std::collections::BTreeMap;

use quorate_charter::MemberCode;

use super::super::Refusal;
use super::super::vault::Vault;
use super::Aim;

/// One side of it: what one member shared, was asked and answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// Products that it shared.
    pub shared: usize,
    /// Of these, how many the other member acknowledged.
    pub acknowledged: usize,
    /// How often the other member asked to pass one on.
    pub asked: usize,
    /// How many of these questions it answered.
    pub answered: usize,
    /// How many it allowed.
    pub allowed: usize,
    /// How often the other member asked to act on one.
    pub acts_asked: usize,
    /// How many of these questions it answered.
    pub acts_answered: usize,
    /// To how many it consented.
    pub acts_allowed: usize,
    /// How long its answers took, in milliseconds: the median, by the moments that both sides wrote; none without an answer.
    pub took: Option<u64>,
}

/// The account of this agent's member with another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// What this agent's member did.
    pub ours: Side,
    /// What the other did.
    pub theirs: Side,
}

impl Vault {
    /// The accounts with all other members that are or were in and did something. Products whose notice was forgotten are not
    /// counted.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`], or the agent has no credential.
    pub fn accounts(&self, name: &str) -> Result<BTreeMap<MemberCode, Account>, Refusal> {
        let held = self.named(name)?;
        let own = self.identity.credential()?.post().member;
        let others = held.eras.iter().flat_map(|era| &era.seats).map(|seat| seat.member());
        let mut accounts: BTreeMap<MemberCode, Account> =
            others.filter(|member| *member != own).map(|member| (member, Account::default())).collect();
        for shelved in &held.shelf.shared {
            let of = shelved.header.originator.member;
            let by = |member| shelved.acknowledged.iter().any(|(by, _, _)| by.member == member);
            if of == own {
                for (member, account) in &mut accounts {
                    account.ours.shared = account.ours.shared.saturating_add(1);
                    account.ours.acknowledged =
                        account.ours.acknowledged.saturating_add(usize::from(by(*member)));
                }
            } else {
                let theirs = &mut accounts.entry(of).or_default().theirs;
                theirs.shared = theirs.shared.saturating_add(1);
                theirs.acknowledged = theirs.acknowledged.saturating_add(usize::from(by(own)));
            }
        }
        let mut took: BTreeMap<(MemberCode, bool), Vec<u64>> = BTreeMap::new();
        for asked in &held.shelf.asked {
            let is_ours = asked.originator.member == own;
            let other = if is_ours { asked.by.member } else { asked.originator.member };
            let account = accounts.entry(other).or_default();
            let side = if is_ours { &mut account.ours } else { &mut account.theirs };
            let [count, answers, allowed] = match asked.aim {
                Aim::PassOn => [&mut side.asked, &mut side.answered, &mut side.allowed],
                Aim::Act => [&mut side.acts_asked, &mut side.acts_answered, &mut side.acts_allowed],
            };
            *count = count.saturating_add(1);
            if let Some(answered) = &asked.answered {
                *answers = answers.saturating_add(1);
                *allowed = allowed.saturating_add(usize::from(answered.allowed));
                took.entry((other, is_ours)).or_default().push(answered.at.since(asked.at));
            }
        }
        for ((member, is_ours), mut times) in took {
            times.sort_unstable();
            let median = times.get(times.len() / 2).copied();
            let account = accounts.entry(member).or_default();
            let side = if is_ours { &mut account.ours } else { &mut account.theirs };
            side.took = median;
        }
        Ok(accounts)
    }
}
