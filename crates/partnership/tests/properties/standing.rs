//! What steps about the standing of members ask for, and what no story breaks of it.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use quorate_charter::MemberCode;
use quorate_partnership::members::{
    self, Accede, Accept, Admit, Amend, Effect, Event as E, ObjectKeys, Reaccredit, Restore, State, Stay,
    Suspend, Text, Weight, Withdraw,
};
use quorate_partnership::{DecisionNo, Event, decisions, fund};

use crate::story::{Step, What, back, story};
use crate::world::{CHARTER, FOUNDERS, MEMBERS, World, public};

/// What a member asks for about its own standing, or another's.
pub(crate) fn standing() -> impl Strategy<Value = What> + Clone {
    prop_oneof![
        (0..5_u8, 0..5_usize).prop_map(|(which, of)| What::TableStanding { which, of }),
        Just(What::Withdraw),
        Just(What::Stay),
        Just(What::Accede),
        back().prop_map(|back| What::Accept { back }),
        Just(What::ObjectKeys),
        back().prop_map(|decision| What::State { decision }),
    ]
}

impl World {
    fn events(&self) -> impl DoubleEndedIterator<Item = &E> {
        self.booked.iter().filter_map(|booked| match &booked.event {
            Event::Members(event) => Some(event),
            _ => None,
        })
    }

    /// The effects on standing, by number.
    pub(crate) fn standing(&self, which: u8, of: usize) -> Effect {
        let member: MemberCode = MEMBERS[of].parse().unwrap();
        match which {
            0 => Effect::Suspend(Suspend { member }),
            1 => Effect::Restore(Restore { member }),
            2 => Effect::Admit(Admit {
                member: MEMBERS[FOUNDERS].parse().unwrap(),
                name_en: "A State".parse().unwrap(),
                name_fr: "Un État".parse().unwrap(),
                weights: vec![Weight { measure: "population".parse().unwrap(), weight: 50_000_000 }],
                root: public("XAA/root"),
                recovery: public("XAA/recovery"),
            }),
            3 => {
                let in_force = self.events().rev().find_map(|event| match event {
                    E::AmendmentInForce { version } => Some(*version),
                    _ => None,
                });
                let amends = in_force.unwrap_or(1);
                let text = CHARTER.replace("least-participating = 3", "least-participating = 2");
                let text = text.replace("[limits]", &format!("# amends {amends}\n[limits]"));
                Effect::Amend(Amend { amends, text: Text::new(text).unwrap() })
            }
            _ => {
                let (root, recovery) =
                    (public(&format!("{member}/root 2")), public(&format!("{member}/recovery 2")));
                Effect::Reaccredit(Reaccredit { member, root, recovery })
            }
        }
    }

    pub(crate) fn about_standing(&self, step: &Step) -> members::Command {
        match step.what {
            What::Withdraw => members::Command::Withdraw(Withdraw {}),
            What::Stay => members::Command::Stay(Stay {}),
            What::Accede => members::Command::Accede(Accede {}),
            What::Accept { back } => {
                let adopted =
                    self.events().filter(|event| matches!(event, E::AmendmentAdopted { .. })).count();
                let version = u32::try_from(adopted).unwrap().saturating_add(1).wrapping_sub(back);
                members::Command::Accept(Accept { version })
            }
            What::ObjectKeys => members::Command::ObjectKeys(ObjectKeys {}),
            What::State { decision } => {
                let decision: DecisionNo = self.decision(decision);
                members::Command::State(State { decision, text: "a statement".parse().unwrap() })
            }
            _ => panic!("not about standing: {step:?}"),
        }
    }
}

/// Where each State stands, as the events tell it and nothing else.
#[derive(Default)]
struct Told {
    members: BTreeSet<MemberCode>,
    suspended: BTreeSet<MemberCode>,
    accepted: BTreeMap<MemberCode, u32>,
    pending: BTreeMap<(MemberCode, u32), bool>,
    version: u32,
}

impl Told {
    fn begin() -> Told {
        let members: BTreeSet<MemberCode> =
            MEMBERS[..FOUNDERS].iter().map(|code| code.parse().unwrap()).collect();
        let accepted = members.iter().map(|member| (*member, 1)).collect();
        Told { members, accepted, version: 1, ..Told::default() }
    }

