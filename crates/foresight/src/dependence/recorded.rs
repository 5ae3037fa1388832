//! What members have declared on a record.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::capabilities::{self, Kind, Named};
use quorate_records::Records;

use super::graph::{Dependencies, Supplier, Sway, Thing};

/// The places of names.
struct Places {
    things: BTreeMap<String, usize>,
    suppliers: BTreeMap<String, usize>,
}

impl Dependencies {
    /// Everything that members have declared and not withdrawn, each thing as `CAN/airframes`. What they need and nobody
    /// declares is among the things, as that.
    #[must_use]
    pub fn recorded(records: &Records) -> Dependencies {
        let declared: BTreeMap<String, (MemberCode, &capabilities::Thing)> =
            records.things().map(|(of, thing)| (format!("{of}/{}", thing.name), (of, thing))).collect();
        let named = declared.values().flat_map(|(_, thing)| thing.relies_on()).map(Named::to_string);
        let names: BTreeSet<String> = declared.keys().cloned().chain(named).collect();
        let suppliers = declared.values().filter_map(|(_, thing)| thing.supplier.as_ref());
        let suppliers: BTreeSet<String> = suppliers.map(|supplier| supplier.as_str().into()).collect();
        let places = Places { things: numbered(&names), suppliers: numbered(&suppliers) };
        let thing = |name: &String| match declared.get(name) {
            Some((of, thing)) => places.thing(name, *of, thing),
            None => Thing::undeclared(name),
        };
        let supplier = |name: String| Supplier {
            what: name.clone(),
            sway: Sway::NotKnown,
            source: "as members name it".into(),
            name,
        };
        Dependencies::of(
            format!("What members declare of themselves, unchecked, as of height {}", records.height()),
            names.iter().map(thing).collect(),
            suppliers.into_iter().map(supplier).collect(),
        )
    }
}

fn numbered(names: &BTreeSet<String>) -> BTreeMap<String, usize> {
    names.iter().enumerate().map(|(place, name)| (name.clone(), place)).collect()
}

impl Places {
    fn thing(&self, name: &str, of: MemberCode, thing: &capabilities::Thing) -> Thing {
        let place = |named: &Named| self.things.get(&named.to_string()).copied();
        Thing {
            name: name.into(),
            what: thing.what.to_string(),
            kind: thing.kind,
            member: Some(of).filter(|_| thing.kind == Kind::Capability),
            in_hands_of: thing.in_hands_of,
            supplier: thing.supplier.as_ref().and_then(|name| self.suppliers.get(name.as_str())).copied(),
            needs: thing.needs.iter().filter_map(place).collect(),
            one_of: thing
                .one_of
                .iter()
                .map(|group| group.iter().filter_map(place).collect())
                .collect::<Vec<Vec<usize>>>(),
            lasts: thing.lasts,
            replaced_in: thing.replaced_in,
            cost: thing.cost,
            confidence: thing.confidence,
            source: thing.source.as_str().into(),
            declared: true,
        }
    }
}
