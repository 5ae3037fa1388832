//! Samples of what members tell of their arrangements with States outside.

use quorate_partnership::frameworks::{
    ArrangementEvent, Command as Frameworks, Depends, EndArrangement, Event, GiveNotice, NoLongerDepends,
    Outcome, Question, RecordArrangement, Resting, ReviewArrangement, ReviseArrangement, TakeNoticeBack,
    View,
};
use quorate_partnership::{ArrangementNo, Audience, Day, DependencyNo, LiaisonLineNo, Wording};

use crate::commands::phrase;
use crate::events::{Sample, member};

const ONE: ArrangementNo = ArrangementNo(1);
const DAY: Day = Day(20_454);

fn view() -> View {
    View {
        title: Wording::new(None, Some(phrase("Usage de bases"))).unwrap(),
        kind: phrase("bases"),
        basis: phrase("exchange of notes"),
        since: Day(12_539),
        review: Day(20_818),
        notice_days: 365,
        audience: Audience::Public,
    }
}

fn terms() -> RecordArrangement {
    RecordArrangement { with: vec![member("XYY")], members: vec![member("XAA"), member("XBB")], view: view() }
}

fn resting() -> [Resting; 3] {
    [
        Resting::Arrangement(ArrangementNo(2)),
        Resting::Line(LiaisonLineNo(3)),
        Resting::Item(phrase("shared warning")),
    ]
}

pub(crate) fn commands() -> Vec<(&'static str, &'static str, Frameworks)> {
    let (by, arrangement) = ("XAA/representative", ONE);
    let [other, line, item] = resting();
    let depends = |what, source: Option<&str>| {
        let (on, audience, source) = (ONE, Audience::Members, source.map(phrase));
        Frameworks::Depends(Depends { on, what, audience, source })
    };
    let revise = ReviseArrangement { arrangement, version: 1, view: view() };
    let review = ReviewArrangement { arrangement, outcome: Outcome::Amend, on: DAY, next: Day(20_818) };
    let notice = GiveNotice { arrangement, by: member("XYY"), given: DAY };
    let (source, audience) = (phrase("statement"), Audience::Public);
    let question = Question { arrangement, by: member("XYY"), source, audience };
    let dependency = DependencyNo(1);
    vec![
        ("arrangement record", by, Frameworks::RecordArrangement(terms())),
        ("arrangement revise", by, Frameworks::ReviseArrangement(revise)),
        ("arrangement review", by, Frameworks::ReviewArrangement(review)),
        ("arrangement notice", by, Frameworks::GiveNotice(notice)),
        ("arrangement withdraw-notice", by, Frameworks::TakeNoticeBack(TakeNoticeBack { arrangement })),
        ("arrangement end", by, Frameworks::EndArrangement(EndArrangement { arrangement })),
        ("arrangement depends, on another", by, depends(other, None)),
        ("arrangement depends, a line", by, depends(line, None)),
        ("arrangement depends, in words", by, depends(item, Some("annex 2"))),
        ("arrangement no-longer-depends", by, Frameworks::NoLongerDepends(NoLongerDepends { dependency })),
        ("arrangement question", by, Frameworks::Question(question)),
    ]
}

pub(crate) fn events() -> Vec<Sample> {
    use ArrangementEvent as E;
    let (arrangement, by, state, dependency) = (ONE, member("XAA"), member("XYY"), DependencyNo(1));
    let told = |event: ArrangementEvent| Event::Arrangements(event).into();
    let [other, _, item] = resting();
    let rests = |what, source: Option<&str>| {
        let (on, audience, source) = (ONE, Audience::Members, source.map(phrase));
        told(E::Rests { dependency, by, on, what, audience, source })
    };
    let (on, next, given, ends) = (DAY, Day(20_818), DAY, Day(20_819));
    let outcome = Outcome::End;
    let (source, audience) = (phrase("statement"), Audience::Public);
    vec![
        ("arrangement recorded", told(E::Recorded { arrangement, by, terms: terms() })),
        ("arrangement revised", told(E::Revised { arrangement, by, version: 2, view: view() })),
        ("arrangement reviewed", told(E::Reviewed { arrangement, by, outcome, on, next })),
        (
            "notice of an arrangement",
            told(E::NoticeGiven { arrangement, told_by: by, by: state, given, ends }),
        ),
        ("notice of an arrangement taken back", told(E::NoticeTakenBack { arrangement, told_by: by })),
        ("arrangement over", told(E::Ended { arrangement, of: by, notice_of: None })),
        ("arrangement over by notice", told(E::Ended { arrangement, of: by, notice_of: Some(state) })),
        ("rests on an arrangement", rests(other, None)),
        ("rests on an arrangement, in words", rests(item, Some("annex 2"))),
        ("rests on it no longer", told(E::RestsNoLonger { dependency, by })),
        ("arrangement questioned", told(E::Questioned { arrangement, by, state, source, audience })),
    ]
}
