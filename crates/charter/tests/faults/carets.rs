//! A fault as a reader sees it.

use quorate_charter::Fault;

/// The line at fault with carets under what is wrong, what is wrong, and what to do.
pub(crate) fn draw(text: &str, fault: &Fault) -> String {
    let at = fault.at();
    let before = text.get(..at.start).expect("a fault begins in the text, at a character");
    let wrong = text.get(at.clone()).expect("a fault ends in the text, at a character");
    let line = before.rsplit('\n').next().unwrap_or_default();
    let rest = text.get(at.start..).unwrap_or_default().split('\n').next().unwrap_or_default();
    let number = before.matches('\n').count() + 1;
    let margin = format!("{number:>3} | ");
    let on_this_line = wrong.split('\n').next().unwrap_or_default();
    let indent = " ".repeat(margin.chars().count() + line.chars().count());
    let carets = "^".repeat(on_this_line.chars().count().max(1));
    let goes_on = if wrong.contains('\n') { "..." } else { "" };
    let mut drawn = format!("{margin}{line}{rest}\n{indent}{carets}{goes_on}\n{}\n", fault.what());
    if !fault.help().is_empty() {
        drawn.push_str(&format!("help: {}\n", fault.help()));
    }
    drawn
}
