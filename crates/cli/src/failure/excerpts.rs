//! The text around a fault: whole lines, and of one that nobody reads to its end what is near the fault.

use std::collections::BTreeMap;
use std::ops::Range;

use miette::{
    LabeledSpan, MietteError, MietteSpanContents, NamedSource, SourceCode, SourceSpan, SpanContents,
};
use quorate_charter::misleads;

/// So many lines of what is wrong are shown.
const LINES: usize = 5;
/// The longest line that is shown whole, and how much of a longer one is shown either side of where a fault begins and ends, in
/// characters.
const WHOLE: usize = 200;
const AROUND: usize = 80;

/// What is shown of a text; where something stands in a line is told as in the whole.
#[derive(Debug)]
pub(crate) struct Excerpt {
    shown: NamedSource<String>,
    /// How many characters are before a label in its line, by where it begins in what is shown.
    columns: BTreeMap<usize, usize>,
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let read = self.shown.read_span(span, before, after)?;
        // With lines around it, what is read begins where a line does.
        if before > 0 || after > 0 {
            return Ok(read);
        }
        let column = self.columns.get(&span.offset()).copied().unwrap_or(read.column());
        let name = self.shown.name().to_owned();
        let (line, lines) = (read.line(), read.line_count());
        let whole = MietteSpanContents::new_named(name, read.data(), *read.span(), line, column, lines);
        Ok(Box::new(whole))
    }
}

/// A text to show around what is labelled, and the labels at their places in it. What would command a terminal, or is not seen,
/// is shown as so many spaces.
pub(super) fn excerpt(name: &str, text: &str, labels: &[LabeledSpan]) -> (Box<Excerpt>, Vec<LabeledSpan>) {
    let plain = |c: char| match c {
        '\n' | '\t' => c.to_string(),
        c if misleads(c) => " ".repeat(c.len_utf8()),
        c => c.to_string(),
    };
    let labels: Vec<LabeledSpan> = labels.iter().map(|label| begun(text, label)).collect();
    let mut cut = Cut::default();
    cut.take(&text.chars().map(plain).collect::<String>(), &borders(&labels));
    // What is at the end of a text is shown at the end of its last line.
    if !cut.text.ends_with('\n') {
        cut.text.push('\n');
    }
    let last = cut.text.len().saturating_sub(1);
    let mut columns = BTreeMap::new();
    let mut moved = |label: &LabeledSpan| {
        let (from, to) = (cut.at(label.offset()), cut.at(label.offset().saturating_add(label.len())));
        columns.insert(from.min(last), column(text, label.offset()));
        LabeledSpan::new(label.label().map(str::to_owned), from.min(last), to.saturating_sub(from))
    };
    let labels = labels.iter().map(&mut moved).collect();
    (Box::new(Excerpt { shown: NamedSource::new(name, cut.text), columns }), labels)
}

/// A label of the first lines of what it is at.
fn begun(text: &str, label: &LabeledSpan) -> LabeledSpan {
    let (from, len) = (label.offset(), label.len());
    let wrong = text.get(from..from.saturating_add(len)).unwrap_or_default();
    let end = wrong.match_indices('\n').nth(LINES.saturating_sub(1)).map_or(len, |(end, _)| end);
    LabeledSpan::new(label.label().map(str::to_owned), from, end)
}

/// How many characters are before a place in its line; a byte order mark is none. What is behind the last line is at its end.
fn column(text: &str, place: usize) -> usize {
    let before = text.get(..place).unwrap_or(text);
    let before = if place < text.len() { before } else { before.strip_suffix('\n').unwrap_or(before) };
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.trim_start_matches('\u{feff}').chars().count()
}

/// Where labels begin and end, in the order of the text.
fn borders(labels: &[LabeledSpan]) -> Vec<usize> {
    let ends = |label: &LabeledSpan| [label.offset(), label.offset().saturating_add(label.len())];
    let mut borders: Vec<usize> = labels.iter().flat_map(ends).collect();
    borders.sort_unstable();
    borders.dedup();
    borders
}

/// A piece of a text: where it stands in the whole, and where it begins here.
struct Piece {
    whole: Range<usize>,
    at: usize,
}

/// A text with gaps.
#[derive(Default)]
struct Cut {
    text: String,
    pieces: Vec<Piece>,
}

impl Cut {
    fn take(&mut self, text: &str, borders: &[usize]) {
        let mut start = 0_usize;
        for line in text.split_inclusive('\n') {
            let end = start.saturating_add(line.len());
            if line.chars().count() <= WHOLE {
                self.push(start, line);
            } else {
                let ended = start.saturating_add(line.trim_end_matches('\n').len());
                self.shorten(start, line, borders.iter().filter(|at| (start..=ended).contains(at)));
            }
            start = end;
        }
        // A fault can be at the end of the text, behind its last line.
        if text.ends_with('\n') {
            self.push(start, "");
        }
    }

