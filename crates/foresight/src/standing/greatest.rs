//! How high each share of a rule could be before one member, or two, could block.

use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{Body, language};
use quorate_voting::{Effort, Formula, Highest, Parts, Ratio, Roll, highest_share};

/// A share of a rule, and how high it could be, the other conditions as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Greatest {
    /// The share as it is written: *population >= 65% of participating*.
    pub condition: String,
    /// What is asked for now.
    pub asked: Ratio,
    /// Up to what nobody alone could block.
    pub single: Highest,
    /// Up to what no two together could block.
    pub pair: Highest,
}

/// Every share of the formula, in its order.
pub(super) fn of(body: &Body, formula: &Formula, roll: &Roll) -> Vec<Greatest> {
    let name = |measure| body.measure_name(measure);
    let conditions = formula.conditions().enumerate();
    conditions
        .filter_map(|(number, condition)| {
            let Parts::Share { ratio, .. } = condition.parts() else { return None };
            let highest = |seats| highest_share(formula, roll, number, seats, Effort::default()).ok();
            Some(Greatest {
                condition: language::write(condition, &name),
                asked: ratio,
                single: highest(1)?,
                pair: highest(2)?,
            })
        })
        .collect()
}
