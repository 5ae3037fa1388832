//! The optional article on consultations.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use quorate_charter::Charter;

const BASE: &str = include_str!("faults/base.toml");

/// Hours of the first session, between sessions, of notice, of the longest silence and of quiet; a silence is of 24.
fn with([first, every, notice, at_most, quiet]: [u64; 5]) -> Option<Charter> {
    let article = format!(
        "[consultations]\narticle = 19\nfirst-session-within = \"{first}h\"\nsession-every = \"{every}h\"\n\
         session-notice = \"{notice}h\"\nchair-within = \"12h\"\nsilence = \"24h\"\nsilence-at-most = \"{at_most}h\"\n\
         conclude-within = \"48h\"\nquiet-after = \"{quiet}h\"\n"
    );
    Charter::read(&format!("{BASE}{article}")).ok()
}

#[test]
fn without_it_nobody_calls_and_with_it_its_hours_are_read() {
    assert!(Charter::read(BASE).unwrap().consultations().is_none());
    let charter = with([24, 72, 2, 168, 2160]).unwrap();
    let article = charter.consultations().unwrap();
    assert_eq!(article.number().0, 19);
    let hours = [
        article.first_session_within(),
        article.session_every(),
        article.session_notice(),
        article.chair_within(),
        article.silence(),
        article.silence_at_most(),
        article.conclude_within(),
        article.quiet_after(),
    ];
    assert_eq!(hours.map(quorate_charter::Period::hours), [24, 72, 2, 12, 24, 168, 48, 2160]);
}

#[test]
fn the_borders_of_the_hours() {
    for (hours, is_right) in [
        ([24, 72, 23, 24, 73], true),
        ([24, 72, 24, 24, 73], false),
        ([72, 24, 24, 24, 73], false),
        ([72, 24, 23, 24, 73], true),
        ([24, 72, 2, 23, 73], false),
        ([24, 72, 2, 24, 72], false),
        ([72, 24, 2, 24, 72], false),
        ([72, 24, 2, 24, 73], true),
    ] {
        assert_eq!(with(hours).is_some(), is_right, "{hours:?}");
    }
}
