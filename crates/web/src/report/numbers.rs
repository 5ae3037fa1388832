//! Every number of a scenario's file, with of whom it is and where it is from, as the file has it.

use quorate_foresight::trajectory::LEFT_OUT;
use toml::{Table, Value};

use super::assumed::{Assumed, Whom};

/// The tables of the file that are members', and those of one.
const EVERY: &str = "members";
const ONE: &str = "member";
/// What happens is told apart.
const EVENTS: &str = "event";

/// All numbers of a scenario that can be read, but those of its events: of the run, of all members, of one, of the outside
/// power, of all alike, and what else there is.
pub(super) fn numbers(scenario: &str) -> Vec<Assumed> {
    let Ok(file) = scenario.parse::<Table>() else { return Vec::new() };
    let mut all = Vec::new();
    for (name, value) in &file {
        add(&mut all, (name, value), &Whom::Run, "");
    }
    for name in [EVERY, ONE, "outside", "model"] {
        match file.get(name).and_then(Value::as_table) {
            Some(members) if name == ONE => {
                for (code, table) in members {
                    table_of(&mut all, table, &Whom::Member(code.clone()));
                }
            }
            Some(table) => {
                table_of(&mut all, &Value::Table(table.clone()), &whose(name));
                let out = LEFT_OUT.iter().filter(|(word, _)| name == EVERY && !table.contains_key(*word));
                all.extend(out.map(|(word, value)| left_out(word, *value)));
            }
            None => {}
        }
    }
    let known = [EVERY, ONE, "outside", "model", EVENTS];
    for (name, value) in file.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
        part(&mut all, name, value);
    }
    all
}

fn whose(name: &str) -> Whom {
    match name {
        EVERY => Whom::Every,
        "outside" => Whom::Outside,
        "model" => Whom::Model,
        other => Whom::Part(other.to_owned()),
    }
}

/// A part of the file without a name of its own here, and what is in it.
fn part(all: &mut Vec<Assumed>, name: &str, value: &Value) {
    match value {
        Value::Table(_) => table_of(all, value, &Whom::Part(name.to_owned())),
        Value::Array(parts) => {
            for one in parts {
                table_of(all, one, &Whom::Part(name.to_owned()));
            }
        }
        _ => {}
    }
}

fn table_of(all: &mut Vec<Assumed>, table: &Value, whom: &Whom) {
    let Some(table) = table.as_table() else { return };
    let source = table.get("source").and_then(Value::as_str).unwrap_or_default();
    for (name, value) in table {
        match (value.as_table(), whom) {
            (Some(towards), Whom::Member(member)) if name == "towards" => {
                for (other, value) in towards {
                    let whom = Whom::Towards(member.clone(), other.clone());
                    add(all, ("towards", value), &whom, source);
                }
            }
            (Some(_), Whom::Part(part_of)) => part(all, &format!("{part_of}.{name}"), value),
            (Some(_), _) => part(all, name, value),
            (None, _) => add(all, (name, value), whom, source),
        }
    }
}

/// A number, or an amount with its currency; nothing else is assumed as one.
fn add(all: &mut Vec<Assumed>, (name, value): (&str, &Value), whom: &Whom, source: &str) {
    let value = match value {
        Value::Integer(number) => number.to_string(),
        Value::String(text) if is_amount(text) => text.clone(),
        _ => return,
    };
    let (whom, source) = (whom.clone(), source.to_owned());
    all.push(Assumed { name: name.to_owned(), value, whom, source, is_left_out: false });
}

/// What holds of every member, since the file says nothing of it.
fn left_out(word: &str, value: i64) -> Assumed {
    let (name, value) = (word.to_owned(), value.to_string());
    Assumed { name, value, whom: Whom::Every, source: String::new(), is_left_out: true }
}

/// Figures, and the code of a currency behind them.
fn is_amount(text: &str) -> bool {
    let is_figure = |letter: char| letter.is_ascii_digit() || letter == '.';
    text.split_once(' ').is_some_and(|(amount, currency)| {
        amount.chars().all(is_figure)
            && currency.len() == 3
            && currency.chars().all(|c| c.is_ascii_uppercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_stands_with_its_source_and_of_whom_it_is() {
        let text = "quarters = 4\ntitle = \"2 and 2\"\n[members]\nneed = 1\npaid-in = \"2.00 USD\"\nsource = \"a\"\n\
                    [member.AAA]\nneed = 3\ntowards = { BBB = -5 }\nsource = \"b\"\n[outside]\npressure = 6\nsource = \"c\"\n\
                    [model]\nnoise = 7\nsource = \"d\"\n[other]\nmore = 8\nsource = \"e\"\n\
                    [[event]]\nfrom = 1\nby = 9\nsource = \"f\"\n";
        let told: Vec<String> = numbers(text)
            .into_iter()
            .map(|one| format!("{} {} {:?} {}", one.name, one.value, one.whom, one.source))
            .collect();
        let expected = [
            "quarters 4 Run ",
            "need 1 Every a",
            "paid-in 2.00 USD Every a",
            "capability 100 Every ",
            "need 3 Member(\"AAA\") b",
            "towards -5 Towards(\"AAA\", \"BBB\") b",
            "pressure 6 Outside c",
            "noise 7 Model d",
            "more 8 Part(\"other\") e",
        ];
        assert_eq!(told, expected);
        let left_out = |text| numbers(text).iter().filter(|one| one.is_left_out).count();
        assert_eq!((left_out(text), left_out(&text.replace("need = 1", "capability = 100"))), (1, 0));
        assert!(numbers("not a scenario").is_empty());
    }
}
