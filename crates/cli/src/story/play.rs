//! Playing a story: a partnership of its own, in a rehearsal, with exercise keys, through the same node and the
//! same code as the real thing.

use std::path::Path;

use clap::Parser;
use miette::Diagnostic;
use quorate_charter::{Charter, MemberCode, Office};
use quorate_node::{Key, KeyRing, Node, NotTaken};
use quorate_partnership::{Booked, Command, Founder, Genesis, Moment, Nature, Post, RuleId, members};

use super::expect::differs;
use super::{Cast, Desks, Step, Story, StoryFault, What};
use crate::commands::acts::{Desk, Line, known};
use crate::failure::Failure;
use crate::session::{Given, Session};

/// What is told while a story is played.
pub(crate) enum Told<'t> {
    /// A heading.
    Heading(&'t str),
    /// What happened.
    Happened(&'t [Booked]),
    /// A rule refused, as the story expects.
    Refused { post: Post, words: &'t [String], failure: &'t Failure },
}

/// A story on its way.
pub(crate) struct Player<'s> {
    desks: Desks,
    story: &'s Story,
    cast: &'s Cast,
    /// Where the story stands: files are named from there.
    folder: &'s Path,
    given: u64,
}

/// Where a story's partnership begins, with exercise keys.
pub(crate) fn genesis(story: &Story, charter: &str) -> Result<Genesis, Failure> {
    let read =
        Charter::read(charter).map_err(|faults| Failure::in_charter(&story.charter, charter, &faults))?;
    let key = |member, office| Key::of_exercise(&story.title, Post { member, office });
    let founder = |member| Founder {
        member,
        root: key(member, Office::Root).public(),
        recovery: key(member, Office::Recovery).public(),
        node: Key::of_exercise_node(&story.title, member).public(),
    };
    let begins = u64::try_from(story.begins.as_millisecond()).unwrap_or_default();
    let founders = read.members().map(|(member, _)| founder(member)).collect();
    Ok(Genesis::new(Nature::Rehearsal { rate: 0 }, Moment(begins), charter, founders)?)
}

/// Keeps the exercise keys of a member's posts.
pub(crate) fn keep_keys(story: &Story, member: MemberCode, ring: &KeyRing) -> Result<(), Failure> {
    for office in Office::ALL {
        let post = Post { member, office };
        ring.keep(post, &Key::of_exercise(&story.title, post))?;
    }
    Ok(())
}

/// Keeps the exercise key of a member's node.
pub(crate) fn keep_node_key(story: &Story, member: MemberCode, ring: &KeyRing) -> Result<(), Failure> {
    Ok(ring.keep_node(member, &Key::of_exercise_node(&story.title, member))?)
}

/// What is done between the steps of a story: called before each, with its place and the desks.
pub(crate) type Between<'t> = dyn FnMut(usize, &mut Desks) -> Result<(), Failure> + 't;

/// The telling of a story: called for everything that is told, with the session as it then is.
pub(crate) type Tell<'t> = dyn FnMut(&Session, &Told<'_>) -> Result<(), Failure> + 't;

impl<'s> Player<'s> {
    /// Begins the story's partnership on one node, in a directory that has none.
    pub(crate) fn begin(
        story: &'s Story,
        cast: &'s Cast,
        charter: &str,
        (folder, directory): (&'s Path, &Path),
    ) -> Result<Player<'s>, Failure> {
        let genesis = genesis(story, charter)?;
        let node = Node::create(directory, &genesis)?;
        let members: Vec<MemberCode> = genesis.founders().iter().map(|founder| founder.member).collect();
        for member in members.iter().chain(&story.newcomer) {
            keep_keys(story, *member, &KeyRing::of(directory))?;
        }
        for member in members {
            keep_node_key(story, member, &KeyRing::of(directory))?;
        }
        Ok(Player::at(story, cast, Desks::alone(Session::with(node)), folder))
    }

