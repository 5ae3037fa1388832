//! A sample of every event, and of both forms where a field can be missing or of two kinds.

use quorate_charter::{MemberCode, Office};
use quorate_partnership::cases::Event as Cases;
use quorate_partnership::decisions::{Choice, Counted, Effect, Event as Decisions, Reserve};
use quorate_partnership::fund::{Event as Fund, Part, Standing};
use quorate_partnership::members::Event as Members;
use quorate_partnership::{
    Booked, By, CallNo, CaseNo, CommandId, DecisionNo, EffectHash, Event, PaymentNo, PublicKey, TrancheNo,
};
use quorate_voting::{Conduct, Formula, Measure, Ratio, Roll, Seat, Strictness, Tally, Verdict};

use crate::cast::{BEGINS, EXPIRES, post};
use crate::commands::{admit, amend, phrase, request, usd};
use crate::{contributions, control, entries, lines};

const COMMAND: CommandId = CommandId([0x5a; 32]);
const KEY: PublicKey = PublicKey([0x77; 32]);

pub(crate) fn member(code: &str) -> MemberCode {
    code.parse().unwrap()
}

/// Every event as it stands in the record, with a name.
pub(crate) fn samples() -> Vec<(&'static str, Booked)> {
    let by = By { command: COMMAND, post: post("XAA/case-officer"), key: Some(KEY) };
    let kinds = members()
        .into_iter()
        .chain(decisions())
        .chain(procedure())
        .chain(money())
        .chain(lines::samples())
        .chain(entries::samples())
        .chain(control::events())
        .chain(contributions::samples())
        .chain(cases())
        .chain(control::of_audit())
        .chain(crate::kinds::events())
        .chain(crate::financing::events())
        .chain(crate::elsewhere::events())
        .chain(crate::beneficiaries::events())
        .chain(crate::instrument::events())
        .chain(crate::currencies::events())
        .chain(crate::leaving::events())
        .chain(crate::treasury::events())
        .chain(crate::frameworks::events())
        .chain(crate::consultations::events())
        .chain(crate::continuity::events())
        .chain(crate::arrangements::events())
        .chain(crate::positions::events())
        .chain(crate::assessments::events())
        .chain(crate::capabilities::events());
    kinds
        .map(|(name, event)| {
            let brought = ["fell due", "in default", "stepped up"];
            let timely = brought.iter().any(|name_of| name.starts_with(name_of))
                || name.ends_with("lapsed")
                || name.ends_with("by time")
                || name.starts_with("decision closed");
            let (fell_due, by) = if timely { (Some(BEGINS), None) } else { (None, Some(by)) };
            (name, Booked { height: 1, at: EXPIRES, fell_due, by, event })
        })
        .collect()
}

