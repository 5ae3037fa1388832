//! From a story's text to its steps, line by line.

use std::ops::Range;
use std::str::FromStr;

use jiff::Timestamp;
use quorate_charter::{MemberCode, Office, Period};
use quorate_partnership::RuleId;
use quorate_records::Register;

use super::words::split;
use super::{Beside, MAX_BESIDE, MAX_STEPS, MAX_STORY_BYTES, Step, Story, StoryFault, What};

/// The part that the newcomer of a story plays, in every cast.
pub(super) const NEWCOMER: &str = "newcomer";
/// What a story calls its own partnership.
const OWN: &str = "the partnership";

/// A line with those indented under it, and where it starts.
struct Passage<'a> {
    at: Range<usize>,
    line: &'a str,
    under: Vec<(usize, &'a str)>,
}

/// Reads a story.
///
/// # Errors
/// The first fault, with its place.
pub(crate) fn read(text: &str) -> Result<Story, StoryFault> {
    if text.len() > MAX_STORY_BYTES {
        let help = format!("a story has at most {MAX_STORY_BYTES} bytes");
        return Err(StoryFault::new(0..0, "this text is too long for a story", help));
    }
    let mut passages = passages(text)?.into_iter().peekable();
    let mut head = |key: &str| head(passages.next(), key, text.len());
    let (title, _) = head("story")?;
    let (charter, _) = head("charter")?;
    let (begins, at) = head("begins")?;
    let begins: Timestamp = begins.parse().map_err(|_| {
        StoryFault::new(at.clone(), "this is not a moment", "write it as 2026-12-01T09:00:00Z")
    })?;
    if begins < Timestamp::UNIX_EPOCH {
        return Err(StoryFault::new(at, "time is counted from 1970 on", "let the story begin later"));
    }
    let (cast, at) = head("cast")?;
    let parts = parts(&cast, &at)?;
    let mut newcomer = None;
    if let Some(passage) = passages.next_if(|passage| passage.line.starts_with("newcomer:")) {
        let code = passage.line.trim_start_matches("newcomer:").trim();
        newcomer = Some(parsed::<MemberCode>(code, &passage.at)?);
    }
    let mut known: Vec<String> = parts.iter().cloned().chain(newcomer.map(|_| NEWCOMER.to_owned())).collect();
    let mut beside: Vec<Beside> = Vec::new();
    while let Some(passage) = passages.next_if(|passage| passage.line.starts_with("beside:")) {
        let named = another(&passage, &known, beside.len())?;
        known.push(named.name.clone());
        beside.push(named);
    }
    let names: Vec<&str> = beside.iter().map(|beside| beside.name.as_str()).collect();
    let steps = passages.map(|passage| step(&passage, &known, &names)).collect::<Result<Vec<_>, _>>()?;
    Ok(Story { title, charter, begins, parts, newcomer, beside, steps })
}

/// `beside: framework = framework.toml`.
fn another(passage: &Passage<'_>, known: &[String], before: usize) -> Result<Beside, StoryFault> {
    let fault = |what: &str, help: &str| StoryFault::new(passage.at.clone(), what, help);
    if before >= MAX_BESIDE {
        return Err(fault(
            "these are too many partnerships",
            &format!("at most {MAX_BESIDE} beside the story's own"),
        ));
    }
    let said = passage.line.trim_start_matches("beside:");
    let form = || {
        fault("this names no partnership", "name it and its charter: `beside: framework = framework.toml`")
    };
    let (name, charter) = said.split_once('=').ok_or_else(form)?;
    let (name, charter) = (name.trim(), charter.trim());
    if !is_plain(name) || charter.is_empty() || name == NEWCOMER || known.iter().any(|other| other == name) {
        return Err(form());
    }
    Ok(Beside { name: name.into(), charter: charter.into() })
}

/// Small letters and hyphens.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// The lines that say something, each with those indented under it.
fn passages(text: &str) -> Result<Vec<Passage<'_>>, StoryFault> {
    let mut passages: Vec<Passage<'_>> = Vec::new();
    let mut start = 0_usize;
    for raw in text.split_inclusive('\n') {
        let line = raw.trim_end();
        let at = start..start.saturating_add(line.len());
        start = start.saturating_add(raw.len());
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if line.starts_with([' ', '\t']) {
            let inner = line.trim_start();
            let from = at.end.saturating_sub(inner.len());
            let Some(above) = passages.last_mut() else {
                return Err(StoryFault::new(
                    at,
                    "nothing stands above this indented line",
                    "begin at the margin",
                ));
            };
            above.under.push((from, inner));
            above.at.end = at.end;
        } else {
            passages.push(Passage { at, line, under: Vec::new() });
        }
        if passages.len() > MAX_STEPS {
            return Err(StoryFault::new(
                0..0,
                "this story has too many steps",
                format!("at most {MAX_STEPS}"),
            ));
        }
    }
    Ok(passages)
}

fn head(passage: Option<Passage<'_>>, key: &str, end: usize) -> Result<(String, Range<usize>), StoryFault> {
    let expected =
        format!("a story begins with `story:`, `charter:`, `begins:` and `cast:`; here `{key}:` is missing");
    let Some(passage) = passage else { return Err(StoryFault::new(end..end, expected, "")) };
    let value = passage.line.strip_prefix(key).and_then(|rest| rest.strip_prefix(':')).map(str::trim);
    match value {
        Some(value) if !value.is_empty() && passage.under.is_empty() => Ok((value.to_owned(), passage.at)),
        _ => Err(StoryFault::new(passage.at, expected, "")),
    }
}

