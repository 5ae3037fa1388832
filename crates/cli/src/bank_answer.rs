//! What a bank answers to a message: pain.002 or pacs.002, a status; pacs.004, a return.

use quick_xml::events::BytesStart;

use crate::elements::{self, ElementFault, Elements};

/// The longest answer that is read, in bytes.
pub(crate) const MAX_ANSWER_BYTES: usize = 16 * 1024 * 1024;
/// The most payments that an answer is about.
const MAX_ANSWERS: usize = 100_000;
/// The longest text of one field that is kept, in bytes.
const MAX_TEXT_BYTES: usize = 2_000;

/// What is said of one message, instruction or transfer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The id that we gave it.
    pub(crate) id: String,
    /// The code of its status, or `RTRN` where it came back.
    pub(crate) status: String,
    /// Codes and words of why, as the bank has them.
    pub(crate) why: Vec<String>,
    /// What came back, with its currency.
    pub(crate) returned: Option<String>,
}

/// Reads an answer.
pub(crate) fn read(text: &str) -> Result<Vec<Answer>, ElementFault> {
    let mut place = Place::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let ended = elements::read(text, &mut place)?;
    let fault =
        |what: &str| ElementFault { byte: u64::try_from(text.len()).unwrap_or(u64::MAX), what: what.into() };
    match place.known {
        false => Err(fault("it is neither pain.002 nor pacs.002 nor pacs.004")),
        true if !ended => Err(fault("it does not end")),
        true => Ok(place.found),
    }
}

/// The messages that are read, in any version: what is read of them is the same in all.
const KINDS: [&str; 3] = ["pain.002.001.", "pacs.002.001.", "pacs.004.001."];

/// What holds a status, and is itself held by what it is a part of.
const HOLDERS: [&str; 4] = ["OrgnlGrpInfAndSts", "OrgnlPmtInfAndSts", "TxInfAndSts", "TxInf"];

#[derive(Default)]
struct Place {
    known: bool,
    /// Those that began and did not end.
    open: Vec<Answer>,
    found: Vec<Answer>,
    currency: String,
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

impl Elements for Place {
    fn opens(&mut self, path: &str, element: &BytesStart<'_>) -> Result<(), String> {
        match last(path) {
            "Document" if path == "/Document" => {
                let kind = elements::kind_of(element).unwrap_or_default();
                self.known = KINDS.iter().any(|known| kind.starts_with(known));
                if self.known {
                    Ok(())
                } else {
                    Err("it is neither pain.002 nor pacs.002 nor pacs.004".into())
                }
            }
            name if HOLDERS.contains(&name) => {
                let status = if name == "TxInf" { "RTRN".into() } else { String::new() };
                self.open.push(Answer { status, ..Answer::default() });
                Ok(())
            }
            "RtrdIntrBkSttlmAmt" => {
                let found = element.try_get_attribute("Ccy").ok().flatten();
                self.currency = found.map(|found| found.value.into_owned()).unwrap_or_default();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn closes(&mut self, path: &str, text: &str) -> Result<(), String> {
        let name = last(path);
        if HOLDERS.contains(&name) {
            let ended = self.open.pop().filter(|answer| !answer.status.is_empty());
            if self.found.len() >= MAX_ANSWERS {
                return Err(format!("an answer is about at most {MAX_ANSWERS} payments"));
            }
            self.found.extend(ended);
            return Ok(());
        }
        let Some(answer) = self.open.last_mut() else { return Ok(()) };
        let text: String = text.trim().chars().take(MAX_TEXT_BYTES).collect();
        let within = |outer: &str| path.rsplit('/').any(|part| part == outer);
        match name {
            "OrgnlEndToEndId" | "OrgnlPmtInfId" | "OrgnlMsgId" => answer.id = text,
            "OrgnlInstrId" if answer.id.is_empty() => answer.id = text,
            "TxSts" | "PmtInfSts" | "GrpSts" => answer.status = text,
            "Cd" | "Prtry" if within("StsRsnInf") || within("RtrRsnInf") => answer.why.push(text),
            "AddtlInf" => answer.why.push(text),
            "RtrdIntrBkSttlmAmt" => answer.returned = Some(format!("{text} {}", self.currency)),
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RJCT: &str = include_str!("../../../conformance/statements/rejected.pain.002.001.10.xml");
    const RTRN: &str = include_str!("../../../conformance/statements/returned.pacs.004.001.09.xml");

    #[test]
    fn a_rejection_is_read_at_each_level_with_its_reason() {
        let found = read(RJCT).unwrap_or_default();
        let statuses: Vec<&str> = found.iter().map(|answer| answer.status.as_str()).collect();
        assert_eq!(statuses, ["RJCT", "RJCT"]);
        assert!(found.iter().all(|answer| answer.id.ends_with("-P1")));
        assert_eq!(found.last().map(|answer| answer.why.join(" ")).as_deref(), Some("AC04 Account closed"));
    }

    #[test]
    fn a_return_is_read_with_what_came_back() {
        let found = read(RTRN).unwrap_or_default();
        let answer = found.first().cloned().unwrap_or_default();
        assert_eq!((answer.status.as_str(), answer.why.as_slice()), ("RTRN", ["AC03".to_owned()].as_slice()));
        assert_eq!(answer.returned.as_deref(), Some("300000000.00 USD"));
    }

    #[test]
    fn what_is_no_answer_is_refused() {
        for (text, why) in [
            ("", "neither"),
            ("<a/>", "neither"),
            (&RJCT.replace("pain.002", "pain.003"), "neither"),
            (&RJCT.replace("</Document>", ""), "does not end"),
            (&RJCT.replace("<Document", "<!DOCTYPE a><Document"), "document type"),
        ] {
            let fault = read(text).map_err(|fault| fault.what);
            assert!(fault.as_ref().is_err_and(|what| what.contains(why)), "{why}: {fault:?}");
        }
    }
}
