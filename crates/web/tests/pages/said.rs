//! What some pages say, on records of which it is known.

use std::sync::Arc;

use crate::consulted::{consulted, text};
use crate::door::{Door, Pages};
use crate::story::FOUNDING;
use crate::world::World;

const FUND: &str = include_str!("../../../../charters/partnership.toml");

fn founded(member: &str) -> Pages {
    let records = Arc::new(World::play(&FOUNDING).records);
    Pages::of(Door { records, member: member.parse().ok(), text: FUND.into(), checked: false })
}

fn consulting(member: &str) -> Pages {
    let records = Arc::new(consulted().records);
    Pages::of(Door { records, member: member.parse().ok(), text: text().into(), checked: false })
}

/// The words of a page's main part, a line an element that has some.
fn words(page: &str) -> String {
    let main = page.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    let main = main.split_once('>').unwrap().1;
    let texts = main.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text).trim());
    let lines: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    lines.join("\n")
}

#[test]
fn where_the_money_came_from_and_went_comes_to_the_same() {
    let pages = founded("FRA");
    let csv = pages.get("/en/fund/flows.csv");
    assert_eq!(csv.kind, "text/csv; charset=utf-8");
    let cents = |text: &str| text.replace('.', "").parse::<i64>().unwrap_or_default();
    let rows: Vec<Vec<&str>> = csv.text.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let sum = |at: usize| rows.iter().map(|row| cents(row[at])).sum::<i64>();
    assert_eq!(sum(2), sum(3), "{}", csv.text);
    assert!(sum(2) > 0);
    assert!(csv.text.contains("help to a case,1,"), "{}", csv.text);
    let page = pages.get("/fr/fund").text;
    assert!(page.contains("<title id=\"flows-title\">") && page.contains("<desc id=\"flows-says\">"));
    assert!(!page.contains("otherwise"));
}

#[test]
fn the_overview_of_the_fund_is_as_it_was() {
    insta::assert_snapshot!("fund", words(&founded("FRA").get("/en/fund").text));
}

#[test]
fn the_brief_is_as_it_was() {
    insta::assert_snapshot!("brief", words(&founded("CAN").get("/fr/brief").text));
}

#[test]
fn consultations_are_as_they_were() {
    insta::assert_snapshot!("consultation", words(&consulting("DEU").get("/fr/consultations/1").text));
}

#[test]
fn a_case_is_as_it_was() {
    insta::assert_snapshot!("case", words(&founded("CAN").get("/en/cases/1").text));
}

#[test]
fn what_waits_is_of_the_delegation_alone() {
    let waits = |member: &str| {
        words(&consulting(member).get("/en/brief").text).contains("Acknowledge consultations 1")
    };
    assert!(waits("DEU") && waits("CAN"));
    assert!(!waits("GBR") && !waits("FRA"));
}

#[test]
fn members_own_words_are_never_markup() {
    let page = consulting("DEU").get("/en/consultations/1").text;
    assert!(page.contains("Troops &lt;at&gt; the border") && !page.contains("<at>"));
    // Words of members are in their own language wherever they stand.
    let french = consulting("DEU").get("/fr/consultations/1").text;
    assert!(french.contains("lang=\"fr\">Troupes à la frontière<"));
}

#[test]
fn a_member_sees_what_it_can_never_be_asked_for() {
    let page = words(&founded("GBR").get("/en/members/GBR").text);
    assert!(page.contains("F12, F13, I-6") && page.contains("Can never be asked for more than"), "{page}");
}

#[test]
fn a_register_shows_the_rows_that_its_address_asks_for() {
    let pages = founded("CAN");
    let rows = |query: &str| {
        let page = pages.get(&format!("/en/record/votes{query}")).text;
        page.split("<tbody>").nth(1).map_or(0, |body| body.matches("<tr>").count())
    };
    let all = rows("");
    let (of_one, of_two) = (rows("?decision=1"), rows("?decision=2"));
    assert!(of_one > 0 && of_one < all && of_one + of_two <= all, "{all} {of_one} {of_two}");
    assert!((1..of_one).contains(&rows("?decision=1&member=FRA")));
    assert_eq!(rows("?decision=77"), 0);
    // What is no column narrows nothing, and what is no code is not looked for.
    assert_eq!((rows("?colour=red"), rows("?decision=%3Cb%3E")), (all, all));
    let csv = pages.get("/en/record/votes.csv?decision=1").text;
    assert_eq!(csv.lines().count(), of_one + 1);
}
