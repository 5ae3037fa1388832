//! Steps of the rooms that move no money: help in kind and audit, beside everything that does.

use proptest::prelude::*;
use quorate_charter::Office;
use quorate_partnership::audit::{
    self, Answer, CloseFinding, CorrectedBy, GiveOpinion, OpenFinding, OpinionKind, Severity, Subject,
};
use quorate_partnership::cases::{
    self, AcceptDelivery, Deliver, InKindEvent, Kind, Match, Need, Offer, Request, Return, WithdrawOffer,
};
use quorate_partnership::{Command, Day, Event, FindingNo, LineNo, Moment, NeedNo, OfferNo, OpinionNo, fund};

use crate::commands::{phrase, usd};
use crate::mixed::{Mixed, mixed, small};
use crate::mixed_books::Stands;
use crate::story::{Step, back};
use crate::world::{MEMBERS, World};

/// A step of help in kind, or of an auditor. Numbers count back from the last that was given.
#[derive(Clone, Debug)]
pub(crate) enum Other {
    AsksInKind,
    Needs { quantity: u64, days: u32 },
    Offers { back: u32, quantity: u64, lent: bool, value: Option<u32> },
    Withdraws { back: u32 },
    Matches { back: u32, quantity: u64 },
    Delivers { back: u32 },
    Accepts { back: u32, quantity: u64 },
    Returns { back: u32 },
    Finds { back: u32 },
    Answers { back: u32, corrected: bool },
    Closes { back: u32 },
    Opines { ago: u32, replaces: bool },
}

impl Other {
    pub(crate) fn office(&self) -> Office {
        match self {
            Other::Finds { .. } | Other::Closes { .. } | Other::Opines { .. } => Office::Auditor,
            Other::Answers { .. } => Office::Treasurer,
            _ => Office::Representative,
        }
    }
}

/// Help in kind from the need to the return, and whose each step is.
pub(crate) fn in_kind(
    beneficiary: usize,
    quantity: u64,
    lent: bool,
    value: Option<u32>,
) -> Vec<(usize, Other)> {
    let giver = (beneficiary + 1) % 4;
    vec![
        (beneficiary, Other::AsksInKind),
        (beneficiary, Other::Needs { quantity, days: 20 }),
        (giver, Other::Offers { back: 0, quantity: quantity + 1, lent, value }),
        (beneficiary, Other::Matches { back: 0, quantity }),
        (giver, Other::Delivers { back: 0 }),
        (beneficiary, Other::Accepts { back: 0, quantity: quantity / 2 + 1 }),
        (giver, Other::Returns { back: 0 }),
    ]
}

/// An auditor finds something, is answered, and gives an opinion.
pub(crate) fn audited(auditor: usize, corrected: bool) -> Vec<(usize, Other)> {
    vec![
        (auditor, Other::Finds { back: 0 }),
        ((auditor + 1) % 4, Other::Answers { back: 0, corrected }),
        (auditor, Other::Closes { back: 0 }),
        (auditor, Other::Opines { ago: 1, replaces: false }),
        (auditor, Other::Opines { ago: 1, replaces: true }),
    ]
}

/// Steps of rooms that move no money, one after the other.
pub(crate) fn of_others(steps: Vec<(usize, Other)>) -> Vec<Step> {
    steps.into_iter().map(|(member, other)| mixed(1, member, Mixed::Other(other))).collect()
}

/// Any of these steps, of anything.
pub(crate) fn anything() -> impl Strategy<Value = Other> + Clone {
    let quantity = 0..9_u64;
    let value = proptest::option::of(small());
    prop_oneof![
        Just(Other::AsksInKind),
        (quantity.clone(), 0..9_u32).prop_map(|(quantity, days)| Other::Needs { quantity, days }),
        (back(), quantity.clone(), any::<bool>(), value)
            .prop_map(|(back, quantity, lent, value)| { Other::Offers { back, quantity, lent, value } }),
        back().prop_map(|back| Other::Withdraws { back }),
        (back(), quantity.clone()).prop_map(|(back, quantity)| Other::Matches { back, quantity }),
        back().prop_map(|back| Other::Delivers { back }),
        (back(), quantity).prop_map(|(back, quantity)| Other::Accepts { back, quantity }),
        back().prop_map(|back| Other::Returns { back }),
        back().prop_map(|back| Other::Finds { back }),
        (back(), any::<bool>()).prop_map(|(back, corrected)| Other::Answers { back, corrected }),
        back().prop_map(|back| Other::Closes { back }),
        (0..4_u32, any::<bool>()).prop_map(|(ago, replaces)| Other::Opines { ago, replaces }),
    ]
}

