//! Sign a command on a machine without the record.

use std::path::{Path, PathBuf};

use clap::{Args, Parser as _};
use quorate_charter::Office;
use quorate_partnership::{Command, Genesis, MAX_GENESIS_BYTES, Moment, Partnership, Post};
use quorate_records::{Records, words};

use super::acts::{Desk, Line};
use super::basis_file::BasisFile;
use super::files::{read_bytes, write_new};
use crate::args::At;
use crate::failure::Failure;
use crate::keeper;
use crate::present::{Screen, shell};
use crate::session::nonce;

/// How long a command stands that is signed so: six days, in agreed milliseconds. The longest is seven.
const STANDS: u64 = 6 * 24 * 60 * 60 * 1000;

#[derive(Args)]
#[command(about = "Sign a command of the root or recovery key on a machine without the record", long_about = include_str!("sign.md").trim_end())]
pub(crate) struct Sign {
    /// The file for the signed command.
    file: PathBuf,
    /// The file with the genesis, as it was compared by voice.
    #[arg(long, value_name = "FILE")]
    genesis: PathBuf,
    /// The file that says what to sign on: `quorate record basis`.
    #[arg(long, value_name = "FILE")]
    basis: PathBuf,
    /// The command, as it is typed where the record is, without `--dir` and `--as`.
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    command: Vec<String>,
}

impl Sign {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let help = "name the directory whose folder keys holds the key: `--dir DIRECTORY`";
        let dir = at.dir.as_deref().ok_or_else(|| Failure::usage("with which key?", help))?;
        let post = at.post.ok_or_else(|| Failure::usage("as whom?", "name the post: `--as GBR/root`"))?;
        if !matches!(post.office, Office::Root | Office::Recovery) {
            let help = "what a representative gives depends on the record: give it where that is read";
            return Err(Failure::usage(format!("{post} does not sign without the record"), help));
        }
        let line = Line::try_parse_from(&self.command).map_err(|error| {
            let said = error.render().to_string();
            let said = said.trim_start_matches("error: ").trim();
            Failure::usage(
                format!("this is not a command: {said}"),
                "it follows `--`, in the words of `quorate`",
            )
        })?;
        if !line.act.is_given() {
            return Err(Failure::usage("this is only read", "give it where the record is"));
        }
        let genesis = Genesis::from_bytes(&read_bytes(&self.genesis, MAX_GENESIS_BYTES)?)?;
        let on = BasisFile::read(&self.basis)?;
        if on.basis.partnership != genesis.id() {
            let what =
                format!("{} is of another partnership than {}", shell(&self.basis), shell(&self.genesis));
            return Err(Failure::usage(what, "sign nothing on it; ask whoever brought it"));
        }
        let keys = keeper::ring(at, dir);
        let signer = keys.get(post)?;
        let charter = Partnership::begin(&genesis)?.charter().clone();
        let records = Records::begin(&genesis, charter);
        let (now, basis, folder) = (on.moment, on.basis, Path::new(""));
        let command = line.act.command(&Desk { records: &records, keys: &keys, post, now, basis, folder })?;
        let expires = Moment(now.0.saturating_add(STANDS));
        let signed = signer.sign_command(basis, post, expires, nonce()?, command.clone());
        write_new(&self.file, &signed.map_err(quorate_node::KeyError::from)?)?;
        self.tell((post, &command), &on, expires, screen)?;
        for holder in line.act.replaces(post) {
            screen.line(&format!("Once it is on record: quorate key adopt {holder} --dir {}", shell(dir)))?;
        }
        Ok(())
    }

    fn tell(
        &self,
        (post, command): (Post, &Command),
        on: &BasisFile,
        expires: Moment,
        screen: &mut Screen,
    ) -> Result<(), Failure> {
        let name = command.provision().name();
        screen.line(&format!("{} holds `{name}`, signed for {post}", shell(&self.file)))?;
        screen.line(&format!("  of the partnership  {}", on.basis.partnership))?;
        screen.line(&format!(
            "  on block            {}, the last at {}",
            on.height,
            words::minute(on.moment)
        ))?;
        screen.line(&format!("  stands until        {}", words::minute(expires)))?;
        screen.line(&format!("Where the record is: quorate submit {} --dir DIRECTORY", shell(&self.file)))
    }
}
