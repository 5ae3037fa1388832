//! Markings: read and written, combined, and for whom they are.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]
#![allow(clippy::indexing_slicing, clippy::string_slice, clippy::arithmetic_side_effects, reason = "a test")]
#![allow(missing_docs, reason = "a test")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use quorate_charter::MemberCode;
use quorate_partnership::{DocumentHash, Moment, Phrase};
use quorate_vault::marking::{
    Agreement, AgreementError, Agreements, Audience, Categories, Kind, Level, MAX_MARKING_BYTES, Marking,
    NoRelease, Reader, Tongue, Uncombined,
};

const STATES: [&str; 5] = ["CAN", "DEU", "FRA", "GBR", "NOR"];

fn member(code: &str) -> MemberCode {
    code.parse().unwrap()
}

fn phrase(text: &str) -> Phrase {
    text.parse().unwrap()
}

fn marking(level: Level, to: &[&str]) -> Marking {
    Marking {
        policy: phrase("EXERCISE"),
        level,
        audience: Audience::of(to.iter().map(|code| member(code))).unwrap(),
        categories: Categories::default(),
        created: Moment(1_800_000_000_000),
        expires: None,
    }
}

fn subset(of: &'static [&'static str]) -> impl Strategy<Value = Vec<&'static str>> {
    proptest::collection::vec(any::<bool>(), of.len()).prop_map(move |taken| {
        of.iter().zip(taken).filter(|(_, taken)| *taken).map(|(one, _)| *one).collect()
    })
}

prop_compose! {
    fn any_marking()(
        level in 0usize..5,
        to in subset(&STATES),
        named in proptest::collection::vec((0usize..3, 0usize..2, 0usize..3), 0..6),
        created in 0u64..1_900_000_000_000,
        expires in proptest::option::of(0u64..1_900_000_000_000),
    ) -> Marking {
        let mut categories = Categories::default();
        for (kind, name, value) in named {
            let (name, value) = (["Special <handling>", "Context & more"][name], ["A", "B \"b\"", "Ç"][value]);
            categories.add(Kind::ALL[kind], phrase(name), phrase(value)).unwrap();
        }
        let (created, expires) = (Moment(created), expires.map(Moment));
        Marking { categories, created, expires, ..marking(Level::ALL[level], &to) }
    }
}

