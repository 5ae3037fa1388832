//! Entry into force: can one signatory hold it up by holding out, or one depositary by taking nothing in?
//!
//! The real rules are run in a rehearsal: one State holds out, in each way that it can, and all others do at once what the
//! charter asks of them.

mod signing;

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};

use crate::finding::{Counterexample, Finding, Outcome, Place, Promise, fails, proven};
use crate::phrases::counted;
use signing::{Run, enters};

/// With more signatories nothing is run.
const MOST: usize = 50;

/// How a State holds out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Nothing,
    SignsOnly,
    AdReferendum,
    EndsProvisional,
    Leaves,
}

impl Way {
    /// The ways that this charter leaves a State.
    fn under(charter: &Charter) -> Vec<Way> {
        let provisional = charter.entry_into_force().is_some_and(|article| article.provisional());
        let is = |way: &Way| match way {
            Way::Nothing => true,
            // A signature is all that an arrangement asks for.
            Way::SignsOnly => !charter.is_arrangement(),
            Way::AdReferendum => charter.instrument().is_some(),
            Way::EndsProvisional => provisional,
            Way::Leaves => provisional && charter.withdrawal().is_some(),
        };
        [Way::Nothing, Way::SignsOnly, Way::AdReferendum, Way::EndsProvisional, Way::Leaves]
            .into_iter()
            .filter(is)
            .collect()
    }

    const fn says(self) -> &'static str {
        match self {
            Way::Nothing => "does not sign",
            Way::SignsOnly => "signs and gives no consent",
            Way::AdReferendum => "signs ad referendum and does not confirm",
            Way::EndsProvisional => "signs, applies it provisionally, and ends that",
            Way::Leaves => "signs, applies it provisionally, and gives notice of withdrawal",
        }
    }
}

/// The findings, where the charter has an article on entry into force.
pub(crate) fn findings(charter: &Charter, text: &str) -> Vec<Finding> {
    let Some(article) = charter.entry_into_force() else { return Vec::new() };
    let of = if charter.is_arrangement() { "coming into effect" } else { "entry into force" };
    let place = Place::article(article.number(), of);
    if charter.members().len() > MOST {
        let says = format!("with more than {MOST} signatories the rules are not run");
        return Vec::from([Finding::new(Promise::Entry, place, Outcome::Undecided(says), "")]);
    }
    let mut found = Vec::from([signatories(charter, text, place)]);
    found.push(depositaries(charter, text));
    found
}

fn signatories(charter: &Charter, text: &str, place: Place) -> Finding {
    let (codes, ways) = (codes(charter), Way::under(charter));
    let what = if charter.is_arrangement() { "come into effect" } else { "enter into force" };
    let mut failing: Vec<(MemberCode, Way)> = Vec::new();
    let mut asked = 0_u32;
    for out in &codes {
        for way in &ways {
            asked = asked.saturating_add(1);
            if !enters(charter, text, &Run { out: Some((*out, *way)), ..Run::default() }) {
                failing.push((*out, *way));
            }
        }
    }
    let how = format!(
        "by running the rules in a rehearsal: {}, each holding out in {}, while all others sign and consent at once",
        counted(codes.len(), "signatory", "signatories"),
        counted(ways.len(), "way", "ways"),
    );
    let outcome = match failing.first() {
        None => {
            proven(format!("whichever one signatory holds out, it can {what} for the others"), Vec::new())
        }
        Some((out, way)) => {
            let says = format!("one signatory can hold it up: {out} {}", way.says());
            let members: BTreeSet<MemberCode> = failing.iter().map(|(out, _)| *out).collect();
            let failed = u32::try_from(failing.len()).unwrap_or(u32::MAX);
            match charter.entry_into_force().is_some_and(|article| article.rule().is_essential()) {
                false => Outcome::NotPromised(says),
                true => Outcome::Fails(Counterexample {
                    says,
                    members: members.into_iter().collect(),
                    steps: Vec::new(),
                    cases: Some((failed, asked)),
                    story: None,
                }),
            }
        }
    };
    Finding::new(Promise::Entry, place, outcome, how)
}

