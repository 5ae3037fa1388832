//! One partnership, opened to act in: signs a command with the post's key, submits it, and tells what became of it.

use quorate_charter::{MemberCode, Office, Period};
use quorate_node::{Holder, KeyError, KeyRing, Node, NotTaken, Signer};
use quorate_partnership::{Booked, Command, Event, LONGEST_EXPIRY_MILLIS, Moment, Post, Refused, members};
use quorate_records::proof::Note;
use quorate_records::words;

use crate::args::At;
use crate::failure::Failure;
use crate::keeper;
use crate::present::{Screen, unbroken};

/// A partnership's node and its keys.
pub(crate) struct Session {
    node: Node,
    keys: KeyRing,
}

/// What became of a command.
pub(crate) struct Given {
    pub(crate) height: u64,
    position: u32,
    pub(crate) refusal: Option<Refused>,
    pub(crate) booked: Vec<Booked>,
}

impl Given {
    /// Where it stands.
    pub(crate) fn place(&self) -> String {
        format!("recorded at height {}, position {}", self.height, self.position)
    }
}

impl Session {
    /// Opens the partnership of a directory.
    pub(crate) fn open(at: &At) -> Result<Session, Failure> {
        let help = "name the partnership's directory: `--dir DIRECTORY`";
        let dir = at.dir.as_deref().ok_or_else(|| Failure::usage("which partnership?", help))?;
        let node = Node::open(dir)?;
        Ok(Session { keys: keeper::ring(at, dir), node })
    }

    /// A session with a node that is open already.
    pub(crate) fn with(node: Node) -> Session {
        let keys = KeyRing::of(node.directory());
        Session { node, keys }
    }

    pub(crate) fn node(&self) -> &Node {
        &self.node
    }

    /// What the record came to, signed by as many members' nodes as it takes, if it is kept by a node among nodes.
    pub(crate) fn cosigned(&mut self) -> Result<Option<Note>, Failure> {
        Ok(self.node.cosigned()?)
    }

    /// The height that the record has here.
    pub(crate) fn height(&self) -> u64 {
        self.node.records().height()
    }

    /// Follows the node until its record has this height.
    pub(crate) fn reach(&mut self, height: u64) -> Result<(), Failure> {
        Ok(self.node.reach(height)?)
    }

    pub(crate) fn keys(&self) -> &KeyRing {
        &self.keys
    }

    /// Signs a command in a post with its key, wherever that is kept, and submits it.
    pub(crate) fn give(
        &mut self,
        key: &dyn Signer,
        post: Post,
        command: Command,
        nonce: u64,
    ) -> Result<Given, Failure> {
        // Half of the longest: the block may come a little later than now.
        let expires = Moment(self.node.next_moment().0.saturating_add(LONGEST_EXPIRY_MILLIS / 2));
        let signed = key.sign_command(self.node.basis(), post, expires, nonce, command);
        self.submit(&[signed.map_err(KeyError::from)?])
    }

    /// Submits one signed command.
    pub(crate) fn submit(&mut self, signed: &[Vec<u8>]) -> Result<Given, Failure> {
        let submitted = self.node.submit(signed)?;
        self.adopt(&submitted.booked)?;
        let answer = submitted.answers.into_iter().next();
        let answer = answer.ok_or_else(|| Failure::usage("nothing was submitted", ""))?;
        let answer = answer.map_err(|reason: NotTaken| Failure::NotTaken(reason))?;
        let (height, position) = (answer.height, answer.position);
        Ok(Given { height, position, refusal: answer.refusal, booked: submitted.booked })
    }

    /// Lets a rehearsal's time pass.
    pub(crate) fn wait(&mut self, period: Period) -> Result<Vec<Booked>, Failure> {
        let booked = self.node.wait(period)?;
        self.adopt(&booked)?;
        Ok(booked)
    }

    /// New keys that took effect are in use from now on, where they are kept here.
    fn adopt(&self, booked: &[Booked]) -> Result<(), Failure> {
        for event in booked {
            let Event::Members(event) = &event.event else { continue };
            let of = |member: &MemberCode, office| Holder::Post(Post { member: *member, office });
            match event {
                members::Event::KeysReplaced { member, root, recovery } => {
                    self.keys.adopt_this(of(member, Office::Root), root)?;
                    self.keys.adopt_this(of(member, Office::Recovery), recovery)?;
                }
                members::Event::RootReplaced { member, root, .. } => {
                    self.keys.adopt_this(of(member, Office::Root), root)?;
                }
                members::Event::Accredited { member, key, office, .. } => {
                    self.keys.adopt_this(of(member, *office), key)?;
                }
                members::Event::NodeNamed { member, node, .. } => {
                    self.keys.adopt_this(Holder::Node(*member), node)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// A refusal, as it is told.
    pub(crate) fn refused(&self, refusal: &Refused) -> Failure {
        Failure::Refused {
            rule: refusal.rule().to_string(),
            article: refusal.article(),
            fact: unbroken(&refusal.to_string()),
            remedy: unbroken(refusal.remedy()),
        }
    }

    /// What happened, a sentence an event, each with its moment. A refusal is told by whoever gave the command,
    /// who knows why.
    pub(crate) fn sentences(&self, booked: &[Booked]) -> Vec<(String, String)> {
        let charter = self.node.records().charter();
        let sentence = |event: &Booked| {
            let when = words::minute(event.fell_due.unwrap_or(event.at));
            words::sentence(event, charter).map(|sentence| (when, sentence))
        };
        booked
            .iter()
            .filter(|booked| !matches!(booked.event, Event::Refused { .. }))
            .filter_map(sentence)
            .collect()
    }

    /// Tells what happened.
    pub(crate) fn tell(&self, screen: &mut Screen, booked: &[Booked]) -> Result<(), Failure> {
        for (when, sentence) in self.sentences(booked) {
            screen.entry(&when, &sentence)?;
        }
        Ok(())
    }
}

/// A number that no other command of this post carries, or chance is against us.
pub(crate) fn nonce() -> Result<u64, Failure> {
    getrandom::u64().map_err(|error| KeyError::Random(error).into())
}
