//! The founding story among the members' own nodes: each act given to its member's node, one node killed half-way and
//! started again, and one false.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use quorate_charter::{MemberCode, Period};
use quorate_node::run::{Named, Standing};
use quorate_web::Settings;

use super::Telling;
use super::cities::cities;
use super::nodes::Nodes;
use crate::commands::agent;
use crate::commands::pages::{seen_at, serve, until_told};
use crate::commands::play::Stage;
use crate::door::Door;
use crate::failure::Failure;
use crate::present::{Screen, shell};
use crate::session::Session;
use crate::signatory::Keys;
use crate::story::{Cast, Desks, Player, What, genesis};

/// An address of this machine, on a port that is free.
const FREE: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);
/// While a node is down: from so many steps after one heading, when the vote is open, to so many after another.
const DOWN: [(&str, usize); 2] = [("Help is asked for and decided", 4), ("The help is paid", 2)];
/// How often time passes at most until the turn of the false node has come.
const TURNS: usize = 24;

/// What happened to the nodes.
pub(super) struct Run {
    pub(super) nodes: Nodes,
    pub(super) session: Session,
    killed: Killed,
    refused: Refused,
    end: Standing,
}

#[derive(Default)]
struct Killed {
    member: Option<MemberCode>,
    at: u64,
    back: u64,
}

struct Refused {
    member: MemberCode,
    /// What each of the others says of it.
    named: Vec<(MemberCode, Named)>,
}

/// Plays the story.
pub(super) fn play(
    stage: &Stage<'_>,
    (cast, seed): (&Cast, u64),
    base: &Path,
    telling: &mut Telling,
) -> Result<Run, Failure> {
    let genesis = genesis(stage.story, stage.charter)?;
    let mut nodes = Nodes::begin(stage.story, &genesis, base)?;
    let members: Vec<MemberCode> = nodes.members().collect();
    let mut sessions = BTreeMap::new();
    for member in &members {
        sessions.insert(*member, nodes.session(*member)?);
    }
    let nobody = || Failure::usage("the charter has no members", "");
    let desks = Desks::among(sessions).ok_or_else(nobody)?;
    let (to_kill, to_falsify) = chosen(&members, seed).ok_or_else(nobody)?;
    let place = |(heading, steps): (&str, usize)| {
        let is_it = |what: &What| matches!(what, What::Heading(found) if found == heading);
        stage.story.steps.iter().position(|step| is_it(&step.what)).map(|place| place.saturating_add(steps))
    };
    let [down, up] = DOWN.map(place);
    let mut killed = Killed::default();
    let mut player = Player::at(stage.story, cast, desks, stage.folder);
    let played = player.play(&mut |session, told| telling.keep(session, told), &mut |place, desks| {
        if Some(place) == down {
            killed = Killed { member: Some(to_kill), at: desks.current().height(), back: 0 };
            desks.is_down(to_kill);
            nodes.kill(to_kill)?;
        }
        if Some(place) == up {
            killed.back = desks.current().height();
            nodes.run(to_kill)?;
            desks.is_up(to_kill, nodes.session(to_kill)?);
        }
        Ok(())
    });
    played.map_err(|stop| stage.stopped(stop))?;
    nodes.wait_for_one_record(&members)?;
    let mut desks = player.desks();
    desks.is_down(to_falsify);
    let refused = falsified(&mut nodes, &mut desks, (&members, to_falsify))?;
    nodes.run(to_falsify)?;
    let end = nodes.wait_for_one_record(&members)?;
    let session = nodes.session(to_falsify)?;
    Ok(Run { nodes, session, killed, refused, end })
}

/// Whose node is killed, and whose is false.
fn chosen(members: &[MemberCode], seed: u64) -> Option<(MemberCode, MemberCode)> {
    let many = u64::try_from(members.len()).ok()?;
    let at = |place: u64| members.get(usize::try_from(place.checked_rem(many)?).ok()?).copied();
    Some((at(seed)?, at(seed.wrapping_add(1))?))
}

