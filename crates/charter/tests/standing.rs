//! The optional articles on the standing of members, and a charter with other members.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;

use quorate_charter::{Charter, Interest, MemberCode, MemberError, Public, RuleName, Title};

const FOUNDING: &str = include_str!("../../../charters/partnership.toml");
const BASE: &str = include_str!("faults/base.toml");

fn code(text: &str) -> MemberCode {
    text.parse().unwrap()
}

fn named(text: &str) -> Title {
    Title { en: text.into(), fr: text.into() }
}

fn weight(name: &str, weight: u64) -> (RuleName, u64) {
    (name.parse().unwrap(), weight)
}

#[test]
fn each_article_is_optional() {
    let base = Charter::read(BASE).unwrap();
    assert!(base.entry_into_force().is_none() && base.accession().is_none() && base.withdrawal().is_none());
    assert!(base.suspension().is_none() && base.amendment().is_none() && base.lost_keys().is_none());
}

#[test]
fn nothing_is_public_without_the_article() {
    assert!(Charter::read(BASE).unwrap().publication().is_none());
    let parts = [Public::Fund, Public::Contributions, Public::Cases];
    for (words, public) in [
        ("", [false, false, false]),
        ("\"fund\"", [true, false, false]),
        ("\"cases\", \"contributions\"", [false, true, true]),
    ] {
        let text = format!("{BASE}\n[publication]\narticle = 30\npublic = [{words}]\n");
        let charter = Charter::read(&text).unwrap();
        let article = charter.publication().unwrap();
        assert_eq!((article.number().0, parts.map(|part| article.makes_public(part))), (30, public));
    }
}

#[test]
fn the_founding_charter_says_who_is_bound_and_until_when() {
    let charter = Charter::read(FOUNDING).unwrap();
    assert!(charter.entry_into_force().is_none());
    assert_eq!(charter.accession().unwrap().number().0, 11);
    assert_eq!(charter.withdrawal().unwrap().notice().to_string(), "365 days");
    let suspension = charter.suspension().unwrap();
    assert_eq!(suspension.hearing().to_string(), "14 days");
    assert_eq!(suspension.at_most().to_string(), "365 days");
    assert_eq!(suspension.in_arrears(), None);
    assert!(suspension.rule().leaves_out(Interest::MemberConcerned));
    let amendment = charter.amendment().unwrap();
    assert_eq!(amendment.rule().name().as_str(), "accession");
    assert_eq!(amendment.in_force_by().name().as_str(), "acceptance");
    assert_eq!(charter.lost_keys().unwrap().wait().to_string(), "30 days");
}

#[test]
fn a_share_comes_back_only_where_the_article_says_so() {
    assert_eq!(Charter::read(FOUNDING).unwrap().withdrawal().unwrap().settlement(), None);
    for (instalments, every) in [(1, "24h"), (40, "1d"), (4, "365d")] {
        let settlement = format!("settlement = {{ instalments = {instalments}, every = \"{every}\" }}");
        let text = FOUNDING.replace("notice = \"365d\"", &format!("notice = \"365d\"\n{settlement}"));
        let terms = Charter::read(&text).unwrap().withdrawal().unwrap().settlement().unwrap();
        assert_eq!((terms.instalments(), terms.every()), (instalments, every.parse().unwrap()));
    }
}

#[test]
fn arrears_stop_votes_only_where_the_article_says_so() {
    let with = FOUNDING.replace("at-most = \"365d\"", "at-most = \"365d\"\nin-arrears = \"90d\"");
    let charter = Charter::read(&with).unwrap();
    assert_eq!(charter.suspension().unwrap().in_arrears(), Some("90d".parse().unwrap()));
}

#[test]
fn who_accedes_has_a_weight_for_each_measure_and_for_nothing_else() {
    let charter = Charter::read(BASE).unwrap();
    let with =
        |code: MemberCode, weights: &[(RuleName, u64)]| charter.with_member(code, named("Newcomer"), weights);
    let newcomer = code("XAA");
    let wider = with(newcomer, &[weight("population", 5)]).unwrap();
    assert_eq!(wider.members().len(), 5);
    assert_eq!(wider.member(newcomer).unwrap().weights(), [5]);
    assert_eq!(wider.without_member(newcomer), charter);
    let missing = MemberError::Weights("population".parse().unwrap());
    assert_eq!(with(newcomer, &[]), Err(missing.clone()));
    assert_eq!(with(newcomer, &[weight("population", 5), weight("population", 5)]), Err(missing));
    let other = MemberError::Weights("income".parse().unwrap());
    assert_eq!(with(newcomer, &[weight("population", 5), weight("income", 5)]), Err(other));
    assert_eq!(with(code("CAN"), &[weight("population", 5)]), Err(MemberError::Already(code("CAN"))));
    assert!(with(newcomer, &[weight("population", 1 << 53)]).is_ok());
    assert_eq!(with(newcomer, &[weight("population", (1 << 53) + 1)]), Err(MemberError::TooLarge));
}

#[test]
fn an_amended_text_has_the_members_of_the_day_it_comes_into_force() {
    let old = Charter::read(BASE).unwrap();
    let new = Charter::read(&BASE.replace("GBR = 69", "GBR = 70")).unwrap();
    let now = old.without_member(code("CAN")).with_member(
        code("XAA"),
        named("Newcomer"),
        &[weight("population", 5)],
    );
    let now = new.among_members_of(&now.unwrap());
    let weights: Vec<(String, u64)> =
        now.members().map(|(code, member)| (code.to_string(), member.weights()[0])).collect();
    let expected = [("DEU", 84), ("FRA", 69), ("GBR", 70), ("XAA", 5)];
    assert_eq!(weights, expected.map(|(code, weight)| (code.to_owned(), weight)));
}

#[test]
fn who_has_no_seat_is_counted_in_no_base() {
    let charter = Charter::read(BASE).unwrap();
    let (all, none) = (charter.members().map(|(code, _)| code).collect::<BTreeSet<_>>(), BTreeSet::new());
    assert_eq!(charter.roll_of(&all, &none), charter.roll(&none));
    let participating = BTreeSet::from([code("DEU"), code("FRA")]);
    let roll = charter.roll_of(&participating, &BTreeSet::from([code("CAN")])).unwrap();
    let seats: Vec<bool> = roll.seats().iter().map(|seat| seat.participating).collect();
    assert_eq!(seats, [false, true, true]);
    assert!(charter.roll_of(&none, &none).is_err());
}

#[test]
fn no_single_signatory_can_hold_the_entry_into_force_up_or_bring_it_about() {
    let text = include_str!("../../../charters/ratification.toml");
    let charter = Charter::read(text).unwrap();
    let article = charter.entry_into_force().unwrap();
    assert!(article.number().0 == 10 && article.provisional());
    let roll = charter.roll(&BTreeSet::new()).unwrap();
    for seat in 0..roll.seats().len() {
        assert_eq!(quorate_voting::blocks(article.rule().formula(), &roll, &[seat]), Ok(false));
        assert_eq!(quorate_voting::adopts(article.rule().formula(), &roll, &[seat]), Ok(false));
    }
}
