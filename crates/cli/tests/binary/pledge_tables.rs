//! Tables of pledges, tried and entered.

use std::fs;

use crate::quorate::{Folder, root};

/// A folder with the table of what the press reported, and a partnership in which every member has a representative.
fn folder() -> Folder {
    let folder = Folder::new();
    fs::copy(root().join("stories/announced.csv"), folder.path("announced.csv")).unwrap();
    fs::copy(root().join("charters/partnership.toml"), folder.path("partnership.toml")).unwrap();
    let story = "story: Begun\ncharter: partnership.toml\nbegins: 2026-12-01T09:00:00Z\ncast: first, second, third, fourth\n\n\
                 == Begin\nevery member accredits representative for 365d\n";
    fs::write(folder.path("begun.story"), story).unwrap();
    folder.done("play begun.story --seed 0 --dir D");
    folder
}

const HEADER: &str = "member,kind,amount,currency,source,condition,matching,lapses\n";

/// What is told of a row.
fn row(told: &str, number: u32) -> &str {
    let begin = format!("{number} ");
    told.lines().find(|line| line.starts_with(&begin)).unwrap_or_else(|| panic!("no row {number}: {told}"))
}

#[test]
fn what_the_press_reported_is_tried_then_entered_and_never_twice() {
    let folder = folder();
    let told = folder.done("fund import-pledges announced.csv --dir D --as CAN/representative");
    for number in 2..=4 {
        assert!(row(&told, number).ends_with("can be entered"), "{told}");
    }
    assert!(
        told.contains("3 rows: 3 can be entered, 0 on record already, 0 refused, 0 with errors"),
        "{told}"
    );
    let plan = folder.done("record plan --format csv --dir D");
    assert_eq!(plan.matches("not stated").count(), 4, "nothing was given: {plan}");
    let told = folder.done("fund import-pledges announced.csv --enter --dir D --as CAN/representative");
    assert!(told.contains("entered 3, not entered 0"), "{told}");
    let plan = folder.done("record plan --format csv --dir D");
    assert!(
        plan.contains("GBR,announced,18000000000.00,\"reported by the press, unverified\",CAN"),
        "{plan}"
    );
    // Unknown is not nothing.
    assert!(plan.contains("DEU,expected,,"), "{plan}");
    let height = |folder: &Folder| folder.done("status --dir D").lines().nth(3).unwrap().to_owned();
    let before = height(&folder);
    let told = folder.done("fund import-pledges announced.csv --enter --dir D --as FRA/representative");
    assert!(told.contains("3 on record already") && told.contains("entered 0, not entered 0"), "{told}");
    assert_eq!(height(&folder), before);
}

#[test]
fn each_row_is_tried_by_the_rules_after_those_before_it() {
    let folder = folder();
    folder.done("fund indicate DEU announced --amount 7.00 --source s --dir D --as DEU/representative");
    folder.done("fund indicate FRA announced --amount 5.00 --source s --dir D --as CAN/representative");
    let table = format!(
        "{HEADER}DEU,announced,8.00,,press,,,\nFRA,announced,6.00,,press,,,\nUSA,announced,1.00,,press,,,\n\
         GBR,announced,0,,press,,,\nCAN,announced,1.00,EUR,press,,,\nUnited Kingdom,pledge,4.00,,,,1/2,2027-12-31\n"
    );
    folder.write("t.csv", table);
    let told = folder.done("fund import-pledges t.csv --dir D --as GBR/representative");
    for (number, ends) in [
        (2, "refused by rule F4, article 1"),
        (3, "can be entered, in the place of announced, 5.00, s"),
        (4, "refused by rule F3, article 1"),
        (5, "refused by rule F2, article 1"),
        (6, "refused by rule F1, article 1"),
        (7, "can be entered"),
    ] {
        assert!(row(&told, number).ends_with(ends), "{number}: {told}");
    }
    assert!(
        told.contains("6 rows: 2 can be entered, 0 on record already, 4 refused, 0 with errors"),
        "{told}"
    );
    let told = folder.done("fund import-pledges t.csv --enter --dir D --as GBR/representative");
    assert!(told.contains("entered 2, not entered 4"), "{told}");
    let again = folder.done("fund import-pledges t.csv --dir D --as GBR/representative");
    assert!(again.contains("0 can be entered, 2 on record already, 4 refused"), "{again}");
}

