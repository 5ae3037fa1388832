//! How much work one try of a passphrase is: docs/decisions/064.

use quorate_node::Cost as OfKeys;
use quorate_vault::agent::Cost as OfAgents;

/// Set to 1 where passphrases hide nothing.
const LITTLE: &str = "QUORATE_LITTLE_WORK";

/// For keys.
pub(crate) fn of_keys() -> OfKeys {
    if is_little() { OfKeys { log_n: 4, r: 8, p: 1 } } else { OfKeys::USUAL }
}

/// For what an agent keeps.
pub(crate) fn of_agents() -> OfAgents {
    if is_little() { OfAgents { log_n: 4, r: 8, p: 1 } } else { OfAgents::USUAL }
}

/// Only where it was asked for, and in no program that is built for use.
fn is_little() -> bool {
    cfg!(debug_assertions) && std::env::var_os(LITTLE).is_some_and(|asked| asked == "1")
}
