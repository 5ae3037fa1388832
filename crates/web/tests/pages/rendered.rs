//! Every page, in both languages, over no fund, nothing yet, and a story with everything in it.

use std::sync::Arc;

use quorate_records::Register;

use crate::consulted::{consulted, text};
use crate::door::{Door, Pages};
use crate::story::FOUNDING;
use crate::world::World;

const FUND: &str = include_str!("../../../../charters/partnership.toml");

/// An arrangement of all four, which has no fund.
pub(crate) fn without_fund() -> String {
    let three = include_str!("../../../../charters/framework-of-three.toml");
    three.replace(
        "[member.FRA]",
        "[member.DEU]\nname = { en = \"Germany\", fr = \"Allemagne\" }\n[member.FRA]",
    )
}

/// The pages that are there whatever is on record.
const PATHS: [&str; 29] = [
    "/",
    "/brief",
    "/today",
    "/decisions",
    "/fund",
    "/fund/calls",
    "/fund/liquidity",
    "/fund/statements",
    "/fund/books",
    "/fund/bank",
    "/fund/journal",
    "/cases",
    "/consultations",
    "/frameworks",
    "/frameworks?without=USA",
    "/continuity",
    "/positions",
    "/capabilities",
    "/charter",
    "/members",
    "/members/FRA",
    "/network",
    "/representatives",
    "/record",
    "/public",
    "/record/journal",
    "/record/agreements?q=FRA",
    "/record/lines",
    "/public/lines",
];

/// The most that a page may weigh.
const MOST_BYTES: usize = 100_000;

fn pages(world: &World, text: &str, member: Option<&str>) -> Pages {
    let member = member.map(|code| code.parse().unwrap());
    let checked = member.is_none();
    Pages::of(Door { records: Arc::new(world.records.clone()), member, text: text.into(), checked })
}

/// Whether what is open is closed again, for elements that always are.
fn is_whole(text: &str) -> bool {
    ["main", "table", "tr", "td", "ul", "ol", "li", "dl", "div", "section", "svg", "details", "article"]
        .iter()
        .all(|name| {
            let open =
                text.matches(&format!("<{name}>")).count() + text.matches(&format!("<{name} ")).count();
            open == text.matches(&format!("</{name}>")).count()
        })
}

fn sound(path: &str, language: &str, text: &str) {
    assert!(text.contains(&format!("<html lang=\"{language}\">")), "{path}");
    assert!(is_whole(text), "{language}{path} leaves something open");
    assert!(!text.contains(" style="), "{path}: a style of its own");
    assert_eq!(text.matches("<script").count(), 1, "{path}: a script of its own");
    assert!(text.len() < MOST_BYTES, "{language}{path} weighs {} bytes", text.len());
    let ids: Vec<&str> = text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(ids.len(), once.len(), "{path}: an id stands twice: {ids:?}");
}

fn all(pages: &Pages, further: &[&str]) {
    for path in PATHS.iter().chain(further) {
        for language in ["en", "fr"] {
            let sent = pages.get(&format!("/{language}{path}"));
            assert_eq!(sent.status, 200, "/{language}{path}");
            assert_eq!(sent.kind, "text/html; charset=utf-8", "{path}");
            sound(path, language, &sent.text);
        }
    }
}

#[test]
fn every_page_is_there_before_anything_happened() {
    all(&pages(&World::begin(), FUND, Some("FRA")), &["/fund/statements/FRA"]);
    all(&pages(&World::begin(), FUND, None), &[]);
}

#[test]
fn every_page_is_there_where_there_is_no_fund() {
    let text = without_fund();
    let pages = pages(&World::under(&text), &text, Some("GBR"));
    all(&pages, &[]);
    for path in ["/fund/statements/FRA", "/fund/flows.csv"] {
        assert_eq!(pages.get(&format!("/en{path}")).status, 404, "{path}");
    }
    assert!(pages.get("/en/fund").text.contains("This charter has no fund."));
}

#[test]
fn every_page_is_there_while_members_consult() {
    all(&pages(&consulted(), text(), Some("DEU")), &["/consultations/1"]);
}

#[test]
fn every_page_is_there_when_everything_happened() {
    let pages = pages(&World::play(&FOUNDING), FUND, Some("CAN"));
    all(&pages, &["/cases/1", "/decisions/1", "/decisions/2", "/fund/statements/CAN"]);
}

#[test]
fn what_is_not_there_is_told_in_the_same_way() {
    let pages = pages(&World::begin(), FUND, Some("FRA"));
    let nowhere = pages.get("/en/nothing-such").text;
    for path in [
        "/en/cases/1",
        "/en/cases/x",
        "/fr/consultations/9",
        "/en/members/XYZ",
        "/xx/fund",
        "/en/fund/statements/ZZZ",
    ] {
        let sent = pages.get(path);
        assert_eq!((sent.status, sent.text == nowhere), (404, true), "{path}");
    }
}

#[test]
fn every_register_is_a_page_a_table_and_a_file() {
    let pages = pages(&World::play(&FOUNDING), FUND, None);
    for register in Register::ALL {
        assert_eq!(pages.get(&format!("/fr/record/{register}")).status, 200, "{register}");
        let csv = pages.get(&format!("/en/record/{register}.csv"));
        assert_eq!((csv.status, csv.kind.as_str()), (200, "text/csv; charset=utf-8"), "{register}");
    }
}
