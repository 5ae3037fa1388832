//! The ladder as SVG: what is there on each day against what is to be paid by it. Whole in itself, readable in light, in dark
//! and on paper, and without colours: what is signed and not there is hatched.

mod scale;

use std::fmt::Write as _;

use quorate_foresight::stress::{Left, Row};

use self::scale::Scale;
use super::names::amount;
use super::{ASSUMED, Found};
use crate::present::{EXERCISE, escaped, together, wrapped};

const WIDTH: i128 = 1064;
const MARGIN: i128 = 24;
const LEFT: i128 = 76;
/// Of the bars.
const HIGH: i128 = 300;
const BAR: i128 = 38;
const STEP: i128 = 50;
const GROUP: i128 = 322;
/// A line of small text, and how many of its characters a line holds.
const SMALL: i128 = 15;
const ACROSS: usize = 175;

/// Without custom properties, which not every reader of SVG knows.
const STYLE: &str = "\
text{font:13px system-ui,sans-serif;fill:#1b1f24}.paper{fill:#ffffff}.grid{stroke:#d5dbe1}.axis{stroke:#5b6673}\
.paid{fill:#5b6673}.there{fill:#1f5fa8}.one{fill:#5f93c9}.two{fill:#a9c6e4}.signed{fill:url(#hatch);stroke:#5b6673;\
stroke-dasharray:4 3}.hatch{stroke:#9aa7b5;stroke-width:2}.due{stroke:#b3261e;stroke-width:3}text.due{fill:#b3261e;\
font-weight:600}text.over{paint-order:stroke;stroke:#ffffff;stroke-width:4}text.head{font-size:16px;font-weight:600}\
text.small{font-size:11px}text.end{text-anchor:end}text.middle{text-anchor:middle}\
@media(prefers-color-scheme:dark){text{fill:#e6e9ed}.paper{fill:#14171b}.grid{stroke:#343b44}.axis{stroke:#9aa7b5}\
.paid{fill:#9aa7b5}.there{fill:#6ea8e6}.one{fill:#467fb8}.two{fill:#2b527a}.signed{stroke:#9aa7b5}.hatch{stroke:#59677a}\
.due{stroke:#ff8a80}text.due{fill:#ff8a80}text.over{stroke:#14171b}}\
@media print{text{fill:#000}.paper{fill:#fff}.grid{stroke:#ccc}.axis{stroke:#000}.paid{fill:#555}.there{fill:#222}.one{fill:#777}\
.two{fill:#bbb}.signed{stroke:#000}.hatch{stroke:#888}.due{stroke:#000}text.due{fill:#000}text.over{stroke:#fff}}";

/// A bar: what is there, and what would be beside it once all is called.
struct Bar {
    name: &'static str,
    class: &'static str,
    there: i128,
    signed: i128,
}

pub(super) fn svg(found: &Found) -> String {
    let title = format!("What is there against what is to be paid: {}", found.world.plan().title());
    let (told, head) = told(found);
    let scale = Scale::of(found);
    let base = head.saturating_add(HIGH).saturating_add(28);
    let height = base.saturating_add(170);
    let mut body = String::new();
    axis(&mut body, &scale, base);
    for (at, row) in (0_i128..).zip(&found.ladder.rows) {
        group(&mut body, &scale, row, (LEFT.saturating_add(at.saturating_mul(GROUP)), base));
    }
    legend(&mut body, base.saturating_add(62));
    let described = found.ladder.rows.iter().map(|row| described(found, row)).collect::<Vec<_>>().join(". ");
    let (title, described) = (escaped(&title), escaped(&described));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-labelledby=\"title description\">\n<title id=\"title\">{title}</title>\n\
         <desc id=\"description\">{described}</desc>\n<style>{STYLE}</style>\n<defs><pattern id=\"hatch\" width=\"7\" \
         height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0V7\"/>\
         </pattern></defs>\n<rect class=\"paper\" width=\"{WIDTH}\" height=\"{height}\"/>\n\
         <text x=\"{MARGIN}\" y=\"30\" class=\"head\">{title}</text>\n{told}{body}</svg>\n"
    )
}

