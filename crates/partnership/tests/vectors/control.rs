//! Samples of what controls the books: seals of periods, what is booked for a sealed day, and the audit.

use quorate_ledger::{Account, BookId, Currency, Entry, HoldId};
use quorate_partnership::audit::{
    Answer, CloseFinding, Command as Audit, CorrectedBy, Event as AuditEvent, GiveOpinion, OpenFinding,
    OpinionKind, Severity, Subject,
};
use quorate_partnership::fund::{About, Event as Fund, Totals};
use quorate_partnership::{
    CaseNo, Day, DocumentHash, EntryNo, FindingNo, LineNo, OpinionNo, PaymentNo, SealNo,
};

use crate::cast::EXPIRES;
use crate::commands::{phrase, usd};
use crate::events::{Sample, member};

/// What is booked for a sealed day, and what seals it.
pub(crate) fn events() -> Vec<Sample> {
    let (book, by, late) =
        (BookId::Cash(Currency::from_code("USD").unwrap()), member("XBB"), Some(Day(20_453)));
    let (debit, credit) = (Account::new(100, "").unwrap(), Account::new(111, "XAA").unwrap());
    let entry = Entry::transfer(book, debit, credit, usd("6000.00")).unwrap();
    let posted = |reverses| {
        let (number, about, effective) = (EntryNo(4), About::Line { line: LineNo(1) }, EXPIRES.day());
        Fund::Posted { number, entry: entry.clone(), about, effective, reverses, late }.into()
    };
    let (hold, number, effective) = (HoldId(3), EntryNo(3), EXPIRES.day());
    let totals = Totals::of(Day(20_453), [(Day(20_453), &entry), (Day(20_454), &entry)].into_iter());
    let (seal, lapses) = (SealNo(1), EXPIRES);
    vec![
        ("posted, a late item", posted(None)),
        ("posted, a prior-period adjustment", posted(Some(EntryNo(1)))),
        ("hold posted, a late item", Fund::HoldPosted { hold, number, effective, late }.into()),
        ("seal given", Fund::SealProposed { seal, by, totals: totals.clone(), lapses }.into()),
        ("period sealed", Fund::Sealed { seal, by: member("XAA"), totals }.into()),
        ("seal lapsed", Fund::SealLapsed { seal }.into()),
    ]
}

/// A finding about each kind of thing.
fn subjects() -> [(&'static str, Subject); 5] {
    [
        ("an entry", Subject::Entry(EntryNo(2))),
        ("a bank line", Subject::Line(LineNo(1))),
        ("a payment", Subject::Payment(PaymentNo(1))),
        ("a case", Subject::Case(CaseNo(1))),
        ("a period", Subject::Period(Day(20_453))),
    ]
}

/// Commands of the audit.
pub(crate) fn audit() -> Vec<(&'static str, &'static str, Audit)> {
    let (auditor, treasurer, until) = ("XAA/auditor", "XBB/treasurer", Day(20_453));
    let finding = |severity, (_, subject)| {
        Audit::OpenFinding(OpenFinding { subject, severity, text: phrase("the bank says 40.00") })
    };
    let [entry, line, payment, case, period] = subjects();
    let answer = |corrected_by| {
        Audit::Answer(Answer { finding: FindingNo(1), text: phrase("saisi à tort"), corrected_by })
    };
    let opinion = |kind, replaces, basis: Option<&str>, document| {
        let basis = basis.map(phrase);
        Audit::GiveOpinion(GiveOpinion { until, kind, replaces, basis, document })
    };
    let document = Some(DocumentHash([0x44; 32]));
    vec![
        ("audit open-finding, an entry", auditor, finding(Severity::Observation, entry)),
        ("audit open-finding, a bank line", auditor, finding(Severity::Finding, line)),
        ("audit open-finding, a payment", auditor, finding(Severity::Material, payment)),
        ("audit open-finding, a case", auditor, finding(Severity::Finding, case)),
        ("audit open-finding, a period", auditor, finding(Severity::Finding, period)),
        ("audit answer", treasurer, answer(None)),
        ("audit answer, corrected by an entry", treasurer, answer(Some(CorrectedBy::Entry(EntryNo(3))))),
        ("audit answer, corrected by a bank line", treasurer, answer(Some(CorrectedBy::Line(LineNo(2))))),
        ("audit close-finding", auditor, Audit::CloseFinding(CloseFinding { finding: FindingNo(1) })),
        ("audit opinion, unmodified", auditor, opinion(OpinionKind::Unmodified, None, None, None)),
        (
            "audit opinion, qualified in the place of another",
            auditor,
            opinion(OpinionKind::Qualified, Some(OpinionNo(1)), Some("line 2"), document),
        ),
        (
            "audit opinion, adverse with a basis alone",
            auditor,
            opinion(OpinionKind::Adverse, None, Some("line 2"), None),
        ),
        (
            "audit opinion, a disclaimer with a report",
            auditor,
            opinion(OpinionKind::Disclaimer, None, Some("no papers"), document),
        ),
    ]
}

/// Events of the audit.
pub(crate) fn of_audit() -> Vec<Sample> {
    let (by, finding, text) = (member("XAA"), FindingNo(1), phrase("the bank says 40.00"));
    let opened = |(_, subject)| {
        let severity = Severity::Material;
        AuditEvent::FindingOpened { finding, by, subject, severity, text: text.clone() }.into()
    };
    let answered = |corrected_by| {
        AuditEvent::Answered { finding, by: member("XBB"), text: phrase("saisi à tort"), corrected_by }.into()
    };
    let given = |replaces, document| {
        let (opinion, until, kind) = (OpinionNo(2), Day(20_453), OpinionKind::Qualified);
        let basis = Some(phrase("line 2"));
        AuditEvent::OpinionGiven { opinion, by, until, kind, replaces, basis, document }.into()
    };
    let [entry, line, payment, case, period] = subjects();
    vec![
        ("finding opened, an entry", opened(entry)),
        ("finding opened, a bank line", opened(line)),
        ("finding opened, a payment", opened(payment)),
        ("finding opened, a case", opened(case)),
        ("finding opened, a period", opened(period)),
        ("finding answered", answered(None)),
        ("finding answered and corrected", answered(Some(CorrectedBy::Entry(EntryNo(3))))),
        ("finding closed", AuditEvent::FindingClosed { finding, by }.into()),
        ("opinion given", given(None, None)),
        ("opinion given in the place of another", given(Some(OpinionNo(1)), Some(DocumentHash([0x44; 32])))),
    ]
}
