//! What is wrong on a command line, what a rule refuses, and what is not taken.

use std::collections::BTreeSet;

use super::{CHARTER, Gallery};
use crate::quorate::Folder;

pub(super) fn usage() -> BTreeSet<String> {
    let mut gallery = Gallery::new(Folder::after_demo());
    for (name, line) in [
        ("usage-nothing", ""),
        ("usage-unknown-command", "vote"),
        ("usage-no-directory", "status"),
        ("usage-no-directory-for-new", "new charter.toml"),
        ("usage-as-whom", "decision open 1 --dir D"),
        ("usage-post-form", "decision open 1 --dir D --as GBR"),
        ("usage-office-unknown", "decision open 1 --dir D --as GBR/minister"),
        ("usage-member-unknown", "decision open 1 --dir D --as USA/representative"),
        ("usage-member-form", "bank enter 1.00 --from Gbr --reference x --dir D --as FRA/treasurer"),
        ("usage-register-unknown", "record secrets --dir D"),
        ("usage-format-unknown", "record votes --format xml --dir D"),
        ("usage-format-of-another-register", "record accounts --format hledger --dir D"),
        ("usage-period-form", "wait 3 --dir D"),
        ("usage-period-none", "wait 0h --dir D"),
        ("usage-period-too-long", "wait 36526d --dir D"),
        ("usage-seed-and-all", "demo --seed 1 --all"),
        ("usage-dir-and-all", "demo --dir E --all"),
        ("usage-number-form", "decision open one --dir D --as FRA/representative"),
        ("usage-number-too-large", "decision open 4294967296 --dir D --as FRA/representative"),
        ("usage-vote-unknown", "decision vote 1 yes --dir D --as FRA/representative"),
        (
            "usage-value-date-form",
            "bank enter 1.00 --from GBR --reference x --value-date 31.12.2026 --dir D --as FRA/treasurer",
        ),
        (
            "usage-value-date-before-1970",
            "bank enter 1.00 --from GBR --reference x --value-date 1969-12-31 --dir D --as FRA/treasurer",
        ),
    ] {
        gallery.says(name, 2, line);
    }
    gallery.names
}

pub(super) fn typed() -> BTreeSet<String> {
    let mut gallery = Gallery::new(Folder::after_demo());
    let as_fra = "--dir D --as FRA/representative";
    for (name, line) in [
        ("usage-amount-decimals", "decision table t --call 1.001"),
        ("usage-amount-grouped", "decision table t --call \"1 000.00\""),
        ("usage-amount-comma", "decision table t --call 1,00"),
        ("usage-amount-too-large", "decision table t --call 999999999999999999999999999999999999999"),
        ("usage-amount-empty", "decision table t --call \"\""),
        ("usage-text-empty", "decision table \"\" --call 1.00"),
        ("usage-text-of-two-lines", "decision table \"two\nlines\" --call 1.00"),
        ("usage-text-that-misleads", "decision table \"left\u{202e}right\" --call 1.00"),
        ("usage-text-with-what-nobody-sees", "decision table \"two\u{200b}words\" --call 1.00"),
        ("usage-reference-empty", "bank enter 1.00 --from GBR --reference \"\""),
        (
            "usage-reference-too-long",
            "bank enter 1.00 --from GBR --reference 123456789012345678901234567890123456",
        ),
        ("usage-reference-of-other-letters", "bank enter 1.00 --from GBR --reference \"relevé 1\""),
        (
            "usage-reference-with-what-nobody-sees",
            "bank enter 1.00 --from GBR --reference \"line\u{200b} 1\"",
        ),
        ("usage-reference-with-two-spaces", "bank enter 1.00 --from GBR --reference \"line  1\""),
        ("usage-neither-effect", "decision table t"),
        ("usage-state-form", "check charter.toml --independent-of Canada"),
        ("usage-both-effects", "decision table t --assist 1 --call 1.00"),
        ("usage-neither-line", "bank enter 1.00 --reference x"),
        ("usage-currency-unknown", "bank enter 1.00 --currency EURO --from GBR --reference x"),
        ("usage-currency-decimals", "bank enter 1.0 --currency JPY --from GBR --reference x"),
        ("usage-rate-form", "fund rate EUR 1,0842 --kind spot --source x"),
        ("usage-rate-of-the-funds-currency", "fund rate USD 1 --kind spot --source x"),
        ("usage-rate-kind", "fund rate EUR 1.0842 --kind official --source x"),
        ("usage-tranche-without-condition", "case request --purpose p --payee a --tranche 1.00"),
        ("usage-no-tranche", "case request --purpose p --payee a"),
        ("usage-replaces-form", "decision vote 1 abstain --replaces 12"),
        ("usage-key-form", "member accredit treasurer --for 1d --key 12"),
        ("usage-option-unknown", "decision open 1 --force"),
        ("usage-word-too-many", "decision open 1 2"),
    ] {
        gallery.says(name, 2, &format!("{line} {as_fra}"));
    }
    gallery.names
}

