//! An attacker who takes over a node, or whoever carries things, looks for what is secret in all there is.

use std::fs;
use std::path::Path;

use crate::failure::Failure;

/// What was searched, and how often something secret was in it.
#[derive(Default)]
pub(super) struct Found {
    pub(super) files: usize,
    pub(super) bytes: usize,
    pub(super) secrets: usize,
}

/// Searches every file below these folders, and these bytes.
pub(super) fn search(folders: &[&Path], carried: &[Vec<u8>], secrets: &[&[u8]]) -> Result<Found, Failure> {
    let mut found = Found::default();
    for folder in folders {
        below(folder, secrets, &mut found)?;
    }
    for bytes in carried {
        look(bytes, secrets, &mut found);
    }
    Ok(found)
}

fn below(folder: &Path, secrets: &[&[u8]], found: &mut Found) -> Result<(), Failure> {
    let failed = |source| Failure::File { path: folder.into(), to_be: "read", source };
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let kind = entry.file_type().map_err(failed)?;
        if kind.is_dir() {
            below(&entry.path(), secrets, found)?;
        } else if kind.is_file() {
            look(&fs::read(entry.path()).map_err(failed)?, secrets, found);
        }
    }
    Ok(())
}

fn look(bytes: &[u8], secrets: &[&[u8]], found: &mut Found) {
    found.files = found.files.saturating_add(1);
    found.bytes = found.bytes.saturating_add(bytes.len());
    let has = |secret: &&&[u8]| bytes.windows(secret.len().max(1)).any(|part| part == **secret);
    found.secrets = found.secrets.saturating_add(secrets.iter().filter(has).count());
}
