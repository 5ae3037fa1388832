//! The books tested by tables: one row an operation, its result at the end. `table.rs` says how to read them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at a fault, and overflow checks are on"
)]

mod table;

use quorate_ledger::{Balance, Books, HoldId};

use table::{CHART, account, book, check, entry, refused};

#[test]
fn a_limit_is_one_below_at_and_not_one_above() {
    check(
        "post authority:EUR 10>100 14<100          = admitted
         post authority:EUR 14>101 16:a<101        = refused 100<101
         post authority:EUR 14>99 16:a<99          = admitted
         post authority:EUR 14>2 16:a<2            = refused 1<2
         post authority:EUR 14>1 16:a<1            = admitted
         post authority:EUR 14>1 16:a<1            = refused 0<1
         account authority:EUR 14                  = 100 100 0 0
         account authority:EUR 16:a                = 0 100 0 0",
    );
}

#[test]
fn an_account_that_grows_by_debits_is_limited_the_other_way() {
    check(
        "post cash:EUR 10>1 100<1                  = refused 0<1
         post cash:EUR 100>5 300:GBR<5             = admitted
         post cash:EUR 300:GBR>6 100<6             = refused 5<6
         hold 1 cash:EUR 300:GBR>5 100<5           = held
         post cash:EUR 300:GBR>1 100<1             = refused 0<1
         account cash:EUR 100                      = 5 0 0 5",
    );
}

#[test]
fn an_account_without_a_limit_goes_below_zero() {
    check(
        "post cash:EUR 300:GBR>7 300:FRA<7         = admitted
         hold 1 cash:EUR 300:GBR>7 300:FRA<7       = held
         account cash:EUR 300:GBR                  = 7 0 7 0",
    );
}

#[test]
fn books_are_apart_by_kind_and_by_currency() {
    check(
        "post authority:EUR 10>100 14<100          = admitted
         post authority:USD 14>1 16:a<1            = refused 0<1
         post memoranda:EUR 14>1 16:a<1            = refused 0<1
         post cash:EUR 14>1 16:a<1                 = refused 0<1
         account authority:USD 14                  = 0 0 0 0",
    );
}

#[test]
fn a_code_that_the_chart_lacks_is_refused_before_any_limit() {
    check(
        "post cash:EUR 14>1 15<1                   = refused code
         hold 1 cash:EUR 15>1 10<1                 = refused code",
    );
}

#[test]
fn a_hold_reserves_at_once_and_gives_when_posted() {
    check(
        "post authority:EUR 10>100 14<100          = admitted
         hold 1 authority:EUR 14>60 16:a<60        = held
         account authority:EUR 14                  = 0 100 60 0
         account authority:EUR 16:a                = 0 0 0 60
         post authority:EUR 16:a>1 10<1            = refused 0<1
         hold 2 authority:EUR 14>41 16:b<41        = refused 40<41
         hold 2 authority:EUR 14>40 16:b<40        = held
         post authority:EUR 14>1 16:a<1            = refused 0<1
         settle 1                                  = posted
         account authority:EUR 14                  = 60 100 40 0
         account authority:EUR 16:a                = 0 60 0 0
         post authority:EUR 16:a>61 10<61          = refused 60<61
         post authority:EUR 16:a>60 10<60          = admitted",
    );
}

#[test]
fn a_hold_voided_gives_back_and_leaves_no_trace() {
    let granted = check("post authority:EUR 10>100 14<100 = admitted");
    let voided = check(
        "post authority:EUR 10>100 14<100          = admitted
         hold 1 authority:EUR 14>100 16:a<100      = held
         void 1                                    = voided",
    );
    assert_eq!(voided, granted);
    assert_eq!(voided.accounts().count(), 2);
}

#[test]
fn a_hold_resolves_once() {
    check(
        "post authority:EUR 10>100 14<100          = admitted
         settle 1                                  = none
         void 1                                    = none
         hold 1 authority:EUR 14>10 16:a<10        = held
         hold 1 authority:EUR 14>10 16:a<10        = taken
         account authority:EUR 14                  = 0 100 10 0
         settle 1                                  = posted
         settle 1                                  = none
         void 1                                    = none
         hold 2 authority:EUR 14>10 16:a<10        = held
         void 2                                    = voided
         void 2                                    = none
         settle 2                                  = none
         account authority:EUR 14                  = 10 100 0 0
         account authority:EUR 16:a                = 0 10 0 0",
    );
}

