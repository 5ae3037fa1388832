//! Sums that show at once that no group can: a demand, or several added up, for which whoever it is has too
//! little.

use alloc::vec;
use alloc::vec::Vec;

use super::question::{Atom, Goal, Question};
use super::{multipliers, repair};
use crate::{Effort, Place, Proof, Term};

/// How many places of one proof are looked at; where more would be needed, the diagram is the shorter way.
const MOST_PLACES: u64 = 2_000;

/// The part of the effort left that all of these places may take together.
const SHARE: u64 = 8;

/// Looks for sums that refute a question, and remembers a group that it happens to find.
pub(crate) struct Refuter<'q> {
    pub(crate) question: &'q Question,
    /// For each atom, the most that groups of 0, 1, 2 ... seats have.
    most: Vec<Vec<i128>>,
    /// How many seats a group may have, at most; `None` where that is no matter.
    pub(crate) size: Option<usize>,
    /// Choices that reach the goal.
    pub(crate) found: Option<Vec<usize>>,
    /// How many places may still be looked at.
    places: Effort,
    /// The additions made at this place, and the most that may be.
    additions: usize,
    most_additions: usize,
}

/// What has to be so at one place of the search.
#[derive(Clone, Default)]
struct Asked<'q> {
    atoms: Vec<usize>,
    lists: Vec<Open<'q>>,
}

/// A list of which so many parts have to be reached, among those not looked at yet.
#[derive(Clone)]
struct Open<'q> {
    place: Place,
    least: usize,
    parts: Vec<(usize, &'q Goal)>,
}

impl<'q> Refuter<'q> {
    pub(crate) fn new(question: &'q Question) -> Self {
        let most = question.atoms.iter().map(|atom| most_by_size(question, atom)).collect();
        Self {
            question,
            most,
            size: None,
            found: None,
            places: Effort::steps(0),
            additions: 0,
            most_additions: 0,
        }
    }

    /// A proof that no group of at most `size` seats reaches the goal, or none if these sums do not show it.
    pub(crate) fn refute(&mut self, size: Option<usize>, effort: &mut Effort) -> Option<Proof> {
        let mut sums = Effort::steps(effort.left().div_ceil(SHARE));
        let before = sums.left();
        self.places = Effort::steps(MOST_PLACES);
        let proof = self.refuted(size, &mut sums);
        sums.work(core::mem::take(&mut self.additions));
        effort.spend(before.saturating_sub(sums.left()));
        proof
    }

    fn refuted(&mut self, size: Option<usize>, effort: &mut Effort) -> Option<Proof> {
        self.size = size;
        self.found = None;
        let mut asked = Asked::default();
        asked.add(&self.question.goal);
        self.proof(asked, effort)
    }

    fn proof(&mut self, mut asked: Asked<'q>, effort: &mut Effort) -> Option<Proof> {
        effort.work(core::mem::take(&mut self.additions));
        if !effort.step() || !self.places.step() {
            return None;
        }
        self.most_additions = effort.additions();
        if let Some(proof) = asked.atoms.iter().find_map(|&atom| self.single(atom)) {
            return Some(proof);
        }
        if let Some(proof) = self.several(&asked.atoms) {
            return Some(proof);
        }
        if self.found.is_none() && asked.lists.is_empty() {
            repair::search(self, &asked.atoms);
        }
        if self.found.is_some() || asked.lists.is_empty() {
            return None;
        }
        let mut list = asked.lists.remove(0);
        let mut refuted = Vec::new();
        // Each part is refuted together with as many of the others as are needed beside it; then it is out, until
        // too few are left.
        while list.parts.len() >= list.least {
            let (number, part) = list.parts.remove(0);
            let mut with = asked.clone();
            with.add(part);
            with.open(Open {
                place: list.place,
                least: list.least.saturating_sub(1),
                parts: list.parts.clone(),
            });
            refuted.push((number, self.proof(with, effort)?));
        }
        Some(Proof::Parts { of: list.place, refuted })
    }

    /// One demand alone.
    fn single(&self, atom: usize) -> Option<Proof> {
        let (its, most) = (self.question.atoms.get(atom)?, self.most.get(atom)?);
        let most = match self.size {
            Some(size) => most.get(size).or(most.last())?,
            None => most.last()?,
        };
        if *most >= its.need {
            return None;
        }
        Some(Proof::Short {
            terms: vec![Term { demand: its.demand, times: 1 }],
            most: most.saturating_add(its.base),
            needed: its.need.saturating_add(its.base),
        })
    }

    /// Several demands added up. On the way, the groups that have most are tried.
    fn several(&mut self, atoms: &[usize]) -> Option<Proof> {
        let open: Vec<usize> = atoms.iter().copied().filter(|&atom| !self.is_free(atom)).collect();
        let open = if open.is_empty() { atoms.iter().copied().take(1).collect() } else { open };
        multipliers::search(self, &open).and_then(|times| self.added_up(&open, &times))
    }

