//! The text around a fault: whole lines, and of one that nobody reads to its end what is near the fault.

use std::ops::Range;

use miette::{
    LabeledSpan, MietteError, MietteSpanContents, NamedSource, SourceCode, SourceSpan, SpanContents,
};
use quorate_charter::misleads;

/// The longest line that is shown whole, and how much of a longer one is shown either side of where a fault begins and ends, in
/// characters.
const WHOLE: usize = 200;
const AROUND: usize = 80;

/// What is shown of a text; where something stands in a line is told as in the whole.
#[derive(Debug)]
pub(crate) struct Excerpt {
    shown: NamedSource<String>,
    pieces: Vec<Piece>,
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
        let behind = self.pieces.partition_point(|piece| piece.at <= span.offset());
        let piece = behind.checked_sub(1).and_then(|last| self.pieces.get(last));
        let in_piece = |piece: &Piece| {
            let into = span.offset().saturating_sub(piece.at).min(piece.whole.len());
            piece.column.saturating_add(into)
        };
        let column = piece.map_or(read.column(), in_piece);
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
    let mut cut = Cut::default();
    cut.take(&text.chars().map(plain).collect::<String>(), &borders(labels));
    // What is at the end of a text is shown at the end of its last line.
    if !cut.text.ends_with('\n') {
        cut.text.push('\n');
    }
    let last = cut.text.len().saturating_sub(1);
    let moved = |label: &LabeledSpan| {
        let (from, to) = (cut.at(label.offset()), cut.at(label.offset().saturating_add(label.len())));
        LabeledSpan::new(label.label().map(str::to_owned), from.min(last), to.saturating_sub(from))
    };
    let labels = labels.iter().map(moved).collect();
    (Box::new(Excerpt { shown: NamedSource::new(name, cut.text), pieces: cut.pieces }), labels)
}

/// Where labels begin and end, in the order of the text.
fn borders(labels: &[LabeledSpan]) -> Vec<usize> {
    let ends = |label: &LabeledSpan| [label.offset(), label.offset().saturating_add(label.len())];
    let mut borders: Vec<usize> = labels.iter().flat_map(ends).collect();
    borders.sort_unstable();
    borders.dedup();
    borders
}

/// A piece of a text: where it stands in the whole, where it begins here, and how many bytes of its line are before it in the
/// whole.
#[derive(Debug)]
struct Piece {
    whole: Range<usize>,
    at: usize,
    column: usize,
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
                self.push(start, 0, line);
            } else {
                let ended = start.saturating_add(line.trim_end_matches('\n').len());
                self.shorten(start, line, borders.iter().filter(|at| (start..=ended).contains(at)));
            }
            start = end;
        }
        // A fault can be at the end of the text, behind its last line.
        if text.ends_with('\n') {
            self.push(start, 0, "");
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
            self.push(start, from, line.get(from..piece.end).unwrap_or_default());
            next = next.max(piece.end);
        }
    }

    /// A piece of the line that begins at `start`, so many bytes on.
    fn push(&mut self, start: usize, column: usize, piece: &str) {
        let from = start.saturating_add(column);
        let whole = from..from.saturating_add(piece.len());
        self.pieces.push(Piece { whole, at: self.text.len(), column });
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
        column(606, 1, 600);
        column(text.len() - 1, 2, 4);
        column(text.len(), 2, 5);
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
