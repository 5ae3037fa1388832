//! Samples of lines between militaries.

use quorate_partnership::continuity::{
    Close, Command, Confirm, Event, FallBack, Left, LineKind, LineState, Outage, Record, Recorded, Restored,
    Said, StartFallBack, Test, TestResult,
};
use quorate_partnership::{Audience, Day, LiaisonLineNo, Wording};

use crate::cast::{BEGINS, EXPIRES};
use crate::commands::phrase;
use crate::events::{Sample, member};

fn wording(en: Option<&str>, fr: Option<&str>) -> Wording {
    Wording::new(en.map(phrase), fr.map(phrase)).unwrap()
}

fn least(kind: LineKind) -> Recorded {
    Recorded {
        kind,
        title: wording(Some("line between the staffs"), None),
        sides: vec![member("XAA"), member("XBB")],
        audience: Audience::Members,
        fall_back: None,
        touched: None,
        test_every: None,
        follows: None,
    }
}

fn most() -> Recorded {
    Recorded {
        title: wording(Some("planning staff"), Some("état-major de planification")),
        audience: Audience::Public,
        fall_back: Some(FallBack::Line(LiaisonLineNo(1))),
        touched: Some(wording(None, Some("les documents communs"))),
        test_every: "30d".parse().ok(),
        follows: Some(LiaisonLineNo(2)),
        ..least(LineKind::JointStaff)
    }
}

fn lines() -> [Recorded; 6] {
    let words = Some(FallBack::Words(wording(Some("couriers"), None)));
    [
        least(LineKind::Communication),
        Recorded { fall_back: words, ..least(LineKind::Base) },
        Recorded { fall_back: None, test_every: None, follows: None, ..most() },
        Recorded { test_every: "876600h".parse().ok(), ..least(LineKind::Exercise) },
        Recorded { follows: Some(LiaisonLineNo(1)), ..least(LineKind::ExchangePost) },
        most(),
    ]
}

/// The names of the events by which these are recorded.
const RECORDED: [&str; 6] = [
    "line recorded",
    "line recorded, a base with a fall-back in words",
    "line recorded, what a suspension would touch",
    "line recorded, an exercise and its tests",
    "line recorded, an exchange post that follows",
    "line recorded, a joint staff with all that can be said",
];

/// Commands about lines.
pub(crate) fn commands() -> Vec<crate::commands::Sample> {
    let (by, line, of) = ("XAA/liaison-officer", LiaisonLineNo(1), Some(member("XZZ")));
    let said = Some(wording(None, Some("la nuit seulement")));
    let record = |recorded| Command::Record(Record { recorded });
    let [communication, base, touched, tests, follows, all] = lines();
    let confirm = |state, note, reported_of| Command::Confirm(Confirm { line, state, note, reported_of });
    let outage = |cause, reported_of| Command::Outage(Outage { line, began: BEGINS, cause, reported_of });
    let restored = |reported_of| Command::Restored(Restored { line, at: EXPIRES, reported_of });
    let close = |reported_of| {
        Command::Close(Close { line, reason: wording(Some("the staff moves"), None), reported_of })
    };
    let test = |result, on| Command::Test(Test { line, result, on });
    let commands = vec![
        ("line record, a communication line", by, record(communication)),
        ("line record, a base with a fall-back in words", by, record(base)),
        ("line record, what a suspension would touch", by, record(touched)),
        ("line record, an exercise and its tests", by, record(tests)),
        ("line record, an exchange post that follows", by, record(follows)),
        ("line record, a joint staff with all that can be said", by, record(all)),
        ("line record, host-nation support", by, record(least(LineKind::HostNationSupport))),
        ("line confirm, working", by, confirm(LineState::Working, None, None)),
        ("line confirm, degraded, with a note", by, confirm(LineState::Degraded, said.clone(), None)),
        ("line confirm, interrupted, as reported", by, confirm(LineState::Interrupted, None, of)),
        ("line test, passed", by, test(TestResult::Passed, None)),
        ("line test, failed on a day", by, test(TestResult::Failed, Some(Day(20_454)))),
        ("line outage", by, outage(None, None)),
        ("line outage, with its cause, as reported", by, outage(said, of)),
        ("line restored", by, restored(None)),
        ("line restored, as reported", by, restored(of)),
        ("line fall-back", by, Command::StartFallBack(StartFallBack { line })),
        ("line close", by, close(None)),
        ("line close, as reported", by, close(of)),
    ];
    commands.into_iter().map(|(name, by, command)| (name, by, command.into())).collect()
}

/// What happens to lines.
pub(crate) fn events() -> Vec<Sample> {
    let (line, by) = (LiaisonLineNo(3), member("XAA"));
    let (own, reported) = (Said { by, of: by }, Said { by, of: member("XZZ") });
    let said = Some(wording(Some("at night only"), Some("la nuit seulement")));
    let recorded =
        |recorded: Recorded| Event::Recorded { line, by, recorded, confirm_every: "7d".parse().unwrap() };
    let confirmed = |said, state, note| Event::Confirmed { line, said, state, note };
    let began = |said, cause| Event::OutageBegan { line, said, began: BEGINS, cause };
    let started = |fall_back| Event::FallBackStarted { line, by, confirm_by: EXPIRES, fall_back };
    let reason = || wording(Some("the staff moves"), None);
    let closed = |left| Event::Closed { line, by, reason: reason(), left };
    let ended = |left| Event::EndReported { line, said: reported, reason: reason(), left };
    let mut events: Vec<(&'static str, Event)> = RECORDED.into_iter().zip(lines().map(recorded)).collect();
    let on = Day(20_454);
    events.extend([
        ("line confirmed", confirmed(own, LineState::Working, None)),
        ("line confirmed, as reported", confirmed(reported, LineState::Degraded, said.clone())),
        ("line tested", Event::Tested { line, by, result: TestResult::Failed, on }),
        ("outage of a line", began(own, None)),
        ("outage of a line, as reported", began(reported, said)),
        ("line restored", Event::Restored { line, said: own, at: EXPIRES }),
        ("fall-back of a line started", started(Some(LiaisonLineNo(1)))),
        ("fall-back of a line started, no line", started(None)),
        ("line closed, no fall-back", closed(Left::Nothing)),
        ("line closed, with a fall-back", closed(Left::Line(LiaisonLineNo(1)))),
        ("line closed, with a fall-back in words", closed(Left::Words)),
        ("line closed, its fall-back closed before", closed(Left::ClosedBefore(LiaisonLineNo(1)))),
        ("line ended for a side, as reported", ended(Left::Nothing)),
    ]);
    events.into_iter().map(|(name, event)| (name, event.into())).collect()
}
