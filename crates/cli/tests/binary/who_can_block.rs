//! `docs/who-can-block.md`: what `quorate rule` says of the models and of the charters of this project.

use std::fmt::Write;
use std::fs;

use serde_json::Value;

use crate::quorate::{Folder, root};
use crate::rule::folder;

/// The institutions, from one that everyone blocks to those that nobody does.
const MODELS: [&str; 8] = [
    "nato",
    "european-peace-facility",
    "un-security-council",
    "imf",
    "esm",
    "eib",
    "eu-council-nice",
    "eu-council",
];
const CHARTERS: [&str; 4] = ["consensus", "contributions-only", "plain-55-65", "partnership"];

const HEAD: &str = "# Who can block?

Who could stop a decision that all others want? The question is asked here of institutions that everyone knows and of
this project's charters, by the same tool. The answers follow from the rules and the weights alone: they say who *could*,
under this rule, and nothing about what anybody would do.

- **Alone**: the members whose single vote against stops what all others are in favour of.
- **To block**, **to adopt**: the fewest members that stop a decision together; the fewest that adopt one while all others
  stay away. Both are proven, not counted by sample.
- **Highest share**: how high the share of a condition could be so that nobody alone could block, all else as it is, whoever
  is left out. *Any*: the rest of the rule protects anyway. *None*: lowering this share alone would not help. A lower
  share can let few adopt what most refuse: `quorate check` says when.

A model describes an institution only as far as it decides by votes. Sources, years and what is not described stand in
its file in [charters/models](../charters/models). This page is what `quorate rule` says: a test fails when it says
something else.

";

const EXERCISE: &str = "
# This project's charters

*EXERCISE. A scenario built from a press article whose claims could not be confirmed; countries' conduct is a test
input, not a report or an expectation.*

Four founders, four ways to decide. `assistance` is help to a member: it does not take part in the decision on its own
help, except by consensus. Leaving it out changes all the sums, and can let somebody block who otherwise could not.

";

/// What is said of every rule in a file.
fn told(folder: &Folder, file: &str) -> Value {
    serde_json::from_str(&folder.done(&format!("rule {file} --format json"))).unwrap()
}

