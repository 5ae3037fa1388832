//! How a node stands, for a monitoring system: the text format of Prometheus, version 0.0.4. The one place that makes it.

use std::fmt::Write as _;

use super::status::{NodeStanding, Standing};

/// One measure: its name, its kind, what it is.
type About = (&'static str, &'static str, &'static str);
type Of<T> = fn(&T) -> Option<u64>;

const OF_ALL: [(About, Of<Standing>); 20] = [
    (("quorate_height", "gauge", "The height of the record."), |all| Some(all.height)),
    (("quorate_agreed_time_seconds", "gauge", "The agreed moment of the last block."), |all| {
        Some(all.moment.0 / 1_000)
    }),
    (("quorate_ready", "gauge", "Whether the node takes part as it should."), |all| {
        Some(u64::from(all.unready().is_none()))
    }),
    (("quorate_blocks_behind", "gauge", "How far more others are ahead than can be false."), |all| {
        Some(all.behind())
    }),
    (("quorate_commands_waiting", "gauge", "Commands that wait to be ordered."), |all| Some(all.waiting)),
    (("quorate_nodes_up", "gauge", "Nodes that are up, this one included."), |all| Some(all.up())),
    (("quorate_nodes_needed", "gauge", "Nodes that it takes to go on."), |all| Some(all.needed())),
    (("quorate_links_up", "gauge", "Other nodes to which there is a link."), |all| Some(all.linked())),
    (("quorate_strangers_total", "counter", "Connections that showed no node's key."), |all| {
        Some(all.strangers)
    }),
    (("quorate_blocks_total", "counter", "Blocks that became final."), |all| Some(all.measures.blocks)),
    (("quorate_commands_ordered_total", "counter", "Commands in them."), |all| Some(all.measures.ordered)),
    (("quorate_commands_refused_total", "counter", "Of these, those that a rule refused."), |all| {
        Some(all.measures.refused)
    }),
    (("quorate_rounds_lost_total", "counter", "Rounds that brought nothing before a block."), |all| {
        Some(all.measures.lost_rounds)
    }),
    (("quorate_quiet_seconds", "gauge", "For how long no block has become final."), |all| all.measures.quiet),
    (("quorate_disk_commits_total", "counter", "How often something was forced to the disk."), |all| {
        Some(all.measures.forced)
    }),
    (("quorate_longest_step_milliseconds", "gauge", "The longest that the node was at one thing."), |all| {
        Some(all.measures.longest)
    }),
    (("quorate_store_bytes", "gauge", "The bytes of the store on the disk."), |all| all.measures.stored),
    (("process_resident_memory_bytes", "gauge", "The bytes of the process in memory."), |all| {
        all.measures.resident
    }),
    (("quorate_nodes", "gauge", "Nodes that agree."), |all| u64::try_from(all.nodes.len()).ok()),
    (("quorate_may_fail", "gauge", "Nodes that may fail while the rest go on."), |all| Some(all.may_fail)),
];

const OF_NODES: [(About, Of<NodeStanding>); 7] = [
    (("quorate_node_up", "gauge", "Whether the node is linked and was heard within five seconds."), |node| {
        Some(u64::from(node.is_up()))
    }),
    (("quorate_node_linked", "gauge", "Whether there is a link to the node."), |node| {
        (!node.is_self).then_some(u64::from(node.is_linked))
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

impl Standing {
    /// The measures as a text.
    #[must_use]
    pub fn prometheus(&self) -> String {
        let mut text = String::new();
        for (about, of) in OF_ALL {
            if let Some(value) = of(self) {
                head(&mut text, about);
                let _ = writeln!(text, "{} {value}", about.0);
            }
        }
        for (about, of) in OF_NODES {
            head(&mut text, about);
            for node in &self.nodes {
                if let Some(value) = of(node) {
                    let _ = writeln!(text, "{}{{member=\"{}\"}} {value}", about.0, node.member);
                }
            }
        }
        text
    }
}

/// Writing to a string does not fail.
fn head(text: &mut String, (name, kind, help): About) {
    let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}");
}
