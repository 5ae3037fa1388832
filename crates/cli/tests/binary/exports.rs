//! What is written for others, of a partnership with one payment at the bank and one that waits for a signature.

use std::collections::BTreeSet;
use std::fs;

use crate::quorate::{Folder, complete, root, snapshot};

/// A folder in which the story of payments under way was played.
fn under_way() -> Folder {
    paying("Treasury of {asker}, shelters & generators <1>")
}

/// The same with another payee.
fn paying(payee: &str) -> Folder {
    let folder = Folder::new();
    fs::create_dir_all(folder.path("charters")).unwrap();
    fs::create_dir_all(folder.path("stories")).unwrap();
    fs::copy(root().join("charters/partnership.toml"), folder.path("charters/partnership.toml")).unwrap();
    let story = fs::read_to_string(root().join("stories/with-the-bank.story")).unwrap();
    let other = story.replace("Treasury of {asker}, shelters & generators <1>", payee);
    folder.write("stories/with-the-bank.story", other);
    folder.done("play stories/with-the-bank.story --dir D");
    folder
}

const INSTRUCT: &str =
    "record instructions --debtor \"Partnership fund\" --account 4711 --bank ABCDUS33 --out messages --dir D";

#[test]
fn the_journal_for_each_program_for_accounts() {
    let folder = under_way();
    let mut names = BTreeSet::new();
    for format in ["hledger", "ledger", "beancount"] {
        let name = format!("export-journal-{format}");
        let journal = folder.done(&format!("record journal --format {format} --dir D"));
        assert!(journal.contains("300000000.00"), "{journal}");
        snapshot("snapshots", &name, &journal);
        names.insert(name);
    }
    complete("snapshots", "export-journal", &names);
}

#[test]
fn a_partnership_without_entries_has_a_journal_without_entries() {
    let folder = Folder::new();
    fs::copy(root().join("charters/partnership.toml"), folder.path("charter.toml")).unwrap();
    folder.done("new charter.toml --rehearsal --dir D");
    let journal = folder.done("record journal --format hledger --dir D");
    assert!(journal.ends_with("commodity 1000.00 USD\n\n"), "{journal}");
}

/// I-34: a payment has one message with one identification, however often it is made.
#[test]
fn i_34_a_message_is_the_same_to_the_last_byte_when_it_is_made_again() {
    let folder = under_way();
    assert!(folder.done(INSTRUCT).contains("written"));
    let path = folder.path("messages/payment-1.pain.001.xml");
    let first = fs::read_to_string(&path).unwrap();
    snapshot("snapshots", "export-pain-001", &first);
    assert!(folder.done(INSTRUCT).contains("is there already, the same to the last byte"));
    fs::remove_file(&path).unwrap();
    folder.done(INSTRUCT);
    assert_eq!(fs::read_to_string(&path).unwrap(), first);
    assert_eq!(fs::read_dir(folder.path("messages")).unwrap().count(), 1, "the other waits for a signature");
    // Another message is not put in its place.
    let run = folder.run(&INSTRUCT.replace("4711", "4712"));
    snapshot("snapshots", "export-refused-another", &run.shown());
    assert_eq!(fs::read_to_string(&path).unwrap(), first);
}

/// I-34: nor a second message in another form.
#[test]
fn i_34_a_payment_has_a_message_in_one_form() {
    let folder = paying("Central bank of CAN; BIC WESTCATT, account 1");
    let between = format!("{INSTRUCT} --message pacs.009");
    assert!(folder.done(&between).contains("written"));
    let text = fs::read_to_string(folder.path("messages/payment-1.pacs.009.xml")).unwrap();
    snapshot("snapshots", "export-pacs-009", &text);
    let id = text.split_once("<EndToEndId>").unwrap().1.split_once('<').unwrap().0;
    assert!(
        id.ends_with("-P1") && text.matches(id).count() == 3,
        "the id of the message and of the payment in it"
    );
    assert!(folder.done(&between).contains("is there already, the same to the last byte"));
    let run = folder.run(INSTRUCT);
    assert!(run.code == 2 && run.err.contains("payment-1.pacs.009.xml"), "{}", run.shown());
    assert_eq!(fs::read_dir(folder.path("messages")).unwrap().count(), 1);
    // The other way round, and where the payee says no BIC.
    let folder = under_way();
    let run = folder.run(&between);
    snapshot("snapshots", "export-refused-no-bic", &run.shown());
    assert_eq!(fs::read_dir(folder.path("messages")).unwrap().count(), 0);
    folder.done(INSTRUCT);
    assert_eq!(folder.run(&between).code, 2);
}

