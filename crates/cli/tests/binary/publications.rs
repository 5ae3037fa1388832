//! What is published of stories, under charters that make parts of them public.

use std::collections::BTreeSet;
use std::fs;

use crate::quorate::{Folder, complete, root, snapshot};

/// The demo's story under the founding charter, of which this is public.
fn publishing(public: &str) -> Folder {
    let folder = Folder::new();
    for name in ["charters", "stories"] {
        fs::create_dir_all(folder.path(name)).unwrap();
    }
    fs::copy(root().join("stories/founding.story"), folder.path("stories/founding.story")).unwrap();
    let charter = fs::read_to_string(root().join("charters/partnership.toml")).unwrap();
    let article = format!("{charter}\n[publication]\narticle = 18\npublic = [{public}]\n");
    folder.write("charters/partnership.toml", if public.is_empty() { charter } else { article });
    folder.done("play stories/founding.story --dir D");
    folder
}

#[test]
fn what_is_public_is_published_and_nothing_else() {
    let mut names = BTreeSet::new();
    let folder = publishing("\"fund\", \"cases\"");
    folder.done("record publish --form iati --publisher XM-EXAMPLE-1 --out public --dir D");
    folder.done("record publish --form ocds --publisher ocds-example --out public --dir D");
    for file in ["iati-activities.xml", "iati-organisation.xml", "ocds-releases.json"] {
        let text = fs::read_to_string(folder.path("public").join(file)).unwrap();
        assert!(!text.contains("account 1"), "the payee is not public: {text}");
        let name = format!("publish-{}", file.replace('.', "-"));
        snapshot("snapshots", &name, &text);
        names.insert(name);
    }
    let run = folder.run("record publish --form iati --publisher \"a b\" --out other --dir D");
    snapshot("snapshots", "publish-refused-publisher", &run.shown());
    let run = publishing("").run("record publish --form iati --publisher XM-EXAMPLE-1 --out public --dir D");
    snapshot("snapshots", "publish-refused-no-article", &run.shown());
    names.extend(["publish-refused-publisher".into(), "publish-refused-no-article".into()]);
    complete("snapshots", "publish", &names);
}

/// What IATI says of the fund or of the cases of a story: kind and value of each transaction but commitments.
fn moved(story: &str, of: &str) -> Vec<(String, String)> {
    let folder = Folder::new();
    for name in ["charters", "stories"] {
        fs::create_dir_all(folder.path(name)).unwrap();
    }
    let charter = fs::read_to_string(root().join("charters/partnership.toml")).unwrap();
    let article = "\n[publication]\narticle = 30\npublic = [\"fund\", \"cases\"]\n";
    folder.write("charters/partnership.toml", charter + article);
    fs::copy(root().join("stories").join(story), folder.path("stories").join(story)).unwrap();
    folder.done(&format!("play stories/{story} --seed 0 --dir D"));
    folder.done("record publish --form iati --publisher XM-EXAMPLE-1 --out public --dir D");
    let text = fs::read_to_string(folder.path("public/iati-activities.xml")).unwrap();
    let of_one = text.split(of).nth(1).unwrap().split("</iati-activity>").next().unwrap();
    let between = |text: &str, from: &str, to: &str| {
        let rest = text.split(from).nth(1).unwrap_or_default();
        rest.split(to).next().unwrap_or_default().to_owned()
    };
    let one = |text: &str| {
        let value = between(text, "<value ", "</value>");
        (between(text, "code=\"", "\""), value.split('>').nth(1).unwrap_or_default().to_owned())
    };
    of_one
        .split("<transaction-type ")
        .skip(1)
        .map(one)
        .filter(|(kind, _)| !["2", "11"].contains(&kind.as_str()))
        .collect()
}

#[test]
fn what_comes_back_on_a_case_is_published_with_it() {
    let all = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(kind, value)| ((*kind).to_owned(), (*value).to_owned())).collect()
    };
    let returned = moved("bank-lines.story", "-CASE-1<");
    assert_eq!(returned, all(&[("3", "100.00"), ("3", "-100.00"), ("3", "100.00")]));
    // Two instalments: principal comes back as repayment, interest as interest, and nothing of it as new money of a member.
    let lent = moved("loan.story", "-CASE-1<");
    // What was entered wrongly and taken back stands with both signs, as in the books.
    let principal = [("3", "100.00"), ("6", "60.00"), ("6", "-60.00"), ("6", "40.00"), ("6", "60.00")];
    let interest = [("5", "0.20"), ("5", "-0.20"), ("5", "0.20"), ("5", "1.40")];
    assert_eq!(lent, all(&[&principal[..], &interest].concat()));
}

#[test]
fn what_is_given_back_to_a_member_is_not_spent() {
    let all = moved("bank-lines.story", "-FUND<");
    // 150.00 of members and 0.40 of interest came and stayed; 0.50 are the bank's charge.
    assert_eq!(all, [("1".to_owned(), "150.40".to_owned()), ("4".to_owned(), "0.50".to_owned())]);
}
