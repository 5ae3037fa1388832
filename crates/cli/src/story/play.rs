//! Playing a story: a partnership of its own, in a rehearsal, with exercise keys, through the same node and the
//! same code as the real thing.

use std::path::Path;

use clap::Parser;
use miette::Diagnostic;
use quorate_charter::{MemberCode, Office, Period};
use quorate_node::NotTaken;
use quorate_partnership::{Booked, Command, Post, RuleId, members};

use super::begin::{Charters, alone, begun, genesis};
use super::beside::{self, Places};
use super::expect::differs;
use super::{Cast, Desks, Step, Story, StoryFault, What};
use crate::commands::acts::{Desk, Line, known};
use crate::failure::Failure;
use crate::session::{Given, Session};

/// What is told while a story is played.
pub(crate) enum Told<'t> {
    /// A heading.
    Heading(&'t str),
    /// What follows is in this partnership beside the story's own, or in that.
    In(Option<&'t str>),
    /// What happened.
    Happened(&'t [Booked]),
    /// A rule refused, as the story expects.
    Refused { post: Post, words: &'t [String], failure: &'t Failure },
}

/// A story on its way.
pub(crate) struct Player<'s> {
    places: Places,
    story: &'s Story,
    cast: &'s Cast,
    /// Where the story stands: files are named from there.
    folder: &'s Path,
    given: u64,
}

/// What is done between the steps of a story: called before each, with its place and the desks.
pub(crate) type Between<'t> = dyn FnMut(usize, &mut Desks) -> Result<(), Failure> + 't;

/// The telling of a story: called for everything that is told, with the session as it then is.
pub(crate) type Tell<'t> = dyn FnMut(&Session, &Told<'_>) -> Result<(), Failure> + 't;

impl<'s> Player<'s> {
    /// Begins the story's partnership, and those beside it, each on one node, in a directory that has none.
    pub(crate) fn begin(
        story: &'s Story,
        cast: &'s Cast,
        charters: &Charters<'_>,
        (folder, directory): (&'s Path, &Path),
    ) -> Result<Player<'s>, Failure> {
        let own = alone(story, &story.title, &genesis(story, charters.own)?, directory)?;
        let mut others = Vec::new();
        for (beside, charter) in story.beside.iter().zip(charters.beside) {
            let title = format!("{}: {}", story.title, beside.name);
            let genesis = begun(story, (&title, &beside.charter), charter)?;
            others.push(alone(story, &title, &genesis, &beside::directory(directory, &beside.name)?)?);
        }
        Ok(Player { places: Places::new(own, others), story, cast, folder, given: 0 })
    }

