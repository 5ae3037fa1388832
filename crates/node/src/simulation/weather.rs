//! What goes wrong around the nodes: what links lose, delay and repeat, who is cut off from whom, and when it changes.

use fastrand::Rng;

/// Which links are cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// None.
    Nothing,
    /// Between two groups: those of the first are named.
    Halves(Vec<usize>),
    /// All to this node; it is heard by all.
    Deaf(usize),
    /// All from this node; it hears all.
    Mute(usize),
    /// Each hears only its neighbours.
    Ring,
}

/// How links behave for a while.
#[derive(Clone, Debug)]
pub(super) struct Weather {
    pub(super) cut: Cut,
    /// In per cent.
    loss: u32,
    repeat: u32,
    /// The longest delay, in milliseconds.
    delay: u64,
}

impl Weather {
    /// All is well.
    pub(super) fn fair() -> Weather {
        Weather { cut: Cut::Nothing, loss: 0, repeat: 0, delay: 20 }
    }

    /// Something goes wrong, or nothing.
    pub(super) fn thrown(dice: &mut Rng, nodes: usize) -> Weather {
        let one = dice.usize(0..nodes);
        let cut = match dice.u32(0..8) {
            0 => Cut::Halves((0..nodes).filter(|_| dice.bool()).collect()),
            1 => Cut::Halves(vec![one]),
            2 => Cut::Deaf(one),
            3 => Cut::Mute(one),
            4 => Cut::Ring,
            _ => Cut::Nothing,
        };
        let delay = if dice.u32(0..5) == 0 { 2_500 } else { 80 };
        Weather { cut, loss: dice.u32(0..20), repeat: dice.u32(0..10), delay }
    }

    /// When a message arrives that is sent now: after how many milliseconds, each time that it does.
    pub(super) fn carries(&self, dice: &mut Rng, (from, to, nodes): (usize, usize, usize)) -> Vec<u64> {
        if self.is_cut(from, to, nodes) || dice.u32(0..100) < self.loss {
            return Vec::new();
        }
        let times = if dice.u32(0..100) < self.repeat { 2 } else { 1 };
        (0..times).map(|_| dice.u64(1..=self.delay)).collect()
    }

    fn is_cut(&self, from: usize, to: usize, nodes: usize) -> bool {
        match &self.cut {
            Cut::Nothing => false,
            Cut::Halves(first) => first.contains(&from) != first.contains(&to),
            Cut::Deaf(node) => to == *node,
            Cut::Mute(node) => from == *node,
            Cut::Ring => {
                let apart = from.abs_diff(to);
                apart > 1 && apart.saturating_add(1) < nodes
            }
        }
    }
}
