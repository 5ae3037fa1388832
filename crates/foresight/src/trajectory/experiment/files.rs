//! The text of an experiment as it stands beside its scenario and its charters.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use serde::Deserialize;
use toml::Spanned;

/// The byte order mark.
const BOM: char = '\u{feff}';

/// The scenario's name beside an experiment.
pub const SCENARIO: &str = "scenario.toml";

/// The name of a charter beside an experiment, by its number from 1.
#[must_use]
pub fn charter(number: usize) -> String {
    format!("charter-{number}.toml")
}

/// The files that an experiment names.
#[derive(Deserialize)]
struct Names {
    scenario: Spanned<String>,
    charters: Option<Spanned<Vec<Spanned<String>>>>,
}

/// The same experiment, of the scenario and charters that stand beside it, each by its name there. All else is as it was.
/// None, if it is no experiment.
#[must_use]
pub fn with_own_files(text: &str) -> Option<String> {
    let names: Names = toml::from_str(text).ok()?;
    let quoted = |name: &str| format!("\"{name}\"");
    let mut puts: Vec<(Range<usize>, String)> = Vec::new();
    puts.push((names.scenario.span(), quoted(SCENARIO)));
    let alone = format!("[{}]", quoted(&charter(1)));
    match &names.charters {
        // Without it, the charter was the one that the scenario names from where it stood.
        None => {
            // Before its first line, a text may say by a mark of its own that it is UTF-8.
            let first = text.strip_prefix(BOM).map_or(0, |_| BOM.len_utf8());
            let before = text.get(..names.scenario.span().start)?;
            let line = before.rfind('\n').map_or(first, |at| at.saturating_add(1));
            puts.push((line..line, format!("charters = {alone}\n")));
        }
        Some(charters) if charters.get_ref().is_empty() => puts.push((charters.span(), alone)),
        Some(charters) => {
            let each = (1..).zip(charters.get_ref());
            puts.extend(each.map(|(number, name)| (name.span(), quoted(&charter(number)))));
        }
    }
    puts.sort_by_key(|(at, _)| at.start);
    let (mut put, mut from) = (String::new(), 0);
    for (at, name) in puts {
        put.push_str(text.get(from..at.start)?);
        put.push_str(&name);
        from = at.end;
    }
    put.push_str(text.get(from..)?);
    Some(put)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_experiment_beside_its_files_is_the_same_but_for_their_names() {
        let from = "# Two.\ntitle = \"scenario\"\nscenario = \"../s/joy.toml\" # not \"joy\"\n";
        let to = "# Two.\ntitle = \"scenario\"\nscenario = \"scenario.toml\" # not \"joy\"\n";
        let two = |one: &str, other: &str| {
            format!("charters = [\n  {one}, # the first\n  {other},\n]\n[[parameter]]\n")
        };
        let named = two("'a.toml'", "\"b.toml\"");
        let put = format!("{to}{}", two("\"charter-1.toml\"", "\"charter-2.toml\""));
        assert_eq!(with_own_files(&format!("{from}{named}")).as_deref(), Some(put.as_str()));
        // What stands beside them stays.
        assert_eq!(with_own_files(&put).as_deref(), Some(put.as_str()));
        let own = to.replace("scenario = ", "charters = [\"charter-1.toml\"]\nscenario = ");
        assert_eq!(with_own_files(from), Some(own.clone()));
        assert_eq!(
            with_own_files(&format!("charters = []\n{from}")),
            Some(format!("charters = [\"charter-1.toml\"]\n{to}"))
        );
        assert_eq!((with_own_files(&own), with_own_files("joy")), (Some(own.clone()), None));
        let marked = with_own_files("\u{feff}scenario = \"joy.toml\"\n");
        let expected = "\u{feff}charters = [\"charter-1.toml\"]\nscenario = \"scenario.toml\"\n";
        assert_eq!(marked.as_deref(), Some(expected));
    }
}