    /// Plays at these desks, of a partnership that has begun.
    pub(crate) fn at(story: &'s Story, cast: &'s Cast, desks: Desks, folder: &'s Path) -> Player<'s> {
        Player { desks, story, cast, folder, given: 0 }
    }

    /// Plays every step.
    ///
    /// # Errors
    /// A fault at its place in the story, or what the node says.
    pub(crate) fn play(&mut self, tell: &mut Tell<'_>, between: &mut Between<'_>) -> Result<(), Stop> {
        for (place, step) in self.story.steps.iter().enumerate() {
            between(place, &mut self.desks)?;
            self.step(step, tell)?;
        }
        Ok(())
    }

    pub(crate) fn session(&self) -> &Session {
        self.desks.current()
    }

    /// The desks, once it is played.
    pub(crate) fn desks(self) -> Desks {
        self.desks
    }

    fn step(&mut self, step: &Step, tell: &mut Tell<'_>) -> Result<(), Stop> {
        match &step.what {
            What::Heading(heading) => tell(self.desks.current(), &Told::Heading(heading))?,
            What::Wait(period) => {
                let booked = self.desks.current_mut().wait(*period)?;
                tell(self.desks.current(), &Told::Happened(&booked))?;
            }
            What::EveryMemberAccredits(offices, period) => {
                let members: Vec<MemberCode> = self
                    .desks
                    .current()
                    .node()
                    .records()
                    .charter()
                    .members()
                    .map(|(member, _)| member)
                    .collect();
                for post in members
                    .iter()
                    .flat_map(|member| offices.iter().map(|office| Post { member: *member, office: *office }))
                {
                    self.accredit(post, *period, tell)?;
                }
            }
            What::Give { post, words, refused } => self.give(step, post, words, *refused, tell)?,
            What::Expect { register, row, column, value } => {
                let row: Vec<String> = row.iter().map(|word| self.cast.fill(word)).collect();
                let value = self.cast.fill(value);
                if let Some(found) =
                    differs(self.desks.current().node().records(), *register, &row, column, &value)
                {
                    let what = format!("the story expects `{value}` here, and {found}");
                    return Err(
                        StoryFault::new(step.at.clone(), what, "the story and the records differ").into()
                    );
                }
            }
        }
        Ok(())
    }

    fn accredit(
        &mut self,
        post: Post,
        period: quorate_charter::Period,
        tell: &mut Tell<'_>,
    ) -> Result<(), Stop> {
        let now = self.desks.of(post.member)?.node().next_moment();
        let key = self.desks.keys(post.member).public(post).map_err(Failure::from)?;
        let accredit = members::Accredit { key, office: post.office, from: now, until: now.plus(period) };
        let root = Post { member: post.member, office: Office::Root };
        let given = self.order(root, members::Command::Accredit(accredit).into())?;
        tell(self.desks.current(), &Told::Happened(&given.booked))?;
        match &given.refusal {
            Some(refusal) => Err(self.desks.current().refused(refusal).into()),
            None => Ok(()),
        }
    }

    fn order(&mut self, post: Post, command: Command) -> Result<Given, Failure> {
        self.given = self.given.saturating_add(1);
        let key = self.desks.keys(post.member).get(post)?;
        self.desks.of(post.member)?.give(&*key, post, command, self.given)
    }

    fn give(
        &mut self,
        step: &Step,
        post: &str,
        words: &[String],
        expected: Option<RuleId>,
        tell: &mut Tell<'_>,
    ) -> Result<(), Stop> {
        let fault = |what: String, help: String| StoryFault::new(step.at.clone(), what, help);
        let post: Post = self
            .cast
            .fill(post)
            .parse()
            .map_err(|error| fault(format!("`{post}` is no post"), format!("{error}")))?;
        let words: Vec<String> = words.iter().map(|word| self.cast.fill(word)).collect();
        let line = Line::try_parse_from(&words)
            .map_err(|error| fault("this is not a command".into(), plain(&error.render().to_string())))?;
        let folder = self.folder;
        let keys = self.desks.keys(post.member);
        let session = self.desks.of(post.member)?;
        let now = session.node().next_moment();
        let (records, basis) = (session.node().records(), session.node().basis());
        let desk = Desk { records, keys: &keys, post, now, basis, folder };
        let told = |failure: &Failure| fault(failure.to_string(), help(failure));
        known(post, desk.records).map_err(|failure| told(&failure))?;
        let command = line.act.command(&desk).map_err(|failure| told(&failure))?;
        let given = match self.order(post, command) {
            Err(failure) if expected.is_some() && not_taken(&failure) == expected => {
                return Ok(tell(
                    self.desks.current(),
                    &Told::Refused { post, words: &words, failure: &failure },
                )?);
            }
            given => given.map_err(|failure| told(&failure))?,
        };
        match (&given.refusal, expected) {
            (None, None) => Ok(tell(self.desks.current(), &Told::Happened(&given.booked))?),
            (Some(refusal), Some(rule)) if refusal.rule() == rule => {
                let failure = self.desks.current().refused(refusal);
                Ok(tell(self.desks.current(), &Told::Refused { post, words: &words, failure: &failure })?)
            }
            (Some(refusal), _) => {
                let failure = self.desks.current().refused(refusal);
                Err(fault(failure.to_string(), refusal.remedy().to_owned()).into())
            }
            (None, Some(rule)) => Err(fault(
                format!("the story expects rule {rule} to refuse this, and nothing did"),
                String::new(),
            )
            .into()),
        }
    }
}

/// The rule by which a command was not even ordered.
fn not_taken(failure: &Failure) -> Option<RuleId> {
    match failure {
        Failure::NotTaken(NotTaken::Unauthentic(reason)) => Some(reason.rule()),
        _ => None,
    }
}

fn help(failure: &Failure) -> String {
    failure.help().map(|help| help.to_string()).unwrap_or_default()
}

/// The first lines of a message of the command-line parser, without its word for errors.
fn plain(message: &str) -> String {
    message.trim_start_matches("error: ").trim().to_owned()
}

/// Why a story stopped.
pub(crate) enum Stop {
    /// At a place in its text.
    At(StoryFault),
    /// Something broke.
    Broke(Failure),
}

impl From<StoryFault> for Stop {
    fn from(fault: StoryFault) -> Stop {
        Stop::At(fault)
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Stop {
        Stop::Broke(failure)
    }
}
