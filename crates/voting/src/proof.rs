//! Why no group can: certificates that a reader can check by adding up.

use alloc::boxed::Box;
use alloc::vec::Vec;

/// Why no group can do what was asked: no group of at most so many seats, or no group at all.
///
/// Every kind can be checked without trusting the search that found it; the module [`audit`](crate::audit) does
/// so. What was asked is a *goal*: that the rule fails (to block), holds (to adopt), or two such goals at once.
/// A list of a rule that has to hold is a list of which so many parts have to hold; a list that has to fail is
/// one of which so many parts have to fail.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Proof {
    /// Too little, whoever they are: what any such group has, added up over these demands, is below what they
    /// ask for together. Each of the demands must be met for the goal.
    #[non_exhaustive]
    Short {
        /// The demands, and how many times each is counted. Never empty.
        terms: Vec<Term>,
        /// The most that any such group has.
        most: i128,
        /// What the demands ask for; above `most`.
        needed: i128,
    },
    /// So many parts of a list cannot be met that too few are left.
    ///
    /// Part by part: it cannot be met together with all else that must be, and with as many of the parts not yet
    /// excluded as the list asks for beside it. Then it is excluded.
    #[non_exhaustive]
    Parts {
        /// The list.
        of: Place,
        /// The parts, counted from zero in the order of the list, each with its proof.
        refuted: Vec<(usize, Self)>,
    },
    /// Every group was tried: every one of exactly that size where a size was asked for.
    #[non_exhaustive]
    Exhausted {
        /// The number of groups tried.
        tried: u64,
    },
    /// Every group was followed, seat by seat, as far as it could matter.
    Diagram(Box<Diagram>),
}

/// A demand, counted so many times in a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// What is demanded.
    pub demand: Demand,
    /// How many times, at least once.
    pub times: i128,
}

/// One thing that must be so for a goal: that a condition holds, or, where the rule is to fail, that it fails.
///
/// `rule` is 0, or 1 for the second of two goals: see what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Demand {
    /// That a share or a clause holds or fails.
    Condition {
        /// Which goal.
        rule: usize,
        /// Which condition, in the order of [`Formula::conditions`](crate::Formula::conditions).
        number: usize,
    },
    /// That some weight at all is in favour: a share of nothing is not met.
    SomeWeight {
        /// Which goal.
        rule: usize,
        /// Which condition, as above.
        number: usize,
    },
    /// That somebody is in favour or, where the rule is to fail, that nobody is.
    Somebody {
        /// Which goal.
        rule: usize,
    },
}

/// A list within a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Both goals, the first and the second.
    Both,
    /// The formula, and that somebody is in favour.
    Whole {
        /// Which goal.
        rule: usize,
    },
    /// A list of the formula.
    List {
        /// Which goal.
        rule: usize,
        /// Its number among all parts of the formula, lists and conditions, counted from zero in the order in
        /// which they are written; the formula itself is 0.
        number: usize,
    },
}

/// The groups that were followed, seat by seat. Positions at which the same can still be reached are one node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagram {
    /// The seats in the order in which they were asked.
    pub order: Vec<usize>,
    /// What the numbers of a node stand for.
    pub demands: Vec<Demand>,
    /// The nodes; the last one stands for the beginning.
    pub nodes: Vec<Node>,
}

/// A set of positions after some seats were asked: those that have at most this. None of them reaches the goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// How many seats were asked.
    pub asked: usize,
    /// How many of them, at least, belong to the group.
    pub members: usize,
    /// For each demand, the most that those asked add to what there would be if none of them belonged to the
    /// group; `None` where any number will do.
    pub has: Vec<Option<i128>>,
    /// The node that follows each choice of the next seat, `None` where the group has no place left. Empty where
    /// the goal is out of reach even if every demand gets the most that the remaining seats can give it.
    pub next: Vec<Option<usize>>,
}