/// What stands on top of every exercise, what is assumed, and in what amounts are; and where the bars may begin.
fn told(found: &Found) -> (String, i128) {
    let (mut told, mut y) = (String::new(), 50_i128);
    let scale = Scale::of(found);
    let unit = format!("Amounts in {}.", scale.says);
    for line in [EXERCISE, ASSUMED, &unit].iter().flat_map(|text| wrapped(text, ACROSS)) {
        let _ = writeln!(told, "<text x=\"{MARGIN}\" y=\"{y}\" class=\"small\">{}</text>", escaped(&line));
        y = y.saturating_add(SMALL);
    }
    (told, y)
}

/// The bars of a day, in their order.
fn bars(row: &Row) -> Vec<Bar> {
    let names = [("there", "there"), ("N-1", "one"), ("N-2", "two")];
    let mut all = Vec::from([
        Bar { name: "paid in", class: "paid", there: row.rung.paid_in, signed: 0 },
        Bar { name: "callable", class: "paid", there: 0, signed: row.rung.callable },
    ]);
    let pairs = row.nothing_called.iter().zip(&row.all_called);
    all.extend(names.into_iter().zip(pairs).map(|((name, class), (none, called))| Bar {
        name,
        class,
        there: none.there,
        signed: called.there.saturating_sub(none.there.max(0)).max(0),
    }));
    all
}

fn axis(body: &mut String, scale: &Scale, base: i128) {
    for (mark, minor) in scale.marks().enumerate() {
        let y = base.saturating_sub(scale.height(minor));
        let (x, end) = (LEFT.saturating_sub(12), WIDTH.saturating_sub(MARGIN));
        let (at, low) = (x.saturating_sub(6), y.saturating_add(4));
        let _ = writeln!(
            body,
            "<path class=\"{}\" d=\"M{x} {y}H{end}\"/><text class=\"small end\" x=\"{at}\" y=\"{low}\">{}</text>",
            if mark == 0 { "axis" } else { "grid" },
            scale.says(minor)
        );
    }
}

fn group(body: &mut String, scale: &Scale, row: &Row, (left, base): (i128, i128)) {
    // Numbers come last, so that no line lies over one.
    let mut told = String::new();
    for (at, bar) in (0_i128..).zip(bars(row)) {
        let x = left.saturating_add(at.saturating_mul(STEP));
        let (there, signed) = (scale.height(bar.there), scale.height(bar.signed));
        let (low, high) = (base.saturating_sub(there), base.saturating_sub(there).saturating_sub(signed));
        let middle = x.saturating_add(BAR.checked_div(2).unwrap_or_default());
        if there > 0 {
            let _ = writeln!(
                body,
                "<rect class=\"{}\" x=\"{x}\" y=\"{low}\" width=\"{BAR}\" height=\"{there}\"/>",
                bar.class
            );
        }
        if signed > 0 {
            let _ = writeln!(
                body,
                "<rect class=\"signed\" x=\"{x}\" y=\"{high}\" width=\"{BAR}\" height=\"{signed}\"/>"
            );
        }
        numbers(&mut told, scale, &bar, (middle, low, high));
        let _ = writeln!(
            body,
            "<text class=\"small middle\" x=\"{middle}\" y=\"{}\">{}</text>",
            base.saturating_add(15),
            bar.name
        );
    }
    due(body, scale, row, (left, base));
    body.push_str(&told);
}

/// What a bar comes to, above it; and what of it is there, within it where there is room, else before what it comes to.
fn numbers(body: &mut String, scale: &Scale, bar: &Bar, (middle, low, high): (i128, i128, i128)) {
    let all = scale.says(bar.there.max(bar.there.saturating_add(bar.signed)));
    let there = scale.says(bar.there);
    let (solid, hatched) = (scale.height(bar.there), scale.height(bar.signed));
    let mut text = |y: i128, says: &str| {
        let _ = writeln!(body, "<text class=\"small middle over\" x=\"{middle}\" y=\"{y}\">{says}</text>");
    };
    let within = match (bar.there > 0 && bar.signed > 0, solid > 20, hatched > 36) {
        (false, ..) => None,
        (true, true, _) => Some(low.saturating_add(14)),
        (true, false, true) => Some(low.saturating_sub(5)),
        (true, false, false) => return text(high.saturating_sub(5), &format!("{there} / {all}")),
    };
    if let Some(y) = within {
        text(y, &there);
    }
    text(high.saturating_sub(5), &all);
}

