//! The charter in force, as the events make it.

use alloc::collections::BTreeMap;

use quorate_charter::Charter;
use quorate_partnership::members::{self, Text};
use quorate_partnership::{Booked, Event};

/// The charter in force, and the texts that wait to be.
#[derive(Clone, Debug)]
pub(crate) struct CharterInForce {
    pub(crate) charter: Charter,
    /// The version of its text; 1 is that of the genesis.
    pub(crate) version: u32,
    adopted: BTreeMap<u32, Text>,
}

impl CharterInForce {
    pub(crate) fn founding(charter: Charter) -> CharterInForce {
        CharterInForce { charter, version: 1, adopted: BTreeMap::new() }
    }

    pub(crate) fn hear(&mut self, booked: &Booked) {
        let Event::Members(event) = &booked.event else { return };
        match event {
            members::Event::Acceded { terms, .. } => {
                if let Ok(wider) = terms.charter(&self.charter) {
                    self.charter = wider;
                }
            }
            members::Event::Left { member } => self.charter = self.charter.without_member(*member),
            members::Event::AmendmentAdopted { version, terms, .. } => {
                self.adopted.insert(*version, terms.text.clone());
            }
            members::Event::AmendmentInForce { version } => {
                self.version = *version;
                if let Some(text) = self.adopted.remove(version).and_then(|text| text.charter()) {
                    self.charter = text.among_members_of(&self.charter);
                }
            }
            _ => {}
        }
    }
}
