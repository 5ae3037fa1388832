//! All of it for programs.

use quorate_foresight::blocs::{Alignment, Minimum, Partition, State};
use serde_json::{Value, json};

use super::names::code;
use super::{ASSUMED, Looked};
use crate::present::EXERCISE;

pub(super) fn json(looked: &Looked) -> String {
    let (case, best) = (&looked.case, &looked.best);
    let landscape = case.landscape();
    let blocs: Vec<Value> = best
        .blocs
        .iter()
        .map(|bloc| json!({ "states": codes(looked, &bloc.states), "part-per-mille": bloc.part, "cohesion": bloc.cohesion }))
        .collect();
    let states = case.states().iter().zip(&best.standings).enumerate().map(|(place, (state, standing))| {
        let State { code, name, size, source } = state;
        json!({
            "code": code.to_string(), "name": name, "size": size, "source": source,
            "tied": landscape.is_tied(place), "second-bloc": best.partition.is_second(place),
            "frustration": standing.frustration, "held-by": standing.hold, "energy-if-it-changed-side": standing.rise,
        })
    });
    let states: Vec<Value> = states.collect();
    let minimum = |minimum: &Minimum| {
        let Minimum { partition, energy, basin } = minimum;
        json!({ "blocs": sides(looked, *partition), "energy": energy, "lead-to-it": basin })
    };
    let minima: Vec<Value> = looked.survey.minima.iter().take(looked.limit).map(minimum).collect();
    let alignment = |alignment: &Alignment| {
        let Alignment { name, partition, source } = alignment;
        json!({
            "name": name, "source": source, "blocs": sides(looked, *partition), "energy": landscape.energy(*partition),
            "is-minimum": landscape.is_minimum(*partition),
            "otherwise": codes(looked, &landscape.apart(*partition, best.partition)),
        })
    };
    let alignments: Vec<Value> = case.alignments().iter().map(alignment).collect();
    let whole = json!({
        "exercise": EXERCISE,
        "assumed": ASSUMED,
        "title": case.title(),
        "exact": looked.survey.is_exact,
        "tried": looked.survey.tried,
        "energy": best.energy,
        "gap": looked.survey.gap(),
        "satisfied-per-mille": best.satisfied,
        "cohesion": best.cohesion,
        "pivotal": best.pivotal.map(|state| code(case, state)),
        "blocs": blocs,
        "states": states,
        "minima-count": looked.survey.minima.len(),
        "minima": minima,
        "alignments": alignments,
    });
    format!("{whole:#}\n")
}

fn codes(looked: &Looked, states: &[usize]) -> Vec<String> {
    states.iter().map(|state| code(&looked.case, *state)).collect()
}

fn sides(looked: &Looked, partition: Partition) -> Vec<Vec<String>> {
    looked.case.landscape().blocs(partition).iter().map(|bloc| codes(looked, &bloc.states)).collect()
}
