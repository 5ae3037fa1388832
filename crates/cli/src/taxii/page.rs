//! Filters and pages (TAXII 2.1, sections 3.4 and 3.5), of what a reader sees.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use quorate_vault::stix::{Viewed, is_id, timestamp};

/// How many objects a page has if nobody says, and at most.
const USUAL: usize = 100;
const MOST: usize = 1000;
/// The most values of one filter.
const MOST_VALUES: usize = 100;

/// Which versions are asked for.
enum Version {
    All,
    First,
    Last,
    At(Timestamp),
}

/// Where a page begins: after this object. It names a place in an order and holds nothing; a made-up one is a place too.
type Place = (u64, String, Option<Timestamp>);

/// What of it is asked for.
#[derive(Default)]
pub(super) struct Filters {
    added_after: Option<Timestamp>,
    limit: Option<usize>,
    next: Option<Place>,
    id: Option<BTreeSet<String>>,
    kind: Option<BTreeSet<String>>,
    version: Option<Vec<Version>>,
    spec_version: Option<BTreeSet<String>>,
}

/// A page, and how the next one is asked for.
pub(super) struct Page<'v> {
    pub(super) objects: Vec<&'v Viewed>,
    pub(super) next: Option<String>,
}

impl Filters {
    /// Reads them. What is no filter is passed over; a filter that is not known would be passed over to somebody's harm.
    pub(super) fn of(query: &[(String, String)]) -> Result<Filters, &'static str> {
        let names: BTreeSet<&str> = query.iter().map(|(name, _)| name.as_str()).collect();
        if names.len() != query.len() {
            return Err("A filter is given twice");
        }
        let mut filters = Filters::default();
        for (name, value) in query {
            match name.as_str() {
                "added_after" => {
                    filters.added_after =
                        Some(timestamp(value).ok_or("`added_after` is a moment in UTC, with a Z")?);
                }
                "limit" => {
                    let limit = value.parse().ok().filter(|limit| *limit > 0);
                    filters.limit = Some(limit.ok_or("`limit` is a whole number above 0")?);
                }
                "next" => filters.next = Some(place(value).ok_or("`next` is as an answer gave it")?),
                "match[id]" => filters.id = Some(values(value)?),
                "match[type]" => filters.kind = Some(values(value)?),
                "match[spec_version]" => filters.spec_version = Some(values(value)?),
                "match[version]" => filters.version = Some(versions(value)?),
                other if other.starts_with("match") => return Err("There is no such filter"),
                _ => {}
            }
        }
        Ok(filters)
    }

    /// All versions, unless somebody says which.
    pub(super) fn of_all_versions(mut self) -> Filters {
        self.version = Some(vec![Version::All]);
        self
    }

    /// The page that is asked for, of what a reader sees.
    pub(super) fn page<'v>(&self, seen: &[&'v Viewed]) -> Page<'v> {
        let has =
            |set: &Option<BTreeSet<String>>, value: &str| set.as_ref().is_none_or(|set| set.contains(value));
        let mut bounds: BTreeMap<&str, (Timestamp, Timestamp)> = BTreeMap::new();
        for seen in seen {
            let at = version(seen);
            let (first, last) = bounds.entry(seen.object.id()).or_insert((at, at));
            (*first, *last) = ((*first).min(at), (*last).max(at));
        }
        let is_version = |seen: &Viewed| {
            let at = version(seen);
            let (first, last) = bounds.get(seen.object.id()).copied().unwrap_or((at, at));
            self.version.as_deref().unwrap_or(&[Version::Last]).iter().any(|asked| match asked {
                Version::All => true,
                Version::First => at == first,
                Version::Last => at == last,
                Version::At(asked) => at == *asked,
            })
        };
        let is_asked = |seen: &&&Viewed| {
            has(&self.id, seen.object.id())
                && has(&self.kind, seen.object.kind())
                && has(&self.spec_version, "2.1")
                && is_version(seen)
                && self.added_after.is_none_or(|after| added(seen) > after)
                && self.next.as_ref().is_none_or(|after| place_of(seen) > *after)
        };
        let limit = self.limit.unwrap_or(USUAL).min(MOST);
        let mut objects: Vec<&Viewed> =
            seen.iter().filter(is_asked).take(limit.saturating_add(1)).copied().collect();
        let more = objects.len() > limit;
        objects.truncate(limit);
        let next = objects.last().filter(|_| more).map(|last| written(&place_of(last)));
        Page { objects, next }
    }
}

/// When something was added.
pub(super) fn added(seen: &Viewed) -> Timestamp {
    let millis = i64::try_from(seen.added.0).unwrap_or(i64::MAX);
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
}

/// The version of an object; what has none is of when it was added (section 3.4.2).
fn version(seen: &Viewed) -> Timestamp {
    seen.object.version().map_or_else(|| added(seen), |(at, _)| at)
}

fn place_of(seen: &Viewed) -> Place {
    (seen.added.0, seen.object.id().to_owned(), seen.object.version().map(|(at, _)| at))
}

fn written((added, id, version): &Place) -> String {
    let version = version.map_or_else(String::new, |at| at.as_nanosecond().to_string());
    format!("{added}.{id}.{version}")
}

fn place(text: &str) -> Option<Place> {
    let mut parts = text.split('.');
    let (added, id, version) = (parts.next()?, parts.next()?, parts.next()?);
    let version = match version {
        "" => None,
        digits => Some(Timestamp::from_nanosecond(digits.parse().ok()?).ok()?),
    };
    let place = (added.parse().ok()?, id.to_owned(), version);
    // One place has one name.
    (parts.next().is_none() && is_id(id) && written(&place) == text).then_some(place)
}

fn values(text: &str) -> Result<BTreeSet<String>, &'static str> {
    let values: BTreeSet<String> = text.split(',').map(str::to_owned).collect();
    if values.len() > MOST_VALUES { Err("A filter has at most 100 values") } else { Ok(values) }
}

fn versions(text: &str) -> Result<Vec<Version>, &'static str> {
    let values = values(text)?.into_iter().map(|value| match value.as_str() {
        "all" => Ok(Version::All),
        "first" => Ok(Version::First),
        "last" => Ok(Version::Last),
        moment => timestamp(moment)
            .map(Version::At)
            .ok_or("`match[version]` is all, first, last or a moment in UTC"),
    });
    values.collect()
}
