//! Say how a node that runs stands, and what it knows of the others.

use clap::{Args, ValueEnum};
use quorate_node::run::{Client, NodeStanding, SILENT, Standing};
use quorate_records::words;

use crate::args::At;
use crate::failure::Failure;
use crate::present::{Screen, columns};

#[derive(Args)]
#[command(about = "Say how a node that runs stands, and what it knows of the others", long_about = include_str!("status.md").trim_end())]
pub(crate) struct Status {
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Fail, with exit code 6, when fewer nodes are up than it takes to go on.
    #[arg(long)]
    check: bool,
}

/// How it is written.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For a monitoring system: the text format of Prometheus.
    Prometheus,
}

impl Status {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let help = "name its directory: `--dir DIRECTORY`";
        let dir = at.dir.as_deref().ok_or_else(|| Failure::usage("which node?", help))?;
        let standing = Client::connect(dir)?.standing()?;
        match self.format {
            Format::Text => tell(&standing, screen)?,
            Format::Prometheus => screen.text(&standing.prometheus())?,
        }
        let (up, needed) = (standing.up(), standing.needed());
        if self.check && up < needed {
            return Err(Failure::Findings(format!("halted: {up} nodes are up, and it takes {needed}")));
        }
        Ok(())
    }
}

/// Tells how a node stands.
pub(crate) fn tell(standing: &Standing, screen: &mut Screen) -> Result<(), Failure> {
    screen.line(&format!("height       {}", standing.height))?;
    screen.line(&format!("agreed time  {}", words::minute(standing.moment)))?;
    screen.line(&format!("digest       {}", standing.digest))?;
    screen.line(&format!("waiting      {} commands", standing.waiting))?;
    let rows: Vec<Vec<String>> = standing.nodes.iter().map(|node| row(node, standing.height)).collect();
    for line in columns(&rows) {
        screen.line(&line)?;
    }
    for node in &standing.nodes {
        for named in &node.named {
            screen
                .paragraph("   ", &format!("{}, at height {}: {}", node.member, named.height, named.what))?;
        }
    }
    for node in standing.nodes.iter().filter(|node| node.faults > 0) {
        let told = format!("{} sent {} messages that no honest node sends", node.member, node.faults);
        screen.paragraph("   ", &told)?;
    }
    for node in standing.nodes.iter().filter(|node| node.dropped > 0) {
        let told = format!(
            "{} does not take what it is told fast enough: {} messages were dropped",
            node.member, node.dropped
        );
        screen.paragraph("   ", &told)?;
    }
    if let Some(until) = standing.set_back {
        let told = format!(
            "This node's disk is an old copy: it would not know what it signed since. It follows, and signs nothing below height \
             {until}."
        );
        screen.paragraph("   ", &told)?;
    }
    if let Some(from) = standing.whole_from {
        let told = format!("This node is pruned: its blocks are whole from height {from} on.");
        screen.paragraph("   ", &told)?;
    }
    if standing.strangers > 0 {
        let last = standing.last_stranger.as_ref();
        let last = last.map(|key| format!("; the last to show a key showed {key}")).unwrap_or_default();
        screen.line(&format!("   {} strangers were turned away{last}", standing.strangers))?;
    }
    if let Some(ready) = &standing.ready {
        screen.paragraph("", "The record does not name this node: it follows, and signs nothing. Once it has come to the last block:")?;
        return screen.line(&format!("  quorate member name-node {ready} --as MEMBER/root"));
    }
    screen.paragraph("", &outlook(standing))
}

fn row(node: &NodeStanding, own: u64) -> Vec<String> {
    let height = node.height.map_or_else(String::new, |height| format!("height {height}"));
    vec![node.member.to_string(), node.key.clone(), node.address.clone(), height, state(node, own)]
}

/// How a node is, in words.
fn state(node: &NodeStanding, own: u64) -> String {
    if node.is_self {
        return "this node".into();
    }
    let silent = node.silent.filter(|silent| *silent >= SILENT);
    let link = match (node.is_linked, node.silent) {
        (false, _) => {
            let why = node.why_not.as_deref().map(|why| format!(": {why}")).unwrap_or_default();
            let since = node.silent.map_or_else(
                || ", and nothing was ever heard of it".to_owned(),
                |silent| format!(", last heard {silent} s ago"),
            );
            format!("no link{why}{since}")
        }
        (true, None) => "linked, and says nothing".into(),
        (true, Some(_)) => match silent {
            Some(silent) => format!("linked, silent for {silent} s"),
            None => "up".into(),
        },
    };
    let behind = node.height.and_then(|height| own.checked_sub(height)).filter(|behind| *behind > 1);
    let behind = behind.map(|behind| format!("; {behind} blocks behind")).unwrap_or_default();
    let passed = if node.is_passed_over { "; missed its turns, so the others order first" } else { "" };
    format!("{link}{behind}{passed}")
}

/// What follows for the partnership.
fn outlook(standing: &Standing) -> String {
    let (up, need) = (standing.up(), standing.needed());
    let all = u64::try_from(standing.nodes.len()).unwrap_or(u64::MAX);
    let more = up.saturating_sub(need);
    match (standing.may_fail, up >= need) {
        (0, true) => format!(
            "{up} of {all} nodes are up. With fewer than four nodes, each that fails halts the partnership."
        ),
        (_, true) => {
            format!("{up} of {all} nodes are up; it takes {need} to go on, so {more} more may fail.")
        }
        (_, false) => format!(
            "{up} of {all} nodes are up, and it takes {need}: the partnership is halted until {} more are. \
             Nothing is lost, and nothing is decided meanwhile.",
            need.saturating_sub(up)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(member: &str, silent: Option<u64>) -> NodeStanding {
        NodeStanding {
            member: member.parse().unwrap(),
            key: "00000000".into(),
            is_self: silent == Some(0),
            address: "127.0.0.1:1".into(),
            is_linked: silent.is_some_and(|silent| silent < 60),
            why_not: silent.is_none().then(|| "refused".into()),
            height: silent.map(|silent| 50_u64.saturating_sub(silent)),
            silent,
            named: Vec::new(),
            faults: 0,
            dropped: 0,
            is_passed_over: false,
        }
    }

    #[test]
    fn a_node_is_described_in_words() {
        let told: Vec<String> =
            [Some(0), Some(1), Some(5), Some(60), None].map(|s| state(&node("FRA", s), 50)).into();
        let expected = [
            "this node",
            "up",
            "linked, silent for 5 s; 5 blocks behind",
            "no link, last heard 60 s ago; 50 blocks behind",
            "no link: refused, and nothing was ever heard of it",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn it_is_said_how_many_more_may_fail() {
        let standing = |silent: &[Option<u64>], may_fail| Standing {
            height: 50,
            moment: quorate_partnership::Moment(0),
            digest: quorate_partnership::Digest([0; 32]),
            waiting: 0,
            nodes: silent.iter().map(|silent| node("FRA", *silent)).collect(),
            may_fail,
            strangers: 0,
            ready: None,
            last_stranger: None,
            set_back: None,
            whole_from: None,
            measures: quorate_node::run::Measures::default(),
        };
        let up = |up: usize| [vec![Some(0); up], vec![None; 4 - up]].concat();
        assert!(outlook(&standing(&up(4), 1)).contains("so 1 more may fail"));
        assert!(outlook(&standing(&up(3), 1)).contains("so 0 more may fail"));
        assert!(outlook(&standing(&up(2), 1)).contains("halted until 1 more"));
        assert!(outlook(&standing(&[Some(0), Some(1)], 0)).contains("fewer than four"));
    }
}