    /// A line of which only what is around these places is shown; its beginning, where there is none.
    fn shorten<'b>(&mut self, start: usize, line: &str, borders: impl Iterator<Item = &'b usize>) {
        let mut shown: Vec<Range<usize>> = borders.map(|at| around(line, at.saturating_sub(start))).collect();
        if shown.is_empty() {
            shown.push(around(line, 0));
        }
        let ended = line.trim_end_matches('\n').len();
        shown.push(ended..line.len());
        let mut next = 0;
        for piece in shown {
            let from = piece.start.max(next);
            if from > next {
                self.text.push('…');
            }
            self.push(start.saturating_add(from), line.get(from..piece.end).unwrap_or_default());
            next = next.max(piece.end);
        }
    }

    fn push(&mut self, start: usize, piece: &str) {
        let whole = start..start.saturating_add(piece.len());
        self.pieces.push(Piece { whole, at: self.text.len() });
        self.text.push_str(piece);
    }

    /// Where a place of the whole text is here.
    fn at(&self, place: usize) -> usize {
        let behind = self.pieces.partition_point(|piece| piece.whole.start <= place);
        let Some(piece) = behind.checked_sub(1).and_then(|last| self.pieces.get(last)) else {
            return 0;
        };
        piece.at.saturating_add(place.min(piece.whole.end).saturating_sub(piece.whole.start))
    }
}

/// The bytes of so many characters either side of a place in a line.
fn around(line: &str, at: usize) -> Range<usize> {
    let (before, behind) = line.split_at_checked(at).unwrap_or((line, ""));
    let from = before.char_indices().rev().take(AROUND).last().map_or(at, |(from, _)| from);
    let to = behind.char_indices().nth(AROUND).map_or(line.len(), |(to, _)| at.saturating_add(to));
    from..to
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is shown, and what of it each label is at.
    fn shown(text: &str, labels: &[Range<usize>]) -> (String, Vec<String>) {
        let labels: Vec<LabeledSpan> =
            labels.iter().map(|at| LabeledSpan::new_with_span(None, at.clone())).collect();
        let (source, labels) = excerpt("file", text, &labels);
        let of = |label: &LabeledSpan| {
            let read = source.read_span(label.inner(), 0, 0).unwrap();
            let whole = std::str::from_utf8(read.data()).unwrap();
            let from = label.offset().checked_sub(read.span().offset()).unwrap();
            whole.split_at(from).1.split_at(label.len()).0.to_owned()
        };
        let told = labels.iter().map(of).collect();
        (source.shown.inner().clone(), told)
    }

    #[test]
    fn where_it_stands_in_its_line_is_told_as_in_the_whole() {
        let text = format!("a = 1\n{}wrong{}\nb = 2", "é".repeat(300), "y".repeat(300));
        let column = |at: usize, line, expected| {
            let (source, labels) =
                excerpt("file", &text, &[LabeledSpan::new_with_span(None, at..at.saturating_add(1))]);
            let read = source.read_span(labels[0].inner(), 0, 0).unwrap();
            assert_eq!((read.name(), read.line(), read.column()), (Some("file"), line, expected));
        };
        column(4, 0, 4);
        column(606, 1, 300);
        column(text.len() - 1, 2, 4);
        column(text.len(), 2, 5);
        for (at, expected) in [(7..8, 4), (9..9, 5)] {
            let (source, labels) =
                excerpt("file", "\u{feff}a = 1\n", &[LabeledSpan::new_with_span(None, at)]);
            let read = source.read_span(labels[0].inner(), 0, 0).unwrap();
            assert_eq!((read.line(), read.column()), (0, expected));
        }
    }

    #[test]
    fn of_what_goes_over_many_lines_the_first_are_shown() {
        let lines = |count: usize| "x\n".repeat(count);
        for (count, shown_lines) in [(4, 4), (5, 5), (6, 5), (10_000, 5)] {
            let text = format!("a = {}b = 2\n", lines(count));
            let wrong = 4..4 + 2 * count;
            let (_, labels) = shown(&text, std::slice::from_ref(&wrong));
            assert_eq!(labels[0].lines().count(), shown_lines, "{count}");
        }
    }

    #[test]
    fn short_lines_are_whole_and_nothing_in_them_steers() {
        let text = "a = \"é\"\nb = \"\u{202e}\u{1b}\"\n";
        let (told, labels) = shown(text, &[4..8, text.len()..text.len()]);
        assert_eq!(
            (told.as_str(), labels),
            ("a = \"é\"\nb = \"    \"\n", vec!["\"é\"".to_owned(), String::new()])
        );
    }

    #[test]
    fn of_a_long_line_what_is_around_the_faults_is_shown_with_its_labels() {
        let (before, wrong, behind) = ("é".repeat(5_000), "z".repeat(5_000), "y".repeat(5_000));
        let text = format!("a = 1\n{before}{wrong}{behind}\nb = 2\n");
        let at = 6 + before.len();
        let (told, labels) = shown(&text, &[0..1, at..at + 5_000, text.len() - 6..text.len() - 5]);
        let (few, z) = (AROUND, "z".repeat(AROUND));
        let line = format!("…{}{z}…{z}{}…", "é".repeat(few), "y".repeat(few));
        assert_eq!(told, format!("a = 1\n{line}\nb = 2\n"));
        assert_eq!(labels, ["a".to_owned(), format!("{z}…{z}"), "b".to_owned()]);
        // Two faults near each other, the end of the text, and a line without any.
        let text = "x".repeat(1_000);
        let (told, labels) = shown(&text, &[500..510, 512..513, 1_000..1_000]);
        assert_eq!(labels, ["x".repeat(10), "x".to_owned(), String::new()]);
        assert_eq!(told.chars().count(), 1 + 80 + 13 + 80 + 1 + 80 + 1);
        assert_eq!(
            shown(&format!("{text}\na\n"), &[1_001..1_002, 1_002..1_002]).0,
            format!("{}…\na\n", "x".repeat(AROUND))
        );
    }
}
