//! The findings as JSON.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json as value};

use crate::assurance::Assurance;
use crate::finding::{Finding, Outcome};
use crate::mend::Mend;

/// The findings as JSON, ending with a line feed. The keys are part of the published format; a text that was not
/// found is an empty list or `null`.
#[must_use]
pub fn json(assurance: &Assurance) -> String {
    let mut whole = value!({
        "title": assurance.title(),
        "answer": assurance.answer(),
        "holds": assurance.holds(),
        "mends": assurance.mends().iter().map(mend).collect::<Vec<Value>>(),
        "findings": assurance.findings().iter().map(finding).collect::<Vec<Value>>(),
    });
    // Only where files and a record were put together.
    if let (Some(fields), [_, ..]) = (whole.as_object_mut(), assurance.in_place_of_record()) {
        fields.insert("in-place-of-record".into(), value!(assurance.in_place_of_record()));
    }
    if let (Some(fields), Some(unnamed)) = (whole.as_object_mut(), assurance.unnamed()) {
        let near: Vec<String> = unnamed.near.iter().map(ToString::to_string).collect();
        let state = unnamed.state.to_string();
        fields
            .insert("named-nowhere".into(), value!({ "state": state, "near": near, "says": unnamed.says() }));
    }
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

fn mend(mend: &Mend) -> Value {
    value!({
        "rule": mend.rule().as_str(),
        "says": mend.says(),
        "adopted": mend.adopted(),
        "a minority could adopt": mend.lets_a_minority_adopt(),
    })
}

fn finding(finding: &Finding) -> Value {
    let mut told = value!({
        "promise": finding.promise.name(),
        "article": finding.place.article.map(|article| article.0),
        "of": finding.place.of,
        "outcome": finding.outcome.name(),
        "says": finding.outcome.says(),
        "how": finding.how,
    });
    let Some(fields) = told.as_object_mut() else { return told };
    match &finding.outcome {
        Outcome::Proven(certificate) => {
            fields.insert("because".into(), value!(certificate.because));
        }
        Outcome::Fails(found) => {
            let members: Vec<String> = found.members.iter().map(ToString::to_string).collect();
            fields.insert("members".into(), value!(members));
            fields.insert("steps".into(), value!(found.steps));
            let cases = found.cases.map(|(failing, of)| value!({ "failing": failing, "of": of }));
            fields.insert("cases".into(), cases.unwrap_or_default());
        }
        _ => {}
    }
    told
}
