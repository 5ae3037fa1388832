//! Cities in whose time moments are told beside UTC. Their zones are those of the IANA database that comes with the program:
//! every machine tells the same.

use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use quorate_partnership::Moment;
use quorate_records::words::Language;

/// The longest name of a city, in letters.
const MAX_NAME: usize = 40;

/// A city and its time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct City {
    english: String,
    french: String,
    zone: TimeZone,
}

impl City {
    /// Reads `Paris=Europe/Paris`, or `London,Londres=Europe/London` where the name is another in French.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str) -> Result<City, String> {
        let (name, zone) =
            text.split_once('=').ok_or_else(|| format!("`{text}` has no `=` before its zone"))?;
        let (english, french) = name.split_once(',').unwrap_or((name, name));
        let [english, french] = [english, french].map(|name| name.trim().to_owned());
        let is_name = |name: &str| {
            let plain = |letter: char| letter.is_alphabetic() || " .'’-".contains(letter);
            (1..=MAX_NAME).contains(&name.chars().count()) && name.chars().all(plain)
        };
        if !is_name(&english) || !is_name(&french) {
            return Err(format!("`{name}` is no name of a city: letters, at most {MAX_NAME}"));
        }
        let found = TimeZoneDatabase::bundled().get(zone.trim());
        let zone = found.map_err(|_| format!("there is no time zone `{}`", zone.trim()))?;
        Ok(City { english, french, zone })
    }

    /// What it is called.
    pub(crate) fn name(&self, language: Language) -> &str {
        match language {
            Language::English => &self.english,
            Language::French => &self.french,
        }
    }

    /// A moment as its clocks show it; none beyond the calendar.
    pub(crate) fn minute(&self, moment: Moment) -> Option<String> {
        let millis = i64::try_from(moment.0).ok()?;
        let zoned = Timestamp::from_millisecond(millis).ok()?.to_zoned(self.zone.clone());
        Some(zoned.strftime("%Y-%m-%d %H:%M").to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_has_its_own_time_in_summer_and_in_winter() {
        let [paris, ottawa] =
            ["Paris=Europe/Paris", "Ottawa=America/Toronto"].map(|text| City::read(text).unwrap());
        // 2026-07-01 12:00 and 2026-12-01 02:00 UTC.
        let (summer, winter) = (Moment(1_782_907_200_000), Moment(1_796_090_400_000));
        assert_eq!(paris.minute(summer).unwrap(), "2026-07-01 14:00");
        assert_eq!(paris.minute(winter).unwrap(), "2026-12-01 03:00");
        assert_eq!(ottawa.minute(winter).unwrap(), "2026-11-30 21:00");
        assert_eq!(paris.minute(Moment(u64::MAX)), None);
    }

    #[test]
    fn a_city_is_named_in_both_languages_and_what_is_none_is_refused() {
        let london = City::read("London,Londres=Europe/London").unwrap();
        assert_eq!(
            [Language::English, Language::French].map(|language| london.name(language)),
            ["London", "Londres"]
        );
        for wrong in [
            "Paris",
            "=Europe/Paris",
            "Paris=Europe/Nowhere",
            "<b>=Europe/Paris",
            "A,=Europe/Paris",
            "Paris=",
        ] {
            assert!(City::read(wrong).is_err(), "{wrong}");
        }
    }
}
