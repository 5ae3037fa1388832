//! What is wrong in a text that somebody wrote.

use quorate_charter::{Fault, Faults, brief, visible};

use crate::lines::{end, short};

/// The most characters that are shown of a line before what is wrong, of it, and behind it.
const AROUND: usize = 80;

/// Each fault with its line, carets under what is wrong, and what to do; nothing of the text steers the page or hides.
pub(crate) fn faults(text: &str, faults: &Faults) -> String {
    faults.iter().take(20).map(|fault| one(text, fault)).collect::<Vec<String>>().join("\n")
}

fn one(text: &str, fault: &Fault) -> String {
    let at = fault.at();
    let (before, wrong) =
        (text.get(..at.start).unwrap_or_default(), text.get(at.clone()).unwrap_or_default());
    let number = before.matches('\n').count().saturating_add(1);
    let wrong = wrong.split('\n').next().unwrap_or_default();
    let behind = at.start.saturating_add(wrong.len());
    let behind = text.get(behind..).unwrap_or_default().split('\n').next().unwrap_or_default();
    let before = end(&visible(before.rsplit('\n').next().unwrap_or_default()), AROUND);
    let (wrong, behind) = (short(&visible(wrong), AROUND), short(&visible(behind), AROUND));
    let margin = format!("{number:>4} | ");
    let indent = " ".repeat(margin.chars().count().saturating_add(before.chars().count()));
    let carets = "^".repeat(wrong.chars().count().max(1));
    let said = |text: &str| brief(&visible(text));
    let help = said(fault.help());
    let help = if help.is_empty() { help } else { format!("\n      {help}") };
    format!("{margin}{before}{wrong}{behind}\n{indent}{carets}\n      {}{help}\n", said(fault.what()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, wrong: &str, what: &str) -> String {
        let at = text.find(wrong).unwrap();
        let fault = Fault::new(at..at.saturating_add(wrong.len()), what, "name another");
        faults(text, &Faults::from_list(vec![fault]).unwrap())
    }

    #[test]
    fn carets_stand_under_what_is_wrong() {
        let expected = "   2 | b = \"c\" # d\n           ^^^\n      no\n      name another\n";
        assert_eq!(told("a\nb = \"c\" # d\ne", "\"c\"", "no"), expected);
    }

    #[test]
    fn nothing_steers_the_page_and_no_line_is_without_end() {
        let hostile = "x = \"\u{202e}\u{1b}[2J\"";
        let shown = told(hostile, "\"\u{202e}\u{1b}[2J\"", "`\u{202e}` is no name");
        assert!(!shown.contains(['\u{202e}', '\u{1b}']), "{shown:?}");
        assert!(
            shown.contains("x = \"\\u{202e}\\u{1b}[2J\"") && shown.contains("`\\u{202e}` is no name"),
            "{shown}"
        );
        let (long, wrong) = ("y".repeat(5_000), "z".repeat(5_000));
        let shown = told(&format!("{long}{wrong}{long}"), &wrong, &wrong);
        assert!(shown.lines().all(|line| line.chars().count() <= 410), "{shown}");
        assert!(shown.contains(&format!("…{}zzz", "y".repeat(AROUND - 1))), "{shown}");
    }
}
