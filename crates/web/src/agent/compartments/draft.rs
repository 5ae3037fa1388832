//! What is prepared to be shared: it waits for a yes, and then it is sealed or gone.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use base16ct::lower::encode_string;

use super::door::Laid;
use crate::desk::chance;

/// How long something waits, and how many things wait at the most: the oldest goes first.
const WAITS: Duration = Duration::from_secs(30 * 60);
const MOST: usize = 4;

/// The pairs of a form, in their order.
pub(super) type Sent = Vec<(String, String)>;

/// A text that was uploaded.
pub(super) struct Text {
    /// What its file is called there.
    pub(super) name: String,
    /// How long it is.
    pub(super) bytes: u64,
    /// Its SHA-256, in digits.
    pub(super) hash: String,
    pub(super) laid: Box<dyn Laid>,
}

/// A product that waits.
pub(super) struct Draft {
    since: Instant,
    pub(super) place: usize,
    pub(super) sent: Sent,
    pub(super) text: Option<Text>,
}

impl Draft {
    pub(super) fn of(place: usize, sent: Sent, text: Option<Text>) -> Draft {
        Draft { since: Instant::now(), place, sent, text }
    }
}

/// All of them, by names that only the agent's own pages know.
#[derive(Default)]
pub(super) struct Drafts(Mutex<BTreeMap<String, Draft>>);

impl Drafts {
    fn all(&self) -> MutexGuard<'_, BTreeMap<String, Draft>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, draft| draft.since.elapsed() < WAITS);
        all
    }

    /// Keeps one under a new name.
    pub(super) fn keep(&self, draft: Draft) -> Option<String> {
        let name = encode_string(&chance()?);
        let mut all = self.all();
        while all.len() >= MOST {
            let oldest = all.iter().min_by_key(|(_, draft)| draft.since).map(|(name, _)| name.clone())?;
            all.remove(&oldest);
        }
        all.insert(name.clone(), draft);
        Some(name)
    }

    /// Takes one out: nobody else seals it meanwhile.
    pub(super) fn take(&self, place: usize, name: &str) -> Option<Draft> {
        let mut all = self.all();
        let is_here = all.get(name).is_some_and(|draft| draft.place == place);
        if is_here { all.remove(name) } else { None }
    }

    /// What was written in the form of one, and the text that waits.
    pub(super) fn written(&self, place: usize, name: &str) -> Option<(Sent, Option<(String, u64)>)> {
        let all = self.all();
        let draft = all.get(name).filter(|draft| draft.place == place)?;
        Some((draft.sent.clone(), draft.text.as_ref().map(|text| (text.name.clone(), text.bytes))))
    }
}

/// The first value of a name, without the spaces around it.
pub(super) fn value<'s>(sent: &'s Sent, name: &str) -> &'s str {
    sent.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
}

/// Every value of a name.
pub(super) fn values<'s>(sent: &'s Sent, name: &'s str) -> impl Iterator<Item = &'s str> {
    sent.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_are_few_of_one_compartment_and_taken_once() {
        let drafts = Drafts::default();
        let names: Vec<String> =
            (0..=MOST).map(|_| drafts.keep(Draft::of(1, Vec::new(), None)).unwrap()).collect();
        assert!(drafts.take(1, &names[0]).is_none(), "the oldest went");
        assert!(drafts.take(2, &names[1]).is_none() && drafts.written(2, &names[1]).is_none());
        assert!(drafts.take(1, &names[1]).is_some() && drafts.take(1, &names[1]).is_none());
        for draft in drafts.0.lock().unwrap().values_mut() {
            draft.since = Instant::now().checked_sub(WAITS).unwrap();
        }
        assert!(drafts.written(1, &names[2]).is_none());
    }
}
