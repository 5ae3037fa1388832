use alloc::collections::BTreeSet;
use alloc::vec;

use quorate_charter::Term;
use quorate_ledger::{Currency, Money};
use quorate_partnership::cases::RelationEffect;
use quorate_partnership::decisions::Effect;
use quorate_partnership::fund::{CHART, Purpose};
use quorate_partnership::members::{self, EndAdmission, Restore, Suspend};
use quorate_partnership::{CaseNo, Day, LineNo, PaymentNo};

use super::*;
use crate::words::{does, purpose};

/// Words that are written alike in both languages.
const ALIKE: [&str; 3] = ["administration", "admission", "suspension"];

/// The words of a text that are no names of anything: of small letters, and longer than three.
fn long(text: &str) -> BTreeSet<&str> {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words.filter(|word| word.len() > 3 && word.chars().all(char::is_lowercase)).collect()
}

/// What lines of a statement are.
fn lines(usd: Money) -> Vec<String> {
    let (of, case, name) = ("GBR".parse().unwrap(), CaseNo(1), "b1".parse().unwrap());
    let (payment, line, on) = (PaymentNo(2), LineNo(3), Day(20_000));
    let all = vec![
        Purpose::Receipt { from: of },
        Purpose::ReceiptLessFee { from: of, fee: usd },
        Purpose::Payment { payment },
        Purpose::Unidentified,
        Purpose::BankCharge,
        Purpose::Refund { to: of },
        Purpose::Settlement { to: of },
        Purpose::Returned { payment },
        Purpose::NotInstructed,
        Purpose::MadeGood { line },
        Purpose::Repayment { case },
        Purpose::Recovery { case },
        Purpose::Exchange { bought: usd },
        Purpose::Invest { name, matures: on },
        Purpose::Divest { name },
        Purpose::Expense { year: 2027 },
    ];
    all.into_iter().map(purpose).chain(["EUR exchanged for 43.00 USD".into()]).collect()
}

/// What decisions do.
fn effects(usd: Money) -> Vec<String> {
    let (of, case) = ("GBR".parse().unwrap(), CaseNo(1));
    let all = vec![
        Effect::Assist { case },
        Effect::WriteOff { case },
        Effect::ReleaseGuarantee { case },
        Effect::FindBreach { case, term: Term::EndUse },
        Effect::EndBreach { case },
        Effect::Call { total: usd },
        Effect::Restore { total: usd },
        Effect::Budget { year: 2027, amount: usd },
        Effect::NameParty { case, member: of },
        Effect::Relation(RelationEffect::StandDown { case }),
        Effect::Relation(RelationEffect::Resume { case }),
        Effect::Relation(RelationEffect::Count {
            case,
            body: "NATO".parse().unwrap(),
            amount: usd,
            source: "n. 7".parse().unwrap(),
        }),
        Effect::Members(members::Effect::Suspend(Suspend { member: of })),
        Effect::Members(members::Effect::Restore(Restore { member: of })),
        Effect::Members(members::Effect::EndAdmission(EndAdmission { state: of })),
    ];
    let others = ["admit XAA to ask for help", "invite XAA to accede", "give new keys to GBR"];
    all.iter().map(does).chain(others.map(String::from)).collect()
}

#[test]
fn what_lines_are_and_what_decisions_do_leaves_no_english() {
    let usd = Money::parse("25.00", Currency::from_code("USD").unwrap()).unwrap();
    let waits = |what: &String| format!("Bank line 1 waits for a countersignature: 1 000.00 USD, {what}");
    let lines = lines(usd);
    let all = lines.iter().map(waits).chain(effects(usd)).chain(lines.clone());
    for english in all {
        let french = french(&english);
        let left = long(&english).intersection(&long(&french)).copied().collect::<BTreeSet<&str>>();
        assert!(left.iter().all(|word| ALIKE.contains(word)), "{english}: {french}: {left:?}");
        assert_ne!(english, french);
    }
    assert_eq!(
        french(&waits(&"EUR exchanged for 43.00 USD".into())),
        "La ligne de relevé 1 attend une contresignature\u{a0}: 1 000.00 USD, EUR changés contre 43.00 USD"
    );
}

#[test]
fn sentences_are_filled_in_french_and_words_of_others_stay() {
    assert_eq!(french("total assets"), "total de l'actif");
    assert_eq!(french("receipt from GBR, in EUR"), "encaissement de GBR, en EUR");
    assert_eq!(
        french("Decision 3, adopted at last, is adopted and not executed"),
        "La décision 3, adopted at last, est adoptée et n'est pas exécutée"
    );
    assert_eq!(french("winter resupply"), "winter resupply");
    assert_eq!(french_before("pre-financing: cash"), "préfinancement\u{a0}: cash");
    assert_eq!(french_before("cash"), "cash");
    assert_eq!(french_in("tranches", "approved"), "approuvée");
    assert_eq!(french_in("cases", "approved"), "approuvé");
    assert_eq!(
        french("in favour 2 of 3 participating members and 62.3 % of population, 65 % needed; not adopted"),
        "pour\u{a0}: 2 sur 3 membres participants et 62.3 % de population, 65 % requis\u{a0}; non adoptée"
    );
}

#[test]
fn findings_are_counted_in_french_in_whatever_kinds_there_are() {
    let answer = "No single member can block or impose what the text promises: 19 findings proven, 1 condition, \
                  1 not declared, 4 not promised.";
    assert_eq!(
        french(answer),
        "Aucun membre seul ne peut bloquer ni imposer ce que le texte promet\u{a0}: 19 constats prouvés, 1 sous condition, \
         1 non déclarés, 4 non promis."
    );
    assert_eq!(french("1 finding proven"), "1 constat prouvé");
    // Words of others that only look like it.
    assert_eq!(french("delivery by truck"), "delivery by truck");
}

#[test]
fn every_account_has_a_french_name() {
    for kind in (0..1000).filter_map(|code| CHART.find(code)) {
        let is_there = PHRASES.iter().any(|(ours, _)| *ours == kind.name);
        assert!(is_there, "account {} `{}` has no French in words/french/phrases.rs", kind.code, kind.name);
    }
}

#[test]
fn no_phrase_stands_twice_and_every_gap_is_filled() {
    for (at, (ours, _)) in phrases().enumerate() {
        assert!(!phrases().take(at).any(|(before, _)| before == ours), "{ours}");
    }
    for (ours, french) in SENTENCES.iter().chain(FINDINGS).chain(CHECK) {
        for gap in 0..ours.matches("{}").count() {
            assert!(french.contains(&format!("{{{gap}")), "{french}: gap {gap}");
        }
    }
}
