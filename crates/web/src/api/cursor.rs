//! Where in a register the next page begins. It stays good while rows are appended, and says nothing to whoever holds it.

use base16ct::lower;

use super::problem::{Kind, Problem};

/// The longest cursor, in characters.
const MAX_CURSOR: usize = 200;

/// The cursor of a place in a register: the number of rows of it that were looked at.
pub(crate) fn cursor(place: &str, row: usize) -> String {
    lower::encode_string(format!("1 {place} {row}").as_bytes())
}

/// The rows before a cursor that was given in the same place; none if there is no cursor.
pub(crate) fn row(place: &str, cursor: Option<&str>) -> Result<usize, Problem> {
    let Some(cursor) = cursor else { return Ok(0) };
    let read = || {
        let digits = Some(cursor).filter(|cursor| cursor.len() <= MAX_CURSOR)?;
        let text = String::from_utf8(lower::decode_vec(digits).ok()?).ok()?;
        let row = text.strip_prefix("1 ")?.strip_prefix(place)?.strip_prefix(' ')?;
        row.parse().ok()
    };
    let what = "the cursor is not one that was given for this register";
    read().ok_or_else(|| Problem::new(Kind::Cursor, what, "begin without a cursor, and go on with `next`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_good_where_it_was_given_only() {
        let given = cursor("registers/votes", 17);
        assert_eq!(row("registers/votes", Some(&given)).ok(), Some(17));
        assert!(row("public/votes", Some(&given)).is_err());
        assert!(row("registers/votes", Some("")).is_err());
        assert!(row("registers/votes", Some(&"0".repeat(MAX_CURSOR + 2))).is_err());
        assert!(row("registers/votes", Some(&given.to_uppercase())).is_err());
        assert_eq!(row("registers/votes", None).ok(), Some(0));
    }
}
