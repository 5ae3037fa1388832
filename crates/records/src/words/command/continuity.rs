//! What is asked about lines between militaries.

use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_partnership::continuity::{Command as C, FallBack, LineKind, LineState, Recorded, TestResult};

use super::{given, listed, quoted, readable, reported_of};
use crate::words::{Language, day, minute};

pub(super) fn sentence(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Record(said) => recorded(&said.recorded, who, language),
        C::Confirm(said) => {
            let (line, of) = (said.line.0, reported_of(language, said.reported_of));
            let note = given(said.note.as_ref(), |note| {
                let note = quoted(language, note);
                both!(language, ": {note}", " : {note}")
            });
            let state = match said.state {
                LineState::Working => both!(language, "working", "en service"),
                LineState::Degraded => both!(language, "degraded", "dégradée"),
                LineState::Interrupted => both!(language, "interrupted", "interrompue"),
            };
            both!(
                language,
                "{who} confirms that liaison line {line} is {state} on its side{of}{note}",
                "{who} confirme que la ligne de liaison {line} est {state} de son côté{of}{note}"
            )
        }
        C::Test(said) => {
            let line = said.line.0;
            let on = given(said.on, |on| {
                let on = day(on);
                both!(language, " on {on}", " le {on}")
            });
            match said.result {
                TestResult::Passed => both!(
                    language,
                    "{who} puts on record that liaison line {line} was tested{on}, and the test passed",
                    "{who} consigne que la ligne de liaison {line} a été essayée{on} et que l'essai a réussi"
                ),
                TestResult::Failed => both!(
                    language,
                    "{who} puts on record that liaison line {line} was tested{on}, and the test failed",
                    "{who} consigne que la ligne de liaison {line} a été essayée{on} et que l'essai a échoué"
                ),
            }
        }
        _ => broken(command, who, language),
    }
}

fn broken(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Outage(said) => {
            let (line, began) = (said.line.0, minute(said.began));
            let of = reported_of(language, said.reported_of);
            let cause = given(said.cause.as_ref(), |cause| {
                let cause = quoted(language, cause);
                both!(language, "; cause: {cause}", " ; cause : {cause}")
            });
            both!(
                language,
                "{who} says that liaison line {line} is out since {began}{of}{cause}",
                "{who} dit que la ligne de liaison {line} est en panne depuis {began}{of}{cause}"
            )
        }
        C::Restored(said) => {
            let (line, at, of) = (said.line.0, minute(said.at), reported_of(language, said.reported_of));
            both!(
                language,
                "{who} says that liaison line {line} is restored since {at}{of}",
                "{who} dit que la ligne de liaison {line} est rétablie depuis {at}{of}"
            )
        }
        C::StartFallBack(said) => {
            let line = said.line.0;
            both!(
                language,
                "{who} starts the fall-back of liaison line {line}",
                "{who} met en œuvre la solution de repli de la ligne de liaison {line}"
            )
        }
        C::Close(said) => {
            let (line, reason) = (said.line.0, quoted(language, &said.reason));
            match said.reported_of {
                Some(of) => both!(
                    language,
                    "{who} reports that {of} ended liaison line {line}: {reason}",
                    "{who} rapporte que {of} a clôturé la ligne de liaison {line} : {reason}"
                ),
                None => both!(
                    language,
                    "{who} ends liaison line {line}, for all its sides and for good: {reason}",
                    "{who} clôture la ligne de liaison {line}, pour toutes ses parties et définitivement : {reason}"
                ),
            }
        }
        _ => String::new(),
    }
}

fn recorded(line: &Recorded, who: MemberCode, language: Language) -> String {
    let (title, sides) = (quoted(language, &line.title), listed(&line.sides));
    let kind = match line.kind {
        LineKind::Communication => both!(language, "communication line", "ligne de communication"),
        LineKind::Base => both!(language, "base", "base"),
        LineKind::HostNationSupport => both!(language, "host-nation support", "soutien du pays hôte"),
        LineKind::JointStaff => both!(language, "joint staff", "état-major conjoint"),
        LineKind::ExchangePost => both!(language, "exchange post", "poste d'échange"),
        LineKind::Exercise => both!(language, "exercise", "exercice"),
    };
    let touched = given(line.touched.as_ref(), |touched| {
        let touched = quoted(language, touched);
        both!(
            language,
            "; a political suspension would touch {touched}",
            " ; une suspension politique en toucherait {touched}"
        )
    });
    let every = given(line.test_every, |period| {
        let hours = period.hours();
        both!(language, "; tested every {hours} hours", " ; essayée toutes les {hours} heures")
    });
    let follows = given(line.follows, |earlier| {
        let earlier = earlier.0;
        both!(language, "; it follows line {earlier}", " ; elle fait suite à la ligne {earlier}")
    });
    let rest = readable(language, line.audience);
    let fall_back = fall_back(line.fall_back.as_ref(), language);
    both!(
        language,
        "{who} puts a line between {sides} on record ({kind}): {title}{fall_back}{touched}{every}{follows}{rest}",
        "{who} consigne une ligne entre {sides} ({kind}) : {title}{fall_back}{touched}{every}{follows}{rest}"
    )
}

fn fall_back(of: Option<&FallBack>, language: Language) -> String {
    given(of, |of| match of {
        FallBack::Line(line) => {
            let line = line.0;
            both!(
                language,
                "; its fall-back is liaison line {line}",
                " ; sa solution de repli est la ligne de liaison {line}"
            )
        }
        FallBack::Words(words) => {
            let words = quoted(language, words);
            both!(language, "; its fall-back: {words}", " ; sa solution de repli : {words}")
        }
    })
}
