//! The models of other institutions in the folder `charters/models`, and what is known of each: who alone can block,
//! and how few together. Here by trying, one group after the other.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests count small numbers, and stop where they cannot go on"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use quorate_charter::{Body, Interest, MemberCode, language};
use quorate_voting::{Formula, Roll, adopts_alone, blocks, blocks_alone};

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../charters/models")
}

fn model(name: &str) -> Body {
    let text = fs::read_to_string(folder().join(name).with_extension("toml")).unwrap();
    Body::read(&text).unwrap_or_else(|faults| panic!("{name}: {}", faults.first().what()))
}

fn formula(body: &Body, rule: &str) -> Formula {
    body.rule(&rule.parse().unwrap()).unwrap().formula().clone()
}

/// The roll without these members.
fn roll(body: &Body, out: &[&str]) -> Roll {
    body.roll(&out.iter().map(|code| code.parse().unwrap()).collect::<BTreeSet<MemberCode>>()).unwrap()
}

/// The seats' members, in a line.
fn named(body: &Body, seats: &[usize]) -> String {
    let codes: Vec<MemberCode> = body.members().map(|(code, _)| code).collect();
    seats.iter().filter_map(|seat| codes.get(*seat)).map(MemberCode::as_str).collect::<Vec<_>>().join(" ")
}

/// Who alone can block, with these members left out.
fn blockers(name: &str, rule: &str, out: &[&str]) -> String {
    let body = model(name);
    named(&body, &blocks_alone(&formula(&body, rule), &roll(&body, out)).unwrap())
}

/// The size of the smallest groups that block, and all of them, by trying every group that is no larger.
fn least(formula: &Formula, roll: &Roll) -> (usize, Vec<Vec<usize>>) {
    let seats: Vec<usize> = roll
        .seats()
        .iter()
        .enumerate()
        .filter(|(_, seat)| seat.participating)
        .map(|(seat, _)| seat)
        .collect();
    let mut groups = vec![Vec::new()];
    loop {
        let blocking: Vec<Vec<usize>> =
            groups.iter().filter(|group| blocks(formula, roll, group).unwrap()).cloned().collect();
        if let Some(first) = blocking.first() {
            return (first.len(), blocking);
        }
        let larger = |group: &Vec<usize>| {
            let next = seats.iter().filter(|seat| group.last().is_none_or(|last| *seat > last));
            next.map(|seat| [group.clone(), vec![*seat]].concat()).collect::<Vec<_>>()
        };
        groups = groups.iter().flat_map(larger).collect();
    }
}

fn beta(name: &str, rule: &str, out: &[&str]) -> usize {
    let body = model(name);
    least(&formula(&body, rule), &roll(&body, out)).0
}

#[test]
fn every_model_is_a_body_whose_rules_say_where_they_stand() {
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "eib.toml",
            "esm.toml",
            "eu-council-nice.toml",
            "eu-council.toml",
            "european-peace-facility.toml",
            "imf.toml",
            "nato.toml",
            "un-security-council.toml",
        ]
    );
    for name in names {
        let body = model(&name);
        assert!(body.rules().all(|rule| rule.source().is_some() && rule.procedure().is_none()), "{name}");
    }
}

#[test]
fn members_and_weights_add_up_to_what_is_known() {
    let total = |name: &str, measure: &str| {
        let body = model(name);
        let at = body.measures().iter().position(|known| known.name() == measure).unwrap();
        (body.members().len(), body.members().map(|(_, member)| member.weights()[at]).sum::<u64>())
    };
    assert_eq!(total("un-security-council", "permanent"), (15, 5));
    assert_eq!(total("eu-council", "population"), (27, 448_387_872));
    assert_eq!(total("eu-council-nice", "votes"), (27, 345));
    assert_eq!(total("imf", "votes"), (190, 5_039_930));
    assert_eq!(total("esm", "key"), (19, 1_000_000));
    assert_eq!(total("eib", "capital"), (27, 232_392_989_000));
    assert_eq!(model("nato").members().len(), 32);
    assert_eq!(model("european-peace-facility").members().len(), 27);
}

#[test]
fn the_security_council_is_blocked_by_each_permanent_member() {
    assert_eq!(blockers("un-security-council", "substantive", &[]), "CHN FRA GBR RUS USA");
    assert_eq!(blockers("un-security-council", "as-written", &[]), "CHN FRA GBR RUS USA");
    assert_eq!(beta("un-security-council", "procedural", &[]), 7);
}

#[test]
fn by_consensus_everyone_blocks() {
    for (name, rule) in
        [("nato", "consensus"), ("european-peace-facility", "unanimity"), ("esm", "mutual-agreement")]
    {
        let body = model(name);
        assert_eq!(
            blocks_alone(&formula(&body, rule), &roll(&body, &[])).unwrap().len(),
            body.members().len(),
            "{name}"
        );
    }
}

