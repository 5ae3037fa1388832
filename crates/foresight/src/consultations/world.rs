//! A rehearsal of the real partnership in which members consult.

mod acts;

use ed25519_dalek::SigningKey;
use quorate_charter::{MemberCode, Office};
use quorate_partnership::consultations::{self, Event as Consulted};
use quorate_partnership::members::{self, Accredit, Ratify, Sign};
use quorate_partnership::{
    Authentic, Command, CommandId, ConsultationNo, Event, Founder, Genesis, Moment, Nature, Partnership,
    Post, PublicKey, SessionNo, TextNo,
};

/// 2026-12-01T09:00:00Z.
const BEGINS: Moment = Moment(1_796_115_600_000);
/// Milliseconds.
pub(super) const HOUR: u64 = 3_600_000;
const DAY: u64 = 24 * HOUR;

/// The rehearsal as it stands, with what is known of the consultations that are followed.
#[derive(Clone, Debug)]
pub(super) struct World {
    partnership: Partnership,
    next: Moment,
    given: u64,
    /// The last call, and who gave it.
    last: Option<(ConsultationNo, MemberCode, Moment)>,
    followed: Option<ConsultationNo>,
    called: Moment,
    first_session_by: Moment,
    /// The session that opens first.
    session: Option<(SessionNo, Moment)>,
    minutes: Option<Moment>,
    closed: bool,
    last_text: Option<(TextNo, MemberCode)>,
    text: Option<TextNo>,
    tabled: Moment,
    /// When the text was recorded, and whether as agreed.
    recorded: Option<(Moment, bool)>,
}

impl World {
    /// Every member has a representative, and the charter binds all.
    pub(super) fn begun(codes: &[MemberCode], text: &str) -> Option<World> {
        let founder = |member: &MemberCode| Founder {
            member: *member,
            root: key(*member, "root"),
            recovery: key(*member, "recovery"),
            node: key(*member, "node"),
        };
        let founders = codes.iter().map(founder).collect();
        let genesis = Genesis::new(Nature::Rehearsal { rate: 0 }, BEGINS, text, founders).ok()?;
        let mut world = World {
            partnership: Partnership::begin(&genesis).ok()?,
            next: Moment(BEGINS.0.saturating_add(1)),
            given: 0,
            last: None,
            followed: None,
            called: BEGINS,
            first_session_by: BEGINS,
            session: None,
            minutes: None,
            closed: false,
            last_text: None,
            text: None,
            tabled: BEGINS,
            recorded: None,
        };
        for member in codes {
            let (key, office) = (key(*member, "representative"), Office::Representative);
            let until = Moment(BEGINS.0.saturating_add(DAY.saturating_mul(300)));
            let accredit = Accredit { key, office, from: BEGINS, until };
            world.give(*member, Office::Root, members::Command::Accredit(accredit)).then_some(())?;
        }
        // Where the charter waits for its entry into force, all sign and ratify.
        for member in codes {
            world.give(*member, Office::Root, members::Command::Sign(Sign { provisionally: false }));
            world.give(*member, Office::Root, members::Command::Ratify(Ratify {}));
        }
        codes.iter().all(|member| world.partnership.members().is_bound(*member)).then_some(world)
    }

    /// Gives a command in a block of its own; whether it was taken and accepted.
    fn give(&mut self, member: MemberCode, office: Office, command: impl Into<Command>) -> bool {
        self.taken(member, office, command).unwrap_or_default()
    }

    /// `None` if the command was not taken: the allowance of the day is used up.
    fn taken(&mut self, member: MemberCode, office: Office, command: impl Into<Command>) -> Option<bool> {
        self.given = self.given.saturating_add(1);
        let mut id = [0; 32];
        for (place, byte) in id.iter_mut().zip(self.given.to_be_bytes()) {
            *place = byte;
        }
        let expires = Moment(self.next.0.saturating_add(DAY));
        let post = Post { member, office };
        self.step(&[Authentic::presumed(CommandId(id), post, expires, command.into())])
    }

    fn say(&mut self, member: MemberCode, command: consultations::Command) -> bool {
        self.give(member, Office::Representative, command)
    }

