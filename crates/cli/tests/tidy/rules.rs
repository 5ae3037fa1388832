//! Every rule has an id in docs/rules.md, a check in the code and a test; and every command a page.

use std::collections::BTreeSet;
use std::fs;

use super::{files, root};

/// The ids of docs/rules.md: rows that begin with one.
fn documented() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("docs/rules.md")).unwrap();
    let cell =
        |line: &str| line.strip_prefix("| ").and_then(|rest| rest.split(' ').next()).map(str::to_owned);
    let mut ids = BTreeSet::new();
    for id in text.lines().filter_map(cell).filter(|id| is_id(id)) {
        assert!(ids.insert(id.clone()), "docs/rules.md has two rows of {id}");
    }
    assert!(ids.len() > 40, "docs/rules.md lists {} rules", ids.len());
    ids
}

fn is_id(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|first| "ABOMDFCURKLP".contains(first))
        && !chars.as_str().is_empty()
        && chars.all(|digit| digit.is_ascii_digit())
}

/// Every id in a text; `d4_` in the name of a test counts as `D4`.
fn ids_in(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    // `u8` and its like are types and no rules.
    let words = words.filter(|word| !matches!(*word, "u8" | "u16" | "u32" | "u64" | "u128"));
    words.map(str::to_ascii_uppercase).filter(|word| is_id(word)).collect()
}

/// The ids that stand in comments: `// D4: ...` at a check, `/// D4` at a refusal.
fn checked() -> BTreeSet<String> {
    let sources = files(&["crates/partnership/src"], &[".rs"]);
    let code: String =
        sources.iter().filter(|file| !file.is_test()).map(|file| file.without_tests().to_owned()).collect();
    let comments = code.lines().filter_map(|line| line.trim_start().strip_prefix("//"));
    comments.flat_map(ids_in).collect()
}

#[test]
fn every_rule_is_documented_checked_and_tested() {
    let documented = documented();
    let checked = checked();
    let tests = files(&["crates/partnership", "crates/node", "crates/cli/tests"], &[".rs"]);
    let mut tested: BTreeSet<String> = tests
        .iter()
        .filter(|file| !file.path.contains("/tidy/"))
        .flat_map(|file| ids_in(file.tests()))
        .collect();
    tested.extend(files(&["stories"], &[".story"]).iter().flat_map(|file| ids_in(&file.text)));
    for id in &documented {
        assert!(checked.contains(id), "rule {id} is in docs/rules.md and at no check");
        assert!(tested.contains(id), "rule {id} is in no test");
    }
    for id in &checked {
        assert!(documented.contains(id), "rule {id} is in the code and not in docs/rules.md");
    }
}

/// The vault's rules decide in agents and never in the partnership's order: they stand in docs/vault.md, at a policy and in a
/// test.
#[test]
fn every_rule_of_the_vaults_policy_is_documented_written_and_tested() {
    let page = fs::read_to_string(root().join("docs/vault.md")).unwrap();
    let row =
        |line: &str| line.strip_prefix("| V").and_then(|rest| rest.split(' ').next()).map(str::to_owned);
    let documented: BTreeSet<String> = page.lines().filter_map(row).collect();
    let policies = files(&["crates/vault/src/policy"], &[".cedar", "generate.rs"]);
    let tests: String =
        files(&["crates/vault/tests/policy"], &["rules.rs"]).iter().map(|file| file.text.clone()).collect();
    let written = fs::read_to_string(root().join("crates/vault/src/policy/rule.rs")).unwrap();
    let told = written.lines().filter(|line| line.trim_end().ends_with('"')).filter_map(|line| {
        let (_, id) = line.trim_end().trim_end_matches('"').rsplit_once(" \"V")?;
        id.chars().all(|digit| digit.is_ascii_digit()).then(|| id.to_owned())
    });
    assert_eq!(documented, told.collect(), "docs/vault.md and the sentences have the same rules");
    for id in documented {
        let at = |text: &str| {
            text.contains(&format!("@id(\"V{id}\")")) || text.contains(&format!("@id(\\\"V{id} "))
        };
        assert!(policies.iter().any(|file| at(&file.text)), "V{id} is in no policy");
        let tested = tests.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == format!("V{id}"));
        assert!(tested, "V{id} is in no test");
    }
}

#[test]
fn every_command_has_a_page_beside_it() {
    for file in files(&["crates/cli/src/commands"], &[".rs"]) {
        if !file.text.contains("#[derive(Args)]") {
            continue;
        }
        let page = file.path.replace(".rs", ".md");
        let text = fs::read_to_string(root().join(&page)).unwrap_or_else(|_| panic!("{page} is missing"));
        assert!(text.contains("    quorate "), "{page} shows no example");
        let name = page.rsplit('/').next().unwrap();
        assert!(file.text.contains(name), "{} does not include {name}", file.path);
    }
}
