//! The search for groups: one form of question, sums that refute it, and a diagram where sums do not.

pub(crate) mod ask;
mod diagram;
mod multipliers;
pub(crate) mod question;
mod reach;
mod refute;
mod repair;
mod tried;

use alloc::vec::Vec;

pub(crate) use ask::{Side, Voting, participating};
pub(crate) use question::{Question, holds};
pub(crate) use reach::Reach;
pub(crate) use refute::Refuter;

use crate::{Effort, Proof};

/// What a search came to.
pub(crate) enum Found {
    /// These choices reach the goal.
    Choices(Vec<usize>),
    /// None do.
    Nothing(Proof),
    /// There was too little effort to say.
    Undecided,
}

impl Question {
    /// Choices that reach the goal, at most `size` of them other than the first where a size is given.
    pub(crate) fn find(&self, size: Option<usize>, effort: &mut Effort) -> Found {
        let mut refuter = Refuter::new(self);
        if let Some(proof) = refuter.refute(size, effort) {
            return Found::Nothing(proof);
        }
        if let Some(choices) = refuter.found {
            return Found::Choices(choices);
        }
        self.follow(size, effort)
    }

    /// As [`Question::find`], once sums have not refuted it.
    pub(crate) fn follow(&self, size: Option<usize>, effort: &mut Effort) -> Found {
        match diagram::follow(self, size, effort) {
            Found::Nothing(diagram) => {
                let tried = tried::few(self, size);
                Found::Nothing(tried.map_or(diagram, |tried| Proof::Exhausted { tried }))
            }
            other => other,
        }
    }
}

#[cfg(test)]
mod tests;
