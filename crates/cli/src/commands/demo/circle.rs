//! Chapter 7: two members share what the others, their nodes and whoever carries it do not read.

mod agents;
mod briefed;
mod ended;
mod shared;
mod taken;

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use quorate_charter::MemberCode;
use quorate_partnership::{Moment, Phrase};
use quorate_vault::compartment::{Refusal, Retention, Sharing, Suite};
use quorate_vault::marking::{Categories, Level, Marking};
use quorate_vault::product::{Consent, Control, Handling, Product, Provenance};
use quorate_vault::release::{Handed, Release};

use self::agents::Agents;
use super::among::Run;
use crate::commands::compartment::opened::told;
use crate::failure::Failure;
use crate::present::Screen;
use crate::story::Cast;

const NAME: &str = "Watch";
const TITLE: &str = "The coast in spring";
const TEXT: &[u8] = b"Four ships were seen north of the strait; two of them turned back at noon.";
const BRIEFING: &[u8] = b"From the first of the month patrols are doubled, and the port is closed at night.";
/// The share of release agents that is needed, of four.
const NEEDED: u8 = 3;

/// Who does what: two share, and two others are outside.
#[derive(Clone, Copy)]
struct Parts {
    owner: MemberCode,
    friend: MemberCode,
    asked_for: MemberCode,
    refused: MemberCode,
}

/// Everything that the chapter works with.
struct Circle<'r> {
    run: &'r mut Run,
    agents: Agents,
    parts: Parts,
    folder: PathBuf,
}

/// Tells it, and keeps the agents and what they sealed in a folder.
pub(super) fn tell(run: &mut Run, cast: &Cast, base: &Path, screen: &mut Screen) -> Result<(), Failure> {
    let part =
        |name: &str| cast.member(name).ok_or_else(|| Failure::usage(format!("nobody plays {name}"), ""));
    let parts = Parts {
        owner: part("second")?,
        friend: part("third")?,
        asked_for: part("asker")?,
        refused: part("refuser")?,
    };
    let folder = base.join("agents");
    fs::create_dir_all(&folder).map_err(|source| Failure::File {
        path: folder.clone(),
        to_be: "written",
        source,
    })?;
    let folders: Vec<(MemberCode, PathBuf)> =
        run.nodes.members().map(|member| (member, run.nodes.directory(member))).collect();
    let of: Vec<(MemberCode, &Path)> =
        folders.iter().map(|(member, path)| (*member, path.as_path())).collect();
    let agents = Agents::enrol(&run.session, &of)?;
    let mut circle = Circle { run, agents, parts, folder };
    screen.line("\n7. The circle: no single member can overhear")?;
    circle.open(screen)?;
    let file = circle.share(screen)?;
    circle.pass_on(&file, screen)?;
    circle.brief(screen)?;
    circle.remove(screen)?;
    circle.search(&folders, screen)?;
    circle.accounts(screen)?;
    circle.close(screen)
}

impl Circle<'_> {
    fn say(&self, text: &str, screen: &mut Screen) -> Result<(), Failure> {
        screen.paragraph("   ", text)
    }

    fn let_in(&mut self, member: MemberCode) -> Result<(), Failure> {
        let Parts { owner, friend, .. } = self.parts;
        let node = self.run.session.node();
        let card = self.agents.done(node, member, |vault, now| vault.card(Suite::PostQuantum, now))?;
        let invited = self.agents.done(node, owner, |vault, now| vault.invite(NAME, &[card], now))?.parcel;
        let mut welcome = invited.clone();
        if member != friend {
            let accepted = self.agents.carry(node, friend, &invited)?.parcel;
            welcome = self.agents.carry(node, owner, &accepted)?.parcel;
        }
        self.agents.carried.push(welcome.bytes());
        self.agents.done(node, member, |vault, now| vault.join(NAME, &welcome, now)).map(|_| ())
    }

    fn open(&mut self, screen: &mut Screen) -> Result<(), Failure> {
        let Parts { owner, friend, asked_for, refused } = self.parts;
        let node = self.run.session.node();
        self.agents.done(node, owner, |vault, now| vault.create(NAME, Suite::PostQuantum, now))?;
        self.let_in(friend)?;
        self.say(
            &format!(
                "{owner} and {friend} open a compartment, each by an agent of its own, which alone has keys. {asked_for} and \
                 {refused} are not told of it; nothing of it is given to a node."
            ),
            screen,
        )
    }

    /// What a member seals in the compartment, and the parcel of its notice is carried to the friend.
    fn sealed(
        &mut self,
        (text, control, release): (&[u8], Control, Option<Moment>),
        (provenance, consents): (&Provenance, &[Consent]),
        to: &str,
    ) -> Result<Result<Vec<u8>, Refusal>, Failure> {
        let Parts { owner, friend, .. } = self.parts;
        let node = self.run.session.node();
        let (title, marking) = (phrase(TITLE)?, marking(to, node.next_moment())?);
        let (title, marking, class) = (&title, &marking, Retention::Year);
        let handling = &Handling::default();
        let sharing = Sharing { title, marking, class, control, release, provenance, consents, handling };
        let (mut text, mut file) = (text, Vec::new());
        let shared = self
            .agents
            .on(node, owner, |vault, now| vault.share(NAME, &sharing, &mut text, &mut file, now))?;
        match shared {
            Err(refusal) => Ok(Err(refusal)),
            Ok((_, notice)) => {
                self.agents.carry(node, friend, &notice)?;
                Ok(Ok(file))
            }
        }
    }

    fn read(&mut self, member: MemberCode, file: &[u8]) -> Result<Result<Vec<u8>, Refusal>, Failure> {
        self.agents.on(self.run.session.node(), member, |vault, now| {
            let mut text = Vec::new();
            let product = Product::read(Cursor::new(file))?;
            vault.open(product, &|_, _| false, now)?.write_to(&mut text)?;
            Ok(text)
        })
    }

    fn read_by(
        &mut self,
        member: MemberCode,
        (file, release): (&[u8], &Release),
        handed: &[Handed],
    ) -> Result<Result<Vec<u8>, Refusal>, Failure> {
        self.agents.on(self.run.session.node(), member, |vault, _| {
            let mut text = Vec::new();
            let product = Product::read(Cursor::new(file))?;
            vault.open_released(product, release, handed)?.write_to(&mut text)?;
            Ok(text)
        })
    }

    fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.agents.carried.push(bytes.to_vec());
        let path = self.folder.join(name);
        fs::write(&path, bytes).map_err(|source| Failure::File { path, to_be: "written", source })
    }
}

fn phrase(text: &str) -> Result<Phrase, Failure> {
    text.parse().map_err(|error: quorate_partnership::PhraseError| told(&error))
}

fn marking(to: &str, created: Moment) -> Result<Marking, Failure> {
    let audience = to.parse().map_err(|error: quorate_vault::marking::AudienceError| told(&error))?;
    let categories = Categories::default();
    Ok(Marking {
        policy: phrase("EXERCISE")?,
        level: Level::Secret,
        audience,
        categories,
        created,
        expires: None,
    })
}