#[test]
fn an_entry_counts_by_the_sum_of_its_legs_and_a_hold_by_what_it_takes() {
    check(
        "post authority:EUR 14>5 14<5              = admitted
         post authority:EUR 14>5 14<4 16:a<1       = refused 0<1
         hold 1 authority:EUR 14>5 14<5            = refused 0<5
         post authority:EUR 10>5 14<5              = admitted
         hold 1 authority:EUR 14>5 14<5            = held
         account authority:EUR 14                  = 5 10 5 5
         post authority:EUR 14>1 10<1              = refused 0<1
         settle 1                                  = posted
         account authority:EUR 14                  = 10 15 0 0",
    );
}

#[test]
fn a_list_is_admitted_entry_by_entry() {
    let grant = entry(&["authority:EUR", "10>100", "14<100"]);
    let commit = entry(&["authority:EUR", "14>100", "16:a<100"]);
    let books = Books::new(CHART);
    assert_eq!(books.admits(&[]), Ok(()));
    assert_eq!(books.admits(&[grant.clone(), commit.clone()]), Ok(()));
    let refusal = books.admits(&[grant.clone(), commit.clone(), commit.clone()]).unwrap_err();
    assert_eq!(refused(&refusal), "refused 0<100", "the second commit finds nothing left");
    let refusal = books.admits(&[commit, grant]).unwrap_err();
    assert_eq!(refused(&refusal), "refused 0<100", "the grant comes too late, though the sum is right");
}

#[test]
fn the_first_limit_in_the_order_of_legs_speaks() {
    let books = Books::new(CHART);
    let legs = ["authority:EUR", "10<3", "16:b>2", "16:a>1"];
    let refusal = books.admits(&[entry(&legs)]).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "account `16 of b` of the commitment authority book in EUR has 0.00 EUR available, and 0.02 EUR is needed"
    );
    let refusal = books.admits(&[entry(&["cash:EUR", "10>1", "11:x<1"])]).unwrap_err();
    assert_eq!(refusal.to_string(), "account `11 of x` is of no kind that the chart of accounts has");
}

/// Nobody should write what was not admitted; if it happens all the same, the way back is open in small steps.
#[test]
fn what_is_below_zero_already_may_rise_but_not_fall() {
    let mut books = Books::new(CHART);
    books.post(&entry(&["authority:EUR", "14>100", "10<100"]));
    assert_eq!(books.available(&book("authority:EUR"), &account("14")), Some(-100));
    assert_eq!(books.admits(&[entry(&["authority:EUR", "10>1", "14<1"])]), Ok(()));
    assert_eq!(books.admits(&[entry(&["authority:EUR", "14>1", "14<1"])]), Ok(()));
    let refusal = books.admits(&[entry(&["authority:EUR", "14>1", "10<1"])]).unwrap_err();
    assert_eq!(refused(&refusal), "refused -100<1");
}

#[test]
fn readings_come_in_order_and_add_up() {
    let books = check(
        "post memoranda:EUR 10>1 300:b<1           = admitted
         post cash:USD 10>2 300:b<2                = admitted
         post cash:EUR 100>3 300:b<3               = admitted
         post cash:EUR 100>4 300:a<4               = admitted
         hold 7 cash:EUR 300:a>1 100<1             = held
         hold 3 cash:EUR 300:a>2 100<2             = held",
    );
    let order: Vec<String> = books.accounts().map(|(book, account, _)| format!("{book} {account}")).collect();
    assert_eq!(
        order,
        [
            "cash book in EUR 100",
            "cash book in EUR 300 of a",
            "cash book in EUR 300 of b",
            "cash book in USD 10",
            "cash book in USD 300 of b",
            "memoranda book in EUR 10",
            "memoranda book in EUR 300 of b",
        ]
    );
    let euro = Balance { debits: 7, credits: 7, pending_debits: 3, pending_credits: 3 };
    assert_eq!(books.trial_balance(&book("cash:EUR")), euro);
    assert_eq!(books.trial_balance(&book("cash:GBP")), Balance::default());
    assert_eq!(books.holds().map(|(id, _)| id).collect::<Vec<_>>(), [HoldId(3), HoldId(7)]);
    assert_eq!(books.held(HoldId(7)), Some(&entry(&["cash:EUR", "300:a>1", "100<1"])));
    assert_eq!(books.held(HoldId(4)), None);
    assert_eq!(books.available(&book("cash:EUR"), &account("11")), None, "no kind, no normal side");
}
