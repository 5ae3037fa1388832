//! All rules of a body, in a line each.

use super::asked::{Asked, Source};
use super::words::{blockers, few, worst};
use crate::failure::Failure;
use crate::present::{Screen, columns};

pub(super) fn tell(source: &Source, all: &[Asked], screen: &mut Screen) -> Result<(), Failure> {
    screen.line(&format!("{}, {} members\n", source.body.title().en, source.body.members().len()))?;
    let head = ["rule", "who blocks alone", "how few block", "how few adopt", "with one left out"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for asked in all {
        let standings = asked.standings();
        let Some(plain) = standings.first() else { continue };
        rows.push(vec![
            asked.rule.name().to_string(),
            blockers(plain),
            few(&plain.blocking),
            few(&plain.adopting),
            worst(&standings),
        ]);
    }
    for line in columns(&rows) {
        screen.line(&line)?;
    }
    for asked in all {
        screen.line(&format!(
            "\n{}{}",
            asked.rule.name(),
            if asked.rule.is_essential() { "" } else { " (not essential)" }
        ))?;
        screen.paragraph("   ", &asked.words())?;
        if let Some(source) = asked.rule.source() {
            screen.paragraph("   ", source)?;
        }
    }
    Ok(())
}