    /// Plays at these desks, of a partnership that has begun.
    pub(crate) fn at(story: &'s Story, cast: &'s Cast, desks: Desks, folder: &'s Path) -> Player<'s> {
        Player { places: Places::new(desks, Vec::new()), story, cast, folder, given: 0 }
    }

    /// Plays every step.
    ///
    /// # Errors
    /// A fault at its place in the story, or what the node says.
    pub(crate) fn play(&mut self, tell: &mut Tell<'_>, between: &mut Between<'_>) -> Result<(), Stop> {
        for (place, step) in self.story.steps.iter().enumerate() {
            between(place, self.places.desks_mut())?;
            self.step(step, tell)?;
        }
        Ok(())
    }

    /// The session of the story's own partnership.
    pub(crate) fn session(&self) -> &Session {
        self.places.own().current()
    }

    /// The desks, once it is played.
    pub(crate) fn desks(self) -> Desks {
        self.places.into_own()
    }

    /// A text with the cast, and the ids of the partnerships beside.
    fn fill(&self, text: &str) -> String {
        self.places.fill(self.story, &self.cast.fill(text))
    }

    fn step(&mut self, step: &Step, tell: &mut Tell<'_>) -> Result<(), Stop> {
        match &step.what {
            What::Heading(heading) => tell(self.places.desks().current(), &Told::Heading(heading))?,
            What::In(place) => self.go(*place, tell)?,
            What::Wait(period) => self.wait(*period, tell)?,
            What::EveryMemberAccredits(offices, period) => {
                let members: Vec<MemberCode> = self
                    .places
                    .desks()
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
                let row: Vec<String> = row.iter().map(|word| self.fill(word)).collect();
                let value = self.fill(value);
                if let Some(found) =
                    differs(self.places.desks().current().node().records(), *register, &row, column, &value)
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

    fn go(&mut self, place: Option<usize>, tell: &mut Tell<'_>) -> Result<(), Failure> {
        self.places.go(place);
        let name = place.and_then(|place| self.story.beside.get(place)).map(|beside| beside.name.as_str());
        tell(self.places.desks().current(), &Told::In(name))
    }

    /// Time passes in all partnerships; what it brings elsewhere is told as there.
    fn wait(&mut self, period: Period, tell: &mut Tell<'_>) -> Result<(), Failure> {
        let here = self.places.here();
        let booked = self.places.desks_mut().current_mut().wait(period)?;
        tell(self.places.desks().current(), &Told::Happened(&booked))?;
        for place in self.places.elsewhere() {
            self.places.go(place);
            let booked = self.places.desks_mut().current_mut().wait(period)?;
            if !booked.is_empty() {
                self.go(place, tell)?;
                tell(self.places.desks().current(), &Told::Happened(&booked))?;
                self.go(here, tell)?;
            }
        }
        self.places.go(here);
        Ok(())
    }

    fn accredit(&mut self, post: Post, period: Period, tell: &mut Tell<'_>) -> Result<(), Stop> {
        let now = self.places.desks_mut().of(post.member)?.node().next_moment();
        let key = self.places.desks().keys(post.member).public(post).map_err(Failure::from)?;
        let accredit = members::Accredit { key, office: post.office, from: now, until: now.plus(period) };
        let root = Post { member: post.member, office: Office::Root };
        let given = self.order(root, members::Command::Accredit(accredit).into())?;
        tell(self.places.desks().current(), &Told::Happened(&given.booked))?;
        match &given.refusal {
            Some(refusal) => Err(self.places.desks().current().refused(refusal).into()),
            None => Ok(()),
        }
    }

    fn order(&mut self, post: Post, command: Command) -> Result<Given, Failure> {
        self.given = self.given.saturating_add(1);
        let key = self.places.desks().keys(post.member).get(post)?;
        self.places.desks_mut().of(post.member)?.give(&*key, post, command, self.given)
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
        let words: Vec<String> = words.iter().map(|word| self.fill(word)).collect();
        let line = Line::try_parse_from(&words)
            .map_err(|error| fault("this is not a command".into(), plain(&error.render().to_string())))?;
        let folder = self.folder;
        let keys = self.places.desks().keys(post.member);
        let session = self.places.desks_mut().of(post.member)?;
        let now = session.node().next_moment();
        let (records, basis) = (session.node().records(), session.node().basis());
        let desk = Desk { records, keys: &keys, post, now, basis, folder };
        let told = |failure: &Failure| fault(failure.to_string(), help(failure));
        known(post, desk.records).map_err(|failure| told(&failure))?;
        let command = line.act.command(&desk).map_err(|failure| told(&failure))?;
        let given = match self.order(post, command) {
            Err(failure) if expected.is_some() && not_taken(&failure) == expected => {
                return Ok(tell(
                    self.places.desks().current(),
                    &Told::Refused { post, words: &words, failure: &failure },
                )?);
            }
            given => given.map_err(|failure| told(&failure))?,
        };
        match (&given.refusal, expected) {
            (None, None) => Ok(tell(self.places.desks().current(), &Told::Happened(&given.booked))?),
            (Some(refusal), Some(rule)) if refusal.rule() == rule => {
                let failure = self.places.desks().current().refused(refusal);
                Ok(tell(
                    self.places.desks().current(),
                    &Told::Refused { post, words: &words, failure: &failure },
                )?)
            }
            (Some(refusal), _) => {
                let failure = self.places.desks().current().refused(refusal);
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
