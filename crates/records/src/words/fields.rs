//! A command field by field: all that is signed, with the names of its fields in the reader's language.
//!
//! The fields are read off the way in which Rust itself writes a value for developers, which names each of them: so none can be
//! forgotten when a command gets another.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_ledger::{Currency, Money};
use quorate_partnership::{Command, Day, Moment};

use super::french::fields::{CHOICES, FIELDS};
use super::written::{Value, read};
use super::{Language, amount, day, minute};

/// What stands in a field and is one thing, not one of several that it could be.
const NO_CHOICES: [&str; 14] = [
    "Admit",
    "AdmitBeneficiary",
    "Instalment",
    "Loan",
    "Particulars",
    "Rate",
    "Ready",
    "Recorded",
    "Share",
    "Terms",
    "Thing",
    "View",
    "Weight",
    "Wording",
];

/// Every field of a command: where it stands, and what it says.
#[must_use]
pub fn fields(command: &Command, language: Language) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    match read(&format!("{command:?}")) {
        Some(value) => walk(&value, "", language, &mut rows),
        None => rows.push((String::new(), format!("{command:?}"))),
    }
    rows
}

/// Whether the field has a name in both languages.
#[must_use]
pub fn field_is_named(name: &str) -> bool {
    FIELDS.iter().any(|(ours, ..)| *ours == name)
}

/// The name of a field as people read it.
fn field(name: &str, language: Language) -> String {
    let of = FIELDS.iter().find(|(ours, ..)| *ours == name);
    match (of, language) {
        (Some((_, english, _)), Language::English) => (*english).into(),
        (Some((_, _, french)), Language::French) => (*french).into(),
        (None, _) => name.replace('_', " "),
    }
}

fn walk(value: &Value, path: &str, language: Language, rows: &mut Vec<(String, String)>) {
    if let (Some(text), false) = (leaf(value, language), path.is_empty()) {
        rows.push((path.into(), text));
        return;
    }
    match value {
        Value::Struct(name, fields) => {
            if !path.is_empty() && !NO_CHOICES.contains(&name.as_str()) {
                rows.push((below(path, &kind(language)), choice(name, language)));
            }
            for (name, value) in fields {
                let is_a_day = name == "on" && format!("{value:?}").contains("Day");
                let name = if is_a_day { "on_day" } else { name };
                walk(value, &below(path, &field(name, language)), language, rows);
            }
        }
        Value::Tuple(name, values) => {
            let is_a_kind =
                values.first().is_some_and(|first| matches!(first, Value::Tuple(..) | Value::Text(_)));
            if is_a_kind && !path.is_empty() && name != "Some" {
                rows.push((below(path, &kind(language)), choice(name, language)));
            }
            values.iter().for_each(|value| walk(value, path, language, rows));
        }
        Value::List(values) => {
            for (at, value) in values.iter().enumerate() {
                let number = at.saturating_add(1);
                walk(value, &below(path, &number.to_string()), language, rows);
            }
            if values.is_empty() {
                rows.push((path.into(), none(language)));
            }
        }
        // A command without fields: its sentence says all of it.
        Value::Text(_) | Value::Word(_) => {}
    }
}

/// What is one value to people, though it is several to the machine.
fn leaf(value: &Value, language: Language) -> Option<String> {
    match value {
        Value::Word(word) => Some(match (word.as_str(), language) {
            ("None", _) => none(language),
            ("true", Language::English) => "yes".into(),
            ("true", Language::French) => "oui".into(),
            ("false", Language::English) => "no".into(),
            ("false", Language::French) => "non".into(),
            // The name of a choice begins with a capital and goes on with small letters; codes and hashes do not.
            (word, _) if is_a_choice(word) => choice(word, language),
            (word, _) => word.into(),
        }),
        Value::Text(text) => Some(format!("\"{text}\"")),
        Value::Struct(name, fields) if name == "Money" => money(fields),
        Value::Tuple(name, inner) => {
            let [only] = inner.as_slice() else { return None };
            let number = || if let Value::Word(word) = only { word.parse::<u64>().ok() } else { None };
            match name.as_str() {
                "Day" => Some(day(Day(u32::try_from(number()?).ok()?))),
                "Moment" => Some(minute(Moment(number()?))),
                "Some" | "Phrase" => leaf(only, language),
                _ if matches!(only, Value::Word(_) | Value::Text(_)) => leaf(only, language),
                _ => None,
            }
        }
        Value::List(values) => bytes(values),
        Value::Struct(..) => None,
    }
}

fn money(fields: &[(String, Value)]) -> Option<String> {
    let word = |name: &str| {
        let found = fields.iter().find(|(field, _)| field == name)?;
        match &found.1 {
            Value::Word(word) => Some(word.as_str()),
            Value::Tuple(_, inner) => match inner.as_slice() {
                [Value::Word(word)] => Some(word.as_str()),
                _ => None,
            },
            _ => None,
        }
    };
    let currency = Currency::from_code(word("currency")?).ok()?;
    Money::new(word("minor")?.parse().ok()?, currency).ok().map(amount)
}

/// Bytes such as a signature, in hexadecimal digits.
fn bytes(values: &[Value]) -> Option<String> {
    let digits = values.iter().map(|value| match value {
        Value::Word(word) => word.parse::<u8>().ok().map(|byte| format!("{byte:02x}")),
        _ => None,
    });
    if values.is_empty() { None } else { digits.collect() }
}

/// A choice in the reader's language.
fn choice(name: &str, language: Language) -> String {
    let spoken = spoken(name);
    match (language, CHOICES.iter().find(|(ours, _)| *ours == spoken)) {
        (Language::French, Some((_, french))) => (*french).into(),
        _ => language.say(&spoken),
    }
}

fn is_a_choice(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|letter| letter.is_ascii_uppercase())
        && letters.next().is_some_and(|letter| letter.is_ascii_lowercase())
}

/// `InFavour` as people write it: `in favour`.
fn spoken(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !out.is_empty() {
            out.push(' ');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.into() } else { format!("{path}, {name}") }
}

fn none(language: Language) -> String {
    if language == Language::English { "none".into() } else { "rien".into() }
}

fn kind(language: Language) -> String {
    if language == Language::English { "kind".into() } else { "nature".into() }
}