/// A member's node is false, until all others have named it.
fn falsified(
    nodes: &mut Nodes,
    desks: &mut Desks,
    (members, member): (&[MemberCode], MemberCode),
) -> Result<Refused, Failure> {
    let false_node = nodes.falsify(member)?;
    let others: Vec<MemberCode> = members.iter().filter(|other| **other != member).copied().collect();
    let hour: Period = "1h".parse().map_err(|_| Failure::usage("an hour is no period", ""))?;
    let mut named = Vec::new();
    for _ in 0..TURNS {
        desks.current_mut().wait(hour)?;
        named.clear();
        for other in &others {
            let standing = nodes.standing(*other)?;
            let found = standing.nodes.into_iter().find(|node| node.member == member);
            named.extend(found.and_then(|node| node.named.into_iter().next()).map(|named| (*other, named)));
        }
        if named.len() == others.len() {
            break;
        }
    }
    false_node.end();
    Ok(Refused { member, named })
}

/// Chapter 6: what the nodes did.
pub(super) fn tell(run: &Run, screen: &mut Screen) -> Result<(), Failure> {
    let Run { nodes, killed, refused, end, .. } = run;
    let names: Vec<String> = nodes.members().map(|member| member.to_string()).collect();
    screen.line("\n6. The nodes: no single member can halt or forge")?;
    screen.paragraph(
        "   ",
        &format!(
            "All this was agreed by {} nodes, a process each, of {}. Every act was given to its own member's node.",
            names.len(),
            names.join(", ")
        ),
    )?;
    if let Some(member) = killed.member {
        screen.paragraph(
            "   ",
            &format!(
                "The node of {member} was killed at height {}, when the vote on help was open. The others went on without it \
                 to height {}; what {member} gave meanwhile was given at another's node. Started again, it caught up.",
                killed.at, killed.back
            ),
        )?;
    }
    screen.paragraph(
        "   ",
        &format!(
            "Then the node of {} was replaced by a false one that has its key and proposes blocks on another record. They \
             were refused, the others went on, and each of them names it:",
            refused.member
        ),
    )?;
    for (by, named) in &refused.named {
        screen.paragraph(
            "     ",
            &format!("{by}: {}, at height {}: {}", refused.member, named.height, named.what),
        )?;
    }
    screen.paragraph(
        "   ",
        &format!(
            "With its own node back, all have one record: height {}, digest {}.",
            end.height, end.digest
        ),
    )
}

/// How it goes on.
pub(super) fn close(run: &Run, (base, exit): (&Path, bool), screen: &mut Screen) -> Result<(), Failure> {
    let Some(first) = run.nodes.members().next() else { return Ok(()) };
    let dir = shell(&run.nodes.directory(first));
    screen.line(&format!(
        "\nEach member's node has a directory in {}. To look and go on from there:",
        shell(base)
    ))?;
    if exit {
        let all: Vec<String> =
            run.nodes.members().map(|member| shell(&run.nodes.directory(member))).collect();
        screen.line(&format!("  quorate node run {} &", all.join(" ")))?;
    }
    screen.line(&format!("  quorate node status --dir {dir}"))?;
    screen.line(&format!("  quorate record decisions --dir {dir}"))?;
    screen.line(&format!(
        "  quorate decision table \"Call again\" --call 500000000.00 --dir {dir} --as {first}/representative"
    ))?;
    screen
        .line("Whoever has no part in it can check what was decided, from one file and without a network:")?;
    screen.line(&format!("  quorate record export --decision 1 --dir {dir}"))?;
    screen.line("  quorate verify decision-1.record")
}

/// Keeps the nodes up until Ctrl-C.
pub(super) fn stay(run: Run, screen: &mut Screen) -> Result<(), Failure> {
    let members: Vec<MemberCode> = run.nodes.members().collect();
    let directories: Vec<PathBuf> = members.iter().map(|member| run.nodes.directory(*member)).collect();
    let signs = agent::serve(Keys::of(&directories, true)?, None, FREE)?;
    let agent = seen_at(signs.address());
    let mut pages = Vec::with_capacity(members.len());
    screen.line("\nEach delegation's pages, as its own node serves them; look at two beside each other:")?;
    for member in members {
        let door = Door::open(&run.nodes.directory(member))?;
        let (agent, cities) = (Some(agent.clone()), cities(member));
        let settings = Settings { agent, cities, exercise: true, ..Settings::default() };
        let open = serve(door, FREE, settings)?;
        screen.line(&format!("  {member}  {}/", seen_at(open.address())))?;
        pages.push(open);
    }
    screen.line("The nodes and their pages run until Ctrl-C (with --exit they end here).")?;
    screen.flush()?;
    let ended = until_told();
    drop((pages, signs, run));
    ended
}
