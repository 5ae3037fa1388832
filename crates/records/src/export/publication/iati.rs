//! IATI 2.03: activities and the organisation.

use alloc::format;
use alloc::string::{String, ToString};

use quorate_charter::{Public, Title};
use quorate_ledger::Decimal;

use super::facts::{Case, Facts, Movement, sum};
use crate::export::xml::Xml;
use crate::words;

/// Transaction types of IATI's codelist.
const INCOMING_FUNDS: &str = "1";
const OUTGOING_COMMITMENT: &str = "2";
const DISBURSEMENT: &str = "3";
const EXPENDITURE: &str = "4";
const INTEREST_PAYMENT: &str = "5";
const LOAN_REPAYMENT: &str = "6";
const INCOMING_COMMITMENT: &str = "11";

/// A multilateral organisation, in the codelist of types.
const MULTILATERAL: &str = "40";

/// The activities that are public.
pub(super) fn activities(facts: &Facts<'_>, publisher: &str) -> String {
    let mut xml = Xml::new();
    let at = words::exact(facts.at);
    xml.open("iati-activities", &[("version", "2.03"), ("generated-datetime", &at)]);
    if facts.is_public(Public::Fund) || facts.is_public(Public::Contributions) {
        fund(&mut xml, facts, publisher);
    }
    if facts.is_public(Public::Cases) {
        for one in &facts.cases {
            case(&mut xml, facts, publisher, one);
        }
    }
    xml.finish()
}

/// The organisation, with what it spent so far if that is public.
pub(super) fn organisation(facts: &Facts<'_>, publisher: &str) -> String {
    let mut xml = Xml::new();
    let at = words::exact(facts.at);
    xml.open("iati-organisations", &[("version", "2.03"), ("generated-datetime", &at)]);
    xml.open("iati-organisation", &[("default-currency", facts.currency.code()), ("xml:lang", "en")]);
    xml.text("organisation-identifier", &[], publisher);
    told(&mut xml, "name", &facts.title());
    reporter(&mut xml, facts, publisher);
    let spent = || facts.cases.iter().flat_map(|case| &case.paid).chain(&facts.expenditure);
    let first = spent().map(|movement| movement.day).min();
    if let (true, Some(first)) = (facts.is_public(Public::Fund), first) {
        let (first, last) = (words::day(first), words::day(facts.at.day()));
        xml.open("total-expenditure", &[]);
        xml.text("period-start", &[("iso-date", &first)], "");
        xml.text("period-end", &[("iso-date", &last)], "");
        value(&mut xml, facts, sum(spent()), &last);
        xml.close();
    }
    xml.finish()
}

fn reporter(xml: &mut Xml, facts: &Facts<'_>, publisher: &str) {
    xml.open("reporting-org", &[("ref", publisher), ("type", MULTILATERAL)]);
    narratives(xml, &facts.title());
    xml.close();
}

/// A text in both languages, the second unless it is the same.
fn narratives(xml: &mut Xml, text: &Title) {
    xml.text("narrative", &[], &text.en);
    if text.fr != text.en {
        xml.text("narrative", &[("xml:lang", "fr")], &text.fr);
    }
}

/// An element that holds such a text.
fn told(xml: &mut Xml, name: &str, text: &Title) {
    xml.open(name, &[]);
    narratives(xml, text);
    xml.close();
}

fn both(en: &str, fr: &str) -> Title {
    Title { en: en.into(), fr: fr.into() }
}

fn begin(xml: &mut Xml, facts: &Facts<'_>, publisher: &str, (id, title): (&str, &Title), about: &Title) {
    xml.open("iati-activity", &[("default-currency", facts.currency.code()), ("xml:lang", "en")]);
    xml.text("iati-identifier", &[], &format!("{publisher}-{id}"));
    reporter(xml, facts, publisher);
    told(xml, "title", title);
    xml.open("description", &[("type", "1")]);
    narratives(xml, about);
    xml.close();
    xml.open("participating-org", &[("ref", publisher), ("role", "1"), ("type", MULTILATERAL)]);
    narratives(xml, &facts.title());
    xml.close();
}

fn stands(xml: &mut Xml, closed: bool, first: &str) {
    xml.text("activity-status", &[("code", if closed { "4" } else { "2" })], "");
    xml.text("activity-date", &[("type", "2"), ("iso-date", first)], "");
}

/// Sector and region are of the partnership's own vocabulary: it gives help to members, which no codelist names.
fn scope(xml: &mut Xml, region: (&str, &Title)) {
    xml.open("recipient-region", &[("vocabulary", "99"), ("code", region.0)]);
    narratives(xml, region.1);
    xml.close();
    xml.open("sector", &[("vocabulary", "99"), ("code", "mutual-security-assistance")]);
    narratives(xml, &both("Mutual assistance in security", "Assistance mutuelle en matière de sécurité"));
    xml.close();
}

