//! In whose time a demonstration tells deadlines: in that of each member's capital, and of one other's.

use quorate_charter::MemberCode;
use quorate_web::City;

/// The capitals of those that take part in our stories.
const CAPITALS: &[(&str, &str)] = &[
    ("CAN", "Ottawa=America/Toronto"),
    ("DEU", "Berlin=Europe/Berlin"),
    ("FRA", "Paris=Europe/Paris"),
    ("GBR", "London,Londres=Europe/London"),
];

/// The cities of a delegation's pages: of a member that is not listed, none.
pub(super) fn cities(member: MemberCode) -> Vec<City> {
    let Some(at) = CAPITALS.iter().position(|(code, _)| *code == member.as_str()) else { return Vec::new() };
    let own_first = CAPITALS.iter().cycle().skip(at).take(2);
    own_first.filter_map(|(_, city)| City::read(city).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delegation_has_its_own_capital_first() {
        for (code, city) in CAPITALS {
            let cities = cities(code.parse().unwrap());
            assert_eq!((cities.len(), &cities[0]), (2, &City::read(city).unwrap()));
        }
        assert!(cities("XAA".parse().unwrap()).is_empty());
    }
}
