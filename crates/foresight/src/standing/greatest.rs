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

impl Greatest {
    /// What holds in this case and in the other: the lower of both borders. Both are of the same share.
    #[must_use]
    pub fn and(&self, other: &Greatest) -> Greatest {
        Greatest {
            single: lower(self.single, other.single),
            pair: lower(self.pair, other.pair),
            ..self.clone()
        }
    }
}

/// What was not decided for one of both is not decided for both, unless the other allows no share at all.
fn lower(one: Highest, other: Highest) -> Highest {
    match (one, other) {
        (Highest::NoShare, _) | (_, Highest::NoShare) => Highest::NoShare,
        (Highest::Undecided, _) | (_, Highest::Undecided) => Highest::Undecided,
        (Highest::AnyShare, any) | (any, Highest::AnyShare) => any,
        (Highest::UpTo(one), Highest::UpTo(other)) => Highest::UpTo(one.min(other)),
    }
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

#[cfg(test)]
mod tests {
    use quorate_charter::MemberCode;
    use quorate_voting::Highest;

    use super::*;
    use crate::Standing;

    const PLAIN: &str = include_str!("../../../../charters/plain-55-65.toml");

    /// By population, in per cent, for the case of this member left out.
    fn population(body: &Body, out: Option<&str>) -> Greatest {
        let rule = body.rule(&"assistance".parse().unwrap()).unwrap();
        let out: Option<MemberCode> = out.map(|code| code.parse().unwrap());
        let standing = Standing::of(body, rule.formula(), out).unwrap();
        standing.greatest(body, rule.formula()).swap_remove(1)
    }

    #[test]
    fn who_is_left_out_lowers_what_is_possible() {
        let body = Body::read(PLAIN).unwrap();
        let percent = |found: &Greatest| match found.single {
            Highest::UpTo(limit) => limit.rounded_down(10_000).unwrap(),
            other => panic!("{other:?}"),
        };
        let (all, can) = (population(&body, None), population(&body, Some("CAN")));
        assert_eq!(percent(&all), Ratio::new(6_819, 10_000).unwrap());
        assert_eq!(percent(&can), Ratio::new(6_225, 10_000).unwrap());
        assert_eq!((all.and(&can), can.and(&all)), (can.clone(), can.clone()));
        let none = Greatest { single: Highest::NoShare, ..all.clone() };
        let unknown = Greatest { single: Highest::Undecided, ..all.clone() };
        let any = Greatest { single: Highest::AnyShare, ..all.clone() };
        assert_eq!(unknown.and(&none).single, Highest::NoShare);
        assert_eq!(any.and(&unknown).single, Highest::Undecided);
        assert_eq!(all.and(&any).single, all.single);
    }
}
