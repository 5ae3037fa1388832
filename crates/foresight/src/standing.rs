//! Where everyone stands under a rule: who blocks alone, how few block or adopt, who has no say, and how high each
//! share could be.

mod greatest;
mod groups;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use quorate_charter::{Body, Interest, MemberCode, Rule};
use quorate_voting::{Effort, Formula, Least, Roll, blocks_alone, dummies, least_adopting, least_blocking};

pub use greatest::Greatest;
pub use groups::{Groups, Kind};

/// The fewest members that can do something together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Few {
    /// No fewer can: proven.
    pub at_least: usize,
    /// These can; none, if not even all that take part can. Where they are more than `at_least`, the search ended
    /// before it was decided whether fewer can.
    pub group: Option<Vec<MemberCode>>,
}

/// Members whose vote never matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unheard {
    /// Whatever the others do, their votes change no outcome.
    pub members: Vec<MemberCode>,
    /// Of these it was not decided.
    pub undecided: Vec<MemberCode>,
}

/// Where everyone stands under a rule, for one set of members that take part.
///
/// ```
/// use quorate_charter::Body;
/// use quorate_foresight::Standing;
///
/// let body = Body::read(include_str!("../../../charters/models/esm.toml")).unwrap();
/// let rule = body.rule(&"emergency".parse().unwrap()).unwrap();
/// let standing = Standing::of(&body, rule.formula(), None).unwrap();
/// let blockers: Vec<&str> = standing.blockers.iter().map(|code| code.as_str()).collect();
/// assert_eq!(blockers, ["DEU", "FRA", "ITA"]);
/// assert_eq!(standing.blocking.at_least, 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The member that does not take part, if one does not.
    pub out: Option<MemberCode>,
    /// The members that take part, in the order of their codes.
    pub taking_part: Vec<MemberCode>,
    /// Who blocks alone: all others being in favour, its vote against stops a decision.
    pub blockers: Vec<MemberCode>,
    /// How few block together.
    pub blocking: Few,
    /// How few adopt together, though all others stay away.
    pub adopting: Few,
}

impl Standing {
    /// Where everyone stands under a formula among the members of a body, of which this one does not take part.
    ///
    /// The formula may be another than that of the body's rules, as long as it weighs by the body's measures. `None`
    /// if it does not, or if nobody is left to take part.
    #[must_use]
    pub fn of(body: &Body, formula: &Formula, out: Option<MemberCode>) -> Option<Standing> {
        let table = Table::of(body, out)?;
        let effort = Effort::default();
        Some(Standing {
            out,
            taking_part: table.codes(&table.taking_part()),
            blockers: table.codes(&blocks_alone(formula, &table.roll).ok()?),
            blocking: table.few(least_blocking(formula, &table.roll, effort).ok()?),
            adopting: table.few(least_adopting(formula, &table.roll, effort).ok()?),
        })
    }

    /// Who has no say in this case: belongs to no group of which nobody can be spared.
    #[must_use]
    pub fn unheard(&self, body: &Body, formula: &Formula) -> Option<Unheard> {
        let table = Table::of(body, self.out)?;
        let found = dummies(formula, &table.roll, Effort::default()).ok()?;
        Some(Unheard { members: table.codes(&found.dummies), undecided: table.codes(&found.undecided) })
    }

    /// How high each share of the formula could be in this case.
    #[must_use]
    pub fn greatest(&self, body: &Body, formula: &Formula) -> Vec<Greatest> {
        Table::of(body, self.out).map(|table| greatest::of(body, formula, &table.roll)).unwrap_or_default()
    }

    /// The same for each member that can be left out under a rule: nobody first, then, if the rule leaves out
    /// interested parties, each member in the order of the codes.
    #[must_use]
    pub fn of_each(body: &Body, rule: &Rule, formula: &Formula) -> Vec<Standing> {
        let leaves_out = Interest::ALL.iter().any(|interest| rule.leaves_out(*interest));
        let each = body.members().filter(|_| leaves_out).map(|(code, _)| Some(code));
        [None].into_iter().chain(each).filter_map(|out| Standing::of(body, formula, out)).collect()
    }
}

/// The members at their seats.
struct Table {
    roll: Roll,
    codes: Vec<MemberCode>,
}

impl Table {
    fn of(body: &Body, out: Option<MemberCode>) -> Option<Table> {
        let roll = body.roll(&out.into_iter().collect::<BTreeSet<MemberCode>>()).ok()?;
        let table = Table { roll, codes: body.members().map(|(code, _)| code).collect() };
        if table.taking_part().is_empty() { None } else { Some(table) }
    }

    fn taking_part(&self) -> Vec<usize> {
        let seats = self.roll.seats().iter().enumerate();
        seats.filter(|(_, seat)| seat.participating).map(|(seat, _)| seat).collect()
    }

    fn codes(&self, seats: &[usize]) -> Vec<MemberCode> {
        seats.iter().filter_map(|seat| self.codes.get(*seat)).copied().collect()
    }

    fn few(&self, least: Least) -> Few {
        Few { at_least: least.at_least, group: least.group.map(|group| self.codes(&group)) }
    }
}