fn rules(told: &Value) -> &[Value] {
    told["rules"].as_array().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// Who blocks alone if everybody takes part, and in how many cases of one left out somebody else does.
fn alone(rule: &Value) -> String {
    let cases = rule["cases"].as_array().unwrap();
    let count = |case: &Value| case["block_alone"].as_array().unwrap().len();
    let plain = &cases[0];
    let who = match count(plain) {
        0 => "nobody".into(),
        all if all == number(&plain["taking_part"]) => "everyone".into(),
        _ => plain["block_alone"].as_array().unwrap().iter().map(text).collect::<Vec<_>>().join(", "),
    };
    let failing: usize = cases[1..].iter().map(count).sum();
    let pairs: usize = cases[1..].iter().map(|case| number(&case["taking_part"])).sum();
    match pairs {
        0 => who,
        _ if who == "everyone" && failing == pairs => who,
        _ if failing == 0 => format!("{who}, whoever is left out"),
        _ => format!("{who}; with one left out one other in {failing} of {pairs} cases"),
    }
}

/// The fewest, of all cases; bounds where the search ended before it was decided.
fn fewest(rule: &Value, what: &str) -> String {
    let cases = rule["cases"].as_array().unwrap();
    let least = cases.iter().min_by_key(|case| number(&case[what]["at_least"])).unwrap();
    let at_least = number(&least[what]["at_least"]);
    let enough = least[what]["enough"].as_array().map_or(0, Vec::len);
    if at_least == enough { at_least.to_string() } else { format!("{at_least} to {enough}") }
}

/// How high each share could be, whoever is left out.
fn highest(rule: &Value) -> String {
    let shares = rule["highest_shares_in_all_cases"].as_array().unwrap().iter().map(|share| {
        let words: Vec<&str> = text(&share["condition"]).split(' ').collect();
        let border = &share["nobody_alone_blocks_up_to"];
        let border = border["shown"].as_str().or(border.as_str()).unwrap_or("not decided");
        format!("{} of {}: {border}", words[0], words[words.len() - 1])
    });
    shares.collect::<Vec<_>>().join("; ")
}

/// The rules of a file, those that read alike and leave out alike together, and their names.
fn alike(told: &Value) -> Vec<(Vec<&str>, &Value)> {
    let mut found: Vec<(Vec<&str>, &Value)> = Vec::new();
    for rule in rules(told) {
        let same = |known: &&mut (Vec<&str>, &Value)| {
            known.1["adopted"] == rule["adopted"] && known.1["cases"] == rule["cases"]
        };
        match found.iter_mut().find(same) {
            Some((names, _)) => names.push(text(&rule["name"])),
            None => found.push((vec![text(&rule["name"])], rule)),
        }
    }
    found
}

fn table(all: &[(String, Value)]) -> String {
    let mut table = String::from(
        "| institution | rule | alone | to block | to adopt | highest share so that nobody alone blocks |\n\
         |---|---|---|---|---|---|\n",
    );
    for (_, told) in all {
        for (names, rule) in alike(told) {
            let (block, adopt) = (fewest(rule, "to_block"), fewest(rule, "to_adopt"));
            let title = text(&told["title"]).to_owned();
            let cells = [title, names.join(", "), alone(rule), block, adopt, highest(rule)];
            writeln!(table, "| {} |", cells.join(" | ")).unwrap();
        }
    }
    table
}

/// Each rule in two sentences: who can, and how high its shares could be.
fn sections(all: &[(String, Value)]) -> String {
    let mut page = String::new();
    for (file, told) in all {
        write!(page, "\n## {}\n{} members. [{file}](../{file})\n", text(&told["title"]), members(told))
            .unwrap();
        for (names, rule) in alike(told) {
            let source = rule["source"].as_str().map(|source| format!(" ({source})")).unwrap_or_default();
            let (names, words) = (names.join(", "), text(&rule["adopted"]));
            let answer = text(&rule["answer"]);
            write!(page, "\n**{names}**: `{words}`{source}. {answer} {}\n", bar(rule)).unwrap();
        }
    }
    page
}

fn members(told: &Value) -> usize {
    number(&told["members"])
}

/// What would have to be otherwise, or how far it could go.
fn bar(rule: &Value) -> String {
    let blocks =
        rule["cases"].as_array().unwrap().iter().any(|case| case["block_alone"] != Value::Array(vec![]));
    let shares = rule["highest_shares_in_all_cases"].as_array().unwrap();
    let borders: Vec<String> = shares
        .iter()
        .filter_map(|share| {
            let shown = share["nobody_alone_blocks_up_to"]["shown"].as_str()?;
            Some(format!("`{}` asked for {shown}", text(&share["condition"])))
        })
        .collect();
    match (blocks, borders.as_slice()) {
        (true, []) => "No change of a single share would mend that.".into(),
        (true, some) => format!("Nobody could, if {} or less.", some.join(", or if ")),
        (false, []) => "No share, however high, would change that.".into(),
        (false, some) => format!("Nobody could either, if {}.", some.join(", or if ")),
    }
}

fn page() -> String {
    let folder = folder();
    let models = MODELS.map(|name| format!("models/{name}.toml"));
    let charters = CHARTERS.map(|name| format!("{name}.toml"));
    let all = |files: &[String]| -> Vec<(String, Value)> {
        files.iter().map(|file| (format!("charters/{file}"), told(&folder, file))).collect()
    };
    let (models, charters) = (all(&models), all(&charters));
    let (first, second) = (table(&models), table(&charters));
    format!("{HEAD}{first}{}{EXERCISE}{second}{}", sections(&models), sections(&charters))
}

#[test]
fn the_page_on_who_can_block_is_what_the_tool_says() {
    let (file, page) = (root().join("docs/who-can-block.md"), page());
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(&file, &page).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap_or_default(), page);
    assert!(page.contains("| International Monetary Fund (2022) | eighty-five | USA | 1 |"), "{page}");
}
