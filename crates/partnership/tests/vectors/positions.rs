//! Samples of positions.

use quorate_partnership::positions::{
    Acknowledge, Announce, Command, Event, Explain, Leaning, RecordGrouping, Report, ReviseGrouping, Sound,
    Subject, Tone,
};
use quorate_partnership::{Audience, BriefingNo, DecisionNo, DocumentHash, GroupingNo, SoundingNo, Wording};

use crate::cast::EXPIRES;
use crate::commands::phrase;
use crate::events::{Sample, member};

const HASH: DocumentHash = DocumentHash([0x44; 32]);

fn wording() -> Wording {
    Wording::new(Some(phrase("the fund")), Some(phrase("le fonds"))).unwrap()
}

/// Commands about positions.
pub(crate) fn commands() -> Vec<crate::commands::Sample> {
    let (by, audience, of) = ("XAA/representative", Audience::Public, member("XZZ"));
    let sound = |leaning, reported_of, replaces| {
        let (on, audience) = (wording(), Audience::Members);
        Command::Sound(Sound { on, leaning, audience, reported_of, replaces })
    };
    let explain = |on, text, document| Command::Explain(Explain { on, audience, text, document });
    let report = |tone| {
        let (office, source) = (phrase("defence ministry"), phrase("press release"));
        Command::Report(Report { of, office, on: wording(), tone, source, audience })
    };
    let (states, source, grouping) = (vec![member("XAA"), of], phrase("its treaty"), GroupingNo(1));
    let recorded =
        RecordGrouping { name: wording(), states: states.clone(), source: source.clone(), audience };
    let revised = ReviseGrouping { grouping, version: 1, states, source };
    let (to, subject, release) = (vec![member("XBB"), member("XCC")], wording(), EXPIRES);
    let announced = Announce { to, subject, document: HASH, release, audience };
    let acknowledged = Acknowledge { briefing: BriefingNo(1) };
    let commands = vec![
        ("position sounding", by, sound(Leaning::Favourable, None, None)),
        ("position sounding, as reported", by, sound(Leaning::Open, Some(of), None)),
        (
            "position sounding, in the place of another",
            by,
            sound(Leaning::Reserved, None, Some(SoundingNo(1))),
        ),
        ("position sounding, reported anew", by, sound(Leaning::Opposed, Some(of), Some(SoundingNo(2)))),
        (
            "position explain, a decision",
            by,
            explain(Subject::Decision(DecisionNo(1)), Some(wording()), None),
        ),
        ("position explain, a text by a document", by, explain(Subject::Text(HASH), None, Some(HASH))),
        (
            "position explain, in words and by a document",
            by,
            explain(Subject::Words(wording()), Some(wording()), Some(HASH)),
        ),
        ("position reported, critical", by, report(Tone::Critical)),
        ("position reported, neutral", by, report(Tone::Neutral)),
        ("position reported, conciliatory", by, report(Tone::Conciliatory)),
        ("grouping record", by, Command::RecordGrouping(recorded)),
        ("grouping revise", by, Command::ReviseGrouping(revised)),
        ("briefing announce", by, Command::Announce(announced)),
        ("briefing acknowledge", "XBB/representative", Command::Acknowledge(acknowledged)),
    ];
    commands.into_iter().map(|(name, by, command)| (name, by, command.into())).collect()
}

/// What is said about positions.
pub(crate) fn events() -> Vec<Sample> {
    let (by, audience, of) = (member("XAA"), Audience::Public, member("XZZ"));
    let sounded = |of, leaning, replaces| {
        let (sounding, on) = (SoundingNo(2), wording());
        Event::Sounded { sounding, by, of, on, leaning, audience, replaces }
    };
    let explained = |on, text, document| Event::Explained { by, on, audience, text, document };
    let (office, source, tone) = (phrase("defence ministry"), phrase("press release"), Tone::Conciliatory);
    let reported = Event::Reported { by, of, office, on: wording(), tone, source, audience };
    let (states, source, grouping) = (vec![by, of], phrase("its treaty"), GroupingNo(1));
    let (name, version) = (wording(), 2);
    let recorded = Event::GroupingRecorded {
        grouping,
        by,
        name,
        states: states.clone(),
        source: source.clone(),
        audience,
    };
    let revised = Event::GroupingRevised { grouping, version, states, source };
    let (to, subject, briefing) = (vec![member("XBB"), member("XCC")], wording(), BriefingNo(1));
    let (document, release) = (HASH, EXPIRES);
    let announced = Event::BriefingAnnounced { briefing, by, to, subject, document, release, audience };
    let events = vec![
        ("sounded", sounded(by, Leaning::Favourable, None)),
        ("sounded, as reported, in the place of another", sounded(of, Leaning::Opposed, Some(SoundingNo(1)))),
        ("position explained", explained(Subject::Decision(DecisionNo(1)), Some(wording()), None)),
        ("position on a text explained", explained(Subject::Text(HASH), None, Some(HASH))),
        ("position explained twice", explained(Subject::Words(wording()), Some(wording()), Some(HASH))),
        ("position reported", reported),
        ("grouping recorded", recorded),
        ("grouping revised", revised),
        ("briefing announced", announced),
        ("briefing released by time", Event::BriefingReleased { briefing }),
        ("briefing acknowledged", Event::Acknowledged { briefing, by: member("XBB") }),
    ];
    events.into_iter().map(|(name, event)| (name, event.into())).collect()
}
