//! A text is shared, and goes on once it is allowed.

use std::io::Cursor;

use quorate_charter::MemberCode;
use quorate_partnership::DocumentHash;
use quorate_vault::compartment::{Answering, Refusal};
use quorate_vault::marking::Audience;
use quorate_vault::product::{Consent, Control, Product, Provenance};
use quorate_vault::release::Release;

use super::{Circle, NAME, Parts, TEXT, phrase};
use crate::commands::compartment::opened::told;
use crate::failure::Failure;
use crate::present::Screen;

impl Circle<'_> {
    pub(super) fn share(&mut self, screen: &mut Screen) -> Result<Vec<u8>, Failure> {
        let Parts { owner, friend, asked_for, refused } = self.parts;
        let to = format!("{friend},{asked_for},{refused}");
        let norway: MemberCode = "NOR".parse().map_err(|_| Failure::usage("NOR is no code", ""))?;
        let from = Provenance { contains: [norway].into(), ..Provenance::default() };
        let how = (TEXT, Control::Ordinary, None);
        let without = self.sealed(how, (&from, &[]), &to)?;
        let Err(refusal) = without else {
            return Err(Failure::usage("material went on without consent", ""));
        };
        self.say(&format!("{owner} seals a text that contains material of {norway}, which is no member. Refused: {refusal}."), screen)?;
        let (audience, document) = (to.parse::<Audience>(), DocumentHash([0x2c; 32]));
        let audience = audience.map_err(|_| Failure::usage("nobody is named", ""))?;
        let consent = Consent { state: norway, document, to: audience };
        let file = self.sealed(how, (&from, &[consent]), &to)?.map_err(|refusal| told(&refusal))?;
        let read = self.read(friend, &file)?.map_err(|refusal| told(&refusal))?;
        let outside = self.read(asked_for, &file)?;
        let Err(why) = outside else { return Err(Failure::usage("a text was read outside", "")) };
        self.say(
            &format!(
                "With that State's consent on file it is sealed: {} bytes, for any store. {friend} reads its {} bytes; {asked_for}, \
                 who got the same file: {why}.",
                file.len(),
                read.len()
            ),
            screen,
        )?;
        self.put("coast.sealed", &file)?;
        Ok(file)
    }

    /// The friend asks to pass it on: once refused, once allowed.
    pub(super) fn pass_on(&mut self, file: &[u8], screen: &mut Screen) -> Result<(), Failure> {
        let Parts { owner, friend, asked_for, refused } = self.parts;
        let product = Product::read(Cursor::new(file)).map_err(|error| told(&error))?;
        let (id, no) = (product.outside().product, phrase("its source would show")?);
        for (number, whom) in [refused, asked_for].into_iter().enumerate() {
            let (why, whom) = (phrase("it has ships there")?, [self.agents.credential(whom)?]);
            let node = self.run.session.node();
            let ask = self.agents.done(node, friend, |vault, now| vault.ask(NAME, id, &whom, &why, now))?;
            self.agents.carry(node, owner, &ask)?;
            let answer = self.agents.done(node, owner, |vault, now| {
                let key = vault.own_key(NAME, &product)?;
                let question = vault.asked(NAME)?.last().ok_or(Refusal::NotAsked)?.id();
                let answering = if number == 0 { Answering::Refuse(&no) } else { Answering::Allow(&key) };
                vault.answer(NAME, &question, &answering, now)
            })?;
            self.agents.carry(node, friend, &answer)?;
        }
        let asked = self.agents.vault(friend)?.asked(NAME).map_err(|refusal| told(&refusal))?;
        let release = asked.iter().find_map(|asked| asked.answered.as_ref()?.release.clone());
        let release = release.ok_or_else(|| Failure::usage("nothing was allowed", ""))?;
        let node = self.run.session.node();
        let release = self.agents.done(node, asked_for, |_, now| Ok(Release::read(&release, now)?))?;
        let read = self.read_by(asked_for, (file, &release), &[])?.map_err(|refusal| told(&refusal))?;
        let other = self.read_by(refused, (file, &release), &[])?;
        let Err(why) = other else { return Err(Failure::usage("a release opened for another", "")) };
        self.say(
            &format!(
                "{friend} asks {owner} whether it may go on to {refused}: refused, \"{no}\". To {asked_for}: allowed. By the release \
                 that {owner} made, {asked_for} reads {} bytes; {refused} got hold of the release as well and reads nothing: {why}.",
                read.len()
            ),
            screen,
        )
    }
}
