//! What can be read: each answer as it stands.

use crate::asked::{get, problem};
use crate::door::Door;

/// Each address, and the name under which its answer is kept.
const READ: [(&str, &str); 14] = [
    ("begin", "/api/v1"),
    ("partnership", "/api/v1/partnership"),
    ("charter", "/api/v1/charter"),
    ("nodes", "/api/v1/nodes"),
    ("registers", "/api/v1/registers"),
    ("agreements", "/api/v1/registers/agreements?limit=2"),
    ("votes", "/api/v1/registers/votes"),
    ("searched", "/api/v1/registers/plan?q=PRESS"),
    ("public", "/api/v1/public"),
    ("public-register", "/api/v1/public/consultation-statements"),
    ("decision", "/api/v1/decisions/1?otherwise=FRA:for&otherwise=GBR:abstain"),
    ("height", "/api/v1/heights/9"),
    ("plan", "/api/v1/plan"),
    ("liquidity", "/api/v1/liquidity?default=GBR"),
];

#[tokio::test]
async fn every_answer_is_as_it_was_approved() {
    let door = Door::open();
    for (name, path) in READ {
        let answer = get(&door, path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.shown());
        // The charter's text is long, and stands in charters.
        let shown = answer.shown();
        let shown: Vec<&str> = shown.lines().filter(|line| !line.starts_with("  \"text\": ")).collect();
        insta::assert_snapshot!(name, shown.join("\n"));
    }
    assert_eq!(get(&door, "/api/v1/charter").await.json()["text"], crate::door::CHARTER);
}

#[tokio::test]
async fn a_height_and_a_decision_are_proved_or_it_is_said_why_not() {
    let door = Door::open();
    for (height, told) in [("1", "busy"), ("2", "node-away"), ("3", "too-much-work"), ("4", "no-proof")] {
        assert_eq!(problem(&door, &format!("/api/v1/heights/{height}")).await, told, "{height}");
    }
    assert_eq!(problem(&door, "/api/v1/heights/20").await, "ahead-of-record");
    for height in ["x", "-1", "1.0", "18446744073709551616"] {
        assert_eq!(problem(&door, &format!("/api/v1/heights/{height}")).await, "not-found", "{height}");
    }
    // At the last height nothing leads on, and the root is the checkpoint's.
    let last = get(&door, "/api/v1/heights/19").await.json();
    assert_eq!(last["path"].as_array().map(Vec::len), Some(0));
    let first = get(&door, "/api/v1/heights/0").await.json();
    assert_eq!((first["size"].as_u64(), first["path"].as_array().map(Vec::len)), (Some(0), Some(0)));
    let file = get(&door, "/api/v1/decisions/1/proof").await;
    assert_eq!((file.status.as_u16(), file.header("content-type")), (200, "application/cbor"));
    for number in ["0", "2", "x"] {
        assert_eq!(
            problem(&door, &format!("/api/v1/decisions/{number}/proof")).await,
            "not-found",
            "{number}"
        );
    }
}

#[tokio::test]
async fn findings_come_when_they_are_there() {
    let wait = get(&Door::open(), "/api/v1/findings").await;
    assert_eq!((wait.problem().as_str(), wait.header("retry-after")), ("not-found-yet", "2"));
    let found = get(&Door::with_findings(), "/api/v1/findings").await;
    assert_eq!(found.status, 200, "{}", found.shown());
    assert!(!found.json()["findings"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn a_register_is_read_page_by_page() {
    let door = Door::open();
    let whole = get(&door, "/api/v1/registers/credentials").await.json();
    let whole = whole["rows"].as_array().unwrap();
    assert_eq!(whole.len(), 12);
    let (mut rows, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = get(&door, &format!("/api/v1/registers/credentials?limit=5{cursor}")).await.json();
        rows.extend(page["rows"].as_array().unwrap().clone());
        let Some(next) = page["next"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(&rows, whole);
}

#[tokio::test]
async fn a_cursor_stays_good_while_rows_are_appended_and_whatever_is_searched_for() {
    let door = Door::open();
    let at = |height: u64, more: &str| format!("/api/v1/registers/credentials?as-of={height}&limit=2{more}");
    let before = get(&door, &at(8, "")).await.json();
    let next = before["next"].as_str().unwrap();
    assert_eq!(before["height"], 8);
    let after = get(&door, &format!("/api/v1/registers/credentials?limit=2&cursor={next}")).await.json();
    let whole = get(&door, "/api/v1/registers/credentials?limit=4").await.json();
    assert_eq!(after["rows"].as_array().unwrap()[..], whole["rows"].as_array().unwrap()[2..]);
    let searched = get(&door, "/api/v1/registers/credentials?q=GBR&limit=1").await.json();
    let next = searched["next"].as_str().unwrap();
    let searched =
        get(&door, &format!("/api/v1/registers/credentials?q=GBR&limit=9&cursor={next}")).await.json();
    assert_eq!(searched["rows"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn an_earlier_height_is_given_or_it_is_said_why_not() {
    let door = Door::open();
    let then = get(&door, "/api/v1/registers/votes?as-of=17").await.json();
    let now = get(&door, "/api/v1/registers/votes?as-of=19").await.json();
    assert_eq!((then["height"].as_u64(), now["height"].as_u64()), (Some(17), Some(19)));
    assert_eq!(then["rows"].as_array().unwrap().len(), 0);
    assert_eq!(now["rows"].as_array().unwrap().len(), 2);
    for (height, name) in
        [(20, "ahead-of-record"), (1, "gone"), (2, "too-much-work"), (3, "busy"), (4, "failed")]
    {
        assert_eq!(problem(&door, &format!("/api/v1/registers/votes?as-of={height}")).await, name);
    }
}

#[tokio::test]
async fn where_there_is_no_fund_nothing_is_said_of_one() {
    let door = Door::without_fund();
    for path in ["/api/v1/plan", "/api/v1/liquidity"] {
        let answer = get(&door, path).await;
        assert_eq!(answer.problem(), "without-a-fund");
        assert_eq!(answer.json()["rule"], "O3");
        assert!(answer.json()["article"].is_u64());
    }
}

#[tokio::test]
async fn a_draft_has_no_tally_before_its_vote() {
    let door = Door::open();
    let decision = get(&door, "/api/v1/decisions/1").await.json();
    assert!(decision["otherwise"].is_null() && decision["tally"]["bars"].is_array());
    assert_eq!(problem(&door, "/api/v1/decisions/2").await, "not-found");
}
