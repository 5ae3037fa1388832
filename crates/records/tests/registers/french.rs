//! The trustees' report in French: the same figures, and no word of ours left in English.

use std::collections::BTreeSet;

use quorate_records::words::Language;
use quorate_records::{Cell, Records, Register, report};

use crate::currencies::told;
use crate::story::{FOUNDING, story};
use crate::world::World;

use proptest::prelude::*;

/// Words that are written alike in both languages, names of registers, and what is typed.
const ALIKE: &[&str] = &[
    "accounts",
    "agreements",
    "alarms",
    "arrears",
    "assistance",
    "bank",
    "calls",
    "capital",
    "cases",
    "code",
    "clause",
    "condition",
    "contributions",
    "decisions",
    "description",
    "findings",
    "lines",
    "loans",
    "nature",
    "observation",
    "page",
    "part",
    "payments",
    "pledges",
    "principal",
    "quorate",
    "record",
    "register",
    "signatures",
    "total",
    "tranche",
    "tranches",
    "emergencies",
    "participants",
    "population",
    "tabled",
];

/// The texts of a page, between its tags.
fn texts(page: &str) -> Vec<String> {
    let body = page.split_once("<body>").unwrap().1;
    let texts = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
    texts.filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

/// The texts that are not members' own.
fn ours(page: &str) -> Vec<String> {
    let mut page = page.to_owned();
    while let Some((before, after)) = page.split_once("translate=\"no\">") {
        page = format!("{before}>{}", after.split_once("</td>").unwrap().1);
    }
    texts(&page)
}

/// Everything of digits in a text: the numbers in it, in any order.
fn numbers(page: &str) -> Vec<String> {
    let joined = texts(page).join(" ").replace('\u{a0}', "");
    let is = |letter: char| letter.is_ascii_digit() || letter == '.';
    let mut found: Vec<String> = joined
        .split(|letter| !is(letter))
        .map(|number| number.trim_matches('.').to_owned())
        .filter(|number| !number.is_empty())
        .collect();
    found.sort();
    found
}

fn words(texts: &[String]) -> BTreeSet<String> {
    let all =
        texts.iter().flat_map(|text| text.split(|letter: char| !letter.is_alphabetic() && letter != '\''));
    let long = all.filter(|word| word.len() > 3 && word.chars().all(|letter| !letter.is_ascii_uppercase()));
    long.map(str::to_owned).collect()
}

/// The words that members wrote, wherever they stand.
fn own(records: &Records) -> BTreeSet<String> {
    let mut own = Vec::from([records.charter().title().en.clone(), records.charter().title().fr.clone()]);
    for (register, keys) in [
        (Register::Cases, &["purpose", "payee"][..]),
        (Register::Tranches, &["condition"]),
        (Register::Decisions, &["title"]),
        (Register::Pledges, &["condition"]),
        (Register::Findings, &["text"]),
    ] {
        let table = records.register(register);
        for (at, _) in table.columns.iter().enumerate().filter(|(_, column)| keys.contains(&column.key)) {
            own.extend(table.rows.iter().filter_map(|row| row.get(at)).map(Cell::plain));
        }
    }
    words(&own)
}

fn agrees(world: &World) {
    let id = world.records.id().to_string();
    let page =
        |language| report(&world.records, "EXERCISE", language).replace(&id, "").replace("&quot;", "\"");
    let (english, french) = (page(Language::English), page(Language::French));
    assert_eq!(numbers(&english), numbers(&french));
    let own = own(&world.records);
    let both: Vec<String> = words(&ours(&english)).intersection(&words(&ours(&french))).cloned().collect();
    let left: Vec<&String> =
        both.iter().filter(|word| !own.contains(*word) && !ALIKE.contains(&word.as_str())).collect();
    assert!(left.is_empty(), "left in English: {left:?}");
    assert!(french.contains("<html lang=\"fr\">") && french.contains(&world.records.charter().title().fr));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn both_languages_tell_the_same_figures_and_french_is_french(story in story()) {
        agrees(&World::play(&story));
    }
}

#[test]
fn the_founding_story_and_other_currencies_are_told_in_french() {
    agrees(&World::play(&FOUNDING));
    agrees(&told());
}

/// Headings that are written alike in both languages.
const ALIKE_HEADINGS: &[&str] = &[
    "Article",
    "Arrangement",
    "Cause",
    "Code",
    "Condition",
    "Contract",
    "Document",
    "Objections",
    "Part",
    "Source",
    "Total",
    "Tranche",
    "Version",
    "Vote",
    "Principal",
    "Payable",
    "Parties",
    "Opinion",
];

#[test]
fn every_register_has_its_headings_and_what_it_is_about_in_french() {
    let world = World::begin();
    let mut missing = BTreeSet::new();
    for register in Register::ALL {
        if Language::French.say(register.about()) == register.about() {
            missing.insert(register.about().to_owned());
        }
        let table = world.records.register(*register);
        assert!(!table.columns.is_empty(), "{register}");
        for column in table.columns {
            let french = Language::French.say_in(table.name, column.heading);
            if french == column.heading && !ALIKE_HEADINGS.contains(&column.heading) {
                missing.insert(format!("{register}: {}", column.heading));
            }
        }
    }
    assert!(missing.is_empty(), "no French for {missing:#?}");
}

#[test]
fn procedures_and_what_members_do_are_told_in_french() {
    let told = |english: &str| Language::French.say(english).replace('\u{a0}', " ");
    let procedure = "a vote, open for 72 hours; a change of the outcome in the last 24 hours gives as much time to answer, \
                     72 hours in all; votes to be confirmed have 48 hours if the outcome hangs on them";
    assert_eq!(
        told(procedure),
        "un vote, ouvert pendant 72 heures ; un changement d'issue dans le délai final de 24 heures donne autant de temps \
         pour répondre, 72 heures en tout ; les votes à confirmer ont 48 heures si l'issue en dépend"
    );
    assert_eq!(told("does not take part"), "ne prend pas part au vote");
    assert_eq!(told("in favour, under parliamentary reserve"), "pour, sous réserve parlementaire");
    assert_eq!(told("announced; it binds nobody"), "annoncé ; n'engage personne");
    let account = Language::French.say_in("journal", "111 due from of CAN");
    assert_eq!(account, "111 exigible de CAN");
}
