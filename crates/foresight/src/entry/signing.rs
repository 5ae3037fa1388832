//! The signing of a charter, run in a rehearsal.

use alloc::vec::Vec;

use quorate_charter::{Charter, Means, MemberCode, Office};
use quorate_partnership::members::{
    self, Act, Consent, EndProvisional, Event, InstrumentCommand, LodgeFullPowers, Sign, SignAdReferendum,
    TakeIn, Withdraw,
};
use quorate_partnership::{
    Authentic, Command, CommandId, DocumentHash, Event as AnyEvent, Founder, Genesis, Moment, Nature,
    Partnership, Post,
};

use super::{Way, codes};
use crate::rehearsal::named as key;

/// 2026-12-01T09:00:00Z.
const BEGINS: Moment = Moment(1_796_115_600_000);
const DAY: u64 = 24 * 3_600_000;

/// What is run: who holds out, which depositary is silent, and whether the holding out is over before others sign.
#[derive(Default)]
pub(super) struct Run {
    pub(super) out: Option<(MemberCode, Way)>,
    pub(super) silent: Option<MemberCode>,
    pub(super) early: bool,
}

impl Run {
    pub(super) fn silent(silent: MemberCode) -> Run {
        Run { silent: Some(silent), ..Run::default() }
    }

    /// Whether this depositary takes anything in.
    fn takes(&self, depositary: MemberCode) -> bool {
        let leaves = self.silent.is_some() && self.out == Some((depositary, Way::Leaves));
        self.silent != Some(depositary) && !leaves
    }
}

/// Whether the charter comes into force.
pub(super) fn enters(charter: &Charter, text: &str, run: &Run) -> bool {
    Signing::begin(charter, text).and_then(|signing| signing.ran(charter, run)).unwrap_or_default()
}

/// A rehearsal of the signing.
struct Signing {
    partnership: Partnership,
    next: Moment,
    given: u64,
    entered: bool,
}

impl Signing {
    fn begin(charter: &Charter, text: &str) -> Option<Signing> {
        let founder = |member: MemberCode| Founder {
            member,
            root: key(member, "root"),
            recovery: key(member, "recovery"),
            node: key(member, "node"),
        };
        let founders = codes(charter).into_iter().map(founder).collect();
        let genesis = Genesis::new(Nature::Rehearsal { rate: 0 }, BEGINS, text, founders).ok()?;
        let partnership = Partnership::begin(&genesis).ok()?;
        Some(Signing { partnership, next: Moment(BEGINS.0.saturating_add(1)), given: 0, entered: false })
    }

    fn ran(mut self, charter: &Charter, run: &Run) -> Option<bool> {
        let (all, out) = (codes(charter), run.out);
        if let Some((member, way)) = out {
            for command in of_holdout(charter, way) {
                self.step(&[(member, command)])?;
            }
        }
        if run.early {
            self.years()?;
        }
        let others: Vec<MemberCode> =
            all.iter().copied().filter(|member| out.is_none_or(|(out, _)| out != *member)).collect();
        for commands in of_others(charter) {
            let given: Vec<(MemberCode, Command)> =
                others.iter().map(|member| (*member, commands.clone())).collect();
            self.step(&given)?;
        }
        let depositaries = charter.instrument().into_iter().flat_map(|article| article.depositaries());
        for depositary in depositaries.filter(|depositary| run.takes(**depositary)) {
            let take = |of: &MemberCode| (*depositary, InstrumentCommand::TakeIn(TakeIn { of: *of }).into());
            let given: Vec<(MemberCode, Command)> = others.iter().map(take).collect();
            self.step(&given)?;
        }
        // What time alone brings, up to the end of any notice.
        self.years()?;
        Some(self.entered)
    }

    fn years(&mut self) -> Option<()> {
        self.next = Moment(self.next.0.saturating_add(DAY.saturating_mul(3 * 365)));
        self.step(&[])
    }

    /// One block; what a rule refuses is no matter.
    fn step(&mut self, given: &[(MemberCode, Command)]) -> Option<()> {
        let mut commands = Vec::new();
        for (member, command) in given {
            self.given = self.given.saturating_add(1);
            let mut id = [0; 32];
            for (place, byte) in id.iter_mut().zip(self.given.to_be_bytes()) {
                *place = byte;
            }
            let expires = Moment(self.next.0.saturating_add(DAY));
            let post = Post { member: *member, office: Office::Root };
            commands.push(Authentic::presumed(CommandId(id), post, expires, command.clone()));
        }
        let stepped = self.partnership.step_presumed(self.next, &commands).ok()?;
        self.next = Moment(self.next.0.saturating_add(1));
        let entered = AnyEvent::from(Event::EnteredIntoForce);
        self.entered |= stepped.booked.iter().any(|booked| booked.event == entered);
        Some(())
    }
}

fn full_powers(charter: &Charter, act: Act) -> Option<Command> {
    charter.instrument().filter(|article| article.full_powers())?;
    let lodged = LodgeFullPowers { act, document: DocumentHash([0; 32]) };
    Some(InstrumentCommand::LodgeFullPowers(lodged).into())
}

fn sign(provisionally: bool) -> Command {
    members::Command::Sign(Sign { provisionally }).into()
}

/// What the State that holds out does.
fn of_holdout(charter: &Charter, way: Way) -> Vec<Command> {
    let powers = full_powers(charter, Act::Signature);
    let acts = match way {
        Way::Nothing => return Vec::new(),
        Way::SignsOnly => Vec::from([sign(false)]),
        Way::AdReferendum => Vec::from([InstrumentCommand::SignAdReferendum(SignAdReferendum {}).into()]),
        Way::EndsProvisional => {
            Vec::from([sign(true), members::Command::EndProvisional(EndProvisional {}).into()])
        }
        Way::Leaves => Vec::from([sign(true), members::Command::Withdraw(Withdraw {}).into()]),
    };
    powers.into_iter().chain(acts).collect()
}

/// What each of the others does, in this order.
fn of_others(charter: &Charter) -> Vec<Command> {
    let mut commands: Vec<Command> = full_powers(charter, Act::Signature).into_iter().collect();
    commands.push(sign(false));
    if charter.is_arrangement() {
        return commands;
    }
    commands.extend(full_powers(charter, Act::Ratification));
    let means = charter.instrument().and_then(|article| article.means().first().copied());
    commands.push(match means {
        None | Some(Means::Ratification) => members::Command::Ratify(members::Ratify {}).into(),
        Some(means) => InstrumentCommand::Consent(Consent { means }).into(),
    });
    commands
}