#[test]
fn what_is_wrong_with_a_row_is_told_with_its_column_and_what_is_expected() {
    let folder = folder();
    let rows = [
        (
            "Poland,announced,1.00,,press,,,",
            "row 2, column `member`: `Poland` is neither a code nor the name",
        ),
        ("GBR,promised,1.00,,press,,,", "row 3, column `kind`: `promised` is no kind; write `announced`"),
        ("GBR,announced,\"1,00\",,press,,,", "row 4, column `amount`: `1,00` is not an amount"),
        ("GBR,announced,1.00,EURO,press,,,", "row 5, column `currency`:"),
        ("GBR,announced,1.00,,,,,", "row 6, column `source`: it is empty"),
        ("GBR,announced,1.00,,press,if asked,,", "row 7, column `condition`: only a pledge has it"),
        ("GBR,pledge,1.00,,,,,", "row 8, column `kind`: CAN/representative cannot pledge for GBR"),
        ("CAN,pledge,1.00,,,,half,", "row 9, column `matching`: `half` is not a share"),
        ("CAN,pledge,1.00,,,words,1/2,", "row 10, column `matching`:"),
        ("CAN,pledge,1.00,,,,,31.12.2027", "row 11, column `lapses`: `31.12.2027` is not a day"),
        ("GBR,announced,1,00,,press,,,", "row 12: it has 9 cells, and the header 8"),
        ("FRA,announced,1.00,,press,,,", "row 13: row 14 says something else of the same member"),
        ("France,announced,2.00,,press,,,", "row 14: row 13 says something else of the same member"),
        ("DEU,expected,unknown,,press,,,", ""),
        ("DEU,expected,,,press,,,", "row 16: it says the same as row 15"),
    ];
    let text: Vec<&str> = rows.iter().map(|(row, _)| *row).collect();
    folder.write("t.csv", format!("{HEADER}{}\n", text.join("\n")));
    let told = folder.done("fund import-pledges t.csv --dir D --as CAN/representative");
    // Long reasons are broken into lines.
    let flat = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for (_, why) in rows {
        assert!(flat.contains(why), "{why}: {told}");
    }
    assert!(
        told.contains("15 rows: 1 can be entered, 0 on record already, 0 refused, 14 with errors"),
        "{told}"
    );
}

#[test]
fn a_row_beside_one_on_the_same_member_that_cannot_be_read_is_left() {
    let folder = folder();
    let table = format!(
        "{HEADER}DEU,announced,1 000.00,,press,,,\nDEU,announced,5.00,,press,,,\nCAN,pledge,5.00,,,,,\n\
         CAN,pledge,5.00,,,,half,\nFRA,pledge,5.00,,,,,\nFRA,announced,5.00,,press,,,\n"
    );
    folder.write("t.csv", table);
    let told = folder.done("fund import-pledges t.csv --enter --dir D --as CAN/representative");
    let flat = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for (number, other) in [(3, 2), (4, 5)] {
        let why = format!("row {number}: row {other} is on the same member too, and cannot be read");
        assert!(flat.contains(&why), "{why}: {told}");
    }
    assert!(
        told.contains("6 rows: 1 can be entered, 0 on record already, 0 refused, 5 with errors"),
        "{told}"
    );
    let plan = folder.done("record plan --format csv --dir D");
    assert!(plan.contains("FRA,announced,5.00") && !plan.contains("DEU,announced"), "{plan}");
}

#[test]
fn headings_that_are_not_read_move_no_terminal() {
    let folder = folder();
    let many: Vec<String> = (0..30).map(|at| format!(",{}{at}", "h".repeat(100))).collect();
    folder.write("t.csv", format!("member,kind,amount,source,\u{1b}[31mRED{}\n", many.concat()));
    let told = folder.done("fund import-pledges t.csv --dir D --as CAN/representative");
    assert!(!told.contains('\u{1b}') && told.contains("u{1b}[31mRED"), "{told}");
    assert!(told.contains("and 11 more") && !told.contains(&"h".repeat(41)), "{told}");
}

#[test]
fn a_post_that_could_enter_nothing_and_a_day_that_is_used_up_are_told() {
    let folder = folder();
    folder.done("member revoke representative --dir D --as FRA/root");
    let told = folder.done("fund import-pledges announced.csv --dir D --as FRA/representative");
    assert!(told.contains("FRA/representative") && told.contains("is not accredited"), "{told}");
    let charter = fs::read_to_string(folder.path("partnership.toml")).unwrap();
    folder.write("strict.toml", charter.replace("commands-a-day = 200", "commands-a-day = 2"));
    folder.done("new strict.toml --rehearsal --dir E");
    folder.done("member accredit representative --for 1d --dir E --as CAN/root");
    let told = folder.done("fund import-pledges announced.csv --dir E --as CAN/representative");
    assert!(row(&told, 3).ends_with("can be entered") && row(&told, 4).ends_with("not taken"), "{told}");
}

#[test]
fn what_is_no_table_of_pledges_is_refused() {
    let folder = folder();
    folder.write("t.csv", "who,how much\nGBR,1.00\n");
    let run = folder.run("fund import-pledges t.csv --dir D --as CAN/representative");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("`member`"), "{}", run.err);
    folder.write("t.csv", b"member,kind,amount,source\nGBR,announced,,pr\xe9sse\n");
    let run = folder.run("fund import-pledges t.csv --dir D --as CAN/representative");
    assert!(run.code == 1 && run.err.contains("UTF-8"), "{}", run.err);
    let run = folder.run("fund import-pledges announced.csv --dir D");
    assert_eq!(run.code, 2, "{}", run.shown());
}
