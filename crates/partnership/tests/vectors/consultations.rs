//! A sample of every command and event of consultations.

use quorate_partnership::consultations::{
    About, Acknowledge, Attend, BreakSilence, Call, Close, Command, Conclude, Convene, Dissociate,
    Event as Consulted, GiveMinutes, Link, NameDecision, Outcome, ProceedingStatus, State, Support,
    TableText,
};
use quorate_partnership::{
    Audience, ConsultationNo, Day, DecisionNo, DocumentHash, Moment, ProceedingNo, SessionNo, StatementNo,
    TextNo, Wording,
};

use crate::cast::{BEGINS, DAY, HOUR};
use crate::commands::{Sample, phrase};
use crate::events::{Sample as Happening, member};

const NUMBER: ConsultationNo = ConsultationNo(1);
const SESSION: SessionNo = SessionNo(2);
const TEXT: TextNo = TextNo(3);
const PAPER: Option<DocumentHash> = Some(DocumentHash([0x45; 32]));
const OPENS: Moment = Moment(BEGINS.0 + DAY);
const CLOSES: Option<Moment> = Some(Moment(BEGINS.0 + DAY + HOUR));

fn in_both() -> Wording {
    Wording::new(Some(phrase("Troops at the border")), Some(phrase("Troupes à la frontière"))).unwrap()
}

fn in_one(text: &str) -> Wording {
    Wording::new(None, Some(phrase(text))).unwrap()
}

fn answered() -> [Option<About>; 3] {
    [About::Session(SESSION), About::Text(TEXT), About::Statement(StatementNo(1))].map(Some)
}

pub(crate) fn commands() -> Vec<Sample> {
    let by = "XAA/representative";
    let call = |threatened: &[&str], subject, audience, paper| {
        let threatened = threatened.iter().map(|code| member(code)).collect();
        Command::Call(Call { threatened, subject, audience, paper })
    };
    let samples = [
        ("consultation call", call(&["XBB"], in_one("câbles"), Audience::Members, None)),
        ("consultation call, with a paper", call(&["XAA", "XBB"], in_both(), Audience::Public, PAPER)),
        ("consultation acknowledge", Command::Acknowledge(Acknowledge { consultation: NUMBER })),
        ("consultation close", Command::Close(Close { consultation: NUMBER })),
    ];
    let all = samples.into_iter().chain(in_session()).chain(on_texts()).chain(elsewhere());
    all.map(|(name, command)| (name, by, command.into())).collect()
}

fn in_session() -> Vec<(&'static str, Command)> {
    let convene = |closes, agenda, document| {
        Command::Convene(Convene { consultation: NUMBER, opens: OPENS, closes, agenda, document })
    };
    let minutes =
        |en, fr| Command::GiveMinutes(GiveMinutes { session: SESSION, audience: Audience::Public, en, fr });
    let state = |about, document| {
        let (text, audience) = (in_both(), Audience::Members);
        Command::State(State { consultation: NUMBER, text, audience, about, document })
    };
    let [session, text, statement] = answered();
    vec![
        ("consultation session", convene(None, None, None)),
        ("consultation session, with its end", convene(CLOSES, None, None)),
        ("consultation session, with an agenda", convene(None, Some(in_both()), None)),
        ("consultation session, with papers", convene(CLOSES, Some(in_one("ordre du jour")), PAPER)),
        ("consultation session, with papers alone", convene(None, None, PAPER)),
        ("consultation attend", Command::Attend(Attend { session: SESSION })),
        ("consultation minutes", minutes(PAPER, None)),
        ("consultation minutes, in both", minutes(PAPER, PAPER)),
        ("consultation minutes, in French", minutes(None, PAPER)),
        ("consultation state", state(None, None)),
        ("consultation state, on a session", state(session, None)),
        ("consultation state, on a text", state(text, PAPER)),
        ("consultation state, on a statement", state(statement, None)),
        ("consultation state, with a document", state(None, PAPER)),
    ]
}

fn on_texts() -> Vec<(&'static str, Command)> {
    let table = |outcome, silence: Option<&str>, document| {
        let silence = silence.map(|period| period.parse().unwrap());
        let (wording, audience) = (in_both(), Audience::Public);
        Command::TableText(TableText { consultation: NUMBER, outcome, wording, audience, silence, document })
    };
    let reason = || phrase("instructions are awaited");
    vec![
        ("consultation table-text, take note", table(Outcome::TakeNote, None, None)),
        ("consultation table-text, a statement", table(Outcome::Statement, Some("48h"), None)),
        ("consultation table-text, a request", table(Outcome::Request, Some("48h"), PAPER)),
        ("consultation table-text, a draft decision", table(Outcome::DraftDecision, None, PAPER)),
        ("consultation table-text, the next session", table(Outcome::NextSession, None, None)),
        ("consultation break-silence", Command::BreakSilence(BreakSilence { text: TEXT, reason: reason() })),
        ("consultation support", Command::Support(Support { text: TEXT })),
        ("consultation dissociate", Command::Dissociate(Dissociate { text: TEXT, reason: reason() })),
        ("consultation conclude", Command::Conclude(Conclude { text: TEXT })),
        (
            "consultation name-decision",
            Command::NameDecision(NameDecision { text: TEXT, decision: DecisionNo(4) }),
        ),
    ]
}

