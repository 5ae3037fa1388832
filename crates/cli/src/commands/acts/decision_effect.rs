//! What a decision does, as it is typed.

use quorate_partnership::CaseNo;
use quorate_partnership::cases::RelationEffect;
use quorate_partnership::decisions::Effect;

use super::Desk;
use super::amounts::{amount, phrase};
use super::decision_table_standing::Standing;
use crate::failure::Failure;

/// One of these, or none. The page of whichever command has them says what they are for.
#[derive(clap::Args)]
pub(super) struct Does {
    /// Approve this case of assistance.
    #[arg(long, value_name = "CASE", group = "effect")]
    assist: Option<u32>,
    /// Call this sum from the members, in proportion to what each signed as callable.
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true, group = "effect")]
    call: Option<String>,
    /// Call this sum for what members had paid in and bore as losses.
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true, group = "effect")]
    restore_paid_in: Option<String>,
    /// Set commitment authority aside for what the administration spends in a year, as in `2027:250000.00`.
    #[arg(long, value_name = "YEAR:AMOUNT", group = "effect")]
    budget: Option<String>,
    /// Name a member a party to the dispute about a case, as in `2:FRA`.
    #[arg(long, value_name = "CASE:MEMBER", group = "effect")]
    name_party: Option<String>,
    /// Write off what is outstanding of this case's loan.
    #[arg(long, value_name = "CASE", group = "effect")]
    write_off: Option<u32>,
    /// Release what nobody claimed of this case's guarantee.
    #[arg(long, value_name = "CASE", group = "effect")]
    release_guarantee: Option<u32>,
    /// Find that the beneficiary of a case broke a term that it signed, as in `1:end-use`.
    #[arg(long, value_name = "CASE:TERM", group = "effect")]
    find_breach: Option<String>,
    /// Find that the breach of this case is over.
    #[arg(long, value_name = "CASE", group = "effect")]
    end_breach: Option<u32>,
    /// Let help to this case stand down: nothing more is instructed, and what is paid stays.
    #[arg(long, value_name = "CASE", group = "effect")]
    stand_down: Option<u32>,
    /// Let help to this case go on.
    #[arg(long, value_name = "CASE", group = "effect")]
    resume: Option<u32>,
    /// Count at least so much as given elsewhere for a case, as in `1:250.00`; with `--body` and `--source`.
    #[arg(long, value_name = "CASE:AMOUNT", group = "effect", requires_all = ["body", "source"])]
    count_elsewhere: Option<String>,
    /// Which body gives what is counted, by the name by which the beneficiary speaks of it.
    #[arg(long, value_name = "NAME", requires = "count_elsewhere")]
    body: Option<String>,
    /// Where that is to be read.
    #[arg(long, value_name = "TEXT", requires = "count_elsewhere")]
    source: Option<String>,
    #[command(flatten)]
    standing: Standing,
}

impl Does {
    /// The effect, if one was given.
    pub(super) fn effect(&self, desk: &Desk<'_>) -> Result<Option<Effect>, Failure> {
        let standing = self.standing.effect(desk)?;
        if let Some(case) = self.assist {
            return Ok(Some(Effect::Assist { case: CaseNo(case) }));
        }
        if let Some(case) = self.write_off {
            return Ok(Some(Effect::WriteOff { case: CaseNo(case) }));
        }
        if let Some(case) = self.release_guarantee {
            return Ok(Some(Effect::ReleaseGuarantee { case: CaseNo(case) }));
        }
        if let Some(found) = &self.find_breach {
            return breach(found).map(Some);
        }
        if let Some(case) = self.end_breach {
            return Ok(Some(Effect::EndBreach { case: CaseNo(case) }));
        }
        if let Some(effect) = self.relation(desk)? {
            return Ok(Some(Effect::Relation(effect)));
        }
        if let Some(total) = &self.call {
            return Ok(Some(Effect::Call { total: amount(desk, total)? }));
        }
        if let Some(total) = &self.restore_paid_in {
            return Ok(Some(Effect::Restore { total: amount(desk, total)? }));
        }
        if let Some(text) = &self.budget {
            return budget(desk, text).map(Some);
        }
        if let Some(named) = &self.name_party {
            return party(named).map(Some);
        }
        Ok(standing.map(Effect::Members))
    }

    /// What it does about the relation to another body.
    fn relation(&self, desk: &Desk<'_>) -> Result<Option<RelationEffect>, Failure> {
        if let Some(case) = self.stand_down {
            return Ok(Some(RelationEffect::StandDown { case: CaseNo(case) }));
        }
        if let Some(case) = self.resume {
            return Ok(Some(RelationEffect::Resume { case: CaseNo(case) }));
        }
        let Some(text) = &self.count_elsewhere else { return Ok(None) };
        let help = "name the case and the amount: `1:250.00`";
        let read = text.split_once(':').and_then(|(case, sum)| Some((case.parse().ok()?, sum)));
        let (case, sum) = read.ok_or_else(|| Failure::usage(format!("`{text}` names no amount"), help))?;
        let said = |text: &Option<String>| phrase(text.as_deref().unwrap_or_default());
        let (body, source) = (said(&self.body)?, said(&self.source)?);
        Ok(Some(RelationEffect::Count { case: CaseNo(case), body, amount: amount(desk, sum)?, source }))
    }
}

fn budget(desk: &Desk<'_>, text: &str) -> Result<Effect, Failure> {
    let help = "name the year and the amount: `2027:250000.00`";
    let read = text.split_once(':').and_then(|(year, sum)| Some((year.parse().ok()?, sum)));
    let (year, sum) = read.ok_or_else(|| Failure::usage(format!("`{text}` is no budget"), help))?;
    Ok(Effect::Budget { year, amount: amount(desk, sum)? })
}

fn party(text: &str) -> Result<Effect, Failure> {
    let (case, named) = text.split_once(':').ok_or_else(|| not_a_party(text))?;
    let (case, member) = (case.parse(), named.parse());
    let (case, member) = (case.map_err(|_| not_a_party(text))?, member.map_err(|_| not_a_party(text))?);
    Ok(Effect::NameParty { case: CaseNo(case), member })
}

fn breach(text: &str) -> Result<Effect, Failure> {
    let help = "name the case and the term: `1:end-use`, `1:no-retransfer`, `1:audit` or `1:recovery`";
    let wrong = || Failure::usage(format!("`{text}` names no term of a case"), help);
    let (case, term) = text.split_once(':').ok_or_else(wrong)?;
    let (case, term) = (case.parse().map_err(|_| wrong())?, term.parse().map_err(|_| wrong())?);
    Ok(Effect::FindBreach { case: CaseNo(case), term })
}

fn not_a_party(text: &str) -> Failure {
    Failure::usage(format!("`{text}` names no party"), "name the case and the member: `2:FRA`")
}
