//! The pages themselves: each is sound, small, in its language, and leads on.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use quorate_partnership::Nature;
use quorate_records::{Records, Register};

use crate::door::Still;
use crate::headers;
use crate::html::Html;
use crate::large::{charter, large};
use crate::site::{Answer, Site, Walked};
use crate::small::{TREATY, empty, small};

const MOST_BYTES: usize = 100_000;
/// How many pages of one kind are looked at, where there are thousands.
const MOST_OF_A_KIND: usize = 3;
const DECISIONS: u32 = 10_000;
const VOTES: usize = 4;

/// Looks at every page over a record.
fn look(records: Records, charter: &str, checked: bool, most: usize) -> Walked {
    let exercise = matches!(records.nature(), Nature::Rehearsal { .. });
    let site = Site::of(Still::of(records, charter, checked));
    let keys = keys();
    let mut languages = BTreeSet::new();
    let walked = site.walk(most, |path, html, answer| {
        let language = path.get(1..3).unwrap();
        languages.insert(language.to_owned());
        is_sound(path, html, answer);
        is_in(language, path, html, &keys);
        has_order(path, html);
        has_no_inline_code(path, html);
        let notice =
            html.elements().any(|one| one.name == "aside" && one.attribute("class") == Some("notice"));
        assert_eq!(notice, exercise, "{path}: the notice of an exercise");
        // What is made up says so even where the partnership is real.
        if path.contains("/dependencies") || path.contains("/trajectories") {
            assert!(
                html.texts().any(|text| text.starts_with("EXERC")),
                "{path} does not say that it is an exercise"
            );
        }
    });
    assert_eq!(languages, ["en", "fr"].map(String::from).into());
    walked.finds_every_part();
    walked
}

fn is_sound(path: &str, html: &Html, answer: &Answer) {
    assert!(html.errors.is_empty(), "{path}: {:?}", html.errors);
    assert!(answer.body.len() < MOST_BYTES, "{path} has {} bytes", answer.body.len());
    headers::are_sent(path, answer);
    let ids = html.ids();
    let different: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(different.len(), ids.len(), "{path}: an id stands twice in {ids:?}");
    for picture in html.named("svg") {
        let told = picture.inside.iter().any(|name| name == "title");
        let hidden = picture.attribute("aria-hidden") == Some("true");
        assert!(told || hidden, "{path}: a picture without a title");
    }
}

fn is_in(language: &str, path: &str, html: &Html, keys: &BTreeSet<String>) {
    assert_eq!(html.named("html").next().unwrap().attribute("lang"), Some(language), "{path}");
    for text in html.texts() {
        assert!(!keys.contains(text), "{path}: `{text}` has no text");
    }
}

/// One heading of the page, and none of a lower order that skips one.
fn has_order(path: &str, html: &Html) {
    let level = |name: &str| name.strip_prefix('h')?.parse::<u8>().ok();
    let headings: Vec<u8> = html.elements().filter_map(|element| level(&element.name)).collect();
    assert_eq!(headings.iter().filter(|level| **level == 1).count(), 1, "{path}: {headings:?}");
    assert_eq!(headings.first(), Some(&1), "{path}: {headings:?}");
    for pair in headings.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "{path}: {headings:?}");
    }
    let empty = html.elements().find(|one| level(&one.name).is_some() && one.text.trim().is_empty());
    assert!(empty.is_none(), "{path}: a heading that says nothing");
}

fn has_no_inline_code(path: &str, html: &Html) {
    for element in html.elements() {
        let named = &element.name;
        assert!(named != "style" && element.attribute("style").is_none(), "{path}: style in `{named}`");
        if named == "script" {
            let from = element.attribute("src").expect("a script has an address");
            assert!(from.starts_with("/assets/") && element.text.is_empty(), "{path}: {from}");
        }
        for (key, value) in &element.attributes {
            assert!(!key.starts_with("on"), "{path}: `{key}` in `{named}`");
            assert!(!value.trim_start().starts_with("javascript:"), "{path}: `{value}`");
        }
    }
}

/// The names of texts that are no words, except registers' names, which pages show.
fn keys() -> BTreeSet<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/texts/en.ftl")).unwrap();
    let keys = text.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key.to_owned());
    let names: BTreeSet<&str> = Register::ALL.iter().map(|register| register.name()).collect();
    keys.filter(|key| key.contains('-') && !key.starts_with(' ') && !names.contains(key.as_str())).collect()
}

/// The routes of the pages, each as the walk tells kinds apart: `/en/decisions/{number}?`.
fn routes() -> BTreeSet<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pages/mod.rs")).unwrap();
    let routes = text.split(".route(\"").skip(1).filter_map(|rest| rest.split_once('"'));
    let read = routes.filter(|(_, rest)| rest.lines().next().is_some_and(|line| line.contains("get(")));
    read.map(|(path, _)| path.to_owned()).collect()
}

fn fits(kind: &str, route: &str) -> bool {
    let path = kind.split('?').next().unwrap();
    let path = path.strip_prefix("/en").unwrap_or(path);
    let (path, route): (Vec<&str>, Vec<&str>) = (path.split('/').collect(), route.split('/').collect());
    let same = |(is, wanted): (&&str, &&str)| is == wanted || wanted.contains('{') && !is.is_empty();
    path.len() == route.len() && path.iter().zip(&route).all(same)
}

#[test]
fn a_record_in_which_nothing_happened() {
    look(empty(), TREATY, false, usize::MAX);
}

#[test]
fn a_record_in_which_a_little_happened_leads_to_every_route() {
    let walked = look(small(Nature::Rehearsal { rate: 0 }), TREATY, true, usize::MAX);
    let routes = routes();
    assert!(routes.len() > 15, "{routes:?}");
    for route in routes {
        assert!(walked.kinds.keys().any(|kind| fits(kind, &route)), "no link leads to {route}");
    }
}

#[test]
fn a_real_record() {
    look(small(Nature::Real), TREATY, true, MOST_OF_A_KIND);
}

#[test]
fn forty_members_and_ten_thousand_decisions() {
    look(large(DECISIONS, VOTES), &charter(), false, MOST_OF_A_KIND);
}
