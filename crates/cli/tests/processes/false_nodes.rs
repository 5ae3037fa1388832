//! A member's node is false, in each way that there is: the others refuse what it says, name it where it can be named, and
//! go on.

use std::collections::BTreeSet;

use quorate_node::KeyRing;
use quorate_node::run::{Config, NodeStanding, Standing};
use quorate_node::simulation::{FalseNode, Lie};

use crate::clerk::Clerk;
use crate::partners::{MEMBERS, Partners, code, until};

/// In the place of a member's node, whose process was killed, a false one in this process.
fn falsify(partners: &mut Partners, member: &str, lie: Lie) -> FalseNode {
    partners.kill(member);
    let directory = partners.directory(member);
    let key = KeyRing::of(&directory).node(code(member)).unwrap().unwrap();
    let config = Config::read(&directory).unwrap();
    FalseNode::begin(&config, &partners.genesis, (code(member), key), lie).unwrap()
}

fn of<'a>(standing: &'a Standing, member: &str) -> &'a NodeStanding {
    standing.nodes.iter().find(|node| node.member == code(member)).unwrap()
}

/// Whether what the others say of the false one is what they should say of this lie, and whether they are fine.
fn is_seen(partners: &Partners, (liar, lie): (&str, Lie), others: &[&str], lost_before: u64) -> bool {
    let standings: Vec<Standing> = others.iter().map(|member| partners.standing(member)).collect();
    let mut each = standings.iter().map(|standing| (standing, of(standing, liar)));
    let names = |node: &NodeStanding, what: &str| node.named.iter().any(|named| named.what.contains(what));
    match lie {
        Lie::FalseBlocks => each.all(|(_, node)| names(node, "a false block was proposed")),
        // It tells only some of them both, and whoever saw only one cannot know.
        Lie::TwoFaced => each.any(|(_, node)| names(node, "two things were signed")),
        Lie::Withholds => each.all(|(standing, _)| standing.measures.lost_rounds > lost_before),
        Lie::Boasts => each.all(|(standing, node)| {
            node.height > Some(1_000_000) && standing.behind() <= 1 && standing.unready().is_none()
        }),
        Lie::Silent => each.all(|(_, node)| node.is_linked && node.silent.is_none_or(|silent| silent >= 5)),
        // What it garbles is no vote of anybody's: it is heard, and comes to nothing.
        Lie::Babbles => each.all(|(standing, node)| node.is_up() && standing.unready().is_none()),
    }
}

/// Who names whom.
fn named(partners: &Partners, by: &[&str]) -> BTreeSet<(String, String, u64)> {
    let mut all = BTreeSet::new();
    for by in by {
        for node in partners.standing(by).nodes {
            let named = node.named.iter();
            all.extend(named.map(|named| ((*by).to_owned(), node.member.to_string(), named.height)));
        }
    }
    all
}

#[test]
fn each_lie_is_seen_and_stops_nobody() {
    let mut partners = Partners::new();
    partners.run_all();
    let mut clerks = ["FRA", "GBR"].map(|member| (member, Clerk::of(&partners, member)));
    // Each is another member's part, in turn.
    for (lie, liar) in Lie::ALL.into_iter().zip(MEMBERS.into_iter().cycle()) {
        let others: Vec<&str> = MEMBERS.into_iter().filter(|member| *member != liar).collect();
        let before = named(&partners, &others);
        let lost = others.iter().map(|member| partners.standing(member).measures.lost_rounds).max().unwrap();
        let false_node = falsify(&mut partners, liar, lie);
        let (at, clerk) = clerks.iter_mut().find(|(member, _)| *member != liar).unwrap();
        clerk.give(&partners, at);
        until(&format!("{lie:?} of {liar} is seen"), || {
            clerk.give(&partners, at);
            is_seen(&partners, (liar, lie), &others, lost)
        });
        let told = partners.folder.done(&format!("node status --dir D/{at}"));
        assert!(lie != Lie::FalseBlocks || told.contains(&format!("{liar}, at height")), "{told}");
        let accused = named(&partners, &others);
        assert!(accused.difference(&before).all(|(_, of, _)| of == liar), "{lie:?} of {liar}: {accused:?}");
        false_node.end();
        partners.run(liar);
        partners.wait_for_one_record(&MEMBERS);
        // What it said of itself while it was false is forgotten: it is believed again.
        until(&format!("{liar} is believed after {lie:?}"), || {
            others.iter().map(|member| partners.standing(member)).all(|standing| {
                of(&standing, liar).height == Some(standing.height) && standing.unready().is_none()
            })
        });
    }
    let blocks = partners.wait_for_one_record(&MEMBERS);
    clerks.iter().for_each(|(_, clerk)| clerk.is_kept(&partners, &blocks));
}