/// I-34: and none once the bank has confirmed it.
#[test]
fn i_34_a_message_that_is_made_again_after_the_statement_is_not_made() {
    let folder = under_way();
    folder.done("bank enter 300000000.00 --payment 1 --reference s2 --dir D --as DEU/treasurer");
    assert!(folder.done(INSTRUCT).contains("written"), "one treasurer alone confirms nothing");
    folder.done("bank countersign 2 --dir D --as FRA/treasurer");
    assert_eq!(folder.done(INSTRUCT), "no payment is with the bank: there is nothing to instruct\n");
}

#[test]
fn what_does_not_fit_into_a_message_is_refused_and_not_cut() {
    for (name, payee) in [
        ("letters", "Trésor, compte 1".to_owned()),
        ("long", "a".repeat(141)),
        ("iban", "Treasury, IBAN GB00 WEST 1234 5698 7654 32".to_owned()),
        ("bic", "Treasury, BIC WEST".to_owned()),
    ] {
        let folder = paying(&payee);
        let run = folder.run(INSTRUCT);
        assert_eq!(run.code, 2, "{}", run.shown());
        snapshot("snapshots", &format!("export-refused-{name}"), &run.shown());
        assert_eq!(fs::read_dir(folder.path("messages")).unwrap().count(), 0);
    }
    let folder = under_way();
    for (name, option, other) in
        [("fund-bank", "ABCDUS33", "ABCD"), ("fund-account", "4711", "GB00WEST12345698765432")]
    {
        let run = folder.run(&INSTRUCT.replace(option, other));
        snapshot("snapshots", &format!("export-refused-{name}"), &run.shown());
    }
}

#[test]
fn the_numbers_that_a_payee_announces_stand_in_their_own_fields() {
    let folder = paying("Treasury; IBAN GB82 WEST 1234 5698 7654 32, BIC WESTGB22");
    folder.done(INSTRUCT);
    let text = fs::read_to_string(folder.path("messages/payment-1.pain.001.xml")).unwrap();
    for part in
        ["<IBAN>GB82WEST12345698765432</IBAN>", "<BICFI>WESTGB22</BICFI>", "<Nm>Treasury; IBAN GB82 WEST"]
    {
        assert!(text.contains(part), "{text}");
    }
}

#[test]
fn a_data_package_holds_every_register_as_it_is_read() {
    let folder = under_way();
    folder.done("record data-package --out registers --dir D");
    let text = fs::read_to_string(folder.path("registers/datapackage.json")).unwrap();
    let package: serde_json::Value = serde_json::from_str(&text).unwrap();
    let resources = package["resources"].as_array().unwrap();
    let registers = folder.done("record");
    assert_eq!(resources.len(), registers.lines().count());
    for resource in resources {
        let (name, path) = (resource["name"].as_str().unwrap(), resource["path"].as_str().unwrap());
        let file = fs::read_to_string(folder.path("registers").join(path)).unwrap();
        assert_eq!(file, folder.done(&format!("record {name} --format csv --dir D")));
        assert_eq!(resource["bytes"], file.len());
        let header: Vec<&str> = file.lines().next().unwrap().split(',').collect();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        assert_eq!(fields.iter().map(|field| field["name"].as_str().unwrap()).collect::<Vec<_>>(), header);
    }
    let field = |register: &str, name: &str| {
        let resource = resources.iter().find(|resource| resource["name"] == register).unwrap();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        fields.iter().find(|field| field["name"] == name).unwrap()["type"].as_str().unwrap().to_owned()
    };
    assert_eq!(field("accounts", "balance"), "number");
    assert_eq!(field("journal", "booked_at"), "datetime");
    assert_eq!(field("journal", "effective"), "date");
    assert_eq!(field("cases", "case"), "integer");
    assert_eq!(field("cases", "payee"), "string");
}

