//! How far something long is, in place, where somebody looks.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::Instant;

/// How wide the bar is.
const WIDTH: u64 = 20;

/// Something of which so much is to be done.
pub(crate) struct Progress {
    begun: Instant,
    all: u64,
    done: u64,
    /// What is counted.
    of: &'static str,
}

impl Progress {
    pub(crate) fn begin(all: u64, of: &'static str) -> Progress {
        Progress { begun: Instant::now(), all, done: 0, of }
    }

    /// So much more is done.
    pub(crate) fn did(&mut self, more: u64) {
        self.done = self.done.saturating_add(more);
        let mut error = io::stderr();
        if !error.is_terminal() {
            return;
        }
        let is_done = self.done >= self.all;
        let line = if is_done { String::new() } else { self.bar(self.begun.elapsed().as_secs()) };
        // Whoever cannot be shown how far it is still has what comes out.
        write!(error, "\r{line}\x1b[K").and_then(|()| error.flush()).ok();
    }

    /// How far it is, and how many seconds are left at the same pace.
    fn bar(&self, seconds: u64) -> String {
        let Progress { all, done, of, .. } = *self;
        let share = |whole: u64| {
            let part = u128::from(done).saturating_mul(u128::from(whole)).checked_div(u128::from(all));
            part.and_then(|part| u64::try_from(part).ok()).unwrap_or_default()
        };
        let filled = usize::try_from(share(WIDTH)).unwrap_or_default();
        let width = usize::try_from(WIDTH).unwrap_or_default();
        let left = u128::from(seconds)
            .saturating_mul(u128::from(all.saturating_sub(done)))
            .checked_div(u128::from(done));
        let left = left.filter(|_| seconds > 0).map(|left| format!(", {left} s left")).unwrap_or_default();
        format!("[{:<width$}] {} %, {done} of {all} {of}{left}", "=".repeat(filled), share(100))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_tells_how_far_it_is_and_how_long_it_takes() {
        let bar = |done, all, of, seconds| Progress { done, ..Progress::begin(all, of) }.bar(seconds);
        assert_eq!(bar(0, 10, "runs", 0), "[                    ] 0 %, 0 of 10 runs");
        assert_eq!(bar(5, 20, "runs", 3), "[=====               ] 25 %, 5 of 20 runs, 9 s left");
        assert_eq!(bar(1, 2, "questions", 0), "[==========          ] 50 %, 1 of 2 questions");
    }
}