    fn hear(&mut self, event: &E) {
        match event {
            E::Acceded { member, .. } => {
                self.members.insert(*member);
                self.accepted.insert(*member, self.version);
            }
            E::Left { member } => {
                assert!(self.members.remove(member));
                self.suspended.remove(member);
            }
            E::Suspended { member, .. } => assert!(self.suspended.insert(*member)),
            E::Restored { member, .. } => assert!(self.suspended.remove(member)),
            E::AmendmentAccepted { member, version } if *version == self.version => {
                self.accepted.insert(*member, *version);
            }
            E::AmendmentAccepted { member, version } => {
                self.pending.insert((*member, *version), true);
            }
            E::AmendmentInForce { version } => {
                self.version = *version;
                for ((member, _), _) in self.pending.iter().filter(|((_, of), _)| of == version) {
                    self.accepted.insert(*member, *version);
                }
            }
            _ => {}
        }
    }

    fn has_voice(&self, member: &MemberCode) -> bool {
        self.members.contains(member)
            && !self.suspended.contains(member)
            && self.accepted[member] == self.version
    }
}

/// Who takes part has a voice; never fewer than the charter asks; who left or has not accepted is asked for nothing new;
/// and a suspension leaves enough to decide on help to any other member.
fn standing_is_kept(world: &World) {
    let mut told = Told::begin();
    for booked in &world.booked {
        let least = if told.version == 1 { 3 } else { 2 };
        match &booked.event {
            Event::Members(event) => {
                told.hear(event);
                if let E::Suspended { .. } | E::AmendmentInForce { .. } = event {
                    let least = if told.version == 1 { 3 } else { 2 };
                    let voices = told.members.iter().filter(|member| told.has_voice(member)).count();
                    assert!(voices > least, "{event:?} leaves {voices}");
                }
            }
            Event::Decisions(decisions::Event::Opened { participating, not_taking_part, .. }) => {
                assert!(participating.len() >= least, "{participating:?}");
                assert!(participating.iter().all(|member| told.has_voice(member)), "{participating:?}");
                assert!(not_taking_part.iter().all(|member| told.members.contains(member)));
                assert_eq!(participating.len() + not_taking_part.len(), told.members.len());
            }
            Event::Fund(fund::Event::AgreementSigned { member, .. }) => {
                assert!(told.members.contains(member));
            }
            Event::Fund(fund::Event::Called { parts, .. }) => {
                let bound = |member| told.members.contains(member) && told.accepted[member] == told.version;
                assert!(parts.iter().all(|part| bound(&part.member)), "{parts:?}");
            }
            _ => {}
        }
    }
    let now: BTreeSet<MemberCode> = world.partnership.charter().members().map(|(member, _)| member).collect();
    assert_eq!(now, told.members, "the charter names those who are members");
    for member in &now {
        assert_eq!(world.partnership.members().has_voice(*member), told.has_voice(member), "{member}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn no_story_breaks_the_standing_of_members(story in story()) {
        standing_is_kept(&World::play(&story));
    }
}

#[test]
fn stories_get_as_far_as_each_change_of_standing() {
    use crate::story::{leaves, resolved};
    let in_favour = |which, of| resolved(0, which, of);
    let story =
        [in_favour(3, 0), in_favour(2, 0), in_favour(0, 1), in_favour(1, 1), in_favour(4, 2), leaves(3, 366)];
    let world = World::play(&story.concat());
    let has = |wanted: fn(&E) -> bool| world.events().any(wanted);
    assert!(has(|event| matches!(event, E::Acceded { .. })));
    assert!(has(|event| matches!(event, E::Suspended { .. })));
    assert!(has(|event| matches!(event, E::Restored { decision: Some(_), .. })));
    assert!(has(|event| matches!(event, E::AmendmentInForce { .. })));
    assert!(has(|event| matches!(event, E::KeysReplaced { .. })));
    assert!(has(|event| matches!(event, E::Left { .. })));
    assert!(has(|event| matches!(event, E::Stated { .. })));
    standing_is_kept(&world);
}
