//! Split a second half among release agents.

use std::io::Write as _;
use std::path::PathBuf;

use clap::Args;
use quorate_vault::product::Scheme;

use super::files::second_half;
use super::refused;
use crate::commands::files::{NewFile, names_file, put_all};
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Split a second half among release agents", long_about = include_str!("split.md").trim_end())]
pub(super) struct Split {
    /// The file with the second half of a product's key.
    half: PathBuf,
    /// How many release agents together let it be read: at least 2.
    #[arg(long)]
    needed: u8,
    /// How many release agents there are.
    #[arg(long)]
    agents: u8,
    /// Where to write the shares: `.1`, `.2` and so on are put behind this name.
    #[arg(long, value_name = "NAME")]
    out: PathBuf,
}

impl Split {
    pub(super) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        names_file(&self.out)?;
        let help =
            "with `--needed 2 --agents 3` any two of three open, and one may be away; nothing was written";
        let scheme = Scheme::of(self.needed, self.agents);
        let scheme = scheme.map_err(|error| Failure::usage(error.to_string(), help))?;
        let shares = second_half(&self.half)?.split(scheme).map_err(|error| refused(&error, ""))?;
        // All places are tried before a share is put in one.
        let (mut files, mut paths) = (Vec::new(), Vec::new());
        for (number, share) in (1_u32..).zip(&shares) {
            let mut path = self.out.as_os_str().to_owned();
            path.push(format!(".{number}"));
            let path = PathBuf::from(path);
            let mut file = NewFile::begin(&path)?;
            file.write_all(&share.to_cbor()).map_err(|error| refused(&error, ""))?;
            files.push(file);
            paths.push(path);
        }
        put_all(files)?;
        for path in paths {
            screen.line(&format!("{}: for one release agent alone", shell(&path)))?;
        }
        for weakness in scheme.weaknesses() {
            screen.item(&weakness.to_string())?;
        }
        screen
            .line("Whoever keeps the half itself opens it alone: keep it with the originator, or remove it.")
    }
}
