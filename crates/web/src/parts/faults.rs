//! What is wrong in a text that somebody wrote.

use quorate_charter::{Fault, Faults};

/// Each fault with its line, carets under what is wrong, and what to do.
pub(crate) fn faults(text: &str, faults: &Faults) -> String {
    faults.iter().take(20).map(|fault| one(text, fault)).collect::<Vec<String>>().join("\n")
}

fn one(text: &str, fault: &Fault) -> String {
    let at = fault.at();
    let before = text.get(..at.start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let rest = text.get(at.start..).unwrap_or_default().split('\n').next().unwrap_or_default();
    let number = before.matches('\n').count().saturating_add(1);
    let wrong =
        text.get(at).unwrap_or_default().split('\n').next().unwrap_or_default().chars().count().max(1);
    let margin = format!("{number:>4} | ");
    let indent = " ".repeat(margin.chars().count().saturating_add(line.chars().count()));
    let help = if fault.help().is_empty() { String::new() } else { format!("\n      {}", fault.help()) };
    format!("{margin}{line}{rest}\n{indent}{}\n      {}{help}\n", "^".repeat(wrong), fault.what())
}
