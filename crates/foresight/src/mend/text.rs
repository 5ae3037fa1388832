//! The amended text: the words of the rules, and all else as it was written.

use alloc::format;
use alloc::string::String;

use quorate_charter::Body;

use super::Mend;

/// The text with these rules amended and nothing else changed; `None` where a rule stands in another form than a table
/// with a line `adopted = "..."`, or where the amended text does not read as it should.
#[must_use]
pub fn apply(text: &str, mends: &[&Mend]) -> Option<String> {
    let mut amended = String::from(text);
    for mend in mends {
        amended = replaced(&amended, mend)?;
    }
    let body = Body::read(&amended).ok()?;
    let reads =
        |mend: &&Mend| body.rule(mend.rule()).is_some_and(|rule| Some(rule.adopted_when()) == mend.adopted());
    mends.iter().all(reads).then_some(amended)
}

fn replaced(text: &str, mend: &Mend) -> Option<String> {
    let adopted = mend.adopted()?;
    let head = format!("[rule.{}]", mend.rule());
    let (mut in_table, mut done) = (false, false);
    let mut lines = String::new();
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        if bare.starts_with('[') {
            in_table = bare.starts_with(&head);
        }
        match line.split_once('"').filter(|(key, _)| in_table && !done && is_adopted(key)) {
            Some((before, rest)) => {
                let (_, after) = rest.split_once('"')?;
                lines.push_str(&format!("{before}\"{adopted}\"{after}"));
                done = true;
            }
            None => lines.push_str(line),
        }
    }
    done.then_some(lines)
}

fn is_adopted(before: &str) -> bool {
    before.trim().strip_prefix("adopted").is_some_and(|rest| rest.trim() == "=")
}