impl World {
    pub(crate) fn other(&self, other: &Other, at: Moment) -> Command {
        use cases::Command as C;
        let offer = |back: u32| OfferNo(self.number(8, back));
        match other {
            Other::AsksInKind => {
                let (purpose, payee) = (phrase("a purpose"), phrase("a depot"));
                C::Request(Request { purpose, payee, tranches: Vec::new(), kind: Some(Kind::InKind) }).into()
            }
            Other::Needs { quantity, days } => {
                let (case, what, unit) = (self.case(0), phrase("transformers"), phrase("pieces"));
                let until = Day(at.day().0 + days);
                C::Need(Need { case, what, quantity: *quantity, unit, until }).into()
            }
            Other::Offers { back, quantity, lent, value } => {
                let need = NeedNo(self.number(7, *back));
                C::Offer(Offer { need, quantity: *quantity, lent: *lent, value: value.map(usd) }).into()
            }
            Other::Withdraws { back } => C::WithdrawOffer(WithdrawOffer { offer: offer(*back) }).into(),
            Other::Matches { back, quantity } => {
                C::Match(Match { offer: offer(*back), quantity: *quantity }).into()
            }
            Other::Delivers { back } => C::Deliver(Deliver { offer: offer(*back) }).into(),
            Other::Accepts { back, quantity } => {
                C::AcceptDelivery(AcceptDelivery { offer: offer(*back), quantity: *quantity }).into()
            }
            Other::Returns { back } => C::Return(Return { offer: offer(*back) }).into(),
            _ => self.audits(other, at),
        }
    }

    fn audits(&self, other: &Other, at: Moment) -> Command {
        use audit::Command as C;
        let line = || LineNo(self.number(3, 0));
        let finding = |back: u32| FindingNo(self.number(9, back));
        match other {
            Other::Finds { back } => {
                let (subject, severity) = (Subject::Line(LineNo(self.number(3, *back))), Severity::Material);
                C::OpenFinding(OpenFinding { subject, severity, text: phrase("it is not so") }).into()
            }
            Other::Answers { back, corrected } => {
                let corrected_by = corrected.then(|| CorrectedBy::Line(line()));
                let text = phrase("it is");
                C::Answer(Answer { finding: finding(*back), text, corrected_by }).into()
            }
            Other::Closes { back } => C::CloseFinding(CloseFinding { finding: finding(*back) }).into(),
            Other::Opines { ago, replaces } => {
                let until = Day(at.day().0.saturating_sub(*ago));
                let replaces = replaces.then(|| OpinionNo(self.number(10, 0)));
                let (kind, basis) = (OpinionKind::Unmodified, None);
                C::GiveOpinion(GiveOpinion { until, kind, replaces, basis, document: None }).into()
            }
            other => panic!("{other:?} is nobody's"),
        }
    }
}

/// Never more is matched than was needed or offered, nor accepted than matched; a finding is closed by who opened it, once; and
/// no more stands as given in kind than is not back.
pub(crate) fn nobody_gives_more_than_it_offered(world: &World) {
    use std::collections::BTreeMap;
    let (mut needed, mut offered, mut matched) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut found = BTreeMap::new();
    for booked in &world.booked {
        match &booked.event {
            Event::Cases(cases::Event::InKind(event)) => match event {
                InKindEvent::Needed { need, quantity, .. } => _ = needed.insert(*need, *quantity),
                InKindEvent::Offered { offer, need, quantity, .. } => {
                    offered.insert(*offer, (*need, *quantity));
                }
                InKindEvent::Matched { offer, quantity, .. } => {
                    let (need, most) = offered[offer];
                    assert!(*quantity <= most, "{offer}");
                    let missing = needed.get_mut(&need).unwrap();
                    assert!(*quantity <= *missing, "{offer}: more is matched than is missing");
                    *missing -= *quantity;
                    matched.insert(*offer, *quantity);
                }
                InKindEvent::Accepted { offer, quantity, .. } => {
                    assert!(*quantity <= matched[offer], "{offer}");
                    // What did not come is missing again.
                    *needed.get_mut(&offered[offer].0).unwrap() += matched[offer] - quantity;
                }
                _ => {}
            },
            Event::Audit(audit::Event::FindingOpened { finding, by, .. }) => _ = found.insert(*finding, *by),
            Event::Audit(audit::Event::FindingClosed { finding, by }) => {
                assert_eq!(found.remove(finding), Some(*by), "{finding} is closed once, by who opened it");
            }
            _ => {}
        }
    }
    let stands = Stands(&world.partnership);
    let memoranda = fund::book::memoranda(world.partnership.charter());
    assert!(MEMBERS.iter().all(|member| stands.on(memoranda, 8, member) >= 0));
}