pub(crate) type Sample = (&'static str, Event);

fn members() -> Vec<Sample> {
    let (member, office) = (member("XAA"), Office::Treasurer);
    let accredited = Members::Accredited { member, key: KEY, office, from: BEGINS, until: EXPIRES };
    vec![
        ("accredited", accredited.into()),
        ("revoked", Members::Revoked { member, key: KEY, office }.into()),
        ("root replaced", Members::RootReplaced { member, root: KEY, end_credentials: true }.into()),
        ("signed", Members::Signed { member, provisionally: true }.into()),
        ("ratified", Members::Ratified { member }.into()),
        ("entered into force", Members::EnteredIntoForce.into()),
        ("provisional application ended", Members::ProvisionalEnded { member }.into()),
        ("notice given", Members::NoticeGiven { member, effective: EXPIRES }.into()),
        ("notice taken back", Members::NoticeTakenBack { member, effective: EXPIRES }.into()),
        ("left", Members::Left { member }.into()),
        ("invited", Members::Invited { decision: DecisionNo(1), terms: admit() }.into()),
        ("acceded", Members::Acceded { member, terms: admit() }.into()),
        ("suspended", Members::Suspended { member, until: EXPIRES, decision: DecisionNo(1) }.into()),
        ("restored by a decision", Members::Restored { member, decision: Some(DecisionNo(2)) }.into()),
        ("restored by time", Members::Restored { member, decision: None }.into()),
        (
            "amendment adopted",
            Members::AmendmentAdopted { version: 2, decision: DecisionNo(3), terms: amend() }.into(),
        ),
        ("amendment accepted", Members::AmendmentAccepted { member, version: 2 }.into()),
        ("amendment in force", Members::AmendmentInForce { version: 2 }.into()),
        (
            "keys to be replaced",
            Members::KeysToBeReplaced {
                member,
                root: KEY,
                recovery: KEY,
                effective: EXPIRES,
                decision: DecisionNo(4),
            }
            .into(),
        ),
        ("keys objected to", Members::KeysObjected { member, effective: EXPIRES }.into()),
        ("keys replaced", Members::KeysReplaced { member, root: KEY, recovery: KEY }.into()),
        (
            "stated",
            Members::Stated { decision: DecisionNo(1), member, text: phrase("We were not asked.") }.into(),
        ),
        ("votes rest", Members::VotesRest { member, since: BEGINS }.into()),
        ("votes kept", Members::VotesKept { member, since: BEGINS, again: EXPIRES }.into()),
        ("votes return", Members::VotesReturn { member }.into()),
        ("node named", Members::NodeNamed { member, node: KEY }.into()),
        ("node gone", Members::NodeGone { member }.into()),
        ("double signed", Members::DoubleSigned { member, height: 7 }.into()),
        ("refused", Event::Refused { rule: "F12".parse().unwrap(), article: 8 }),
    ]
}

/// A verdict whose reasons are of all five kinds.
fn verdict(conducts: [Conduct; 2]) -> Verdict {
    let share = |measure, percent, strictness| {
        Formula::share(
            measure,
            Ratio::percent(percent).unwrap(),
            quorate_voting::Base::Participating,
            strictness,
        )
    };
    let members = share(Measure::MEMBERS, 55, Strictness::AtLeast);
    let population = share(Measure(1), 65, Strictness::MoreThan);
    let both = Formula::all(vec![members.clone(), population.clone()]).unwrap();
    let clause = Formula::not_in_favour_at_most(1);
    let either = Formula::at_least(1, vec![members, population]).unwrap();
    let rule = Formula::any(vec![both, clause, either]).unwrap();
    let seat = |weight| Seat { participating: true, weights: vec![weight] };
    let roll = Roll::new(1, vec![seat(60_000_000), seat(5_000_000_000)]).unwrap();
    rule.decide(&Tally::count(&roll, &conducts).unwrap()).unwrap()
}

fn decisions() -> Vec<Sample> {
    let (decision, mover) = (DecisionNo(1), member("XAA"));
    let (rule, bound) = ("majority".parse().unwrap(), EffectHash([0x33; 32]));
    let effect = Effect::Call { total: usd("250000.00") };
    let tabled = Decisions::Tabled { decision, mover, title: phrase("First call"), effect, bound, rule };
    let (participating, not_taking_part) = (vec![mover], vec![member("XBB")]);
    let voted = |choice, replaces| {
        Decisions::Voted { decision, member: mover, choice, replaces, explanation: None, reserve: None }
            .into()
    };
    let counted =
        |by_proxy| vec![Counted { member: mover, choice: Choice::InFavour, command: COMMAND, by_proxy }];
    let executable_until = Some(EXPIRES);
    let adopted = verdict([Conduct::InFavour, Conduct::Absent]);
    let closed = |by_proxy, silent| Decisions::Closed {
        decision,
        verdict: adopted.clone(),
        counted: counted(by_proxy),
        executable_until,
        silent,
    };
    let (by_vote, by_proxy) = (closed(None, None), closed(Some(member("XBB")), None));
    let by_silence = closed(None, Some(vec![member("XBB")]));
    let not_adopted = verdict([Conduct::Absent, Conduct::Absent]);
    let not_adopted = Decisions::Closed {
        decision,
        verdict: not_adopted,
        counted: Vec::new(),
        executable_until: None,
        silent: None,
    };
    let opened = Decisions::Opened { decision, participating, not_taking_part, closes: EXPIRES, version: 1 };
    vec![
        ("decision tabled", tabled.into()),
        ("decision opened", opened.into()),
        ("voted, the first", voted(Choice::Abstain, None)),
        ("voted, replacing another", voted(Choice::Against, Some(COMMAND))),
        ("decision closed, adopted", by_vote.into()),
        ("decision closed, adopted by a proxy", by_proxy.into()),
        ("decision closed, adopted by silence", by_silence.into()),
        ("decision closed, not adopted", not_adopted.into()),
        ("decision lapsed", Decisions::Lapsed { decision }.into()),
        ("decision executed", Decisions::Executed { decision }.into()),
    ]
}

/// What happens before a decision closes.
fn procedure() -> Vec<Sample> {
    let (decision, member, holder) = (DecisionNo(1), member("XAA"), member("XBB"));
    let (rule, bound) = ("majority".parse().unwrap(), EffectHash([0x33; 32]));
    let effect = Effect::NameParty { case: CaseNo(1), member: holder };
    let title = phrase("A party to the dispute");
    let amended = Decisions::Amended { decision, version: 2, title, effect, bound, rule };
    let voted = |explanation, reserve| {
        let choice = Choice::Against;
        Decisions::Voted { decision, member, choice, replaces: None, explanation, reserve }.into()
    };
    let objected = |replaces| Decisions::Objected { decision, member, reason: phrase("too soon"), replaces };
    let unconfirmed = Decisions::Unconfirmed { decision, members: vec![member], until: EXPIRES };
    vec![
        ("decision amended", amended.into()),
        ("decision withdrawn", Decisions::Withdrawn { decision }.into()),
        ("voted, explained", voted(Some(phrase("Nous regrettons le délai.")), None)),
        ("voted, ad referendum", voted(None, Some(Reserve::AdReferendum))),
        ("objected", objected(None).into()),
        ("objected, replacing a vote", objected(Some(COMMAND)).into()),
        ("deadline extended", Decisions::Extended { decision, closes: EXPIRES }.into()),
        ("votes to be confirmed", unconfirmed.into()),
        ("silence converted to a vote", Decisions::Converted { decision, closes: EXPIRES }.into()),
        ("proxy given", Decisions::ProxyGiven { decision, member, holder }.into()),
        ("proxy ended", Decisions::ProxyEnded { decision, member, holder }.into()),
    ]
}

fn money() -> Vec<Sample> {
    let (of, by) = (member("XAA"), member("XBB"));
    let indicated = |standing, amount| {
        Fund::Indicated { of, by, standing, amount, source: phrase("letter of 1 January") }.into()
    };
    let part = |member, amount, residual| Part { member, amount: usd(amount), residual };
    let parts = vec![part(of, "166666.67", -1), part(by, "83333.33", 1)];
    let called = |due| {
        let (call, decision, parts) = (CallNo(1), Some(DecisionNo(1)), parts.clone());
        Fund::Called { call, decision, total: usd("250000.00"), parts, due }
    };
    let signed = |instalments| {
        let (paid_in, callable) = (usd("1000.00"), usd("400000.00"));
        Fund::AgreementSigned { member: of, paid_in, callable, instalments }
    };
    let parts = parts.clone();
    let emergency =
        Fund::Called { call: CallNo(2), decision: None, total: usd("250000.00"), parts, due: Some(EXPIRES) };
    let only_callable = Fund::AgreementSigned {
        member: of,
        paid_in: usd("0.00"),
        callable: usd("400000.00"),
        instalments: None,
    };
    vec![
        ("indicated, announced", indicated(Standing::Announced, Some(usd("600000.00")))),
        ("indicated, amount unknown", indicated(Standing::Expected, None)),
        ("agreement signed", only_callable.into()),
        ("agreement signed, with instalments", signed(Some(contributions::instalments())).into()),
        ("called", called(None).into()),
        ("called, due on a day to come", called(Some(EXPIRES)).into()),
        ("called in an emergency", emergency.into()),
    ]
}

fn cases() -> Vec<Sample> {
    let (case, decision, payment, tranche) = (CaseNo(1), DecisionNo(1), PaymentNo(1), TrancheNo(1));
    let (beneficiary, by) = (member("XBB"), member("XAA"));
    let request = request(&[("6000.00", "contract signed")]);
    let instructed = Cases::Instructed { payment, case, tranche, by, until: EXPIRES, able: 3 };
    vec![
        ("case requested", Cases::Requested { case, beneficiary, request }.into()),
        ("case approved", Cases::Approved { case, decision, lapses: None }.into()),
        ("condition attested", Cases::Attested { case, tranche, by }.into()),
        ("payment instructed", instructed.into()),
        ("payment countersigned", Cases::Countersigned { payment, by, dropped: Vec::new() }.into()),
        (
            "payment countersigned, one signature dropped",
            Cases::Countersigned { payment, by, dropped: vec![beneficiary] }.into(),
        ),
        ("payment released", Cases::Released { payment }.into()),
        ("instruction lapsed", Cases::InstructionLapsed { payment }.into()),
        ("payment paid", Cases::Paid { payment, case, tranche }.into()),
        ("case closed", Cases::Closed { case }.into()),
        ("party to the dispute named", Cases::PartyNamed { case, member: by, decision }.into()),
    ]
}
