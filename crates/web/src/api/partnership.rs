//! Which partnership it is, and who is in it.

use quorate_partnership::Nature;
use quorate_records::words::Language;
use serde::Serialize;
use utoipa::ToSchema;

use super::ask::{Answered, AsOf, Ask, Asked, Nothing};
use super::value::{Both, code};
use crate::texts::Say;

/// A partnership.
#[derive(Serialize, ToSchema)]
pub(crate) struct Partnership {
    #[serde(flatten)]
    as_of: AsOf,
    /// Its title, as the charter gives it.
    title: Both,
    /// Whether it is the real thing or a rehearsal.
    nature: NatureName,
    /// What has to be said of an exercise wherever anything of it is shown; nothing where it is real.
    #[schema(required)]
    exercise: Option<Exercise>,
    /// The member whose node answers; nothing where one process keeps the record for all.
    #[schema(required, pattern = "^[A-Z]{3}$", example = "DEU")]
    node_of: Option<String>,
    /// The members, by their codes.
    members: Vec<Member>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum NatureName {
    Real,
    Rehearsal,
}

/// That it is an exercise.
#[derive(Serialize, ToSchema)]
pub(crate) struct Exercise {
    /// Agreed milliseconds for each that passes at the node; 0: time passes only when told to.
    rate: u32,
    /// What has to be said, in both languages.
    notice: Notice,
}

/// What has to be said, in both languages.
#[derive(Serialize, ToSchema)]
pub(crate) struct Notice {
    /// In English.
    en: String,
    /// In French.
    fr: String,
}

/// A member.
#[derive(Serialize, ToSchema)]
pub(crate) struct Member {
    /// Its code (ISO 3166-1 alpha-3).
    #[schema(pattern = "^[A-Z]{3}$", example = "DEU")]
    code: String,
    /// Its name, as the charter gives it.
    name: Both,
}

/// The partnership
///
/// Its id, nature, title, height, agreed time and members.
#[utoipa::path(
    get, path = "/api/v1/partnership", operation_id = "partnership", tag = "The partnership",
    responses((status = 200, body = Partnership))
)]
pub(crate) async fn partnership(ask: Ask, _: Asked<Nothing>) -> Answered {
    let (records, charter) = (&ask.records, ask.records.charter());
    let notice = |language| Say::new(&ask.app.texts, language).text("exercise-says", &[]);
    let (nature, exercise) = match records.nature() {
        Nature::Real => (NatureName::Real, None),
        Nature::Rehearsal { rate } => {
            let notice = Notice { en: notice(Language::English), fr: notice(Language::French) };
            (NatureName::Rehearsal, Some(Exercise { rate, notice }))
        }
    };
    ask.give(&Partnership {
        as_of: AsOf::of(records),
        title: Both::of(charter.title()),
        nature,
        exercise,
        node_of: ask.app.door.member().map(code),
        members: charter
            .members()
            .map(|(member, about)| Member { code: code(member), name: Both::of(about.name()) })
            .collect(),
    })
}