fn depositaries(charter: &Charter, text: &str) -> Finding {
    let article = charter.instrument().filter(|article| !article.depositaries().is_empty());
    let Some(article) = article else {
        let says = "the cosigned record is the depositary: what is given counts at once";
        let place = charter.instrument().map_or_else(
            || Place::named("depositary"),
            |article| Place::article(article.number(), "depositary"),
        );
        return Finding::new(Promise::Entry, place, proven(says, Vec::new()), "by the text");
    };
    let (all, leaves) = (article.depositaries(), Way::under(charter).contains(&Way::Leaves));
    // Each is silent: while all the others are there, and while any one of them leaves, before the consents or after.
    let held = |silent: MemberCode| {
        let alone = (!enters(charter, text, &Run::silent(silent))).then_some(None);
        let others = all.iter().copied().filter(|other| leaves && *other != silent);
        let mut beside = others.filter(|out| {
            let leaves = |early, silent| Run { out: Some((*out, Way::Leaves)), silent, early };
            let fails = |early| {
                enters(charter, text, &leaves(early, None))
                    && !enters(charter, text, &leaves(early, Some(silent)))
            };
            fails(true) || fails(false)
        });
        alone.or_else(|| beside.next().map(Some))
    };
    let silent: Vec<(MemberCode, Option<MemberCode>)> =
        all.iter().filter_map(|silent| Some((*silent, held(*silent)?))).collect();
    let many = all.len();
    let how = format!(
        "by running the rules in a rehearsal: {}, each in turn taking nothing in{}, while all sign and consent at once",
        counted(many, "depositary", "depositaries"),
        if leaves && many > 1 { ", also when another leaves" } else { "" },
    );
    let outcome = match silent.first() {
        None => proven(
            format!("whichever one of {many} depositaries is silent, another takes in what is lodged"),
            Vec::new(),
        ),
        Some((depositary, beside)) => {
            let mut says = format!("one depositary can hold it up: {depositary} takes nothing in");
            if let Some(out) = beside {
                says = format!("{says}, and {out} leaves");
            }
            let step = String::from("name several depositaries, or the record: any one is enough then");
            fails(says, silent.iter().map(|(depositary, _)| *depositary).collect(), Vec::from([step]))
        }
    };
    Finding::new(Promise::Entry, Place::article(article.number(), "depositary"), outcome, how)
}

fn codes(charter: &Charter) -> Vec<MemberCode> {
    charter.members().map(|(member, _)| member).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATIFICATION: &str = include_str!("../../../charters/ratification.toml");
    const FRAMEWORK: &str = include_str!("../../../charters/framework.toml");
    const RULE: &str =
        "members >= 55% of participating and population >= 65% of participating, or not in favour <= 1";

    fn found(text: &str) -> Vec<Finding> {
        findings(&Charter::read(text).unwrap(), text)
    }

    fn with(article: &str) -> String {
        [RATIFICATION, "\n[instrument]\narticle = 18\nnature = \"treaty\"\n", article].concat()
    }

    /// The entry rule alone, in another wording.
    fn entry_by(rule: &str, text: &str) -> String {
        let (before, after) = text.split_once("[rule.entry]").unwrap();
        [before, "[rule.entry]", &after.replacen(RULE, rule, 1)].concat()
    }

    #[test]
    fn no_one_signatory_and_no_one_depositary_holds_the_founding_charter_up() {
        let found = found(RATIFICATION);
        assert_eq!(found.iter().map(|one| one.outcome.name()).collect::<Vec<_>>(), ["proven", "proven"]);
        assert!(found[0].how.contains("4 signatories, each holding out in 4 ways"), "{}", found[0].how);
    }

    #[test]
    fn by_unanimity_each_holds_it_up() {
        let found = found(&entry_by("members >= 100% of participating", RATIFICATION));
        let fails = found[0].outcome.counterexample().unwrap();
        assert_eq!(fails.members.len(), 4);
        assert!(fails.says.contains("CAN does not sign"), "{}", fails.says);
        // At the border: three of four are as many as must take part.
        let three = self::found(&entry_by("members >= 3/4 of participating", RATIFICATION));
        assert_eq!(three[0].outcome.name(), "proven");
    }

    #[test]
    fn one_depositary_is_a_gate_and_two_are_none() {
        let one = found(&with("depositary = [\"CAN\"]\n"));
        assert_eq!(one[0].outcome.name(), "proven");
        assert_eq!(one[1].outcome.counterexample().unwrap().members, ["CAN".parse().unwrap()]);
        for several in ["[\"CAN\", \"GBR\"]", "[\"CAN\", \"FRA\", \"GBR\"]", "\"record\""] {
            let found = found(&with(&format!("depositary = {several}\n")));
            assert_eq!(found[1].outcome.name(), "proven", "{several}: {}", found[1].outcome.says());
            let leaving = found[1].how.contains("also when another leaves");
            assert_eq!(leaving, several != "\"record\"", "{}", found[1].how);
        }
    }

    #[test]
    fn full_powers_and_other_means_hold_nothing_up() {
        let found = found(&with("full-powers = true\nconsent = [\"approval\"]\n"));
        assert_eq!(found[0].outcome.name(), "proven", "{}", found[0].outcome.says());
        assert!(found[0].how.contains("in 5 ways"), "{}", found[0].how);
    }

    #[test]
    fn of_two_each_is_waited_for_and_the_text_says_so() {
        let found = found(FRAMEWORK);
        assert_eq!(found[0].outcome.name(), "not promised");
        assert_eq!(found[1].outcome.name(), "proven");
    }

    #[test]
    fn without_the_article_there_is_nothing_to_find() {
        let founding = include_str!("../../../charters/partnership.toml");
        assert!(found(founding).is_empty());
    }
}
