//! Drafts on the standing of members, as they are typed.

use std::path::PathBuf;

use quorate_charter::{Charter, MemberCode, Office, RuleName};
use quorate_partnership::members::{
    Admit, AdmitBeneficiary, Adopt, Amend, Effect, EndAdmission, Reaccredit, Restore, Suspend, Text, Weight,
};
use quorate_partnership::{Phrase, Post, PublicKey, Wording};

use super::Desk;
use super::amounts::phrase;
use super::hashes::hash;
use super::keys::{kept, public_key};
use crate::commands::files::read_text;
use crate::failure::Failure;

/// More than a draft carries: what is longer is said by its own limit.
const MAX_FILE_BYTES: usize = 256 * 1024;

#[derive(clap::Args)]
pub(super) struct Standing {
    /// Suspend this member, after it was heard.
    #[arg(long, value_name = "MEMBER", group = "effect")]
    suspend: Option<MemberCode>,
    /// Lift the suspension of this member.
    #[arg(long, value_name = "MEMBER", group = "effect")]
    restore: Option<MemberCode>,
    /// Invite this State to accede.
    #[arg(long, value_name = "STATE", group = "effect", requires = "name_en", requires = "name_fr")]
    admit: Option<MemberCode>,
    /// Put the charter in this file in the place of the one in force.
    #[arg(long, value_name = "FILE", group = "effect")]
    amend: Option<PathBuf>,
    /// Give new keys to this member, which lost its root and its recovery key.
    #[arg(long, value_name = "MEMBER", group = "effect")]
    reaccredit: Option<MemberCode>,
    /// Admit this State, which is no member, to ask for help.
    #[arg(long, value_name = "STATE", group = "effect", requires = "name_en", requires = "name_fr")]
    admit_beneficiary: Option<MemberCode>,
    /// End the admission of this State to ask for help.
    #[arg(long, value_name = "STATE", group = "effect")]
    end_admission: Option<MemberCode>,
    /// Adopt the text with this SHA-256, 64 hexadecimal digits: a programme, a plan. Its name is given beside it.
    #[arg(long, value_name = "SHA-256", group = "effect")]
    adopt_text: Option<String>,
    /// With `--admit` and `--admit-beneficiary`: the State's name in English; with `--adopt-text`: the text's.
    #[arg(long, value_name = "NAME")]
    name_en: Option<String>,
    /// With `--admit` and `--admit-beneficiary`: the State's name in French; with `--adopt-text`: the text's.
    #[arg(long, value_name = "NAME")]
    name_fr: Option<String>,
    /// With `--admit`: a weight, once for each measure: `population=5000000`.
    #[arg(long, value_name = "MEASURE=WEIGHT", requires = "admit")]
    weight: Vec<String>,
    /// The public root key that the State brings, or gets anew; else one in the directory, made if there is none.
    #[arg(long, value_name = "KEY")]
    root: Option<String>,
    /// The public recovery key that the State brings, or gets anew; else one in the directory, made if there is none.
    #[arg(long, value_name = "KEY")]
    recovery: Option<String>,
}

impl Standing {
    /// The effect, if one of these is asked for.
    pub(super) fn effect(&self, desk: &Desk<'_>) -> Result<Option<Effect>, Failure> {
        self.fits()?;
        if let Some(member) = self.suspend {
            return Ok(Some(Effect::Suspend(Suspend { member })));
        }
        if let Some(member) = self.restore {
            return Ok(Some(Effect::Restore(Restore { member })));
        }
        if let Some(member) = self.admit {
            return Ok(Some(Effect::Admit(self.admission(member, desk)?)));
        }
        if let Some(state) = self.admit_beneficiary {
            return Ok(Some(Effect::AdmitBeneficiary(self.admission_to_ask(state, desk)?)));
        }
        if let Some(state) = self.end_admission {
            return Ok(Some(Effect::EndAdmission(EndAdmission { state })));
        }
        if let Some(digits) = &self.adopt_text {
            return Ok(Some(Effect::Adopt(Adopt { title: self.title()?, document: hash(digits)? })));
        }
        if let Some(file) = &self.amend {
            let (name, text) = read_text(&desk.folder.join(file), MAX_FILE_BYTES)?;
            Charter::read(&text).map_err(|faults| Failure::in_charter(&name, &text, &faults))?;
            let text =
                Text::new(text).map_err(|error| Failure::usage(format!("{error}"), "leave comments out"))?;
            return Ok(Some(Effect::Amend(Amend { amends: desk.records.text_version(), text })));
        }
        let Some(member) = self.reaccredit else { return Ok(None) };
        let key = |given: &Option<String>, office| match given {
            Some(key) => public_key(key),
            None => Ok(desk.keys.next(Post { member, office }.into())?.public()),
        };
        let (root, recovery) = (key(&self.root, Office::Root)?, key(&self.recovery, Office::Recovery)?);
        Ok(Some(Effect::Reaccredit(Reaccredit { member, root, recovery })))
    }

