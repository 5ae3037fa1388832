//! Markings in the XML of STANAG 4774: `originatorConfidentialityLabel`. Read defensively: no document type, no entities but
//! XML's own five, no processing instructions, no unknown element, and limits on size and depth.

use quick_xml::escape::escape;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

use super::json::{Label, Named, shown};
use super::{MAX_MARKING_BYTES, MAX_VALUES, Marking, MarkingError};

/// The namespace of ADatP-4774, Edition A, Version 1.
const NAMESPACE: &str = "urn:nato:stanag:4774:confidentialitymetadatalabel:1:0";
const ROOT: &str = "originatorConfidentialityLabel";

impl Marking {
    /// The marking in XML, with the prefix that ADatP-5636 gives the namespace. Its expiry is the attribute `ReviewDateTime`.
    #[must_use]
    pub fn to_xml(&self) -> String {
        let label = Label::of(self);
        let review =
            label.review.map(|at| format!(" ReviewDateTime=\"{}\"", escape(&*at))).unwrap_or_default();
        let mut categories = String::new();
        for Named { kind, name, values } in &label.categories {
            let values: String = values
                .iter()
                .map(|value| {
                    format!("      <s4774:GenericValue>{}</s4774:GenericValue>\n", escape(value.as_str()))
                })
                .collect();
            categories.push_str(&format!(
                "    <s4774:Category Type=\"{kind}\" TagName=\"{}\">\n{values}    </s4774:Category>\n",
                escape(name.as_str())
            ));
        }
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<s4774:{ROOT} xmlns:s4774=\"{NAMESPACE}\"{review}>\n  \
             <s4774:ConfidentialityInformation>\n    \
             <s4774:PolicyIdentifier>{}</s4774:PolicyIdentifier>\n    \
             <s4774:Classification>{}</s4774:Classification>\n{categories}  \
             </s4774:ConfidentialityInformation>\n  \
             <s4774:CreationDateTime>{}</s4774:CreationDateTime>\n</s4774:{ROOT}>\n",
            escape(&*label.policy),
            escape(&*label.classification),
            escape(&*label.created)
        )
    }

    /// Reads a marking in XML.
    ///
    /// # Errors
    /// [`MarkingError`]: what about it is no marking, or is refused unread.
    pub fn from_xml(text: &str) -> Result<Marking, MarkingError> {
        if text.len() > MAX_MARKING_BYTES {
            return Err(MarkingError::TooLong(text.len()));
        }
        let mut reading = Reading::default();
        let mut reader = NsReader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = true;
        loop {
            let (space, event) = reader.read_resolved_event().map_err(MarkingError::form)?;
            let ours = matches!(space, ResolveResult::Bound(space) if space.as_ref() == NAMESPACE);
            match event {
                Event::Start(start) if ours => reading.opens(&start)?,
                Event::Start(_) => {
                    return Err(MarkingError::form(format!(
                        "an element is not of the namespace {NAMESPACE}"
                    )));
                }
                Event::End(_) => reading.closes(),
                Event::Text(text) => reading.text(&text)?,
                Event::CData(_) => return Err(MarkingError::Forbidden("CDATA")),
                Event::GeneralRef(entity) => reading.text(&own(&entity)?)?,
                Event::DocType(_) => return Err(MarkingError::Forbidden("document type")),
                Event::PI(_) => return Err(MarkingError::Forbidden("processing instruction")),
                Event::Decl(_) | Event::Comment(_) => {}
                Event::Eof => return reading.done(),
                _ => return Err(MarkingError::form("there is something that no marking has")),
            }
        }
    }
}

/// The five entities that XML itself has, and characters by number. Others would be somebody's own.
fn own(entity: &BytesRef<'_>) -> Result<String, MarkingError> {
    if let Some(character) = entity.resolve_char_ref().map_err(MarkingError::form)? {
        return Ok(character.to_string());
    }
    let known = quick_xml::escape::resolve_xml_entity(entity);
    known.map(str::to_owned).ok_or(MarkingError::Forbidden("entity of its own"))
}

/// What was read so far.
#[derive(Default)]
struct Reading {
    label: Label,
    /// The elements that are open, the outermost first.
    open: Vec<String>,
    seen: Vec<String>,
    text: String,
}

impl Reading {
    fn opens(&mut self, start: &BytesStart<'_>) -> Result<(), MarkingError> {
        let name = start.local_name().as_ref().to_owned();
        self.open.push(name.clone());
        let path: Vec<&str> = self.open.iter().map(String::as_str).collect();
        match path.as_slice() {
            [ROOT] => self.label.review = attribute(start, "ReviewDateTime")?,
            [ROOT, "ConfidentialityInformation" | "CreationDateTime"]
            | [ROOT, "ConfidentialityInformation", "PolicyIdentifier" | "Classification"] => {
                if self.seen.contains(&name) {
                    return Err(MarkingError::form(format!("{name} stands twice")));
                }
            }
            [ROOT, "ConfidentialityInformation", "Category"] => {
                let needed = |name: &'static str| {
                    attribute(start, name)?
                        .ok_or_else(|| MarkingError::form(format!("a category without {name}")))
                };
                let (kind, name) = (needed("Type")?, needed("TagName")?);
                self.label.categories.push(Named { kind, name, values: Vec::new() });
                if self.label.categories.len() > MAX_VALUES {
                    return Err(MarkingError::form(super::TooMany));
                }
            }
            [ROOT, "ConfidentialityInformation", "Category", "GenericValue"] => {}
            // What is not understood may restrict, so it is not passed over.
            _ => return Err(MarkingError::form(format!("the element {} is not known here", shown(&name)))),
        }
        self.text.clear();
        self.seen.push(name);
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), MarkingError> {
        let holds = matches!(
            self.open.last().map(String::as_str),
            Some("PolicyIdentifier" | "Classification" | "GenericValue" | "CreationDateTime")
        );
        if holds {
            self.text.push_str(text);
        } else if !text.trim().is_empty() {
            return Err(MarkingError::form("there is text between the elements"));
        }
        Ok(())
    }

    fn closes(&mut self) {
        let text = self.text.trim().to_owned();
        self.text.clear();
        match self.open.pop().as_deref() {
            Some("PolicyIdentifier") => self.label.policy = text,
            Some("Classification") => self.label.classification = text,
            Some("CreationDateTime") => self.label.created = text,
            Some("GenericValue") => {
                if let Some(category) = self.label.categories.last_mut() {
                    category.values.push(text);
                }
            }
            _ => {}
        }
    }

    fn done(self) -> Result<Marking, MarkingError> {
        if self.seen.iter().filter(|name| *name == ROOT).count() != 1 || !self.open.is_empty() {
            return Err(MarkingError::form(format!("it is one {ROOT}, whole")));
        }
        self.label.judged()
    }
}

fn attribute(start: &BytesStart<'_>, name: &'static str) -> Result<Option<String>, MarkingError> {
    let Some(found) = start.try_get_attribute(name).map_err(MarkingError::form)? else { return Ok(None) };
    let value = quick_xml::escape::unescape(&found.value)
        .map_err(|_| MarkingError::Forbidden("entity of its own"))?;
    Ok(Some(value.into_owned()))
}
