//! How a node stands, for a monitoring system: the text format of Prometheus, version 0.0.4.

use std::fmt::Write as _;

use quorate_node::run::{NodeStanding, Standing};

/// One measure: its name, its kind, what it is.
type About = (&'static str, &'static str, &'static str);
type OfNode = fn(&NodeStanding) -> Option<u64>;

const OF_NODES: [(About, OfNode); 6] = [
    (("quorate_node_up", "gauge", "Whether the node is linked and was heard within five seconds."), |node| {
        Some(u64::from(super::status::is_up(node)))
    }),
    (("quorate_node_height", "gauge", "The height that the node is known to have."), |node| node.height),
    (("quorate_node_silent_seconds", "gauge", "For how long nothing was heard of the node."), |node| {
        node.silent
    }),
    (("quorate_node_faults_total", "counter", "Messages of the node that no honest node sends."), |node| {
        Some(node.faults)
    }),
    (("quorate_node_false_acts", "gauge", "Kinds of false acts by which the node is named."), |node| {
        u64::try_from(node.named.len()).ok()
    }),
    (("quorate_node_dropped_total", "counter", "Messages that did not fit the link to the node."), |node| {
        Some(node.dropped)
    }),
];

/// The text.
pub(super) fn text(standing: &Standing) -> String {
    let mut text = String::new();
    let own: [(About, u64); 6] = [
        (("quorate_height", "gauge", "The height of the record."), standing.height),
        (
            ("quorate_agreed_time_seconds", "gauge", "The agreed moment of the last block."),
            standing.moment.0 / 1_000,
        ),
        (("quorate_commands_waiting", "gauge", "Commands that wait to be ordered."), standing.waiting),
        (("quorate_nodes_up", "gauge", "Nodes that are up, this one included."), super::status::up(standing)),
        (("quorate_nodes_needed", "gauge", "Nodes that it takes to go on."), super::status::needed(standing)),
        (
            ("quorate_strangers_total", "counter", "Connections that showed no node's key."),
            standing.strangers,
        ),
    ];
    for (about, value) in own {
        head(&mut text, about);
        let _ = writeln!(text, "{} {value}", about.0);
    }
    for (about, of) in OF_NODES {
        head(&mut text, about);
        for node in &standing.nodes {
            if let Some(value) = of(node) {
                let _ = writeln!(text, "{}{{member=\"{}\"}} {value}", about.0, node.member);
            }
        }
    }
    text
}

/// Writing to a string does not fail.
fn head(text: &mut String, (name, kind, help): About) {
    let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}");
}
