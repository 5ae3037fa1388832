//! XML, read element by element. No entity is expanded but the five that XML has, and no document type is read.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// How deep elements stand in one another at most.
const MAX_DEPTH: usize = 32;

/// What hears of elements, each by the names of those around it and its own: `/Document/GrpHdr`.
pub(crate) trait Elements {
    /// An element begins.
    fn opens(&mut self, path: &str, element: &BytesStart<'_>) -> Result<(), String>;
    /// An element ends, with the text that stood in it last.
    fn closes(&mut self, path: &str, text: &str) -> Result<(), String>;
}

/// Why a text is not read: at which byte, and what is wrong.
pub(crate) struct ElementFault {
    pub(crate) byte: u64,
    pub(crate) what: String,
}

/// Reads a text. Whether every element ended.
pub(crate) fn read(text: &str, heard_by: &mut dyn Elements) -> Result<bool, ElementFault> {
    let mut reader = Reader::from_str(text);
    let mut place = Place { path: String::new(), ends: Vec::new(), text: String::new(), heard_by };
    loop {
        let byte = reader.buffer_position();
        let fault = |what: String| ElementFault { byte, what };
        match reader.read_event().map_err(|error| fault(error.to_string()))? {
            Event::Start(element) => place.opens(&element).map_err(fault)?,
            Event::Empty(element) => {
                place.opens(&element).map_err(fault)?;
                place.closes().map_err(fault)?;
            }
            Event::End(_) => place.closes().map_err(fault)?,
            Event::Text(words) => place.text.push_str(&words),
            Event::CData(words) => place.text.push_str(&words),
            Event::GeneralRef(entity) => {
                let none = || fault("an entity that XML does not have".into());
                place.text.push(character(&entity).ok_or_else(none)?);
            }
            Event::DocType(_) => {
                return Err(fault("a document type: there is none in such a document".into()));
            }
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => return Ok(place.ends.is_empty()),
        }
    }
}

/// The kind of message of ISO 20022 that an element declares, with its version: `camt.053.001.08`.
pub(crate) fn kind_of(element: &BytesStart<'_>) -> Option<String> {
    let mut spaces = element.attributes().flatten().filter(|found| found.key.as_ref().starts_with("xmlns"));
    spaces.find_map(|space| space.value.rsplit_once(":xsd:").map(|(_, kind)| kind.to_owned()))
}

fn character(entity: &BytesRef<'_>) -> Option<char> {
    match &**entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => entity.resolve_char_ref().ok().flatten(),
    }
}

/// Where one stands in a text.
struct Place<'h> {
    /// The names of the elements around.
    path: String,
    ends: Vec<usize>,
    text: String,
    heard_by: &'h mut dyn Elements,
}

impl Place<'_> {
    fn opens(&mut self, element: &BytesStart<'_>) -> Result<(), String> {
        if self.ends.len() >= MAX_DEPTH {
            return Err(format!("elements more than {MAX_DEPTH} deep"));
        }
        self.ends.push(self.path.len());
        self.path.push('/');
        self.path.push_str(element.local_name().into_inner());
        self.text.clear();
        self.heard_by.opens(&self.path, element)
    }

    fn closes(&mut self) -> Result<(), String> {
        self.heard_by.closes(&self.path, &self.text)?;
        self.text.clear();
        self.path.truncate(self.ends.pop().unwrap_or_default());
        Ok(())
    }
}
