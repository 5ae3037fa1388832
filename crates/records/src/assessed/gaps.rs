//! Where a member has nothing that can be counted on now, and who could fill that: a row an item.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::frameworks::assessments::{Designation, Sort, Thing};
use quorate_partnership::{Audience, Day};

use super::{Assessed, Entry, Facts, Stands};
use crate::registers::column;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("register", "Register"),
    column("item", "Item"),
    column("missing", "Nothing said"),
    column("overdue", "Review overdue"),
    column("expired", "Expired"),
    column("slow", "Too slow"),
    column("not_certified", "Not certified"),
    column("no_shared_edition", "Share no edition"),
    column("could_fill", "Could fill it"),
    column("hangs_on", "Of these hang on"),
    column("audience", "Audience"),
];

/// A member's current entries on an item.
type Said<'a> = BTreeMap<MemberCode, Vec<&'a Entry>>;

/// Of an item: who lacks what, and who could fill it.
#[derive(Default)]
struct Row {
    missing: Vec<MemberCode>,
    overdue: Vec<MemberCode>,
    expired: Vec<MemberCode>,
    slow: Vec<MemberCode>,
    not_certified: Vec<MemberCode>,
    apart: Vec<(MemberCode, MemberCode)>,
    fill: Vec<MemberCode>,
    hang: Vec<String>,
}

impl Row {
    fn is_gap(&self) -> bool {
        let Row { missing, overdue, expired, slow, not_certified, apart, fill: _, hang: _ } = self;
        [missing, overdue, expired, slow, not_certified].into_iter().any(|who| !who.is_empty())
            || !apart.is_empty()
    }

    fn hear(&mut self, member: MemberCode, said: &[&Entry], (today, most): (Day, u32)) {
        let usable = || said.iter().filter(|entry| entry.stands(today) == Stands::Now);
        if said.is_empty() {
            self.missing.push(member);
        } else if usable().count() == 0 {
            let expired = said.iter().all(|entry| entry.stands(today) == Stands::Expired);
            if expired { &mut self.expired } else { &mut self.overdue }.push(member);
        } else if !usable().any(|entry| is_quick(entry, most)) {
            self.slow.push(member);
        } else if usable().all(|entry| is_uncertified(entry)) {
            self.not_certified.push(member);
        } else if let Some(fills) = usable().find(|entry| could_fill(entry, most)) {
            self.fill.push(member);
            if let Cell::Text(on) = Cell::listed(fills.hangs_on(), " ") {
                self.hang.push(format!("{member}: {on}"));
            }
        }
    }
}

fn is_quick(entry: &Entry, most: u32) -> bool {
    match &entry.facts {
        Facts::Legal(legal) => legal.days <= most,
        Facts::Pathway(pathway) => pathway.days <= most,
        Facts::Standard(_) => true,
    }
}

fn is_uncertified(entry: &Entry) -> bool {
    matches!(&entry.facts, Facts::Standard(standard) if standard.certified.is_none())
}

/// Whether others could count on it: the law allows it, the pathway is open to them, the standard is certified.
fn could_fill(entry: &Entry, most: u32) -> bool {
    let open = match &entry.facts {
        Facts::Legal(_) => true,
        Facts::Pathway(pathway) => pathway.open,
        Facts::Standard(standard) => standard.certified.is_some(),
    };
    open && is_quick(entry, most)
}

/// The editions that a member uses: implemented, tested or certified.
fn editions<'a>(said: &[&'a Entry], today: Day) -> Vec<&'a Designation> {
    let used = |entry: &&&'a Entry| entry.stands(today) == Stands::Now;
    let edition = |entry: &&'a Entry| match &entry.facts {
        Facts::Standard(s) if s.implemented.or(s.tested).or(s.certified).is_some() => Some(&s.edition),
        _ => None,
    };
    said.iter().filter(used).filter_map(edition).collect()
}

/// Pairs of members that use editions of one standard and share none.
fn apart(said: &Said<'_>, today: Day) -> Vec<(MemberCode, MemberCode)> {
    let used: Vec<(MemberCode, Vec<&Designation>)> =
        said.iter().map(|(member, entries)| (*member, editions(entries, today))).collect();
    let mut pairs = Vec::new();
    let mut rest = used.iter().filter(|(_, editions)| !editions.is_empty());
    while let Some((one, editions)) = rest.next() {
        let none_shared =
            rest.clone().filter(|(_, others)| !others.iter().any(|other| editions.contains(other)));
        pairs.extend(none_shared.map(|(other, _)| (*one, *other)));
    }
    pairs
}

impl Assessed {
    /// The register of gaps, for these members: what takes more than so many days counts as one.
    pub(crate) fn gaps(&self, members: &[MemberCode], today: Day, most: u32) -> Table {
        let mut items: BTreeMap<(Sort, &str), Said<'_>> = BTreeMap::new();
        for (thing, current) in &self.current {
            let name = match thing {
                Thing::Legal(item) | Thing::Pathway(_, item) => item.as_str(),
                Thing::Standard(standard, _) => standard.as_str(),
            };
            let said = items.entry((thing.sort(), name)).or_default();
            for (member, entry) in current.iter().filter_map(|(by, number)| Some((by, self.entry(*number)?)))
            {
                if members.contains(member) {
                    said.entry(*member).or_default().push(entry);
                }
            }
        }
        let rows = items.iter().filter(|(_, said)| !said.is_empty()).filter_map(|((sort, name), said)| {
            let mut row = Row::default();
            for member in members {
                row.hear(*member, said.get(member).map_or(&[], Vec::as_slice), (today, most));
            }
            row.apart = apart(said, today);
            row.is_gap().then(|| cells(*sort, name, said, &row))
        });
        Table { name: "gaps", columns: COLUMNS, rows: rows.collect() }
    }
}

fn cells(sort: Sort, name: &str, said: &Said<'_>, row: &Row) -> Vec<Cell> {
    let codes = |codes: &Vec<MemberCode>| Cell::listed(codes, " ");
    let pair = |(one, other): &(MemberCode, MemberCode)| format!("{one}-{other}");
    // What is read from entries for the members alone is for them alone.
    let public = said.values().flatten().all(|entry| entry.particulars().audience == Audience::Public);
    let audience = if public { Audience::Public } else { Audience::Members };
    vec![
        Cell::text(super::register(sort)),
        Cell::text(name),
        codes(&row.missing),
        codes(&row.overdue),
        codes(&row.expired),
        codes(&row.slow),
        codes(&row.not_certified),
        Cell::listed(row.apart.iter().map(pair), " "),
        codes(&row.fill),
        Cell::listed(&row.hang, "; "),
        Cell::text(audience.name()),
    ]
}
