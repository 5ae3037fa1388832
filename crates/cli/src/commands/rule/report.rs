//! One rule, in full.

use quorate_charter::MemberCode;
use quorate_foresight::{Groups, Kind, Standing};

use super::asked::Asked;
use super::change::members;
use super::rows::rows;
use super::words::{answer, codes, few, highest, some};
use crate::failure::Failure;
use crate::present::{Screen, columns};

/// The case that is told in full, and the others.
pub(super) struct Shown {
    pub(super) full: Standing,
    all: Vec<Standing>,
}

impl Shown {
    pub(super) fn of(asked: &Asked, interested: Option<MemberCode>) -> Result<Shown, Failure> {
        if let Some(member) = interested {
            if asked.body.member(member).is_none() {
                return Err(Failure::usage(format!("{member} is not a member"), members(asked)));
            }
            if !asked.leaves_out() {
                let what = format!("under rule `{}` everyone takes part, {member} too", asked.rule.name());
                return Err(Failure::usage(what, "leave out --interested"));
            }
        }
        let nobody = || {
            let what = match interested {
                Some(member) => format!("without {member} nobody takes part"),
                None => "nobody takes part".into(),
            };
            Failure::usage(what, "")
        };
        let full = asked.standing(interested).ok_or_else(nobody)?;
        let all = if interested.is_none() { asked.standings() } else { Vec::new() };
        Ok(Shown { full, all })
    }
}

pub(super) fn tell(asked: &Asked, shown: &Shown, limit: usize, screen: &mut Screen) -> Result<(), Failure> {
    let full = &shown.full;
    let alone = std::slice::from_ref(full);
    screen.paragraph("", &answer(if shown.all.is_empty() { alone } else { &shown.all }))?;
    let case = full.out.map(|member| format!(", when {member} does not take part")).unwrap_or_default();
    screen.line(&format!("{}{case}", asked.title()))?;
    screen.paragraph("   ", &asked.words())?;
    if let Some(source) = asked.rule.source() {
        screen.paragraph("   ", source)?;
    }
    screen.line("")?;
    let all = full.taking_part.len();
    let blocking = group(&full.blocking.group);
    screen.entry("to block", &format!("{} of {all}{blocking}", few(&full.blocking)))?;
    let adopting = group(&full.adopting.group);
    screen.entry("to adopt", &format!("{} of {all}{adopting}", few(&full.adopting)))?;
    unheard(asked, full, screen)?;
    greatest(asked, shown, screen)?;
    if shown.all.len() > 1 {
        cases(&shown.all, screen)?;
    }
    groups(asked, full, Kind::Blocking, limit, screen)?;
    groups(asked, full, Kind::Adopting, limit, screen)
}

/// Who has no say, if somebody has none.
fn unheard(asked: &Asked, full: &Standing, screen: &mut Screen) -> Result<(), Failure> {
    let Some(unheard) = full.unheard(&asked.body, &asked.formula) else { return Ok(()) };
    if !unheard.members.is_empty() {
        screen.entry("without a say", &some(&unheard.members))?;
    }
    if !unheard.undecided.is_empty() {
        screen.entry("a say, or none", &format!("not decided for {}", some(&unheard.undecided)))?;
    }
    Ok(())
}

/// How high each share could be, in the case told in full and whoever is left out.
fn greatest(asked: &Asked, shown: &Shown, screen: &mut Screen) -> Result<(), Failure> {
    let found = shown.full.greatest(&asked.body, &asked.formula);
    if found.is_empty() {
        return Ok(());
    }
    let head =
        ["the highest share, all else as it is", "so that nobody alone blocks", "so that no two block"];
    let mut table = vec![head.map(str::to_owned).to_vec()];
    for share in found {
        table.push(vec![share.condition.clone(), highest(&share.single), highest(&share.pair)]);
    }
    if let Some(one_out) = shown.all.get(1..).filter(|cases| !cases.is_empty()) {
        for share in asked.greatest(one_out) {
            let condition = format!("{}, with any one left out", share.condition);
            table.push(vec![condition, highest(&share.single), highest(&share.pair)]);
        }
    }
    screen.line("")?;
    columns(&table).iter().try_for_each(|line| screen.line(line))
}

/// The smallest groups of a kind.
fn groups(
    asked: &Asked,
    full: &Standing,
    kind: Kind,
    limit: usize,
    screen: &mut Screen,
) -> Result<(), Failure> {
    let Some(found) = Groups::of(&asked.body, &asked.formula, full.out, kind, limit) else { return Ok(()) };
    let what = match kind {
        Kind::Blocking => "block",
        Kind::Adopting => "adopt",
    };
    let count = found.groups.len();
    let heading = match (found.are_all, count) {
        (true, _) => format!("all {count} groups that {what} and can spare nobody"),
        (false, 0) => format!("groups that {what}: the search ended before one was found"),
        (false, _) => format!("the first {count} groups that {what} and can spare nobody; there are more"),
    };
    if limit == 0 {
        return Ok(());
    }
    screen.line(&format!("\n{heading}"))?;
    found.groups.iter().try_for_each(|group| screen.item(&codes(group)))
}

fn group(group: &Option<Vec<MemberCode>>) -> String {
    group.as_deref().map(|group| format!(", such as {}", some(group))).unwrap_or_default()
}

/// A row for each case that says something else.
fn cases(all: &[Standing], screen: &mut Screen) -> Result<(), Failure> {
    let head = ["who does not take part", "who blocks alone", "how few block", "how few adopt"];
    let mut table = vec![head.map(str::to_owned).to_vec()];
    let members = all.first().map(|plain| plain.taking_part.len()).unwrap_or_default();
    for row in rows(all) {
        table.push(vec![row.label(members), row.blockers, row.blocking, row.adopting]);
    }
    screen.line("")?;
    columns(&table).iter().try_for_each(|line| screen.line(line))
}
