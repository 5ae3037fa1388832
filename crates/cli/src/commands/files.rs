//! Files that someone names on the command line: read up to a limit, whatever their size.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::failure::Failure;

/// At most this many bytes of the file, and one more to see that it has more.
pub(crate) fn read_bytes(path: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let read = || -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|source| Failure::File { path: path.into(), source })
}

/// The same for a text, and the name to tell faults by.
pub(crate) fn read_text(path: &Path, most: usize) -> Result<(String, String), Failure> {
    let name = path.display().to_string();
    let text = String::from_utf8(read_bytes(path, most)?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::usage(format!("{name} is not a text: byte {at} is not UTF-8"), "name a text file")
    })?;
    Ok((name, text))
}
