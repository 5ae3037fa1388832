//! Playing a story: a partnership of its own, in a rehearsal, with exercise keys, through the same node and the
//! same code as the real thing.

use std::path::Path;

use clap::Parser;
use miette::Diagnostic;
use quorate_charter::{Charter, MemberCode, Office};
use quorate_node::{Key, KeyRing, Node, NotTaken};
use quorate_partnership::{Booked, Command, Founder, Genesis, Moment, Nature, Post, RuleId, members};

use super::expect::differs;
use super::{Cast, Step, Story, StoryFault, What};
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
    session: Session,
    story: &'s Story,
    cast: &'s Cast,
    /// Where the story stands: files are named from there.
    folder: &'s Path,
    given: u64,
}

/// The telling of a story: called for everything that is told, with the session as it then is.
pub(crate) type Tell<'t> = dyn FnMut(&Session, &Told<'_>) -> Result<(), Failure> + 't;

impl<'s> Player<'s> {
    /// Begins the story's partnership in a directory that has none.
    pub(crate) fn begin(
        story: &'s Story,
        cast: &'s Cast,
        charter: &str,
        (folder, directory): (&'s Path, &Path),
    ) -> Result<Player<'s>, Failure> {
        let charter_read =
            Charter::read(charter).map_err(|faults| Failure::in_charter(&story.charter, charter, &faults))?;
        let members: Vec<MemberCode> = charter_read.members().map(|(member, _)| member).collect();
        let key = |member, office| Key::of_exercise(&story.title, Post { member, office });
        let founder = |member: &MemberCode| Founder {
            member: *member,
            root: key(*member, Office::Root).public(),
            recovery: key(*member, Office::Recovery).public(),
            node: Key::of_exercise_node(&story.title, *member).public(),
        };
        let begins = u64::try_from(story.begins.as_millisecond()).unwrap_or_default();
        let founders = members.iter().map(founder).collect();
        let genesis = Genesis::new(Nature::Rehearsal { rate: 0 }, Moment(begins), charter, founders)?;
        let node = Node::create(directory, &genesis)?;
        let ring = KeyRing::of(directory);
        for post in members
            .iter()
            .chain(&story.newcomer)
            .flat_map(|member| Office::ALL.map(|office| Post { member: *member, office }))
        {
            ring.keep(post, &key(post.member, post.office))?;
        }
        for member in &members {
            ring.keep_node(*member, &Key::of_exercise_node(&story.title, *member))?;
        }
        Ok(Player { session: Session::with(node), story, cast, folder, given: 0 })
    }

    /// Plays every step.
    ///
    /// # Errors
    /// A fault at its place in the story, or what the node says.
    pub(crate) fn play(&mut self, tell: &mut Tell<'_>) -> Result<(), Stop> {
        for step in &self.story.steps {
            self.step(step, tell)?;
        }
        Ok(())
    }

    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    fn step(&mut self, step: &Step, tell: &mut Tell<'_>) -> Result<(), Stop> {
        match &step.what {
            What::Heading(heading) => tell(&self.session, &Told::Heading(heading))?,
            What::Wait(period) => {
                let booked = self.session.wait(*period)?;
                tell(&self.session, &Told::Happened(&booked))?;
            }
            What::EveryMemberAccredits(offices, period) => {
                let members: Vec<MemberCode> =
                    self.session.node().records().charter().members().map(|(member, _)| member).collect();
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
                if let Some(found) = differs(self.session.node().records(), *register, &row, column, &value) {
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
        let now = self.session.node().next_moment();
        let key = self.session.keys().get(post).map_err(Failure::from)?.public();
        let accredit = members::Accredit { key, office: post.office, from: now, until: now.plus(period) };
        let root = Post { member: post.member, office: Office::Root };
        let given = self.order(root, members::Command::Accredit(accredit).into())?;
        tell(&self.session, &Told::Happened(&given.booked))?;
        match &given.refusal {
            Some(refusal) => Err(self.session.refused(refusal).into()),
            None => Ok(()),
        }
    }

    fn order(&mut self, post: Post, command: Command) -> Result<Given, Failure> {
        self.given = self.given.saturating_add(1);
        self.session.give(post, command, self.given)
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
        let (keys, now) = (self.session.keys().clone(), self.session.node().next_moment());
        let folder = self.folder;
        let desk = Desk { records: self.session.node().records(), keys: &keys, post, now, folder };
        let told = |failure: &Failure| fault(failure.to_string(), help(failure));
        known(post, desk.records).map_err(|failure| told(&failure))?;
        let command = line.act.command(&desk).map_err(|failure| told(&failure))?;
        let given = match self.order(post, command) {
            Err(failure) if expected.is_some() && not_taken(&failure) == expected => {
                return Ok(tell(&self.session, &Told::Refused { post, words: &words, failure: &failure })?);
            }
            given => given.map_err(|failure| told(&failure))?,
        };
        match (&given.refusal, expected) {
            (None, None) => {
                line.act.recorded(post, self.session.keys())?;
                Ok(tell(&self.session, &Told::Happened(&given.booked))?)
            }
            (Some(refusal), Some(rule)) if refusal.rule() == rule => {
                let failure = self.session.refused(refusal);
                Ok(tell(&self.session, &Told::Refused { post, words: &words, failure: &failure })?)
            }
            (Some(refusal), _) => {
                let failure = self.session.refused(refusal);
                Err(fault(failure.to_string(), refusal.remedy()).into())
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
