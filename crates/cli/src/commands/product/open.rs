//! Open a product.

use std::fs::File;
use std::path::{Path, PathBuf};

use clap::Args;
use quorate_partnership::{Post, PublicKey};
use quorate_vault::product::{OpenError, Product, Unlocked};
use quorate_vault::release::{Handed, MAX_RELEASE_BYTES};

use super::files::{archive_key, second_half};
use super::named::each_once;
use super::release::of_bytes;
use super::{known, mark};
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which, judged, told_of};
use crate::commands::files::{NewFile, open_file, read_bytes};
use crate::failure::{Failure, with_causes};
use crate::present::{Screen, shell, visible};

#[derive(Args)]
#[command(about = "Open a product whose originator is known", long_about = include_str!("open.md").trim_end())]
pub(super) struct Open {
    /// The product.
    file: PathBuf,
    /// The directory of this delegation's agent: it holds the keys.
    #[arg(long, value_name = "DIRECTORY", required_unless_present = "archive_key")]
    agent: Option<PathBuf>,
    /// The file with the release that its originator gave for this agent.
    #[arg(long, value_name = "FILE", requires = "agent")]
    release: Option<PathBuf>,
    /// A file that a release agent handed over.
    #[arg(long, value_name = "FILE", requires = "release")]
    share: Vec<PathBuf>,
    /// The file with the archive key of the compartment, where that is not an agent's.
    #[arg(long, value_name = "FILE", conflicts_with = "agent", requires = "originator")]
    archive_key: Option<PathBuf>,
    /// The file with the half of the key that the originator released.
    #[arg(long, value_name = "FILE", requires = "archive_key")]
    second_half: Option<PathBuf>,
    /// A post and its key, as the partnership's record has them.
    #[arg(long, value_name = "POST=KEY", value_parser = known)]
    originator: Vec<(Post, PublicKey)>,
    /// Where to write the text.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Open {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut text = NewFile::begin(&self.out)?;
        let product = product(&self.file)?;
        let unlocked = match (&self.agent, &self.archive_key) {
            (Some(agent), _) => self.by_agent(at, agent.clone(), product)?,
            (None, Some(key)) => self.by_key(key, product)?,
            (None, None) => {
                return Err(Failure::usage("by which keys?", "name the agent: `--agent DIRECTORY`"));
            }
        };
        let header = unlocked.write_to(&mut text);
        let header = header.map_err(|error| no_product(&self.file, &error))?;
        text.put()?;
        let out = shell(&self.out);
        screen.line(&format!("{out}: {} bytes, {}", header.length, visible(header.title.as_str())))?;
        screen.line(&format!("  from {}, whose signature holds", header.originator))?;
        mark::told(&header.marking, screen)?;
        screen.line("  Nothing of it goes on without the originator.")
    }

    fn by_key(&self, key: &Path, product: Product<File>) -> Result<Unlocked<File>, Failure> {
        let archive = archive_key(key)?;
        let half = self.second_half.as_deref().map(second_half).transpose()?;
        let known = |post, key: &PublicKey| self.originator.contains(&(post, *key));
        product.unlock(&archive, half.as_ref(), &known).map_err(|error| no_product(&self.file, &error))
    }

    fn by_agent(&self, at: &At, agent: PathBuf, product: Product<File>) -> Result<Unlocked<File>, Failure> {
        // Whatever is read is read before the store is held.
        let bytes = |path: &PathBuf| read_bytes(path, MAX_RELEASE_BYTES);
        let release = self.release.as_ref().map(|path| Ok::<_, Failure>((path, bytes(path)?))).transpose()?;
        let shares: Result<Vec<Vec<u8>>, Failure> = self.share.iter().map(bytes).collect();
        let shares = shares?;
        let opened = Opened::open(at, &Which { agent })?;
        let Some((path, bytes)) = release else {
            return by_shelf(&opened, (&self.file, product), &self.originator);
        };
        let release = of_bytes(&opened, path, &bytes)?;
        let read = |(path, bytes): (&PathBuf, &Vec<u8>)| {
            let handed = judged(opened.node(), |now| Handed::read(bytes, &release, now));
            handed.map_err(|error| told_of(path, &error))
        };
        let handed: Result<Vec<Handed>, Failure> = self.share.iter().zip(&shares).map(read).collect();
        let handed = handed?;
        each_once(self.share.iter().zip(handed.iter().map(Handed::by)))?;
        opened.look(|vault, _| vault.open_released(product, &release, &handed))
    }
}

/// A product opened by what an agent has: its notice, or else the granted key of an epoch before the agent came in.
pub(super) fn by_shelf(
    opened: &Opened,
    (path, product): (&Path, Product<File>),
    named: &[(Post, PublicKey)],
) -> Result<Unlocked<File>, Failure> {
    let unlocked = judged(opened.node(), |now| {
        let known = |post: Post, key: &PublicKey| {
            named.contains(&(post, *key)) || now.record.holds(post, key, now.at)
        };
        opened.vault.open(product, &known, now)
    });
    unlocked.map_err(|refusal| told_of(path, &refusal))
}

/// The product in a file.
pub(super) fn product(path: &Path) -> Result<Product<File>, Failure> {
    Product::read(open_file(path)?).map_err(|error| no_product(path, &error))
}

/// Why the product in a file does not open.
pub(super) fn no_product(path: &Path, error: &OpenError) -> Failure {
    let what = format!("{}: {}", shell(path), with_causes(error));
    Failure::Absent { what, help: help_of(error).into() }
}

fn help_of(error: &OpenError) -> &'static str {
    match error {
        OpenError::NotProduct => "give a file that `quorate product seal` wrote",
        OpenError::Length | OpenError::Segment(_) => "nothing was kept of it; fetch the product again",
        OpenError::WrongKey => {
            "give the archive key of the compartment, epoch and class in which it was sealed"
        }
        OpenError::HalfWanted(_) => "its release agent gives it, or refuses: `--second-half FILE`",
        OpenError::WrongHalf => "give the half of this product; one that is whole needs none",
        OpenError::Forged { .. } => {
            "nothing was kept of it; ask the originator, by another way, whether it is theirs"
        }
        OpenError::Signature | OpenError::Header | OpenError::Elsewhere { .. } => {
            "nothing was kept of it; tell the originator, for somebody who holds the key changed it"
        }
        OpenError::Io(_) => "",
    }
}