fn parts(cast: &str, at: &Range<usize>) -> Result<Vec<String>, StoryFault> {
    let mut parts: Vec<String> = Vec::new();
    for part in cast.split(',').map(str::trim) {
        if !is_plain(part) || part == NEWCOMER || parts.iter().any(|other| other == part) {
            let help = "name each part once, in small letters: `cast: asker, refuser`";
            return Err(StoryFault::new(at.clone(), format!("`{part}` cannot be a part of the cast"), help));
        }
        parts.push(part.to_owned());
    }
    Ok(parts)
}

fn step(passage: &Passage<'_>, parts: &[String], beside: &[&str]) -> Result<Step, StoryFault> {
    let line = passage.line;
    let what = if let Some(heading) = line.strip_prefix("== ") {
        What::Heading(heading.trim().to_owned())
    } else if let Some(place) = line.strip_prefix("in ") {
        What::In(place_of(place, beside, &passage.at)?)
    } else if let Some(period) = line.strip_prefix("wait ") {
        What::Wait(parsed(period.trim(), &passage.at)?)
    } else if let Some(rest) = line.strip_prefix("every member accredits ") {
        accredits(rest, &passage.at)?
    } else if let Some(rest) = line.strip_prefix("expect ") {
        expect(rest, passage)?
    } else {
        give(passage)?
    };
    if !matches!(what, What::Give { .. }) && !passage.under.is_empty() {
        let help = "only an act goes on in indented lines";
        return Err(StoryFault::new(passage.at.clone(), "nothing can stand under this line", help));
    }
    braces(passage, parts)?;
    Ok(Step { at: passage.at.clone(), what })
}

/// `framework:`, or `the partnership:`.
fn place_of(text: &str, beside: &[&str], at: &Range<usize>) -> Result<Option<usize>, StoryFault> {
    let name = text.trim_end_matches(':').trim();
    if name == OWN {
        return Ok(None);
    }
    let place = beside.iter().position(|other| *other == name).map(Some);
    place.ok_or_else(|| {
        let known: Vec<String> = beside.iter().chain([&OWN]).map(|name| format!("`in {name}:`")).collect();
        StoryFault::new(at.clone(), format!("there is no partnership `{name}` here"), known.join(" or "))
    })
}

fn parsed<T: FromStr<Err: std::fmt::Display>>(text: &str, at: &Range<usize>) -> Result<T, StoryFault> {
    text.parse().map_err(|error| {
        StoryFault::new(at.clone(), format!("`{text}` cannot stand here"), format!("{error}"))
    })
}

/// `representative, treasurer for 365d`.
fn accredits(rest: &str, at: &Range<usize>) -> Result<What, StoryFault> {
    let form = || {
        StoryFault::new(at.clone(), "this names no term", "every member accredits OFFICE, OFFICE for 365d")
    };
    let (offices, period) = rest.rsplit_once(" for ").ok_or_else(form)?;
    let offices =
        offices.split(',').map(|office| parsed::<Office>(office.trim(), at)).collect::<Result<_, _>>()?;
    Ok(What::EveryMemberAccredits(offices, parsed::<Period>(period.trim(), at)?))
}

/// `decisions 1 stage: adopted`.
fn expect(rest: &str, passage: &Passage<'_>) -> Result<What, StoryFault> {
    let at = &passage.at;
    let form =
        || StoryFault::new(at.clone(), "this is not an expectation", "expect REGISTER ROW... COLUMN: VALUE");
    let (left, value) = rest.split_once(':').ok_or_else(form)?;
    let start = at.start.saturating_add(passage.line.len().saturating_sub(rest.len()));
    let mut words = split(left, start)?.into_iter();
    let register = parsed::<Register>(&words.next().ok_or_else(form)?, at)?;
    let mut row: Vec<String> = words.collect();
    let column = row.pop().ok_or_else(form)?;
    Ok(What::Expect { register, row, column, value: value.trim().to_owned() })
}

/// `GBR/treasurer: payment countersign 1`, and under it perhaps `refused by C13`.
fn give(passage: &Passage<'_>) -> Result<What, StoryFault> {
    let help = "a line is `MEMBER/OFFICE: ...`, `wait ...`, `expect ...`, `every member accredits ...` or `== HEADING`";
    let form = || StoryFault::new(passage.at.clone(), "this is not a step of a story", help);
    let (post, act) = passage.line.split_once(':').filter(|(post, _)| post.contains('/')).ok_or_else(form)?;
    let from = passage.at.start.saturating_add(post.len()).saturating_add(1);
    let mut words = split(act, from)?;
    let mut refused = None;
    for (at, line) in &passage.under {
        match line.strip_prefix("refused by ") {
            Some(rule) => {
                refused = Some(parsed::<RuleId>(rule.trim(), &(*at..at.saturating_add(line.len())))?);
            }
            None => {
                words.extend(split(line, *at)?);
            }
        }
    }
    Ok(What::Give { post: post.trim().to_owned(), words, refused })
}

/// Every word in braces is a part of the cast.
fn braces(passage: &Passage<'_>, parts: &[String]) -> Result<(), StoryFault> {
    let lines = std::iter::once(passage.line).chain(passage.under.iter().map(|(_, line)| *line));
    for inside in lines.flat_map(|line| line.split('{').skip(1)) {
        let Some((part, _)) = inside.split_once('}') else {
            let help = "write a part as `{asker}`";
            return Err(StoryFault::new(
                passage.at.clone(),
                format!("`{inside}` is not closed by a brace"),
                help,
            ));
        };
        if !parts.iter().any(|known| known == part) {
            let help = format!("the cast is {}", parts.join(", "));
            return Err(StoryFault::new(passage.at.clone(), format!("`{part}` is not in the cast"), help));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
