//! What is checked: a charter, or the body of another institution.

use alloc::string::ToString;
use alloc::vec::Vec;

use quorate_charter::{Article, Body, Charter, Interest, Rule};
use quorate_voting::{Base, Formula, Measure, Parts, Ratio, Strictness};

use crate::finding::{Finding, Outcome, Place, Promise};
use crate::seats::Seats;
use crate::situations::{Situations, situations};
use crate::votes::{self, Asked};

/// A text under check.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject<'a> {
    pub(crate) body: &'a Body,
    /// The whole charter, where it is one.
    pub(crate) charter: Option<&'a Charter>,
}

/// Fewer than three cannot decide so that none of them alone blocks and none alone adopts.
pub(crate) const FEWEST: usize = 3;

impl<'a> Subject<'a> {
    pub(crate) fn of(charter: &'a Charter) -> Subject<'a> {
        Subject { body: charter.body(), charter: Some(charter) }
    }

    /// The least number of members that take part in a decision.
    pub(crate) fn least(&self) -> usize {
        let article = self.charter.map(|charter| charter.membership().least_participating());
        article.map_or(FEWEST, |least| usize::try_from(least).unwrap_or(usize::MAX))
    }

    /// The interests that a rule leaves out and that somebody can have under this text.
    pub(crate) fn interests(&self, rule: &Rule) -> Vec<Interest> {
        let named = self.charter.is_none_or(|charter| charter.cases().party_rule().is_some());
        let can = |interest: &Interest| *interest != Interest::Party || named;
        Interest::ALL.into_iter().filter(|interest| rule.leaves_out(*interest)).filter(can).collect()
    }

    /// Whether a member's votes can be suspended under this text: there is an article on it, and enough would be left to
    /// decide on help to any one of the others.
    pub(crate) fn suspends(&self) -> bool {
        let enough = |charter: &Charter| enough(charter, charter.members().len().saturating_sub(1));
        self.charter.is_some_and(|charter| charter.suspension().is_some() && enough(charter))
    }

    /// Every set of participating members that a rule can meet.
    pub(crate) fn situations(&self, rule: &Rule, seats: &Seats) -> Situations {
        situations(&seats.codes(), &self.interests(rule), self.suspends(), self.least())
    }

    /// The first article that a rule serves, if one does.
    pub(crate) fn place(&self, rule: &Rule) -> Place {
        let served = self.charter.and_then(|charter| {
            let serves = served(charter);
            serves.into_iter().find(|(name, _)| *name == rule.name().as_str()).map(|(_, article)| article)
        });
        Place { article: served, of: rule.name().to_string() }
    }
}

/// Whether so many with a vote leave enough to decide on help to any one of them; a suspension that does not is refused.
pub(crate) fn enough(charter: &Charter, voices: usize) -> bool {
    let asks = usize::from(charter.cases().rule().leaves_out(Interest::Beneficiary));
    let least = usize::try_from(charter.membership().least_participating()).unwrap_or(usize::MAX);
    voices.saturating_sub(asks) >= least
}

/// The rules that articles name.
fn served(charter: &Charter) -> Vec<(&str, Article)> {
    let mut served = Vec::from([
        (charter.cases().rule(), charter.cases().number()),
        (charter.calls().rule(), charter.calls().number()),
    ]);
    served.extend(charter.calls().restore_rule().map(|rule| (rule, charter.calls().number())));
    served.extend(charter.cases().party_rule().map(|rule| (rule, charter.cases().number())));
    served.extend(charter.entry_into_force().map(|article| (article.rule(), article.number())));
    served.extend(charter.accession().map(|article| (article.rule(), article.number())));
    served.extend(charter.beneficiaries().map(|article| (article.rule(), article.number())));
    served.extend(charter.suspension().map(|article| (article.rule(), article.number())));
    served.extend(charter.amendment().map(|article| (article.rule(), article.number())));
    served.extend(charter.amendment().map(|article| (article.in_force_by(), article.number())));
    served.extend(charter.decisions().texts_rule().map(|rule| (rule, charter.decisions().number())));
    served.extend(charter.budget().map(|article| (article.rule(), article.number())));
    let relation = charter.relation().and_then(|article| Some((article.stand_down()?, article.number())));
    served.extend(relation);
    served.extend(charter.lost_keys().map(|article| (article.rule(), article.number())));
    served.into_iter().map(|(rule, article)| (rule.name().as_str(), article)).collect()
}

/// A rule as it is asked, with this formula for its own.
pub(crate) fn asked<'a>(subject: Subject<'a>, rule: &'a Rule, formula: &'a Formula) -> Asked<'a> {
    let moving = |measure: Measure| {
        let index = usize::from(measure.0).checked_sub(1);
        index
            .and_then(|index| subject.body.measures().get(index))
            .is_some_and(quorate_charter::Measure::moves)
    };
    let silence = rule.procedure().and_then(|procedure| procedure.silence());
    Asked {
        name: rule.name().as_str(),
        place: subject.place(rule),
        formula,
        unmoved: if_moving(formula, &moving),
        essential: rule.is_essential(),
        helps: subject.charter.is_some_and(|charter| charter.cases().rule().name() == rule.name()),
        support: silence.map(|silence| silence.support()),
        proxies: subject.charter.is_some(),
    }
}

/// The findings on the votes of every rule, in the order of the promises.
pub(crate) fn of_votes(subject: Subject<'_>) -> Vec<Finding> {
    let seats = Seats::of(subject.body);
    let mut found = Vec::new();
    for rule in subject.body.rules() {
        let asked = asked(subject, rule, rule.formula());
        found.extend(votes::findings(&asked, &seats, &subject.situations(rule, &seats)));
    }
    found.extend(of_two(subject.body.members().len()));
    found.sort_by_key(|finding| (finding.promise, finding.place.article));
    found
}

/// What no rule gives two voters, said where there are two.
fn of_two(members: usize) -> Option<Finding> {
    let says = "two voters cannot be both unblockable and unimposable: by any rule each can prevent, or one can impose";
    let outcome = Outcome::NotPromised(says.into());
    let how = "by counting: of two, whoever is needed can prevent, and whoever is not needed can be left out";
    (members == 2).then(|| Finding::new(Promise::Block, Place::named("two members"), outcome, how))
}

/// For weights that move, the worst of all weights: the formula with every share of them never met, and with every
/// share of them always met. `None` where the formula weighs by none that move.
fn if_moving(formula: &Formula, moving: &dyn Fn(Measure) -> bool) -> Option<(Formula, Formula)> {
    let never = Ratio::new(1, 1)
        .map(|whole| Formula::share(Measure::MEMBERS, whole, Base::Membership, Strictness::MoreThan))
        .ok()?;
    let always = Formula::not_in_favour_at_most(u32::MAX);
    let (without, with) = (replaced(formula, moving, &never)?, replaced(formula, moving, &always)?);
    if without == *formula { None } else { Some((without, with)) }
}

fn replaced(formula: &Formula, moving: &dyn Fn(Measure) -> bool, by: &Formula) -> Option<Formula> {
    let each =
        |parts: &[Formula]| parts.iter().map(|part| replaced(part, moving, by)).collect::<Option<Vec<_>>>();
    match formula.parts() {
        Parts::Share { measure, .. } if moving(measure) => Some(by.clone()),
        Parts::Share { .. } | Parts::Clause { .. } => Some(formula.clone()),
        Parts::All(parts) => Formula::all(each(parts)?).ok(),
        Parts::Any(parts) => Formula::any(each(parts)?).ok(),
        Parts::AtLeast { least, parts } => Formula::at_least(least, each(parts)?).ok(),
    }
}