/// The fund as an activity of its own. Sums stand on the day of the record; single contributions on their own days, if
/// those are public.
fn fund(xml: &mut Xml, facts: &Facts<'_>, publisher: &str) {
    let about = both(
        "What members bound themselves to, what the fund took in, and what it spent.",
        "Ce à quoi les membres se sont engagés, ce que le fonds a encaissé et ce qu'il a dépensé.",
    );
    begin(xml, facts, publisher, ("FUND", &facts.title()), &about);
    let all = facts.incoming.iter().chain(&facts.signed).map(|movement| movement.day);
    stands(xml, false, &words::day(all.fold(facts.at.day(), |first, day| first.min(day))));
    scope(xml, ("members", &both("The partnership's members", "Les membres du partenariat")));
    let (whole, by_member) = (facts.is_public(Public::Fund), facts.is_public(Public::Contributions));
    for (kind, movements) in [(INCOMING_COMMITMENT, &facts.signed), (INCOMING_FUNDS, &facts.incoming)] {
        let named = movements.iter().filter(|movement| by_member && movement.member.is_some());
        for movement in named.clone() {
            transaction(xml, facts, kind, movement);
        }
        let rest = sum(movements).saturating_sub(sum(named));
        if whole {
            together(xml, facts, kind, rest);
        }
    }
    if whole && !facts.is_public(Public::Cases) {
        let promised = sum(facts.cases.iter().flat_map(|case| &case.promised));
        together(xml, facts, OUTGOING_COMMITMENT, promised);
        together(xml, facts, DISBURSEMENT, sum(facts.cases.iter().flat_map(|case| &case.paid)));
        together(xml, facts, LOAN_REPAYMENT, sum(facts.cases.iter().flat_map(|case| &case.repaid)));
        together(xml, facts, INTEREST_PAYMENT, sum(facts.cases.iter().flat_map(|case| &case.interest)));
    }
    if whole {
        together(xml, facts, EXPENDITURE, sum(&facts.expenditure));
    }
    xml.close();
}

fn case(xml: &mut Xml, facts: &Facts<'_>, publisher: &str, case: &Case) {
    let (number, Title { en, fr }) = (case.number.0, &case.name);
    let title = facts.marked(both(&format!("Case {number} for {en}"), &format!("Dossier {number}, {fr}")));
    // A purpose is in the words of whoever asked.
    let purpose = both(&case.purpose, &case.purpose);
    begin(xml, facts, publisher, (&format!("CASE-{number}"), &title), &purpose);
    // A government that carries out what the help is for.
    xml.open("participating-org", &[("role", "4"), ("type", "10")]);
    narratives(xml, &case.name);
    xml.close();
    xml.open("other-identifier", &[("ref", &format!("decision-{}", case.decision)), ("type", "A1")]);
    xml.close();
    let first = case.promised.iter().map(|movement| movement.day).min().unwrap_or(facts.at.day());
    stands(xml, case.closed, &words::day(first));
    scope(xml, (&case.beneficiary, &case.name));
    for (kind, movements) in [
        (OUTGOING_COMMITMENT, &case.promised),
        (DISBURSEMENT, &case.paid),
        (LOAN_REPAYMENT, &case.repaid),
        (INTEREST_PAYMENT, &case.interest),
    ] {
        for movement in movements {
            transaction(xml, facts, kind, movement);
        }
    }
    xml.close();
}

fn transaction(xml: &mut Xml, facts: &Facts<'_>, kind: &str, movement: &Movement) {
    let (day, entry) = (words::day(movement.day), movement.entry.0.to_string());
    xml.open("transaction", &[("ref", &format!("entry-{entry}"))]);
    xml.text("transaction-type", &[("code", kind)], "");
    xml.text("transaction-date", &[("iso-date", &day)], "");
    value(xml, facts, movement.minor, &day);
    if let (INCOMING_FUNDS | INCOMING_COMMITMENT, Some(member)) = (kind, movement.member) {
        xml.open("provider-org", &[("type", "10")]);
        narratives(xml, &facts.name_of(member.as_str()));
        xml.close();
    }
    xml.close();
}

/// Everything of one kind as one transaction on the day of the record.
fn together(xml: &mut Xml, facts: &Facts<'_>, kind: &str, minor: i128) {
    if minor == 0 {
        return;
    }
    let day = words::day(facts.at.day());
    xml.open("transaction", &[]);
    xml.text("transaction-type", &[("code", kind)], "");
    xml.text("transaction-date", &[("iso-date", &day)], "");
    value(xml, facts, minor, &day);
    let all = both(
        "All of this kind so far, in one sum",
        "Tout ce qui est de cette nature à ce jour, en une somme",
    );
    told(xml, "description", &all);
    xml.close();
}

fn value(xml: &mut Xml, facts: &Facts<'_>, minor: i128, day: &str) {
    let attributes = [("currency", facts.currency.code()), ("value-date", day)];
    xml.text("value", &attributes, &Decimal::new(minor, facts.currency).to_string());
}
