//! Markings in JSON: the elements of STANAG 4774 under their names. The audience is the permissive category `Releasable to`,
//! as the standard has it.

use quorate_charter::MemberCode;
use quorate_partnership::Phrase;
use serde::{Deserialize, Serialize};

use super::{
    Audience, Categories, Kind, Level, MAX_MARKING_BYTES, Marking, MarkingError, date_time, read_date_time,
};

/// The category that names whom a text is releasable to.
pub(super) const RELEASABLE_TO: &str = "Releasable to";

/// A marking as its elements are named; both JSON and XML are read into this and judged in one place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Label {
    #[serde(rename = "PolicyIdentifier")]
    pub(super) policy: String,
    #[serde(rename = "Classification")]
    pub(super) classification: String,
    #[serde(rename = "Category", default)]
    pub(super) categories: Vec<Named>,
    #[serde(rename = "CreationDateTime")]
    pub(super) created: String,
    #[serde(rename = "ReviewDateTime", default, skip_serializing_if = "Option::is_none")]
    pub(super) review: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    #[serde(rename = "Type")]
    pub(super) kind: String,
    #[serde(rename = "TagName")]
    pub(super) name: String,
    #[serde(rename = "GenericValue", default)]
    pub(super) values: Vec<String>,
}

impl Label {
    pub(super) fn of(marking: &Marking) -> Label {
        let released = Named {
            kind: Kind::Permissive.name().into(),
            name: RELEASABLE_TO.into(),
            values: marking.audience.iter().map(|member| member.to_string()).collect(),
        };
        let named = marking.categories.iter().map(|(kind, name, values)| Named {
            kind: kind.name().into(),
            name: name.to_string(),
            values: values.iter().map(Phrase::to_string).collect(),
        });
        Label {
            policy: marking.policy.to_string(),
            classification: marking.level.to_string(),
            categories: std::iter::once(released).chain(named).collect(),
            created: date_time(marking.created),
            review: marking.expires.map(date_time),
        }
    }

    pub(super) fn judged(self) -> Result<Marking, MarkingError> {
        let phrase = |text: &str| text.parse::<Phrase>().map_err(MarkingError::form);
        let moment = |text: &str| {
            read_date_time(text).ok_or_else(|| MarkingError::form(format!("`{}` is no moment", shown(text))))
        };
        let level: Level = self.classification.parse().map_err(MarkingError::form)?;
        let (mut audience, mut categories) = (None, Categories::default());
        for Named { kind, name, values } in self.categories {
            let kind = Kind::named(&kind)
                .ok_or_else(|| MarkingError::form("a category is RESTRICTIVE, PERMISSIVE or INFORMATIVE"))?;
            if name.eq_ignore_ascii_case(RELEASABLE_TO) {
                if kind != Kind::Permissive || audience.is_some() {
                    return Err(MarkingError::form(
                        "whom it is releasable to is said once, by a permissive category",
                    ));
                }
                let members: Result<Vec<MemberCode>, _> = values.iter().map(|code| code.parse()).collect();
                audience =
                    Some(Audience::of(members.map_err(MarkingError::form)?).map_err(MarkingError::form)?);
                continue;
            }
            let tag = phrase(&name)?;
            // Two of one name would be read as wider than either.
            if categories.iter().any(|(other, named, _)| other == kind && *named == tag) {
                return Err(MarkingError::form(format!("the category {} stands twice", shown(&name))));
            }
            categories.named(kind, tag.clone()).map_err(MarkingError::form)?;
            for value in values {
                categories.add(kind, tag.clone(), phrase(&value)?).map_err(MarkingError::form)?;
            }
        }
        let created = moment(&self.created)?;
        let expires = self.review.as_deref().map(moment).transpose()?;
        // A label that names nobody says in its own system that everybody of the policy may read. Here it says nobody.
        let audience = audience.unwrap_or_default();
        Ok(Marking { policy: phrase(&self.policy)?, level, audience, categories, created, expires })
    }
}

/// A few characters of a text that somebody gave.
pub(super) fn shown(text: &str) -> String {
    text.chars().filter(|c| !quorate_charter::misleads(*c)).take(40).collect()
}

impl Marking {
    /// The marking in JSON, a line for each element.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Texts and lists of them always have a form in JSON.
        serde_json::to_string_pretty(&Label::of(self)).map(|text| text + "\n").unwrap_or_default()
    }

    /// Reads a marking in JSON. One that names nobody is releasable to nobody.
    ///
    /// # Errors
    /// [`MarkingError`]: what about it is no marking.
    pub fn from_json(text: &str) -> Result<Marking, MarkingError> {
        if text.len() > MAX_MARKING_BYTES {
            return Err(MarkingError::TooLong(text.len()));
        }
        let label: Label = serde_json::from_str(text).map_err(MarkingError::form)?;
        label.judged()
    }
}
