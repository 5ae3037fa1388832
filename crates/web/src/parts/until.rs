//! Until when: the moment in UTC and in the settings' cities, and the time that is left, in words.

use maud::{Markup, html};
use quorate_partnership::Moment;
use quorate_records::words;

use crate::visit::Page;

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// A deadline, seen from now.
pub(crate) fn until(page: &Page<'_>, now: Moment, moment: Moment) -> Markup {
    let cities = page.visit.app.settings.cities.iter();
    let told = cities.filter_map(|city| Some((city.name(page.language()), city.minute(moment)?)));
    html! {
        p {
            (page.t("until")) " " time { (words::minute(moment)) } ", "
            strong { (left(page, moment.0.saturating_sub(now.0))) }
        }
        @let told: Vec<(&str, String)> = told.collect();
        @if !told.is_empty() {
            p.soft { @for (at, (city, time)) in told.iter().enumerate() { @if at > 0 { " · " } (city) " " time { (time) } } }
        }
    }
}

/// The time that is left: days and hours, hours and minutes, or minutes; whole ones, so that it is never told as more.
fn left(page: &Page<'_>, millis: u64) -> String {
    let whole = |unit: u64| millis.checked_div(unit).unwrap_or_default();
    let rest = |unit: u64, small: u64| {
        millis.checked_rem(unit).and_then(|rest| rest.checked_div(small)).unwrap_or_default()
    };
    let say = |key: &str, count: u64| page.with(key, &[("count", &count.to_string())]);
    let both =
        |first: String, second: String| page.with("left-both", &[("first", &first), ("second", &second)]);
    match millis {
        0 => page.t("left-none"),
        1..MINUTE => page.t("left-moments"),
        MINUTE..HOUR => page.with("left", &[("time", &say("left-minutes", whole(MINUTE)))]),
        HOUR..DAY => {
            let time = both(say("left-hours", whole(HOUR)), say("left-minutes", rest(HOUR, MINUTE)));
            page.with("left", &[("time", &time)])
        }
        _ => {
            let time = both(say("left-days", whole(DAY)), say("left-hours", rest(DAY, HOUR)));
            page.with("left", &[("time", &time)])
        }
    }
}