#[test]
fn in_the_council_four_block_on_a_proposal_and_three_otherwise() {
    assert_eq!(beta("eu-council", "proposal", &[]), 4);
    assert_eq!(beta("eu-council", "otherwise", &[]), 3);
    let body = model("eu-council");
    let alone = language::parse("population >= 65% of participating", &["population"]).unwrap();
    assert_eq!(least(&alone, &roll(&body, &[])).0, 3, "by population alone");
}

/// Article 238(3)(a): the blocking minority is the fewest that have more than 35 % of the population, plus one.
#[test]
fn with_one_member_left_out_of_the_council_three_or_four_block() {
    let body = model("eu-council");
    let population = language::parse("population >= 65% of participating", &["population"]).unwrap();
    let codes: Vec<String> = body.members().map(|(code, _)| code.to_string()).collect();
    let mut three = Vec::new();
    for out in &codes {
        let roll = roll(&body, &[out.as_str()]);
        let fewest = least(&population, &roll).0;
        let rule = format!(
            "members >= 55% of participating and population >= 65% of participating, or not in favour <= {fewest}"
        );
        let by_the_treaty = least(&language::parse(&rule, &["population"]).unwrap(), &roll).0;
        assert_eq!(by_the_treaty, fewest + 1, "{out}");
        assert!(by_the_treaty >= least(&formula(&body, "one-not-taking-part"), &roll).0, "{out}");
        assert_eq!(least(&formula(&body, "one-not-taking-part"), &roll).0, 3, "{out}");
        if by_the_treaty == 3 {
            three.push(out.as_str());
        } else {
            assert_eq!(by_the_treaty, 4, "{out}");
        }
    }
    assert!(three.contains(&"ITA") && three.len() < codes.len(), "{three:?}");
}

#[test]
fn under_nice_three_block_by_population_and_four_by_votes() {
    // 91 of 345 votes block: three of the largest have 87.
    assert_eq!(beta("eu-council-nice", "proposal", &[]), 3, "DEU, FRA and GBR have 41.6 % of population");
    let body = model("eu-council-nice");
    let votes = language::parse("votes >= 255/345 of membership", &["population", "votes"]).unwrap();
    assert_eq!(least(&votes, &roll(&body, &[])).0, 4);
}

#[test]
fn at_the_fund_the_united_states_block_at_85_percent_and_nobody_at_70() {
    let body = model("imf");
    assert_eq!(blockers("imf", "eighty-five", &[]), "USA");
    assert_eq!(blockers("imf", "seventy", &[]), "");
    // With one weight the heaviest block first, so that it is enough to try them.
    let weight = |seat: &usize| body.members().nth(*seat).map(|(_, member)| member.weights()[0]);
    let mut heaviest: Vec<usize> = (0..body.members().len()).collect();
    heaviest.sort_by_key(|seat| std::cmp::Reverse(weight(seat)));
    let blocks =
        |most: usize| blocks(&formula(&body, "seventy"), &roll(&body, &[]), &heaviest[..most]).unwrap();
    assert!(!blocks(3) && blocks(4));
    assert_eq!(named(&body, &heaviest[..4]), "USA JPN CHN DEU");
}

#[test]
fn at_the_stability_mechanism_the_largest_block() {
    assert_eq!(blockers("esm", "emergency", &[]), "DEU FRA ITA");
    assert_eq!(blockers("esm", "qualified", &[]), "DEU FRA");
    assert_eq!(blockers("esm", "quorum", &[]), "");
    assert_eq!(blockers("esm", "quorum", &["FRA"]), "DEU", "DEU has 33.8 % of the rest");
    let body = model("esm");
    let (size, pairs) = least(&formula(&body, "quorum"), &roll(&body, &[]));
    let pairs: Vec<String> = pairs.iter().map(|pair| named(&body, pair)).collect();
    assert_eq!((size, pairs), (2, ["DEU ESP", "DEU FRA", "DEU ITA", "FRA ITA"].map(str::to_owned).to_vec()));
}

#[test]
fn at_the_investment_bank_every_pair_of_the_four_largest_blocks() {
    let body = model("eib");
    let (size, pairs) = least(&formula(&body, "qualified"), &roll(&body, &[]));
    let pairs: Vec<String> = pairs.iter().map(|pair| named(&body, pair)).collect();
    let expected = ["DEU FRA", "DEU GBR", "DEU ITA", "FRA GBR", "FRA ITA", "GBR ITA"];
    assert_eq!((size, pairs), (2, expected.map(str::to_owned).to_vec()));
}

#[test]
fn nobody_alone_imposes_in_any_model() {
    for name in [
        "eib",
        "esm",
        "eu-council-nice",
        "eu-council",
        "european-peace-facility",
        "imf",
        "nato",
        "un-security-council",
    ] {
        let body = model(name);
        for rule in body.rules() {
            assert_eq!(
                adopts_alone(rule.formula(), &roll(&body, &[])).unwrap(),
                [],
                "{name}: {}",
                rule.name()
            );
            assert!(!rule.leaves_out(Interest::Beneficiary), "{name}: {}", rule.name());
        }
    }
}
