//! A value as Rust writes it for developers, read back: names of fields, and what stands in them.

use alloc::string::String;
use alloc::vec::Vec;

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// Fields by name.
    Struct(String, Vec<(String, Value)>),
    /// Values in their places, as in an identifier or a choice.
    Tuple(String, Vec<Value>),
    /// Several of a kind.
    List(Vec<Value>),
    /// A text.
    Text(String),
    /// Anything else: a number, a code, a hash, a choice.
    Word(String),
}

/// How deep values may stand in one another; those of commands do less.
const DEEPEST: usize = 32;

/// The value that is written; none if it is written otherwise than derived.
pub(super) fn read(text: &str) -> Option<Value> {
    let mut reader = Reader { rest: text };
    let value = reader.value(0)?;
    reader.rest.trim().is_empty().then_some(value)
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        self.rest = self.rest.trim_start();
        let depth = depth.saturating_add(1);
        if self.eats('"') {
            return self.text().map(Value::Text);
        }
        if self.eats('[') {
            return self.several(']', depth).map(Value::List);
        }
        let word = self.word();
        if self.eats('(') {
            return Some(Value::Tuple(word, self.several(')', depth)?));
        }
        if self.rest.starts_with(" {") {
            self.rest = self.rest.trim_start();
            self.eats('{');
            return Some(Value::Struct(word, self.fields(depth)?));
        }
        (!word.is_empty()).then_some(Value::Word(word))
    }

    fn eats(&mut self, mark: char) -> bool {
        let rest = self.rest.strip_prefix(mark);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Up to the next mark that is not of a name, a number or a hash.
    fn word(&mut self) -> String {
        let ends = |letter: char| matches!(letter, '(' | ')' | '[' | ']' | '{' | '}' | ',' | ' ' | '"');
        let at = self.rest.find(ends).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(at).unwrap_or((self.rest, ""));
        self.rest = rest;
        word.trim_end_matches(':').into()
    }

    fn several(&mut self, end: char, depth: usize) -> Option<Vec<Value>> {
        let mut values = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if self.eats(end) {
                return Some(values);
            }
            values.push(self.value(depth)?);
            self.rest = self.rest.trim_start();
            self.eats(',');
        }
    }

    fn fields(&mut self, depth: usize) -> Option<Vec<(String, Value)>> {
        let mut fields = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if self.eats('}') {
                return Some(fields);
            }
            let (name, rest) = self.rest.split_once(": ")?;
            self.rest = rest;
            fields.push((name.into(), self.value(depth)?));
            self.rest = self.rest.trim_start();
            self.eats(',');
        }
    }

    /// The rest of a text, its marks as they were before they were written.
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        loop {
            let letter = self.next()?;
            match letter {
                '"' => return Some(text),
                '\\' => text.push(self.escaped()?),
                other => text.push(other),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        match self.next()? {
            'n' => Some('\n'),
            't' => Some('\t'),
            'r' => Some('\r'),
            '0' => Some('\0'),
            'u' => {
                let (digits, rest) = self.rest.strip_prefix('{')?.split_once('}')?;
                self.rest = rest;
                char::from_u32(u32::from_str_radix(digits, 16).ok()?)
            }
            other => Some(other),
        }
    }

    fn next(&mut self) -> Option<char> {
        let mut letters = self.rest.chars();
        let letter = letters.next();
        self.rest = letters.as_str();
        letter
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::vec;

    use super::*;

    #[test]
    fn a_text_ends_where_it_ends() {
        #[derive(Debug)]
        #[allow(dead_code, reason = "it is read off what is written of it")]
        struct Said {
            text: &'static str,
            of: Option<u8>,
        }
        let text = "a \"b\" }, of: None \\ \u{a0}c";
        let read = read(&format!("{:?}", Said { text, of: Some(1) }));
        let of = Value::Tuple("Some".into(), vec![Value::Word("1".into())]);
        let fields = vec![("text".into(), Value::Text(text.into())), ("of".into(), of)];
        assert_eq!(read, Some(Value::Struct("Said".into(), fields)));
    }

    #[test]
    fn what_is_written_otherwise_is_no_value() {
        for text in ["", "A {", "A { b }", "[1", "\"a", "A(1) 2", &"[".repeat(100)] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
