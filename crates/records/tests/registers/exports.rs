//! CSV and JSON of whole registers, read back.

use csv_core::{ReadRecordResult, Reader};
use proptest::prelude::*;
use quorate_records::{Cell, Column, Table, csv, json};
use serde_json::Value;

use crate::story::{FOUNDING, story};
use crate::world::{World, tables};

/// The fields of a CSV text, line by line, as another reader of RFC 4180 sees them.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut reader, mut rest) = (Reader::new(), text.as_bytes());
    let (mut out, mut ends) = (vec![0; text.len() + 1], vec![0; text.len() + 1]);
    let mut lines = Vec::new();
    loop {
        let (result, taken, _, fields) = reader.read_record(rest, &mut out, &mut ends);
        rest = &rest[taken..];
        match result {
            ReadRecordResult::Record => {
                let starts = [0].iter().chain(&ends[..fields]);
                let field =
                    |(start, end): (&usize, &usize)| String::from_utf8(out[*start..*end].to_vec()).unwrap();
                lines.push(starts.zip(&ends[..fields]).map(field).collect());
            }
            ReadRecordResult::End => return lines,
            ReadRecordResult::InputEmpty => {}
            other => panic!("{other:?}"),
        }
    }
}

fn check(world: &World) {
    for table in tables(&world.records) {
        let lines = read(&csv(&table));
        assert_eq!(lines.len(), table.rows.len() + 1);
        assert_eq!(lines[0], table.columns.iter().map(|column| column.key).collect::<Vec<_>>());
        for (row, line) in table.rows.iter().zip(&lines[1..]) {
            assert_eq!(row.len(), table.columns.len(), "{}", table.name);
            for (cell, field) in row.iter().zip(line) {
                assert_eq!(field.strip_prefix('\'').unwrap_or(field), cell.plain());
                assert!(
                    !field.starts_with(['=', '+', '@']),
                    "a spreadsheet would take `{field}` for a formula"
                );
            }
        }
        let whole: Value = serde_json::from_str(&json(&world.records, &table)).unwrap();
        assert_eq!(whole["register"], table.name);
        assert_eq!(whole["height"], world.partnership.height());
        assert_eq!(whole["partnership"], world.partnership.id().to_string());
        assert_eq!(whole["currency"], "USD");
        let rows = whole["rows"].as_array().unwrap();
        assert_eq!(rows.len(), table.rows.len());
        for (object, row) in rows.iter().zip(&table.rows) {
            assert_eq!(object.as_object().unwrap().len(), table.columns.len());
            for (column, cell) in table.columns.iter().zip(row) {
                let expected = match cell {
                    Cell::Empty => Value::Null,
                    Cell::Number(number) => Value::from(*number),
                    other => Value::from(other.plain()),
                };
                assert_eq!(object[column.key], expected, "{} {}", table.name, column.key);
            }
        }
    }
}

#[test]
fn every_register_of_the_founding_story_is_read_back() {
    check(&World::play(&FOUNDING));
    check(&World::begin());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn every_register_of_any_story_is_read_back(story in story()) {
        check(&World::play(&story));
    }
}

const COLUMNS: &[Column] =
    &[Column { key: "words", heading: "Words" }, Column { key: "count", heading: "Count" }];

#[test]
fn words_are_quoted_and_formulas_are_not_run() {
    for (words, field) in [
        ("plain", "plain"),
        ("a, b", "\"a, b\""),
        ("say \"no\"", "\"say \"\"no\"\"\""),
        ("=1+1", "'=1+1"),
        ("=HYPERLINK(\"x\", \"y\")", "\"'=HYPERLINK(\"\"x\"\", \"\"y\"\")\""),
        ("+41 1", "'+41 1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("a=1", "a=1"),
        ("é", "é"),
    ] {
        let rows = vec![vec![Cell::text(words), Cell::Number(1)]];
        let table = Table { name: "test", columns: COLUMNS, rows };
        assert_eq!(csv(&table), format!("words,count\r\n{field},1\r\n"));
    }
}

#[test]
fn nothing_is_an_empty_field_and_a_register_without_rows_is_its_header() {
    let table = Table { name: "test", columns: COLUMNS, rows: vec![vec![Cell::Empty, Cell::Empty]] };
    assert_eq!(csv(&table), "words,count\r\n,\r\n");
    assert_eq!(csv(&Table { rows: Vec::new(), ..table }), "words,count\r\n");
}
