//! Members by items, as JSON.

use alloc::string::{String, ToString};

use serde_json::{Map, Value, json as value};

use crate::assessed::{Fact, Matrix, MatrixRow, Stands, State, register};
use crate::records::Records;
use crate::words::{self, Language};

/// The matrix as JSON, ending with a line feed, with where and when it was read. What nobody said is `null`.
#[must_use]
pub fn matrix_json(records: &Records, matrix: &Matrix) -> String {
    let codes = matrix.members.iter().map(|member| member.as_str()).collect::<Value>();
    let whole = value!({
        "partnership": records.id().to_string(),
        "register": register(matrix.sort),
        "height": records.height(),
        "at": words::exact(records.at()),
        "members": codes,
        "rows": matrix.rows.iter().map(|row| self::row(matrix, row)).collect::<Value>(),
    });
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

fn row(matrix: &Matrix, row: &MatrixRow) -> Value {
    let said = matrix.members.iter().zip(&row.states);
    let said =
        said.map(|(member, state)| (member.to_string(), state.as_ref().map_or(Value::Null, self::state)));
    value!({
        "item": row.label(Language::English),
        "says": Value::Object(said.collect::<Map<String, Value>>()),
    })
}

fn state(state: &State) -> Value {
    let (days, step, on) = match state.fact {
        Fact::Days(days) => (Some(days), None, None),
        Fact::Step(step, on) => (None, Some(step.name()), on.map(words::day)),
    };
    let stands = match state.stands {
        Stands::Now => "current",
        Stands::Overdue => "overdue",
        Stands::Expired => "expired",
    };
    value!({
        "days": days,
        "step": step,
        "on": on,
        "stands": stands,
        "audience": state.audience.name(),
        "hangs_on": state.hangs_on.iter().map(|state| state.as_str()).collect::<Value>(),
    })
}