    /// Whether every group of the size asked for meets this demand: it counts seats.
    fn is_free(&self, atom: usize) -> bool {
        let Some(its) = self.question.atoms.get(atom) else { return true };
        let same = its.adds.windows(2).all(|pair| pair.first() == pair.last());
        its.need <= 0 && its.adds.iter().all(|adds| *adds >= 0) || self.size.is_some() && same
    }

    /// What a seat's best choice adds to these atoms together, and the choice; 0 where nothing helps.
    fn best(&self, seat: usize, atoms: &[(&Atom, i128)]) -> (i128, usize) {
        let value = |choice: usize| {
            let add = |sum: i128, (atom, times): &(&Atom, i128)| {
                sum.saturating_add(self.question.adds(atom, seat, choice).saturating_mul(*times))
            };
            atoms.iter().fold(0, add)
        };
        (1..self.question.choices)
            .map(|choice| (value(choice), choice))
            .fold((0, 0), |best, next| if next.0 > best.0 { next } else { best })
    }

    /// The choices that have most of these atoms, counted so many times each, how much that is, and how much is
    /// needed.
    pub(crate) fn greatest(&mut self, atoms: &[usize], times: &[i128]) -> (Vec<usize>, i128, i128) {
        let counted: Vec<(&Atom, i128)> = atoms
            .iter()
            .zip(times)
            .filter(|(_, times)| **times > 0)
            .filter_map(|(&atom, &times)| Some((self.question.atoms.get(atom)?, times)))
            .collect();
        let seats = self.question.seats.len();
        // Each choice of each seat, and sorting.
        self.adds(counted.len().saturating_mul(self.question.choices).saturating_add(8), seats);
        let mut best: Vec<(i128, usize, usize)> = (0..seats)
            .map(|seat| {
                let (value, choice) = self.best(seat, &counted);
                (value, choice, seat)
            })
            .filter(|(_, choice, _)| *choice > 0)
            .collect();
        if let Some(size) = self.size
            && size < best.len()
        {
            best.select_nth_unstable_by(size, |a, b| b.0.cmp(&a.0).then(a.2.cmp(&b.2)));
            best.truncate(size);
        }
        let mut choices = vec![0; seats];
        let mut most = 0_i128;
        for (value, choice, seat) in best {
            most = most.saturating_add(value);
            if let Some(made) = choices.get_mut(seat) {
                *made = choice;
            }
        }
        let need =
            |sum: i128, (atom, times): &(&Atom, i128)| sum.saturating_add(atom.need.saturating_mul(*times));
        let needed = counted.iter().fold(0, need);
        (choices, most, needed)
    }

    /// Whether there is no effort left for more at this place.
    pub(crate) fn is_spent(&self) -> bool {
        self.additions > self.most_additions
    }

    /// Counts so many additions for each of so many.
    pub(crate) fn adds(&mut self, additions: usize, each: usize) {
        self.additions = self.additions.saturating_add(additions.saturating_mul(each));
    }

    fn added_up(&mut self, atoms: &[usize], times: &[i128]) -> Option<Proof> {
        let (_, most, needed) = self.greatest(atoms, times);
        let mut terms = Vec::new();
        let mut base = 0_i128;
        for (&atom, &times) in atoms.iter().zip(times).filter(|(_, times)| **times > 0) {
            let its = self.question.atoms.get(atom)?;
            base = base.saturating_add(its.base.saturating_mul(times));
            terms.push(Term { demand: its.demand, times });
        }
        Some(Proof::Short { terms, most: most.saturating_add(base), needed: needed.saturating_add(base) })
    }

    /// Keeps these choices if they reach the goal.
    pub(crate) fn consider(&mut self, choices: Vec<usize>) {
        if self.found.is_none() {
            self.adds(self.question.atoms.len(), choices.len());
            if self.question.reached(&self.question.sums(&choices)) {
                self.found = Some(choices);
            }
        }
    }
}

impl<'q> Asked<'q> {
    fn add(&mut self, goal: &'q Goal) {
        match goal {
            Goal::Atom(atom) => self.atoms.push(*atom),
            Goal::List { place, least, parts } => {
                self.open(Open { place: *place, least: *least, parts: parts.iter().enumerate().collect() });
            }
        }
    }

    /// Adds a list; one of which every part must be reached is its parts.
    fn open(&mut self, list: Open<'q>) {
        if list.least == list.parts.len() {
            list.parts.into_iter().for_each(|(_, part)| self.add(part));
        } else if list.least > 0 {
            self.lists.push(list);
        }
    }
}

/// The most that groups of 0, 1, 2 ... seats have of an atom.
fn most_by_size(question: &Question, atom: &Atom) -> Vec<i128> {
    let mut most: Vec<i128> = (0..question.seats.len()).map(|seat| question.most(atom, seat)).collect();
    most.sort_unstable_by(|a, b| b.cmp(a));
    let mut sums = vec![0];
    let mut sum = 0_i128;
    for value in most {
        sum = sum.saturating_add(value);
        sums.push(sum);
    }
    sums
}
