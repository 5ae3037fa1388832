//! Pages that were written since the last block: whoever asks for the same page has the same bytes, and they are written once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use quorate_foresight::Assurance;
use quorate_records::Records;

/// The most bytes of pages that are kept.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// A page, and its mark.
pub(crate) type Text = Arc<(String, String)>;

/// The pages of one block.
#[derive(Default)]
pub(crate) struct Written {
    pages: Mutex<Pages>,
}

#[derive(Default)]
struct Pages {
    of: Weak<Records>,
    found: Option<Weak<Assurance>>,
    texts: BTreeMap<String, Text>,
    bytes: usize,
}

/// What a page is written from.
pub(crate) type From<'f> = (&'f Arc<Records>, Option<&'f Arc<Assurance>>);

impl Pages {
    fn are_of(&self, (records, found): From<'_>) -> bool {
        let same = match (&self.found, found) {
            (Some(was), Some(is)) => was.ptr_eq(&Arc::downgrade(is)),
            (None, None) => true,
            _ => false,
        };
        same && self.of.ptr_eq(&Arc::downgrade(records))
    }
}

impl Written {
    /// The page under a name, if it was written from the same.
    pub(crate) fn get(&self, from: From<'_>, name: &str) -> Option<Text> {
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.are_of(from) { pages.texts.get(name).cloned() } else { None }
    }

    /// Keeps a page; what was written from anything else goes.
    pub(crate) fn keep(&self, from: From<'_>, name: String, text: &Text) {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if !pages.are_of(from) || pages.bytes > MOST_BYTES {
            let (of, found) = (Arc::downgrade(from.0), from.1.map(Arc::downgrade));
            *pages = Pages { of, found, texts: BTreeMap::new(), bytes: 0 };
        }
        pages.bytes = pages.bytes.saturating_add(text.1.len()).saturating_add(name.len());
        pages.texts.insert(name, Arc::clone(text));
    }
}

#[cfg(test)]
mod tests {
    use quorate_charter::Charter;
    use quorate_partnership::{Founder, Genesis, Moment, Nature};

    use super::*;

    const CHARTER: &str = include_str!("../../../charters/partnership.toml");
    const KEYS: &str = include_str!("../../records/tests/registers/keys.txt");

    fn records() -> Arc<Records> {
        let charter = Charter::read(CHARTER).unwrap();
        let key = |at: usize| KEYS.lines().nth(at).unwrap().parse().unwrap();
        let founder = |(at, (member, _)): (usize, (_, _))| Founder {
            member,
            root: key(at),
            recovery: key(at.saturating_add(4)),
            node: key(at.saturating_add(24)),
        };
        let founders = (0..).zip(charter.members()).map(founder).collect();
        let nature = Nature::Rehearsal { rate: 0 };
        let genesis = Genesis::new(nature, Moment(1_767_225_600_000), CHARTER, founders).unwrap();
        Arc::new(Records::begin(&genesis, charter))
    }

    #[test]
    fn a_page_is_of_what_it_was_written_from() {
        let (written, one, other) = (Written::default(), records(), records());
        let found = Arc::new(Assurance::of(&Charter::read(CHARTER).unwrap()));
        let text: Text = Arc::new((String::from("mark"), String::from("page")));
        written.keep((&one, None), "en/".into(), &text);
        assert!(written.get((&one, None), "en/").is_some());
        assert!(written.get((&one, None), "fr/").is_none());
        assert!(written.get((&other, None), "en/").is_none());
        assert!(written.get((&one, Some(&found)), "en/").is_none());
        // What is kept of something newer lets the older go.
        written.keep((&other, Some(&found)), "fr/".into(), &text);
        assert!(written.get((&one, None), "en/").is_none());
        assert!(written.get((&other, Some(&found)), "fr/").is_some());
    }

    #[test]
    fn pages_are_not_kept_without_end() {
        let (written, records) = (Written::default(), records());
        let text: Text = Arc::new((String::new(), "x".repeat(MOST_BYTES / 2)));
        for name in ["a", "b", "c", "d"] {
            written.keep((&records, None), name.into(), &text);
        }
        assert!(written.pages.lock().unwrap().texts.len() <= 3);
    }
}