#[test]
fn the_report_tells_what_the_registers_say() {
    let folder = under_way();
    assert_eq!(folder.done("record report --html report.html --dir D"), "report.html written\n");
    let page = fs::read_to_string(folder.path("report.html")).unwrap();
    folder.done("record report --html again.html --dir D");
    assert_eq!(page, fs::read_to_string(folder.path("again.html")).unwrap());
    for part in [
        "EXERCISE. A scenario built",
        "Payment 2 is signed by treasurers of GBR",
        "Payment 1 is with the bank",
        "800\u{a0}000\u{a0}000.00",
        "Treasury of CAN, shelters &amp; generators &lt;1&gt;",
        "In every ledger all debits equal all credits",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    for never in ["<script", "http://", "https://", "url(", "<1>"] {
        assert!(!page.contains(never), "{never} stands in the page");
    }
}

/// The page of a story's report.
fn report_of(story: &str) -> (Folder, String) {
    let folder = Folder::new();
    folder.done(&format!("play {} --seed 0 --dir D", root().join("stories").join(story).display()));
    folder.done("record report --html report.html --dir D");
    let page = fs::read_to_string(folder.path("report.html")).unwrap().replace('\u{a0}', " ");
    (folder, page)
}

#[test]
fn a_call_stands_in_the_report_once_for_each_member() {
    let (folder, page) = report_of("default-and-step-up.story");
    let text = folder.done("record calls --format json --dir D");
    let calls: serde_json::Value = serde_json::from_str(&text).unwrap();
    let calls = calls["rows"].as_array().unwrap();
    let section = page.split("<h2>Calls").nth(1).unwrap().split("</section>").next().unwrap();
    // A row for the heading, one a call and member, and one for their sum.
    assert_eq!(section.matches("<tr>").count(), calls.len() + 2, "{section}");
    assert!(page.contains("DEU has not paid 900.00 USD of call 2, due since 2027-04-09"), "{page}");
    // A call of 300.00 and one of 2 700.00.
    assert!(section.contains("<td class=\"number\">3 000.00</td>"), "{section}");
    assert!(section.contains("Asked of the others") && section.contains("Asked of nobody"), "{section}");
}

#[test]
fn no_other_file_is_overwritten_by_a_report() {
    let (folder, page) = report_of("pledges.story");
    let again = folder.done("record report --html report.html --dir D");
    assert_eq!(again, "report.html is there already, the same to the last byte\n");
    assert!(page.contains("Pledged, which binds nobody") && page.contains("300.00 USD by GBR "), "{page}");
    folder.write("report.html", "mine");
    let run = folder.run("record report --html report.html --dir D");
    assert!(run.code == 1 && run.err.contains("report.html is there already"), "{}", run.shown());
    assert_eq!(fs::read_to_string(folder.path("report.html")).unwrap(), "mine");
}

#[test]
fn a_partnership_in_which_nothing_happened_has_a_report() {
    let folder = Folder::new();
    fs::copy(root().join("charters/partnership.toml"), folder.path("charter.toml")).unwrap();
    folder.done("new charter.toml --rehearsal --dir D");
    folder.done("record report --html report.html --dir D");
    let page = fs::read_to_string(folder.path("report.html")).unwrap();
    for part in
        ["Nothing waits for anyone", "Nothing stands on any account of money", "None: no money has come in"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[test]
fn entries_are_numbered_in_turn() {
    let folder = Folder::after_demo();
    let text = folder.done("record journal --format json --dir D");
    let journal: serde_json::Value = serde_json::from_str(&text).unwrap();
    let (mut last, mut moment) = (0, String::new());
    for row in journal["rows"].as_array().unwrap() {
        let (number, at) = (row["entry"].as_u64().unwrap(), row["booked_at"].as_str().unwrap());
        assert!(number == last || number == last + 1, "entry {number} after {last}");
        assert!(at >= moment.as_str(), "entry {number} was booked before the one ahead of it");
        (last, moment) = (number, at.to_owned());
    }
    assert!(last > 20);
}

#[test]
fn what_the_bank_answers_is_told_beside_the_record_and_changes_nothing() {
    let folder = under_way();
    folder.done(INSTRUCT);
    let text = fs::read_to_string(folder.path("messages/payment-1.pain.001.xml")).unwrap();
    let id = text.split_once("<EndToEndId>").unwrap().1.split_once('<').unwrap().0;
    for (name, says) in [
        ("rejected.pain.002.001.10.xml", "payment 1   RJCT (rejected)   AC04 Account closed   with the bank"),
        (
            "returned.pacs.004.001.09.xml",
            "payment 1   RTRN (returned), 300000000.00 USD   AC03     with the bank",
        ),
    ] {
        let sample = fs::read_to_string(root().join("conformance/statements").join(name)).unwrap();
        folder.write("foreign.xml", &sample);
        assert!(folder.done("bank status foreign.xml --dir D").contains("not ours"));
        folder.write("answer.xml", sample.replace("abababababababababab-P1", id));
        let told = folder.done("bank status answer.xml --dir D");
        assert!(told.contains(says), "{told}");
        assert!(!told.contains("can be given again"), "{told}");
        let flat = told.split_whitespace().collect::<Vec<_>>().join(" ");
        let next = "`quorate bank enter AMOUNT --returned PAYMENT`; then the tranche can be instructed again";
        assert_eq!(flat.contains(next), name.starts_with("rejected"), "{told}");
    }
    assert!(folder.done("record payments --dir D").contains("with the bank"));
    folder.write("answer.xml", "<a/>");
    assert_eq!(folder.run("bank status answer.xml --dir D").code, 2);
}