    fn step(&mut self, commands: &[Authentic]) -> Option<bool> {
        let stepped = self.partnership.step_presumed(self.next, commands).ok()?;
        self.next = Moment(self.next.0.saturating_add(1));
        for booked in &stepped.booked {
            if let Event::Consultations(event) = &booked.event {
                self.hear(event, booked.at);
            }
        }
        Some(stepped.outcomes.iter().all(|outcome| outcome.refusal.is_none()))
    }

    fn hear(&mut self, event: &Consulted, at: Moment) {
        match event {
            Consulted::Called { consultation, by, first_session_by, .. } => {
                self.last = Some((*consultation, *by, *first_session_by));
            }
            Consulted::SessionConvened { session, consultation, opens, .. }
                if self.followed == Some(*consultation)
                    && self.session.is_none_or(|(_, first)| *opens < first) =>
            {
                self.session = Some((*session, *opens));
            }
            Consulted::MinutesGiven { session, .. }
                if self.session.is_some_and(|(first, _)| first == *session) =>
            {
                self.minutes = self.minutes.or(Some(at));
            }
            Consulted::Closed { consultation, .. } if self.followed == Some(*consultation) => {
                self.closed = true;
            }
            Consulted::TextTabled { text, by, .. } => self.last_text = Some((*text, *by)),
            Consulted::TextAgreed { text, .. } if self.text == Some(*text) => {
                self.recorded = Some((at, true));
            }
            Consulted::TextConcluded { text, .. } if self.text == Some(*text) => {
                self.recorded = Some((at, false));
            }
            _ => {}
        }
    }

    /// The moment of the next block.
    pub(super) fn now(&self) -> Moment {
        self.next
    }

    /// Lets time pass until a moment, unless it is past.
    pub(super) fn reach(&mut self, moment: Moment) {
        // Not in one leap: what falls due at an hour is heard at it.
        while self.next < moment {
            let ahead = self.partnership.next_deadline().filter(|next| *next > self.next);
            self.next = ahead.unwrap_or(moment).min(moment);
            if self.step(&[]).is_none() {
                return;
            }
        }
    }

    /// Follows the last call, if it is this member's.
    pub(super) fn follows(&mut self, caller: MemberCode) -> bool {
        let Some((number, by, first_session_by)) = self.last else { return false };
        (self.followed, self.called, self.first_session_by) = (Some(number), self.next, first_session_by);
        by == caller
    }

    pub(super) fn is_open(&self) -> bool {
        self.followed.is_some() && !self.closed
    }

    /// Follows the text tabled last, if it is this member's.
    pub(super) fn follows_text(&mut self, mover: MemberCode) -> bool {
        let Some((text, by)) = self.last_text else { return false };
        (self.text, self.tabled) = (Some(text), self.next);
        by == mover
    }

    pub(super) fn first_session_by(&self) -> Moment {
        self.first_session_by
    }

    /// When the first session opens, once one is convened.
    pub(super) fn opens(&self) -> Option<Moment> {
        self.session.map(|(_, opens)| opens)
    }

    pub(super) fn has_minutes(&self) -> bool {
        self.minutes.is_some()
    }

    pub(super) fn is_recorded(&self) -> bool {
        self.recorded.is_some()
    }

    pub(super) fn is_agreed(&self) -> bool {
        self.recorded.is_some_and(|(_, agreed)| agreed)
    }

    /// Milliseconds from the call to the first session.
    pub(super) fn until_session(&self) -> u64 {
        self.opens().map_or(0, |opens| opens.since(self.called))
    }

    /// Milliseconds from the opening of the first session to its minutes.
    pub(super) fn until_minutes(&self) -> u64 {
        self.opens().zip(self.minutes).map_or(0, |(opens, given)| given.since(opens))
    }

    /// Milliseconds from the tabling of the caller's text until it was recorded.
    pub(super) fn until_recorded(&self) -> u64 {
        self.recorded.map_or(0, |(at, _)| at.since(self.tabled))
    }
}

/// A sound key that stands for this in a rehearsal, and for nothing else.
fn key(member: MemberCode, what: &str) -> PublicKey {
    let mut seed = [11; 32];
    let name = member.as_str().bytes().chain(what.bytes());
    for (place, byte) in seed.iter_mut().zip(name) {
        *place = byte;
    }
    PublicKey(SigningKey::from_bytes(&seed).verifying_key().to_bytes())
}
