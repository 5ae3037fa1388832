//! The table that is told at the end.

use std::fmt;

/// What a figure is to be.
#[derive(Clone, Copy)]
pub(crate) enum Bound {
    /// Nothing is asked.
    None,
    /// Ours is at least so much of theirs.
    AtLeast(f64),
    /// Ours is at most so many times theirs.
    AtMost(f64),
    /// Ours is at most this, whatever theirs is.
    OursAtMost(f64),
    /// Ours is below this.
    OursBelow(f64),
}

struct Row {
    what: String,
    ours: f64,
    bare: Option<f64>,
    bound: Bound,
}

/// Rows.
#[derive(Default)]
pub(crate) struct Table(Vec<Row>);

impl Table {
    pub(crate) fn row(&mut self, what: &str, [ours, bare]: [f64; 2], bound: Bound) {
        self.0.push(Row { what: what.into(), ours, bare: Some(bare), bound });
    }

    /// A figure that only ours has.
    pub(crate) fn alone(&mut self, what: &str, ours: f64, bound: Bound) {
        self.0.push(Row { what: what.into(), ours, bare: None, bound });
    }
}

impl Row {
    /// The bound in words, and whether it is met.
    fn judged(&self) -> (String, &'static str) {
        let ratio = self.ours / self.bare.unwrap_or(f64::NAN);
        let (words, is_met) = match self.bound {
            Bound::None => return (String::new(), ""),
            Bound::AtLeast(least) => (format!("at least {:.0} %", 100.0 * least), ratio >= least),
            Bound::AtMost(most) => (format!("at most {most:.0} times"), ratio <= most),
            Bound::OursAtMost(most) => (format!("ours at most {most:.0}"), self.ours <= most),
            Bound::OursBelow(most) => (format!("ours below {most:.0}"), self.ours < most),
        };
        (words, if is_met { "met" } else { "NOT MET" })
    }
}

fn number(value: f64) -> String {
    if value >= 1_000.0 { format!("{value:.0}") } else { format!("{value:.2}") }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<38} {:>10} {:>10} {:>7}  {:<16} met", "", "ours", "bare", "ratio", "bound")?;
        for row in &self.0 {
            let bare = row.bare.map(number).unwrap_or_default();
            let ratio = row.bare.map(|bare| format!("{:.2}", row.ours / bare)).unwrap_or_default();
            let (bound, met) = row.judged();
            let (what, ours) = (&row.what, number(row.ours));
            writeln!(f, "{what:<38} {ours:>10} {bare:>10} {ratio:>7}  {bound:<16} {met}")?;
        }
        Ok(())
    }
}
