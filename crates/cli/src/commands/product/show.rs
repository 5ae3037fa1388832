//! Show what a product tells.

use std::path::PathBuf;

use clap::Args;
use quorate_partnership::{Post, PublicKey};
use quorate_vault::marking::date_time;
use quorate_vault::product::Header;

use super::files::{archive_key, second_half};
use super::list::{acting, despite, not_unasked, tear_lines};
use super::named::product_of_any;
use super::open::{no_product, product};
use super::{known, mark};
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which, told};
use crate::failure::Failure;
use crate::present::{Screen, shell, visible};

#[derive(Args)]
#[command(about = "Show what a product tells, without a key and with it", long_about = include_str!("show.md").trim_end())]
pub(super) struct Show {
    /// The product: its file; or, with an agent, its id or how that begins.
    file: PathBuf,
    /// The file with the archive key of the compartment.
    #[arg(long, value_name = "FILE")]
    archive_key: Option<PathBuf>,
    /// The file with the half of the key that the originator released.
    #[arg(long, value_name = "FILE", requires = "archive_key")]
    second_half: Option<PathBuf>,
    /// A post and its key, as the partnership's record has them.
    #[arg(long, value_name = "POST=KEY", value_parser = known, requires = "archive_key")]
    originator: Vec<(Post, PublicKey)>,
    /// The directory of an agent: what was shared with it is shown by its notice.
    #[arg(long, value_name = "DIRECTORY", conflicts_with = "archive_key")]
    agent: Option<PathBuf>,
}

impl Show {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        if let Some(agent) = &self.agent {
            return self.shared(at, agent.clone(), screen);
        }
        let product = product(&self.file)?;
        let outside = product.outside();
        screen.line(&format!("{}", outside.product))?;
        screen.line(&format!(
            "  {}: {} bytes in {} segments; its text is filled up to {} bytes",
            shell(&self.file),
            outside.bytes,
            outside.segments,
            outside.looks
        ))?;
        let Some(key) = &self.archive_key else {
            return screen.line("  Without the archive key nothing more of it can be read.");
        };
        let archive = archive_key(key)?;
        let half = self.second_half.as_deref().map(second_half).transpose()?;
        let asked = !self.originator.is_empty();
        let known = |post, key: &PublicKey| !asked || self.originator.contains(&(post, *key));
        let unlocked = product.unlock(&archive, half.as_ref(), &known);
        let unlocked = unlocked.map_err(|error| no_product(&self.file, &error))?;
        inside(unlocked.header(), screen)?;
        screen.line(&match asked {
            true => format!("  signed by {}, a key of that post", unlocked.signer()),
            false => format!(
                "  signed by {}; whether that is a key of {} was not asked: `--originator`",
                unlocked.signer(),
                unlocked.header().originator
            ),
        })
    }

    /// What an agent was told of it by its notice, in each compartment where it was shared.
    fn shared(&self, at: &At, agent: PathBuf, screen: &mut Screen) -> Result<(), Failure> {
        let opened = Opened::open(at, &Which { agent })?;
        let id = product_of_any(&opened, &self.file.to_string_lossy())?;
        for name in opened.vault.names() {
            let shelved = opened.vault.shelved(name).map_err(|refusal| told(&refusal))?;
            for one in shelved.iter().filter(|one| one.product == id) {
                screen.line(&visible(&format!("{id}, in {name}")))?;
                inside(&one.header, screen)?;
                not_unasked((&opened, name), one, screen)?;
                tear_lines(&opened.vault.tear_lines(one), screen)?;
            }
        }
        Ok(())
    }
}

fn inside(header: &Header, screen: &mut Screen) -> Result<(), Failure> {
    screen.line(&format!("  {}: {} bytes", visible(header.title.as_str()), header.length))?;
    mark::told(&header.marking, screen)?;
    screen.line(&format!("  from {}, sealed at {}", header.originator, date_time(header.sealed)))?;
    if let Some(release) = header.release {
        screen.line(&format!("  to be released at {}", date_time(release)))?;
    }
    screen.line(&format!(
        "  compartment {}, epoch {}, class {}",
        header.compartment,
        header.epoch,
        visible(header.class.as_str())
    ))?;
    screen.line(&acting(header))?;
    despite(header, screen)?;
    let provenance = header.provenance();
    for product in provenance.derived_from {
        screen.line(&format!("  made of {product}"))?;
    }
    for state in provenance.contains {
        let by = header
            .consents()
            .iter()
            .filter(|(of, _)| *of == state)
            .map(|(_, by)| format!(", by document {by}"));
        screen.line(&format!("  contains material of {state}{}", by.collect::<String>()))?;
    }
    Ok(())
}
