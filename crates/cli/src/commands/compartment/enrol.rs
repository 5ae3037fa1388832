//! Make an agent, or give it its next credential.

use clap::Args;
use quorate_charter::{Office, Period};
use quorate_node::KeyError;

use super::opened::{Opened, Which, told};
use crate::args::At;
use crate::failure::Failure;
use crate::keeper;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Make an agent, or give it its next credential", long_about = include_str!("enrol.md").trim_end())]
pub(super) struct Enrol {
    #[command(flatten)]
    which: Which,
    /// For how long the credential stands, up to 366 days.
    #[arg(long = "for", value_name = "PERIOD", default_value = "90d")]
    period: Period,
}

impl Enrol {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let help = "name the post whose key signs for the agent: `--as MEMBER/OFFICE`";
        let post = at.post.ok_or_else(|| Failure::usage("in which post does the agent speak?", help))?;
        if matches!(post.office, Office::Root | Office::Recovery) {
            let help = "take an office that the member accredits, such as representative";
            return Err(Failure::usage("root and recovery keys sign no agent's credential", help));
        }
        let mut opened = Opened::open_or_make(at, &self.which)?;
        let from = opened.at();
        let until = from.plus(self.period);
        let partnership = opened.node().basis().partnership;
        let draft = opened.vault.identity().draft(partnership, post, from, until).map_err(|e| told(&e))?;
        let key = keeper::ring(at, opened.node().directory()).get(post)?;
        if !opened.node().partnership().members().holds(post, &key.public(), from) {
            let what = format!("the record does not give the key of {post} that post now");
            let help = "the member's root accredits it: `quorate member accredit`".into();
            return Err(Failure::Absent { what, help });
        }
        let bytes = draft.to_be_signed(&key.public()).map_err(|error| told(&error))?;
        let signature = key.sign(&bytes).map_err(KeyError::from)?;
        let credential = draft.signed(&key.public(), &signature).map_err(|error| told(&error))?;
        opened.act(|vault, _| vault.adopt(&credential))?;
        opened.keep(None)?;
        screen.line(&format!("agent {} speaks in the post {post}", credential.agent().short()))?;
        screen.line(&format!("  until {}", quorate_records::words::minute(until)))
    }
}