pub(super) fn in_a_post() -> BTreeSet<String> {
    let mut gallery = Gallery::new(Folder::after_demo());
    for (name, line) in [
        ("refused-office", "decision vote 2 in-favour --dir D --as FRA/treasurer"),
        (
            "refused-office-of-an-agreement",
            "fund sign-agreement --paid-in 1.00 --callable 0.00 --dir D --as CAN/representative",
        ),
        ("refused-no-such-decision", "decision open 9 --dir D --as FRA/representative"),
        ("refused-vote-closed", "decision vote 2 abstain --dir D --as FRA/representative"),
        ("refused-executed-already", "decision execute 1 --dir D --as CAN/case-officer"),
        ("refused-beyond-signed", "decision table t --call 40000000000.00 --dir D --as FRA/representative"),
        (
            "refused-beyond-target",
            "fund indicate CAN announced --amount 95000000000.01 --source x --dir D --as CAN/representative",
        ),
        ("refused-negative-amount", "decision table t --call -1.00 --dir D --as FRA/representative"),
        (
            "refused-signed-already",
            "fund sign-agreement --paid-in 1.00 --callable 0.00 --dir D --as GBR/root",
        ),
        (
            "refused-booked-already",
            "bank enter 1800000000.00 --from GBR --value-date 2026-12-01 --reference \"statement 1, line 1\" --dir D --as FRA/treasurer",
        ),
        (
            "refused-value-date-ahead",
            "bank enter 1.00 --from GBR --value-date 2030-01-01 --reference x --dir D --as FRA/treasurer",
        ),
        ("refused-term", "member accredit treasurer --for 731d --dir D --as FRA/root"),
        ("refused-root-by-credential", "member accredit root --for 1d --dir D --as FRA/root"),
        (
            "refused-no-credential",
            "member revoke treasurer --key 0101010101010101010101010101010101010101010101010101010101010101 --dir D --as FRA/root",
        ),
        ("refused-case-closed", "case attest 1 1 --dir D --as FRA/case-officer"),
        ("refused-not-a-member", "fund indicate USA announced --source x --dir D --as FRA/representative"),
    ] {
        gallery.says(name, 3, line);
    }
    gallery.names
}

pub(super) fn not_taken() -> BTreeSet<String> {
    let mut gallery = Gallery::new(Folder::after_demo());
    gallery.folder.done("member revoke representative --dir D --as FRA/root");
    gallery.says("not-taken-revoked", 4, "decision open 2 --dir D --as FRA/representative");
    gallery.folder.write("x.cose", "no command");
    gallery.says("not-taken-no-command", 4, "submit x.cose --dir D");
    // A charter under which one command a day is enough for everyone.
    gallery.folder.write("strict.toml", CHARTER.replace("commands-a-day = 200", "commands-a-day = 1"));
    gallery.folder.done("new strict.toml --rehearsal --dir E");
    gallery.folder.done("member accredit treasurer --for 1d --dir E --as CAN/root");
    gallery.says("not-taken-too-many", 4, "member revoke treasurer --dir E --as CAN/root");
    gallery.names
}