fn elsewhere() -> Vec<(&'static str, Command)> {
    let link = |status, consultation, on| {
        let (body, source) = (phrase("the older alliance, under its Article 4"), phrase("its press release"));
        let audience = Audience::Public;
        Command::Link(Link { body, status, source, audience, consultation, on })
    };
    vec![
        ("consultation link, called", link(ProceedingStatus::Called, None, None)),
        ("consultation link, held", link(ProceedingStatus::Held, Some(NUMBER), None)),
        ("consultation link, concluded", link(ProceedingStatus::Concluded, Some(NUMBER), Some(Day(20_453)))),
        ("consultation link, with a day alone", link(ProceedingStatus::Called, None, Some(Day(20_453)))),
    ]
}

pub(crate) fn events() -> Vec<Happening> {
    let (consultation, by) = (NUMBER, member("XAA"));
    let called = |subject, paper| Consulted::Called {
        consultation,
        by,
        threatened: vec![member("XBB")],
        subject,
        audience: Audience::Public,
        paper,
        asked: vec![member("XBB"), member("XCC")],
        first_session_by: OPENS,
    };
    let samples = vec![
        ("consultations called", called(in_one("câbles"), None)),
        ("consultations called with a paper", called(in_both(), PAPER)),
        ("consultations acknowledged", Consulted::Acknowledged { consultation, member: member("XBB") }),
        ("consultations closed", Consulted::Closed { consultation, by: Some(by) }),
        ("consultations closed by time", Consulted::Closed { consultation, by: None }),
    ];
    let all = samples.into_iter().chain(of_sessions()).chain(of_texts()).chain(of_proceedings());
    all.map(|(name, event)| (name, event.into())).collect()
}

fn of_sessions() -> Vec<(&'static str, Consulted)> {
    let (session, consultation, by) = (SESSION, NUMBER, member("XBB"));
    let convened = |by, closes, agenda, document| {
        let (opens, chair, deputy) = (OPENS, member("XBB"), member("XCC"));
        Consulted::SessionConvened {
            session,
            consultation,
            opens,
            chair,
            deputy,
            by,
            closes,
            agenda,
            document,
        }
    };
    let given = |en, fr| Consulted::MinutesGiven { session, by, audience: Audience::Members, en, fr };
    let stated = |about, document| {
        let (statement, text, audience) = (StatementNo(1), in_both(), Audience::Members);
        Consulted::Stated { statement, consultation, by, text, audience, about, document }
    };
    let [on_session, on_text, on_statement] = answered();
    vec![
        ("session convened by time", convened(None, None, None, None)),
        ("session convened", convened(Some(by), None, None, None)),
        ("session convened with its end", convened(Some(by), CLOSES, None, None)),
        ("session convened with an agenda", convened(Some(by), None, Some(in_both()), None)),
        ("session convened with papers", convened(Some(by), CLOSES, Some(in_both()), PAPER)),
        ("session attended", Consulted::Attended { session, member: by }),
        ("minutes given", given(PAPER, None)),
        ("minutes given in both", given(PAPER, PAPER)),
        ("minutes given in French", given(None, PAPER)),
        ("stated", stated(None, None)),
        ("stated on a session", stated(on_session, None)),
        ("stated on a text", stated(on_text, PAPER)),
        ("stated on a statement", stated(on_statement, None)),
        ("stated with a document", stated(None, PAPER)),
    ]
}

fn of_texts() -> Vec<(&'static str, Consulted)> {
    let (text, by, other) = (TEXT, member("XAA"), member("XBB"));
    let reason = || phrase("instructions are awaited");
    let tabled = |outcome, document| Consulted::TextTabled {
        text,
        consultation: NUMBER,
        by,
        outcome,
        wording: in_both(),
        audience: Audience::Public,
        participants: vec![by, other],
        until: OPENS,
        document,
    };
    let concludes = Moment(OPENS.0 + DAY);
    vec![
        ("text tabled", tabled(Outcome::Statement, None)),
        ("text tabled with a document", tabled(Outcome::DraftDecision, PAPER)),
        ("silence broken", Consulted::SilenceBroken { text, by: other, reason: reason(), concludes }),
        ("text supported", Consulted::Supported { text, by: other }),
        ("dissociated from a text", Consulted::Dissociated { text, by: other, reason: reason() }),
        ("text agreed by time", Consulted::TextAgreed { text, by: vec![by, other] }),
        (
            "text concluded",
            Consulted::TextConcluded { text, supported_by: vec![by], dissociated: vec![other] },
        ),
        ("text taken back", Consulted::TextTakenBack { text, by, reason: reason() }),
        ("decision named", Consulted::DecisionNamed { text, decision: DecisionNo(4) }),
    ]
}

fn of_proceedings() -> Vec<(&'static str, Consulted)> {
    let reported = |consultation, on| Consulted::ProceedingReported {
        proceeding: ProceedingNo(1),
        by: member("XAA"),
        body: phrase("the older alliance, under its Article 4"),
        status: ProceedingStatus::Held,
        source: phrase("its press release"),
        audience: Audience::Public,
        consultation,
        on,
    };
    vec![
        ("proceeding reported", reported(None, None)),
        ("proceeding reported with consultations", reported(Some(NUMBER), None)),
        ("proceeding reported with its day", reported(Some(NUMBER), Some(Day(20_453)))),
        ("proceeding reported with a day alone", reported(None, Some(Day(20_453)))),
    ]
}