/// What is to be paid by a day: a line over its bars, and at the right of it how much that is.
fn due(body: &mut String, scale: &Scale, row: &Row, (left, base): (i128, i128)) {
    let y = base.saturating_sub(scale.height(row.rung.due));
    let end = left.saturating_add(STEP.saturating_mul(5)).saturating_sub(6);
    let beside = end.saturating_add(6);
    // Both lines of it stand above the axis.
    let lines = y.min(base.saturating_sub(15));
    let _ = writeln!(
        body,
        "<path class=\"due\" d=\"M{} {y}H{end}\"/><text class=\"small due over\" x=\"{beside}\" y=\"{}\">to be paid</text>\
         <text class=\"small due over\" x=\"{beside}\" y=\"{}\">{}</text>\
         <text class=\"middle\" x=\"{}\" y=\"{}\">by day {}</text>",
        left.saturating_sub(6),
        lines.saturating_sub(3),
        lines.saturating_add(11),
        scale.says(row.rung.due),
        left.saturating_add(119),
        base.saturating_add(35),
        row.rung.days
    );
}

/// What the bars and the line are, in words and each beside one of its kind.
fn legend(body: &mut String, y: i128) {
    let told = [
        ("paid", "paid in: by members, less what went back to them"),
        (
            "there",
            "there: could be promised and paid, with nothing called; N-1, N-2: if the worst one, or two, pay nothing more",
        ),
        (
            "signed",
            "callable: signed, and not there; beside the others, what would be there once all is called on day 0",
        ),
        ("due", "to be paid by that day"),
    ];
    for (at, (class, says)) in (0_i128..).zip(told) {
        let (x, y) = (MARGIN, y.saturating_add(at.saturating_mul(22)));
        let end = x.saturating_add(14);
        let mark = match class {
            "due" => format!("<path class=\"due\" d=\"M{x} {}H{end}\"/>", y.saturating_add(7)),
            _ => format!("<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"14\" height=\"14\"/>"),
        };
        let _ = writeln!(
            body,
            "{mark}<text class=\"small\" x=\"{}\" y=\"{}\">{says}</text>",
            x.saturating_add(20),
            y.saturating_add(11)
        );
    }
}

/// A day in words, for whoever hears the picture.
fn described(found: &Found, row: &Row) -> String {
    let world = &found.world;
    let told = |left: &Left, called: &Left| {
        let who = match left.without.as_slice() {
            [] => "if all pay".to_owned(),
            without => format!("if {} pay nothing more", together(without)),
        };
        let called = amount(world, called.there);
        format!("{} there {who}, {called} once all is called", amount(world, left.there))
    };
    let left: Vec<String> =
        row.nothing_called.iter().zip(&row.all_called).map(|(none, called)| told(none, called)).collect();
    format!(
        "By day {}: {} to be paid; {} paid in, {} callable; {}",
        row.rung.days,
        amount(world, row.rung.due),
        amount(world, row.rung.paid_in),
        amount(world, row.rung.callable),
        left.join("; ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_has_its_number_however_little_it_is() {
        let scale = Scale::to(10_000, 2, "USD");
        for (there, signed, told) in [
            (5_000, 0, vec!["50.0"]),
            (5_000, 5_000, vec!["50.0", "100.0"]),
            (100, 9_000, vec!["1.0", "91.0"]),
            (100, 200, vec!["1.0 / 3.0"]),
            (0, 200, vec!["2.0"]),
        ] {
            let (mut body, bar) = (String::new(), Bar { name: "there", class: "there", there, signed });
            numbers(&mut body, &scale, &bar, (10, 200, 100));
            let says: Vec<&str> =
                body.lines().filter_map(|line| line.strip_suffix("</text>")?.rsplit('>').next()).collect();
            assert_eq!(says, told);
        }
    }
}
