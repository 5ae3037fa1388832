//! The form of what stands in a drawer: JSON, with a version, and things of one kind after another.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::prepared::Author;

/// The form; another one is not read.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Drawn<T> {
    version: u32,
    all: Vec<T>,
}

/// What is read first of any form.
#[derive(Deserialize)]
struct Form {
    version: u32,
}

/// Who it was, as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Who {
    post: String,
    key: String,
}

impl Who {
    pub(crate) fn of(author: &Author) -> Who {
        Who { post: author.post.to_string(), key: author.key.to_string() }
    }

    pub(crate) fn author(&self) -> Option<Author> {
        Some(Author { post: self.post.parse().ok()?, key: self.key.parse().ok()? })
    }
}

/// The bytes of a drawer with these things.
pub(crate) fn write<T: Serialize>(all: impl IntoIterator<Item = T>) -> Result<Vec<u8>, String> {
    let drawn = Drawn { version: VERSION, all: all.into_iter().collect() };
    serde_json::to_vec(&drawn).map_err(|error| error.to_string())
}

/// The things in a drawer, each as `one` makes it of what was written; none where nothing is kept.
///
/// # Errors
/// Why they cannot be read.
pub(crate) fn read<T: DeserializeOwned, U, C: FromIterator<U>>(
    kept: Result<Option<Vec<u8>>, String>,
    one: impl Fn(T) -> Option<U>,
) -> Result<C, String> {
    let Some(bytes) = kept? else { return Ok(C::from_iter([])) };
    let form: Form = serde_json::from_slice(&bytes).map_err(|error| error.to_string())?;
    if form.version != VERSION {
        return Err(format!("version {} of its form is not known here", form.version));
    }
    let drawn: Drawn<T> = serde_json::from_slice(&bytes).map_err(|error| error.to_string())?;
    let whole = |(at, thing)| one(thing).ok_or_else(|| format!("number {at} in it is none"));
    (1..).zip(drawn.all).map(|(at, thing): (u64, T)| whole((at, thing))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(bytes: Option<&[u8]>) -> Result<Vec<u8>, String> {
        read(Ok(bytes.map(<[u8]>::to_vec)), |number: u8| (number < 10).then_some(number))
    }

    #[test]
    fn what_was_written_is_read_and_nothing_else_passes_for_it() {
        assert_eq!(numbers(None), Ok(vec![]));
        assert_eq!(numbers(Some(&write([1, 2, 3]).unwrap())), Ok(vec![1, 2, 3]));
        assert_eq!(numbers(Some(&write([1, 10]).unwrap())), Err("number 2 in it is none".into()));
        let later = br#"{"version":2,"all":[],"more":1}"#;
        assert_eq!(numbers(Some(later)), Err("version 2 of its form is not known here".into()));
        for no in [&b""[..], b"[]", br#"{"version":1}"#, br#"{"version":1,"all":[],"more":1}"#] {
            assert!(numbers(Some(no)).is_err());
        }
        let unread: Result<Vec<u8>, String> = read(Err("the disk hangs".into()), |number: u8| Some(number));
        assert_eq!(unread, Err("the disk hangs".into()));
    }
}