prop_compose! {
    fn any_reader()(
        state in 0usize..5,
        cleared in 0usize..5,
        held in subset(&["0", "1", "2", "3", "4", "5"]),
    ) -> Reader {
        let of = |at: &str| {
            let at: usize = at.parse().unwrap();
            (phrase(["Special <handling>", "Context & more"][at % 2]), phrase(["A", "B \"b\"", "Ç"][at / 2]))
        };
        Reader { member: member(STATES[state]), cleared: Level::ALL[cleared], holds: held.into_iter().map(of).collect() }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read(marking in any_marking()) {
        prop_assert_eq!(&Marking::from_json(&marking.to_json()).unwrap(), &marking);
        prop_assert_eq!(&Marking::from_xml(&marking.to_xml()).unwrap(), &marking);
        prop_assert_eq!(&Marking::from_cbor(&marking.to_cbor()).unwrap(), &marking);
    }

    #[test]
    fn combining_is_idempotent_commutative_and_associative(a in any_marking(), b in any_marking(), c in any_marking()) {
        prop_assert_eq!(&a.with(&a).unwrap(), &a);
        prop_assert_eq!(a.with(&b).unwrap(), b.with(&a).unwrap());
        prop_assert_eq!(a.with(&b).unwrap().with(&c).unwrap(), a.with(&b.with(&c).unwrap()).unwrap());
    }

    #[test]
    fn a_combined_text_is_never_for_more(
        a in any_marking(),
        b in any_marking(),
        readers in proptest::collection::vec(any_reader(), 40),
    ) {
        let both = a.with(&b).unwrap();
        prop_assert!(both.level >= a.level && both.level >= b.level);
        for reader in readers {
            prop_assert!(!both.admits(&reader) || a.admits(&reader) && b.admits(&reader));
        }
    }

    #[test]
    fn whatever_is_read_is_refused_or_read_again(text in ".{0,200}", bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = (Marking::from_json(&text), Marking::from_xml(&text));
        if let Ok(marking) = Marking::from_cbor(&bytes) {
            prop_assert_eq!(marking.to_cbor(), bytes);
        }
    }
}

#[test]
fn an_empty_audience_is_nobody() {
    let none = marking(Level::Unclassified, &["CAN"]).with(&marking(Level::Secret, &["FRA"])).unwrap();
    assert!(none.audience.is_nobody());
    assert_eq!(none.audience.to_string(), "nobody");
    for code in STATES {
        let reader = Reader { member: member(code), cleared: Level::TopSecret, holds: BTreeSet::new() };
        assert!(!none.admits(&reader));
    }
    let told = none.seen(member("GBR"), &STATES.map(member), &Agreements::default()).told(Tongue::English);
    assert_eq!(told[0], "Nobody will see this but GBR.");
    // A label of another system that names nobody means everybody there. It is nobody here.
    let label = r#"{"PolicyIdentifier": "P", "Classification": "UNCLASSIFIED", "CreationDateTime": "2027-01-01T00:00:00Z"}"#;
    assert!(Marking::from_json(label).unwrap().audience.is_nobody());
}

#[test]
fn two_policies_have_no_marking_together() {
    let other = Marking { policy: phrase("ANOTHER"), ..marking(Level::Secret, &["CAN"]) };
    assert_eq!(marking(Level::Secret, &["CAN"]).with(&other), Err(Uncombined::OtherPolicy));
}

#[test]
fn without_an_agreement_nothing_is_released() {
    let text = marking(Level::Secret, &["DEU", "FRA", "GBR"]);
    let mut agreements = Agreements::default();
    let (can, deu, fra) = (member("CAN"), member("DEU"), member("FRA"));
    let release = |agreements: &Agreements, to| agreements.release(&text, can, to);
    assert_eq!(release(&agreements, deu), Err(NoRelease::NoAgreement(can, deu)));
    let levels = |table: &[(Level, Level)]| table.iter().copied().collect::<BTreeMap<_, _>>();
    let document = DocumentHash([1; 32]);
    let lower =
        Agreement::between(can, deu, document, levels(&[(Level::Secret, Level::Restricted)]), levels(&[]));
    assert_eq!(lower, Err(AgreementError::Lower(Level::Secret, Level::Restricted)));
    let crossed = levels(&[(Level::Restricted, Level::Secret), (Level::Confidential, Level::Confidential)]);
    let crossed = Agreement::between(can, deu, document, levels(&[]), crossed);
    assert_eq!(crossed, Err(AgreementError::Crossed(Level::Confidential)));
    assert_eq!(
        Agreement::between(can, can, document, levels(&[]), levels(&[])),
        Err(AgreementError::OneParty)
    );
    let up = levels(&[(Level::Secret, Level::TopSecret)]);
    agreements.put(Agreement::between(deu, can, document, levels(&[]), up).unwrap());
    assert_eq!(release(&agreements, deu), Ok(Level::TopSecret));
    assert_eq!(agreements.release(&text, deu, can), Err(NoRelease::NotNamed(can)));
    let restricted = levels(&[(Level::Restricted, Level::Restricted)]);
    agreements.put(Agreement::between(can, fra, document, restricted.clone(), restricted).unwrap());
    assert_eq!(release(&agreements, fra), Err(NoRelease::NoLevel(can, fra, Level::Secret)));
    assert_eq!(release(&agreements, member("NOR")), Err(NoRelease::NotNamed(member("NOR"))));
    let seen = text.seen(can, &STATES.map(member), &agreements);
    assert_eq!(
        seen.told(Tongue::English),
        [
            "CAN will see this, and DEU.",
            "DEU keeps it as TOP SECRET.",
            "FRA will not see it: its agreement with CAN says nothing of SECRET.",
            "GBR will not see it: it has no security agreement with CAN.",
            "NOR will not see it: the marking does not name it.",
        ]
    );
    assert_eq!(seen.told(Tongue::French)[3], "GBR ne le verra pas : aucun accord de sécurité avec CAN.");
}

#[test]
fn xml_that_hides_something_is_refused_unread() {
    let good = marking(Level::Secret, &["CAN", "FRA"]).to_xml();
    let refused = |text: &str, what: &str| {
        let error = Marking::from_xml(text).expect_err(text).to_string();
        assert!(error.contains(what), "{error}");
    };
    let after = |mark: &str, put: &str| good.replacen(mark, &format!("{mark}{put}"), 1);
    refused(&after("?>\n", "<!DOCTYPE a [<!ENTITY b \"c\">]>"), "no document type");
    refused(&after("<s4774:Classification>", "&b;"), "no entity of its own");
    refused(&after("?>\n", "<?do something?>"), "no processing instruction");
    refused(&after("<s4774:Classification>", "<![CDATA[SECRET]]>"), "no CDATA");
    refused(&after("<s4774:ConfidentialityInformation>", "<s4774:Other/>"), "not known");
    refused(&after("<s4774:ConfidentialityInformation>", "SECRET"), "text between");
    refused(&good.replace("urn:nato:stanag:4774", "urn:other"), "namespace");
    refused(
        &after("</s4774:Classification>", "<s4774:Classification>SECRET</s4774:Classification>"),
        "twice",
    );
    refused(&good[..good.len() - 20], "this is no marking");
    refused(&format!("{good}{good}"), "this is no marking");
    refused("", "whole");
    refused(&" ".repeat(MAX_MARKING_BYTES + 1), "at most");
    refused(&"<a>".repeat(10_000), "namespace");
    refused(&good.replace("PERMISSIVE", "RESTRICTIVE"), "permissive category");
    let other = "<s4774:Category Type=\"PERMISSIVE\" TagName=\"T\"><s4774:GenericValue>A</s4774:GenericValue></s4774:Category>";
    refused(&after("</s4774:Classification>", &other.repeat(2)), "the category T stands twice");
    refused(&good.replace(">CAN<", ">Can<"), "three capital letters");
    refused(&good.replace(">SECRET<", ">COSMIC<"), "the levels are");
}

#[test]
fn a_label_of_others_is_read() {
    let text = r#"<slab:originatorConfidentialityLabel xmlns:slab="urn:nato:stanag:4774:confidentialitymetadatalabel:1:0">
      <slab:ConfidentialityInformation><slab:PolicyIdentifier>Example &amp; Co</slab:PolicyIdentifier>
        <slab:Classification>TOP SECRET</slab:Classification>
        <slab:Category Type="PERMISSIVE" TagName="Releasable To"><slab:GenericValue>NOR</slab:GenericValue></slab:Category>
      </slab:ConfidentialityInformation>
      <slab:CreationDateTime>2027-01-10T12:30:00+01:00</slab:CreationDateTime>
    </slab:originatorConfidentialityLabel>"#;
    let read = Marking::from_xml(text).unwrap();
    assert_eq!(read.policy.as_str(), "Example & Co");
    assert_eq!((read.level, read.audience.to_string().as_str()), (Level::TopSecret, "NOR"));
    assert_eq!(quorate_vault::marking::date_time(read.created), "2027-01-10T11:30:00Z");
}