    /// Terms stand beside the effect that they are terms of. The parser of the line does not see it to the end: it lets
    /// go of what an argument requires where that conflicts with another.
    fn fits(&self) -> Result<(), Failure> {
        let named = self.name_en.is_some() || self.name_fr.is_some();
        let comes = self.admit.is_some() || self.admit_beneficiary.is_some();
        if (named && !comes && self.adopt_text.is_none()) || (!self.weight.is_empty() && self.admit.is_none())
        {
            let help = "give them with `--admit STATE`, a name also with `--admit-beneficiary STATE` or `--adopt-text SHA-256`";
            return Err(Failure::usage("a name or weight of whom?", help));
        }
        let keys = self.root.is_some() || self.recovery.is_some();
        if keys && !comes && self.reaccredit.is_none() {
            let help = "give them with `--admit STATE`, `--admit-beneficiary STATE` or `--reaccredit MEMBER`";
            return Err(Failure::usage("keys of whom?", help));
        }
        Ok(())
    }

    /// The root and recovery keys that a State brings.
    fn brought(&self, member: MemberCode, desk: &Desk<'_>) -> Result<(PublicKey, PublicKey), Failure> {
        let key = |given: &Option<String>, office| match given {
            Some(key) => public_key(key),
            None => kept(desk, Post { member, office }),
        };
        Ok((key(&self.root, Office::Root)?, key(&self.recovery, Office::Recovery)?))
    }

    /// What a text is called, in one language or both.
    fn title(&self) -> Result<Wording, Failure> {
        let en = self.name_en.as_deref().map(phrase).transpose()?;
        let fr = self.name_fr.as_deref().map(phrase).transpose()?;
        let help = "give it as `--name-en NAME`, as `--name-fr NAME`, or as both";
        Wording::new(en, fr).ok_or_else(|| Failure::usage("what is the text called?", help))
    }

    fn names(&self) -> Result<(Phrase, Phrase), Failure> {
        let name = |given: &Option<String>| phrase(given.as_deref().unwrap_or_default());
        Ok((name(&self.name_en)?, name(&self.name_fr)?))
    }

    fn admission_to_ask(&self, state: MemberCode, desk: &Desk<'_>) -> Result<AdmitBeneficiary, Failure> {
        let ((name_en, name_fr), (root, recovery)) = (self.names()?, self.brought(state, desk)?);
        Ok(AdmitBeneficiary { state, name_en, name_fr, root, recovery })
    }

    fn admission(&self, member: MemberCode, desk: &Desk<'_>) -> Result<Admit, Failure> {
        let weights = self.weight.iter().map(|text| weight(text)).collect::<Result<_, Failure>>()?;
        let ((name_en, name_fr), (root, recovery)) = (self.names()?, self.brought(member, desk)?);
        Ok(Admit { member, name_en, name_fr, weights, root, recovery })
    }
}

/// `population=5000000`.
fn weight(text: &str) -> Result<Weight, Failure> {
    let form = || Failure::usage(format!("`{text}` is not a weight"), "write it as `population=5000000`");
    let (measure, weight) = text.split_once('=').ok_or_else(form)?;
    let measure: RuleName = measure.parse().map_err(|_| form())?;
    Ok(Weight { measure, weight: weight.parse().map_err(|_| form())? })
}
