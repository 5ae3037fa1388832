//! Nodes: one member, one node. Agreement survives `f` that are dark or lie when there are at least `3f + 1`.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::finding::{Finding, Outcome, Place, Promise, fails};
use crate::phrases::counted;

/// How many nodes may be dark or lie, of so many.
fn survives(nodes: usize) -> usize {
    nodes.saturating_sub(1).checked_div(3).unwrap_or_default()
}

fn line(nodes: usize) -> String {
    let lost = survives(nodes);
    match lost {
        0 => format!(
            "{} the loss of none: one that is dark halts them",
            counted(nodes, "node survives", "nodes survive")
        ),
        _ => format!("{nodes} nodes survive {}: {nodes} >= 3 x {lost} + 1", counted(lost, "loss", "losses")),
    }
}

const HOW: &str = "by the bound of Byzantine agreement, n >= 3f + 1; assumes that each member runs one node";

/// By the text alone: today, and after each single withdrawal; all withdrawals leave equally many.
pub(crate) fn of_charter(members: usize) -> Vec<Finding> {
    let today = if survives(members) > 0 {
        Outcome::Condition(format!("where each member runs its own, {}", line(members)))
    } else {
        let bound = format!("to survive one loss n >= 3 x 1 + 1 = 4 is needed, and n = {members}");
        fails(line(members), Vec::new(), vec![bound])
    };
    let left = members.saturating_sub(1);
    let after = if survives(left) > 0 {
        format!("the same, and {}", line(left))
    } else {
        format!("until a member joins, {}", line(left))
    };
    vec![named("nodes", today), named("nodes, after any one withdrawal", Outcome::Condition(after))]
}

/// Who keeps the record of a partnership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The one node that is asked.
    ByOneNode,
    /// Nodes that agree, so many.
    ByNodes(usize),
}

/// Of a partnership, by who keeps its record.
pub(crate) fn of_partnership(members: usize, kept: Kept) -> Vec<Finding> {
    if let Kept::ByNodes(nodes) = kept {
        let outcome = match survives(nodes) {
            0 => fails(line(nodes), Vec::new(), vec!["one node is stopped: no command is ordered".into()]),
            _ => Outcome::Condition(format!("{}, as long as each is run by its own member", line(nodes))),
        };
        return vec![named("nodes", outcome)];
    }
    let says = String::from("one node keeps this record: whoever runs it can halt the partnership");
    let steps = vec![
        "the node that keeps this record is stopped".into(),
        "no command is ordered: no vote counts, and no payment is signed".into(),
        format!("were there a node of each member, {}", line(members)),
    ];
    vec![named("nodes", fails(says, Vec::new(), steps))]
}

fn named(name: &str, outcome: Outcome) -> Finding {
    Finding::new(Promise::Nodes, Place::named(name), outcome, HOW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_would_survive_one_and_three_would_survive_none() {
        assert_eq!([1, 3, 4, 6, 7, 36].map(survives), [0, 0, 1, 1, 2, 11]);
        let found = of_charter(4);
        assert_eq!(found[0].outcome.name(), "condition");
        assert!(found[0].outcome.says().contains("4 nodes survive 1 loss: 4 >= 3 x 1 + 1"));
        assert!(
            found[1].outcome.says().starts_with("until a member joins, 3 nodes survive the loss of none")
        );
        assert_eq!(of_charter(3)[0].outcome.name(), "fails");
        assert_eq!(of_charter(5)[1].outcome.says(), "the same, and 4 nodes survive 1 loss: 4 >= 3 x 1 + 1");
    }

    #[test]
    fn a_partnership_on_one_node_is_halted_by_whoever_runs_it() {
        assert_eq!(of_partnership(36, Kept::ByOneNode)[0].outcome.name(), "fails");
        assert_eq!(of_partnership(4, Kept::ByNodes(3))[0].outcome.name(), "fails");
        assert_eq!(of_partnership(4, Kept::ByNodes(4))[0].outcome.name(), "condition");
    }
}
