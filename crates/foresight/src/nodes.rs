//! Nodes: one member, one node. Agreement survives `f` that are dark or lie when there are at least `3f + 1`.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::finding::{Finding, Outcome, Place, Promise, fails, proven};
use crate::phrases::counted;

/// How many nodes may be dark or lie, of so many.
fn survives(nodes: usize) -> usize {
    nodes.saturating_sub(1).checked_div(3).unwrap_or_default()
}

fn line(nodes: usize) -> String {
    let lost = survives(nodes);
    match lost {
        0 => format!(
            "{} survive the loss of none: one that is dark halts them",
            counted(nodes, "node", "nodes")
        ),
        _ => format!("{nodes} nodes survive {}: {nodes} >= 3 x {lost} + 1", counted(lost, "loss", "losses")),
    }
}

/// Today, and after each single withdrawal; all withdrawals leave equally many.
pub(crate) fn findings(members: usize) -> Vec<Finding> {
    let how = "by the bound of Byzantine agreement, n >= 3f + 1; assumes that each member runs one node";
    let today = if survives(members) > 0 {
        proven(line(members), Vec::new())
    } else {
        let bound = format!("to survive one loss n >= 3 x 1 + 1 = 4 is needed, and n = {members}");
        fails(line(members), Vec::new(), vec![bound])
    };
    let left = members.saturating_sub(1);
    let after = if survives(left) > 0 {
        proven(line(left), Vec::new())
    } else {
        Outcome::Condition(format!("until a member joins, {}", line(left)))
    };
    let named = |name: &str, outcome| Finding::new(Promise::Nodes, Place::named(name), outcome, how);
    vec![named("nodes", today), named("nodes, after any one withdrawal", after)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_survive_one_and_three_survive_none() {
        assert_eq!([1, 3, 4, 6, 7, 36].map(survives), [0, 0, 1, 1, 2, 11]);
        let found = findings(4);
        assert_eq!(found[0].outcome.name(), "proven");
        assert_eq!(found[1].outcome.name(), "condition");
        assert_eq!(findings(3)[0].outcome.name(), "fails");
        assert_eq!(findings(5)[1].outcome.name(), "proven");
        assert_eq!(found[0].outcome.says(), "4 nodes survive 1 loss: 4 >= 3 x 1 + 1");
    }
}
