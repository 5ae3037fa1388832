//! What people see in a terminal: plain text, readable aloud, never by colour alone.

mod bar;
mod columns;
mod grid;
mod markup;
mod progress;
mod register;
mod said;
mod statements;
mod text;

use std::io::{self, Write};

use miette::{GraphicalReportHandler, GraphicalTheme};

pub(crate) use bar::bar;
pub(crate) use columns::columns;
pub(crate) use grid::grids;
pub(crate) use markup::escaped;
pub(crate) use progress::Progress;
pub(crate) use quorate_charter::visible;
pub(crate) use register::{register, width};
pub(crate) use said::said;
pub(crate) use statements::statements;
pub(crate) use text::{brief_lines, shell, together, unbroken, visible_lines, wrapped};

use crate::failure::Failure;

/// The line that stands on top of every exercise.
pub(crate) const EXERCISE: &str = "EXERCISE. A scenario built from a press article whose claims could not be confirmed; \
countries' conduct is a test input, not a report or an expectation.";

/// Where everything is written.
pub(crate) struct Screen {
    out: io::BufWriter<io::Stdout>,
}

impl Screen {
    pub(crate) fn new() -> Screen {
        Screen { out: io::BufWriter::new(io::stdout()) }
    }

    /// Writes a line.
    pub(crate) fn line(&mut self, text: &str) -> Result<(), Failure> {
        writeln!(self.out, "{text}").map_err(Failure::Output)
    }

    /// Writes text as it is.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), Failure> {
        write!(self.out, "{text}").map_err(Failure::Output)
    }

    /// Writes a paragraph, broken into lines that a narrow terminal holds.
    pub(crate) fn paragraph(&mut self, indent: &str, text: &str) -> Result<(), Failure> {
        for line in wrapped(text, WIDTH.saturating_sub(indent.len())) {
            self.line(&format!("{indent}{line}"))?;
        }
        Ok(())
    }

    /// Writes what happened beside when it happened.
    pub(crate) fn entry(&mut self, when: &str, what: &str) -> Result<(), Failure> {
        let mut label = when;
        for line in wrapped(what, WIDTH.saturating_sub(WHEN)) {
            self.line(format!("   {label:<20}  {line}").trim_end())?;
            label = "";
        }
        Ok(())
    }

    /// Writes an item of a list.
    pub(crate) fn item(&mut self, text: &str) -> Result<(), Failure> {
        let mut mark = "-";
        for line in wrapped(text, WIDTH.saturating_sub(5)) {
            self.line(&format!("   {mark} {line}"))?;
            mark = " ";
        }
        Ok(())
    }

    /// Brings what was written before the reader.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        self.out.flush().map_err(Failure::Output)
    }

    /// Brings all that was written before the reader, unless the reader went away (a closed pipe): it had what it wanted.
    pub(crate) fn end(&mut self) -> Result<(), Failure> {
        self.out.flush().or_else(unless_closed).map_err(Failure::Output)
    }

    /// Tells a failure on the standard error. A reader that went away (a closed pipe) is told nothing.
    pub(crate) fn failed(&mut self, failure: &Failure) {
        let _ = self.out.flush();
        if matches!(failure, Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe) {
            return;
        }
        let mut text = String::new();
        let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).with_width(WIDTH);
        if handler.render_report(&mut text, failure).is_err() {
            text = failure.to_string();
        }
        // Causes and names of files may have words of others in them, too.
        let _ = writeln!(io::stderr(), "{}", visible_lines(text.trim_end()));
    }
}

/// A reader that went away (a closed pipe) is no error at the end.
pub(crate) fn unless_closed(error: io::Error) -> Result<(), io::Error> {
    if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // A write that fails here has nobody left to be told.
        let _ = self.out.flush();
    }
}

/// The width for which text is broken.
pub(crate) const WIDTH: usize = 100;

/// The width of a moment beside what happened.
const WHEN: usize = 25;
