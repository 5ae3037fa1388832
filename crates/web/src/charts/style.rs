//! How charts look: in light, in dark and on paper.

use std::sync::LazyLock;

const RULES: &str = include_str!("chart.css");
/// What only holds in a page.
const PAGE: &str = include_str!("page.css");

/// A colour in light, in dark and on paper. Those of the pages have the values that the pages give them; the five of series are
/// told apart by eyes that do not tell red from green (after Okabe and Ito), and are readable on both grounds.
const COLOURS: [(&str, [&str; 3]); 9] = [
    ("--paper", ["#fff", "#14181c", "#fff"]),
    ("--ink", ["#1c2127", "#e4e8ec", "#000"]),
    ("--soft", ["#55606b", "#a8b2bc", "#333"]),
    ("--line", ["#c4ccd4", "#3f4953", "#bbb"]),
    ("--c1", ["#0072b2", "#56b4e9", "#0072b2"]),
    ("--c2", ["#d55e00", "#f08a3c", "#d55e00"]),
    ("--c3", ["#00855f", "#2fbf93", "#00855f"]),
    ("--c4", ["#a8507f", "#dd94bb", "#a8507f"]),
    ("--c5", ["#1c2127", "#e4e8ec", "#000"]),
];

/// What stands before the rules of each look.
const LOOKS: [(&str, &str); 3] =
    [("", ""), ("@media (prefers-color-scheme: dark) {", "}\n"), ("@media print {", "}\n")];

/// The style of charts in a page: it goes below that of the pages, whose colours it shares.
#[must_use]
pub(crate) fn style() -> &'static str {
    static STYLE: LazyLock<String> = LazyLock::new(|| {
        let mut style = String::new();
        for (at, (before, after)) in LOOKS.iter().enumerate() {
            let colours: Vec<String> = COLOURS
                .iter()
                .filter(|(name, _)| name.starts_with("--c"))
                .filter_map(|(name, values)| Some(format!("{name}: {};", values.get(at)?)))
                .collect();
            style.push_str(&format!("{before}:root {{ {} }}{after}\n", colours.join(" ")));
        }
        style + RULES + PAGE
    });
    &STYLE
}

/// The style of a chart in a file of its own.
pub(super) fn alone() -> &'static str {
    static ALONE: LazyLock<String> = LazyLock::new(|| in_each_look(RULES));
    &ALONE
}

/// Rules for a file of its own, in light, in dark and on paper: without custom properties, which not every reader of SVG knows.
pub(crate) fn in_each_look(rules: &str) -> String {
    let look = |(at, (before, after)): (usize, &(&str, &str))| {
        let rules = COLOURS.iter().fold(rules.to_owned(), |rules, (name, values)| {
            rules.replace(&format!("var({name})"), values.get(at).copied().unwrap_or_default())
        });
        format!("{before}{rules}{after}")
    };
    LOOKS.iter().enumerate().map(look).collect()
}

/// How dark a cell is, so that ink is readable on it in light and in dark.
pub(super) fn opacity(per_mille: i64) -> String {
    let hundredths = per_mille.clamp(0, 1000).saturating_mul(80).div_euclid(1000);
    format!("0.{hundredths:02}")
}

/// So many series are told apart by colour; lines are told apart by their strokes as well, and begin anew after as many.
pub(super) const SERIES: usize = 5;

/// The class of a series.
pub(super) fn series(at: usize) -> &'static str {
    match at.checked_rem(SERIES) {
        Some(0) => "k1",
        Some(1) => "k2",
        Some(2) => "k3",
        Some(3) => "k4",
        _ => "k5",
    }
}
