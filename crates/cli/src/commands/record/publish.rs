//! Write what the charter makes public, in the forms that the public's tools read.

use std::fs;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use quorate_records::{Unpublished, iati, ocds};

use crate::args::At;
use crate::commands::files::replace_text;
use crate::failure::Failure;
use crate::present::{Screen, shell};
use crate::session::Session;

#[derive(Args)]
#[command(about = "Write what the charter makes public, for the public's tools", long_about = include_str!("publish.md").trim_end())]
pub(crate) struct Publish {
    /// In which form.
    #[arg(long, value_enum)]
    form: Form,
    /// The publisher: the organisation's identifier in IATI, or the prefix registered with OCDS.
    #[arg(long, value_name = "IDENTIFIER")]
    publisher: String,
    /// The folder.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// IATI 2.03: activities and the organisation.
    Iati,
    /// OCDS 1.1: a release for each approved case.
    Ocds,
}

impl Publish {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let session = Session::open(at)?;
        let records = session.node().records();
        Failure::without_fund(records.charter())?;
        let none = |why: Unpublished| Failure::usage(why.to_string(), why.remedy());
        let files = match self.form {
            Form::Iati => {
                let made = iati(records, &self.publisher).map_err(none)?;
                vec![("iati-activities.xml", made.activities), ("iati-organisation.xml", made.organisation)]
            }
            Form::Ocds => vec![("ocds-releases.json", ocds(records, &self.publisher).map_err(none)?)],
        };
        let failed = |source| Failure::File { path: self.out.clone(), to_be: "written", source };
        fs::create_dir_all(&self.out).map_err(failed)?;
        for (name, text) in files {
            let path = self.out.join(name);
            replace_text(&path, &text)?;
            screen.line(&format!("{} written", shell(&path)))?;
        }
        Ok(())
    }
}
