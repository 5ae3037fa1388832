//! Acceptance of amendments: can one member hold an amended text up by not accepting it?
//!
//! A text binds those that accept it, and waits while they would be too few, under it, to decide on help to any one of
//! them. So with few members every acceptance is needed, whatever the rule that is asked of acceptances.

use alloc::format;
use alloc::vec::Vec;

use quorate_charter::Charter;

use crate::finding::{Finding, Outcome, Place, Promise, fails, proven};
use crate::subject::enough;

/// The finding, where the charter has an article on amendment.
pub(crate) fn finding(charter: &Charter) -> Option<Finding> {
    let article = charter.amendment()?;
    let how = "by counting who is left to decide on help when one member has not accepted; assumes that the text keeps \
               the least number that takes part";
    let outcome = outcome(charter, article.in_force_by().is_essential());
    Some(Finding::new(Promise::Block, Place::article(article.number(), "amendment in force"), outcome, how))
}

fn outcome(charter: &Charter, is_essential: bool) -> Outcome {
    let members = charter.members().len();
    if enough(charter, members.saturating_sub(1)) {
        return proven("a text does not wait for any one member's acceptance", Vec::new());
    }
    let decide = if charter.has_fund() { "decide on help to one" } else { "take part in each decision" };
    let says = format!(
        "with {members} members, of whom {} {decide}, a text waits for every acceptance unless it lowers that number: each \
         alone can hold it up",
        charter.membership().least_participating(),
    );
    if is_essential {
        return fails(says, charter.members().map(|(member, _)| member).collect(), Vec::new());
    }
    Outcome::NotPromised(says)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    const FOUNDING: &str = include_str!("../../../charters/partnership.toml");

    fn found(text: &str) -> Option<Finding> {
        finding(&Charter::read(text).unwrap())
    }

    fn five() -> String {
        let ours = "[member.ITA]\nname = { en = \"Italy\", fr = \"Italie\" }\n\n[measure.population]";
        FOUNDING
            .replace("[measure.population]", ours)
            .replace("GBR = 69226000 }", "GBR = 69226000, ITA = 58952704 }")
    }

    #[test]
    fn with_four_members_every_acceptance_is_needed_and_the_text_says_so() {
        assert_eq!(found(FOUNDING).unwrap().outcome.name(), "not promised");
    }

    #[test]
    fn a_text_that_promises_it_all_the_same_fails_for_every_member() {
        let rule = "[rule.acceptance]";
        let (before, after) = FOUNDING.split_once(rule).unwrap();
        let promised = [before, rule, &after.replacen("essential = false", "essential = true", 1)].concat();
        let found = found(&promised).unwrap();
        assert_eq!(found.outcome.counterexample().unwrap().members.len(), 4);
    }

    #[test]
    fn with_five_nobody_is_waited_for() {
        assert_eq!(found(&five()).unwrap().outcome.name(), "proven");
    }

    #[test]
    fn without_the_article_there_is_nothing_to_find() {
        assert_eq!(found(include_str!("../../../charters/plain-55-65.toml")), None);
    }
}
