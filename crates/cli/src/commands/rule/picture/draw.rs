//! From what is drawn to SVG. Whole in itself, readable in light and in dark, and without colours: who blocks alone
//! is hatched and says so.

use std::fmt::Write;

use super::{Bar, Picture, Section};
use crate::present::escaped;

const WIDTH: u64 = 760;
const MARGIN: u64 = 24;
/// Where bars begin, and how wide the widest is.
const LEFT: u64 = 84;
const BAR: u64 = 500;
const LINE: u64 = 20;
/// Half of the text beside the line.
const HALF: u64 = 140;

/// Without custom properties, which not every reader of SVG knows.
const STYLE: &str = "\
text{font:14px system-ui,sans-serif;fill:#1b1f24}.paper{fill:#ffffff}.bar{fill:#9aa7b5}\
.blocks{fill:url(#hatch);stroke:#1b1f24}.hatch{stroke:#1b1f24;stroke-width:3}\
.mark{stroke:#1b1f24;stroke-width:2;stroke-dasharray:5 4}text.head{font-weight:600}text.small{font-size:12px}\
.over{paint-order:stroke;stroke:#ffffff;stroke-width:4}\
@media(prefers-color-scheme:dark){text{fill:#e6e9ed}.paper{fill:#14171b}.bar{fill:#59677a}\
.blocks,.hatch,.mark{stroke:#e6e9ed}.over{stroke:#14171b}}";

/// The picture. Text that does not fit a line is broken.
pub(super) fn draw(picture: &Picture) -> String {
    let mut body = String::new();
    let mut y = MARGIN;
    for (text, class) in [(&picture.answer, "head"), (&picture.title, ""), (&picture.words, "small")] {
        for line in broken(text) {
            y = y.saturating_add(LINE);
            text_at(&mut body, MARGIN, y, class, "start", &line);
        }
    }
    for section in &picture.sections {
        y = y.saturating_add(LINE.saturating_mul(2));
        y = draw_section(&mut body, section, y);
    }
    let height = y.saturating_add(MARGIN);
    let (title, answer) = (escaped(&picture.title), escaped(&picture.answer));
    let description = escaped(&described(picture));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-labelledby=\"title description\">\n<title id=\"title\">{title}. {answer}</title>\n\
         <desc id=\"description\">{description}</desc>\n<style>{STYLE}</style>\n<defs><pattern id=\"hatch\" \
         width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"hatch\" \
         d=\"M0 0V8\"/></pattern></defs>\n<rect class=\"paper\" width=\"{WIDTH}\" height=\"{height}\"/>\n{body}</svg>\n"
    )
}

/// What the picture shows, for whoever hears it.
fn described(picture: &Picture) -> String {
    let mut text = picture.words.clone();
    for section in &picture.sections {
        let bars = section.bars.iter().map(|bar| {
            let blocks = if bar.blocks { ", blocks alone" } else { "" };
            format!("{} {}{blocks}", bar.member, share(bar.weight, section.whole))
        });
        let bars: Vec<String> = bars.collect();
        if bars.is_empty() {
            continue;
        }
        let _ = write!(text, ". {}: {}", section.condition, bars.join("; "));
        let _ =
            write!(text, "; who has more than {} fails this alone", share(section.missing, section.whole));
    }
    text
}

fn draw_section(body: &mut String, section: &Section, top: u64) -> u64 {
    text_at(body, MARGIN, top, "head", "start", &section.condition);
    if section.bars.is_empty() {
        let y = top.saturating_add(LINE);
        let fewest = section.missing.saturating_add(1);
        text_at(
            body,
            LEFT,
            y,
            "small",
            "start",
            &format!("one each, {} in all: it takes {fewest} to fail this", section.whole),
        );
        return y;
    }
    let heaviest = section.bars.first().map(|bar| bar.weight).unwrap_or_default();
    let scale = heaviest.max(section.missing).max(1);
    let x = |weight: u64| LEFT.saturating_add(part(weight, scale, BAR));
    let mark = x(section.missing);
    let said = format!("who has more than {} fails this alone", share(section.missing, section.whole));
    let at = mark.clamp(LEFT.saturating_add(HALF), WIDTH.saturating_sub(HALF));
    text_at(body, at, top.saturating_add(LINE), "small", "middle", &said);
    let first = top.saturating_add(LINE).saturating_add(6);
    let rows = u64::try_from(section.bars.len()).unwrap_or_default();
    let mut y = first.saturating_add(rows.saturating_mul(LINE));
    let mut texts = String::new();
    for (bar, row) in section.bars.iter().zip(0_u64..) {
        let top = first.saturating_add(row.saturating_mul(LINE));
        draw_bar(body, &mut texts, bar, section, top, x(bar.weight).saturating_sub(LEFT));
    }
    let _ = writeln!(body, "<path class=\"mark\" d=\"M{mark} {first}V{y}\"/>");
    body.push_str(&texts);
    if section.others > 0 {
        y = y.saturating_add(LINE);
        let text =
            format!("and {} others, none above {}", section.others, share(section.most, section.whole));
        text_at(body, LEFT, y.saturating_sub(4), "small", "start", &text);
    }
    y
}

/// A bar in `body`, and in `texts` what stands over the line.
fn draw_bar(body: &mut String, texts: &mut String, bar: &Bar, section: &Section, y: u64, width: u64) {
    let base = y.saturating_add(15);
    text_at(body, LEFT.saturating_sub(8), base, "", "end", bar.member.as_str());
    let class = if bar.blocks { "blocks" } else { "bar" };
    let _ = writeln!(
        body,
        "<rect class=\"{class}\" x=\"{LEFT}\" y=\"{}\" width=\"{}\" height=\"14\"/>",
        y.saturating_add(3),
        width.max(1)
    );
    let blocks = if bar.blocks { ", blocks alone" } else { "" };
    let text = format!("{}{blocks}", share(bar.weight, section.whole));
    text_at(texts, LEFT.saturating_add(width).saturating_add(10), base, "small over", "start", &text);
}

fn text_at(body: &mut String, x: u64, y: u64, class: &str, anchor: &str, text: &str) {
    let text = escaped(text);
    let _ =
        writeln!(body, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{text}</text>");
}

/// A weight in per cent of the whole, to the nearest hundredth.
fn share(weight: u64, whole: u64) -> String {
    let hundredths = part(weight, whole.max(1), 20_000).saturating_add(1).checked_div(2).unwrap_or_default();
    let (percent, rest) = (hundredths.checked_div(100).unwrap_or_default(), hundredths.checked_rem(100));
    format!("{percent}.{:02} %", rest.unwrap_or_default())
}

/// `weight / whole` of `of`, cut off.
fn part(weight: u64, whole: u64, of: u64) -> u64 {
    let product = u128::from(weight).checked_mul(u128::from(of));
    let part = product.and_then(|product| product.checked_div(u128::from(whole)));
    part.and_then(|part| u64::try_from(part).ok()).unwrap_or_default()
}

/// Lines that fit the picture.
fn broken(text: &str) -> Vec<String> {
    const MOST: usize = 92;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count().saturating_add(word.chars().count()) < MOST => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    lines
}
