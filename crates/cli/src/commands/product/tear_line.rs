//! A product that is shared as the tear-line version of another.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use quorate_charter::MemberCode;
use quorate_vault::product::ProductId;

use super::named::product_of_any;
use super::seen::listed;
use crate::commands::compartment::opened::{Opened, told};
use crate::commands::files::NewFile;
use crate::failure::Failure;
use crate::present::{Screen, shell, visible};

#[derive(ClapArgs)]
pub(super) struct TearLine {
    /// The product of this member's of which it is a tear-line version: its file, its id, or how that begins.
    #[arg(long, value_name = "PRODUCT")]
    tear_line_of: Option<String>,
    /// Where to write the parcel for everyone who has the whole, if that lies in another compartment.
    #[arg(long, value_name = "FILE", requires = "tear_line_of")]
    whole_notice: Option<PathBuf>,
}

impl TearLine {
    /// Its place, if it has one.
    pub(super) fn place(&self) -> Option<&PathBuf> {
        self.whole_notice.as_ref()
    }

    /// Begins the parcel for those who have the whole.
    pub(super) fn begun(&self) -> Result<Option<NewFile>, Failure> {
        self.whole_notice.as_deref().map(NewFile::begin_with_store).transpose()
    }

    /// The whole, if there is one. Its parcel has a place where it lies in another compartment, and none else.
    pub(super) fn whole(&self, opened: &Opened, name: &str) -> Result<Option<ProductId>, Failure> {
        let Some(text) = &self.tear_line_of else { return Ok(None) };
        let whole = product_of_any(opened, text)?;
        let (lies, _) = opened.vault.whole(whole).map_err(|refusal| told(&refusal))?;
        match (&self.whole_notice, lies == name) {
            (None, false) => {
                let help = "name a file for it: `--whole-notice FILE`; nothing was sealed";
                Err(Failure::usage(
                    format!("the whole lies in {lies}, and who has it is told by a parcel"),
                    help,
                ))
            }
            (Some(_), true) => {
                let help = "leave out `--whole-notice`: the notice tells it; nothing was sealed";
                Err(Failure::usage(format!("the whole lies in {lies}, too"), help))
            }
            _ => Ok(Some(whole)),
        }
    }

    /// Says what it is a tear-line version of, and what who reads it does not learn.
    pub(super) fn told(
        &self,
        (opened, whole): (&Opened, Option<ProductId>),
        contains: &[MemberCode],
        screen: &mut Screen,
    ) -> Result<(), Failure> {
        let Some(whole) = whole else { return Ok(()) };
        let (lies, whole) = opened.vault.whole(whole).map_err(|refusal| told(&refusal))?;
        let (title, marking) = (&whole.header.title, &whole.header.marking);
        screen.line(&visible(&format!(
            "  It is a tear-line version of {title}, {}, releasable to {}, which lies in {lies}.",
            marking.level, marking.audience
        )))?;
        screen
            .line("  Who has no more than this one is not told that there is a whole, nor anything of it.")?;
        let of = whole.header.provenance().contains;
        let left: Vec<&MemberCode> = of.iter().filter(|state| !contains.contains(state)).collect();
        if left.is_empty() {
            return Ok(());
        }
        screen.line(&format!(
            "  The whole contains material of {}: see to it that nothing of that is left in this one.",
            listed(left)
        ))
    }

    /// Says what is to be done with the second parcel.
    pub(super) fn done(&self, screen: &mut Screen) -> Result<(), Failure> {
        let Some(path) = &self.whole_notice else { return Ok(()) };
        screen.line(&format!(
            "{}: carry it, apart from the others, to everyone who has the whole: they see which is its tear-line version",
            shell(path)
        ))
    }
}
