//! Where the acts of a story are given: at the one node that there is, or each at its own member's node.

use std::collections::BTreeMap;
use std::mem::replace;

use quorate_charter::MemberCode;
use quorate_node::KeyRing;

use crate::failure::Failure;
use crate::session::Session;

/// Sessions with the nodes of a partnership.
pub(crate) struct Desks {
    /// Where something was given last: its record is the newest that is known. By whose node it is, if by one of several.
    current: (Option<MemberCode>, Session),
    others: BTreeMap<MemberCode, Session>,
    /// The keys of each member, where each has a directory of its own.
    rings: BTreeMap<MemberCode, KeyRing>,
}

impl Desks {
    /// At the one node that there is.
    pub(crate) fn alone(session: Session) -> Desks {
        Desks { current: (None, session), others: BTreeMap::new(), rings: BTreeMap::new() }
    }

    /// Each at its own member's node; `None` without nodes.
    pub(crate) fn among(mut sessions: BTreeMap<MemberCode, Session>) -> Option<Desks> {
        let rings = sessions.iter().map(|(member, session)| (*member, session.keys().clone())).collect();
        let (member, session) = sessions.pop_first()?;
        Some(Desks { current: (Some(member), session), others: sessions, rings })
    }

    /// The session in which something was given last.
    pub(crate) fn current(&self) -> &Session {
        &self.current.1
    }

    pub(crate) fn current_mut(&mut self) -> &mut Session {
        &mut self.current.1
    }

    /// The keys of a member, whether or not its node is up.
    pub(crate) fn keys(&self, member: MemberCode) -> KeyRing {
        self.rings.get(&member).unwrap_or_else(|| self.current.1.keys()).clone()
    }

    /// The session with a member's own node, which has by then what the others have; if that node is down, with another's.
    pub(crate) fn of(&mut self, member: MemberCode) -> Result<&mut Session, Failure> {
        if let Some(session) = self.others.remove(&member) {
            let height = self.current.1.height();
            self.move_to(member, session);
            self.current.1.reach(height)?;
        }
        Ok(&mut self.current.1)
    }

    fn move_to(&mut self, member: MemberCode, session: Session) {
        if let (Some(before), session) = replace(&mut self.current, (Some(member), session)) {
            self.others.insert(before, session);
        }
    }

    /// The node of a member is down: what it gives is given at another's.
    pub(crate) fn is_down(&mut self, member: MemberCode) {
        if self.current.0 == Some(member)
            && let Some((other, session)) = self.others.pop_first()
        {
            self.move_to(other, session);
        }
        self.others.remove(&member);
    }

    /// The node of a member is up again.
    pub(crate) fn is_up(&mut self, member: MemberCode, session: Session) {
        self.others.insert(member, session);
    }
}
