//! How States and blocs are called.

use quorate_foresight::blocs::{Case, Partition};

/// The code of a State.
pub(super) fn code(case: &Case, state: usize) -> String {
    case.states().get(state).map(|state| state.code.to_string()).unwrap_or_default()
}

/// The codes of some, in their order.
pub(super) fn codes(case: &Case, states: &[usize]) -> String {
    states.iter().map(|state| code(case, *state)).collect::<Vec<_>>().join(" ")
}

/// The blocs of a partition, the greatest first.
pub(super) fn blocs(case: &Case, partition: Partition) -> String {
    let blocs = case.landscape().blocs(partition);
    blocs.iter().map(|bloc| codes(case, &bloc.states)).collect::<Vec<_>>().join("  |  ")
}

/// A share, to a tenth of a per cent.
pub(super) fn per_cent(per_mille: i64) -> String {
    let (whole, rest) = (per_mille.checked_div(10), per_mille.checked_rem(10));
    format!("{}.{} %", whole.unwrap_or_default(), rest.unwrap_or_default().abs())
}
