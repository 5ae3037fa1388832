//! The two outside are briefed in advance.

use std::io::Cursor;

use quorate_charter::{MemberCode, Period};
use quorate_partnership::Moment;
use quorate_vault::compartment::Refusal;
use quorate_vault::product::{Control, Product, Provenance};
use quorate_vault::release::{Clocks, Handed, Later, Release, Terms, hand_over};

use super::{BRIEFING, Circle, NAME, NEEDED, Parts};
use crate::commands::compartment::opened::told;
use crate::failure::Failure;
use crate::present::Screen;

impl Circle<'_> {
    /// The two outside are briefed in advance.
    pub(super) fn brief(&mut self, screen: &mut Screen) -> Result<(), Failure> {
        let Parts { owner, friend, asked_for, refused } = self.parts;
        let day: Period = "1d".parse().map_err(|_| Failure::usage("a day is no period", ""))?;
        let later: Period = "25h".parse().map_err(|_| Failure::usage("25 hours are no period", ""))?;
        let at = self.run.session.node().next_moment().plus(day);
        // On the minute, as people say it.
        let at = Moment(at.0.saturating_sub(at.0.checked_rem(60_000).unwrap_or_default()));
        let none = Provenance::default();
        let how = (BRIEFING, Control::Originator, Some(at));
        let file = self.sealed(how, (&none, &[]), &format!("{friend},{asked_for},{refused}"))?;
        let file = file.map_err(|refusal| told(&refusal))?;
        let all = [owner, friend, asked_for, refused];
        let to = vec![self.agents.credential(asked_for)?, self.agents.credential(refused)?];
        let agents: Result<Vec<_>, Failure> = all.iter().map(|one| self.agents.credential(*one)).collect();
        let terms = Terms { now: Vec::new(), later: Some(Later { at, to, agents: agents?, needed: NEEDED }) };
        let product = Product::read(Cursor::new(file.as_slice())).map_err(|error| told(&error))?;
        let node = self.run.session.node();
        let release =
            self.agents.done(node, owner, |vault, now| vault.release(NAME, &product, &terms, now))?;
        self.put("briefing.sealed", &file)?;
        self.put("briefing.release", release.bytes())?;
        let early = self.read_by(refused, (&file, &release), &[])?;
        let Err(early) = early else { return Err(Failure::usage("a briefing opened before its time", "")) };
        let moved = self.hand_over(owner, &release)?;
        let Err(moved) = moved else { return Err(Failure::usage("a share was handed over early", "")) };
        self.say(
            &format!(
                "{owner} briefs {asked_for} and {refused} in advance. They have the file, and {early}. {owner}'s own release agent \
                 hands over nothing: {moved}."
            ),
            screen,
        )?;
        self.run.session.wait(later)?;
        let mut handed = Vec::new();
        for member in [owner, friend, asked_for] {
            handed.push(self.hand_over(member, &release)?.map_err(|refusal| told(&refusal))?);
        }
        let read = self.read_by(refused, (&file, &release), &handed)?.map_err(|refusal| told(&refusal))?;
        self.say(
            &format!(
                "A day later {NEEDED} of the 4 release agents hand over their shares, and {refused} reads {} bytes. {NEEDED} together \
                 could have opened it early, and two that refuse could have held it up for ever; each alone could do neither.",
                read.len()
            ),
            screen,
        )
    }

    fn hand_over(&mut self, by: MemberCode, release: &Release) -> Result<Result<Handed, Refusal>, Failure> {
        let node = self.run.session.node();
        let clocks = Clocks { own: node.own_moment(), recorded: node.partnership().moment() };
        self.agents.on(node, by, |vault, now| Ok(hand_over(vault.identity(), release, clocks, now)?))
    }
}
