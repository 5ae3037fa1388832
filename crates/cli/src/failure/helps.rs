//! What to do about an error, in words.

use quorate_charter::Office;
use quorate_node::run::{ClientError, ConfigError, RunError};
use quorate_node::{KeyError, NodeError, StoreError};
use quorate_partnership::Post;

/// Whether what the disk says is not what a node wrote.
pub(super) fn is_damage(error: &NodeError) -> bool {
    matches!(
        error,
        NodeError::Store(StoreError::Damaged(_)) | NodeError::Replay { .. } | NodeError::Left { .. }
    )
}

/// What to do about a node that does not run.
pub(super) const RUN_IT: &str = "run it: `quorate node run --dir DIRECTORY`";

pub(super) fn of_run(error: &RunError) -> String {
    let help = match error {
        RunError::Key(error) => return of_key(error),
        RunError::Node(error) => of_node(error),
        RunError::Links(_) => {
            "the address stands in the directory's node.toml as `listen`; it is taken, or not this machine's"
        }
        RunError::Operations { .. } => {
            "the address stands in the directory's node.toml as `operations`; it is taken, or not this machine's"
        }
        RunError::Pruned { .. } => {
            "run it without `--replay-all`; a node whose blocks are whole can be run with it"
        }
        RunError::Stopped(_) => "nothing that it acknowledged is lost; docs/operating.md says what to do",
        RunError::Config(ConfigError::None(_)) => {
            "`quorate network new` makes a node among nodes; a partnership on one node needs none"
        }
        _ => "",
    };
    help.into()
}

pub(super) fn of_node(error: &NodeError) -> &'static str {
    match error {
        NodeError::Store(StoreError::None(_)) => {
            "`quorate demo --alone --dir DIRECTORY` or `quorate new` begins one there"
        }
        NodeError::Asleep(_) => RUN_IT,
        NodeError::Base { .. } => {
            "another version of the program wrote it: begin anew from the other members' nodes (docs/operating.md, Restoring)"
        }
        NodeError::Served(ClientError::NotYet) => {
            "nothing is lost: `quorate node status` says which nodes are up; giving it again is safe"
        }
        NodeError::Store(StoreError::Exists(_)) => "name a directory that holds no partnership",
        NodeError::Store(StoreError::InUse(_)) => "wait for the other process, or stop it",
        NodeError::Store(StoreError::Damaged(_)) | NodeError::Replay { .. } | NodeError::Left { .. } => {
            "nothing was changed; restore the directory from a copy, and keep the damaged one to find out why"
        }
        _ => "",
    }
}

pub(super) fn of_key(error: &KeyError) -> String {
    match error {
        KeyError::None { post: Post { office: Office::Root | Office::Recovery, .. }, .. } => {
            "root and recovery keys were made when the partnership began; put the file back, or sign where it is: `quorate sign`".into()
        }
        KeyError::None { post: Post { member, office }, .. } => format!(
            "the member's root accredits representatives: `quorate member accredit {office} --for 365d --as {member}/root`"
        ),
        KeyError::Missing(_) => "`quorate key list` says which there are".into(),
        KeyError::Locked(_) => {
            "its passphrase stands in a file: `--passphrase-file FILE`; on a terminal it is asked for".into()
        }
        KeyError::Wrong(_) | KeyError::Changed(_) => {
            "nothing was signed; try its own passphrase, or put back a copy of the file (docs/operating.md, Keys)".into()
        }
        KeyError::Form { .. } => "put back a copy of the file (docs/operating.md, Keys)".into(),
        KeyError::Passphrase { .. } => "a passphrase is one line of at most 1023 bytes".into(),
        KeyError::Short => "take at least twelve characters: six words drawn by chance, for instance".into(),
        KeyError::Sign(_) => "nothing was signed; look at what holds the key, and give the command again".into(),
        KeyError::Exists(_) => "name a directory that holds neither keys nor a partnership".into(),
        _ => String::new(),
    }
}
