//! The parts of a scenario: members, what comes from outside, the model and the events.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use toml::Spanned;

use super::{
    BELOW, CAPABILITY, DAYS, EITHER, Event, IN_A_ROW, Member, Model, Number, Outside, RawEvent, RawMember,
    RawModel, RawOutside, Reading, SHARE, What,
};

impl RawMember {
    /// The words of the numbers and amounts that are said here.
    fn given(&self) -> [(&'static str, bool); 11] {
        [
            ("affinity", self.affinity.is_some()),
            ("cost", self.cost.is_some()),
            ("threat", self.threat.is_some()),
            ("need", self.need.is_some()),
            ("reliance", self.reliance.is_some()),
            ("delay", self.delay.is_some()),
            ("hazard", self.hazard.is_some()),
            ("leaves-below", self.leaves_below.is_some()),
            ("paid-in", self.paid_in.is_some()),
            ("callable", self.callable.is_some()),
            ("capability", self.capability.is_some()),
        ]
    }

    pub(super) fn said(&self) -> impl Iterator<Item = &'static str> {
        self.given().into_iter().filter(|(_, said)| *said).map(|(word, _)| word)
    }
}

/// The capability of each member, where nothing is said of anybody's: all count alike.
const ALIKE: i64 = 100;
/// What holds of every member of which nothing else is said, where `[members]` leaves it out: each by its word.
pub const LEFT_OUT: [(&str, i64); 1] = [("capability", ALIKE)];

/// What is wrong where one member stands twice.
const TO_ITSELF: &str = "a member has no affinity towards itself";
const ANOTHER: &str = "name another member";

impl Reading {
    /// What holds of every member: nothing of it can be left out.
    pub(super) fn usual(&mut self, raw: &RawMember) -> Option<Member> {
        let lacks = |(word, said): &(&str, bool)| !said && LEFT_OUT.iter().all(|(out, _)| out != word);
        let lacking: Vec<&str> = raw.given().into_iter().filter(lacks).map(|(word, _)| word).collect();
        let (paid_in, callable) = (&raw.paid_in, &raw.callable);
        if !lacking.is_empty() {
            let what = format!("[members] lacks {}", lacking.join(", "));
            self.reader.fault(
                &raw.source,
                what,
                "it says what holds of every member of which nothing else is said",
            );
        }
        if let Some((code, _)) = raw.towards.first_key_value() {
            self.reader.fault(code, "[members] is of all alike", "say it under [member.CODE]");
        }
        let money = |reading: &mut Reading, text: &Option<Spanned<String>>| reading.money(text.as_ref()?);
        let (paid_in, callable) = (money(self, paid_in)?, money(self, callable)?);
        let none = Member {
            affinity: 0,
            towards: BTreeMap::new(),
            cost: 0,
            threat: 0,
            need: 0,
            reliance: 0,
            delay: 0,
            hazard: 0,
            leaves_below: 0,
            paid_in,
            callable,
            capability: ALIKE,
            source: String::new(),
        };
        Some(self.numbers(raw, &none))
    }

    /// What is said of a member, and what is usual where nothing is.
    pub(super) fn member(&mut self, code: MemberCode, raw: &RawMember, usual: &Member) -> Member {
        let mut member = self.numbers(raw, usual);
        for other in raw.towards.keys().filter(|other| other.get_ref() == code.as_str()) {
            self.reader.fault(other, TO_ITSELF, ANOTHER);
        }
        for (place, text) in [(&mut member.paid_in, &raw.paid_in), (&mut member.callable, &raw.callable)] {
            if let Some(money) = text.as_ref().and_then(|text| self.money(text)) {
                *place = money;
            }
        }
        member
    }

    fn numbers(&mut self, raw: &RawMember, usual: &Member) -> Member {
        let mut towards = BTreeMap::new();
        for (code, number) in &raw.towards {
            if let Some(code) = self.code(code) {
                towards.insert(code, self.within(number, EITHER));
            }
        }
        let delay = self.or(&raw.delay, DAYS, i64::try_from(usual.delay).unwrap_or_default());
        Member {
            affinity: self.or(&raw.affinity, EITHER, usual.affinity),
            towards,
            cost: self.or(&raw.cost, SHARE, usual.cost),
            threat: self.or(&raw.threat, SHARE, usual.threat),
            need: self.or(&raw.need, SHARE, usual.need),
            reliance: self.or(&raw.reliance, SHARE, usual.reliance),
            delay: u64::try_from(delay).unwrap_or_default(),
            hazard: self.or(&raw.hazard, SHARE, usual.hazard),
            leaves_below: self.or(&raw.leaves_below, BELOW, usual.leaves_below),
            paid_in: usual.paid_in,
            callable: usual.callable,
            capability: self.or(&raw.capability, CAPABILITY, usual.capability),
            source: self.reader.line(&raw.source),
        }
    }

    pub(super) fn outside(&mut self, raw: &RawOutside) -> Outside {
        Outside {
            pressure: self.within(&raw.pressure, SHARE),
            withholding: self.within(&raw.withholding, SHARE),
            moderation: self.within(&raw.moderation, SHARE),
            source: self.reader.line(&raw.source),
        }
    }

    pub(super) fn model(&mut self, raw: &RawModel) -> Option<Model> {
        let days =
            |reading: &mut Reading, number| u64::try_from(reading.within(number, DAYS)).unwrap_or_default();
        let (answer_days, bank_days) = (days(self, &raw.answer_days), days(self, &raw.bank_days));
        let leaves_after = u32::try_from(self.within(&raw.leaves_after, IN_A_ROW)).unwrap_or(1);
        let numbers = [&raw.noise, &raw.margin, &raw.learns, &raw.need_by_threat, &raw.hazard_by_strain];
        let [noise, margin, learns, need_by_threat, hazard_by_strain] =
            numbers.map(|number| self.within(number, SHARE));
        let source = self.reader.line(&raw.source);
        let [request, keep, call] = [&raw.request, &raw.keep, &raw.call].map(|text| self.money(text));
        for (text, money) in [(&raw.request, request), (&raw.call, call)] {
            if money.is_some_and(|money| money.is_zero()) {
                self.reader.fault(text, "nothing is asked for", "give more than nothing");
            }
        }
        Some(Model {
            noise,
            margin,
            learns,
            need_by_threat,
            hazard_by_strain,
            leaves_after,
            answer_days,
            bank_days,
            request: request?,
            keep: keep?,
            call: call?,
            source,
        })
    }

    pub(super) fn event(&mut self, raw: &RawEvent, quarters: u32) -> Option<Event> {
        let last = i64::from(quarters);
        let from = self.within(&raw.from, 1..=last);
        let until = self.until(&raw.until, from, last);
        let what = What::ALL.into_iter().find(|what| what.name() == raw.what.get_ref());
        if what.is_none() {
            let names: Vec<&str> = What::ALL.iter().map(What::name).collect();
            let said = format!("no event changes `{}`", raw.what.get_ref());
            self.reader.fault(&raw.what, said, format!("it is one of {}", names.join(", ")));
        }
        let member = raw.member.as_ref().and_then(|code| self.code(code));
        let towards = raw.towards.as_ref().and_then(|code| self.code(code));
        if let Some(at) = raw.towards.as_ref().filter(|_| what != Some(What::Affinity)) {
            self.reader.fault(at, "only affinity is towards somebody", "leave `towards` out");
        }
        if let Some(at) = raw
            .towards
            .as_ref()
            .filter(|_| what == Some(What::Affinity) && member.is_some() && member == towards)
        {
            self.reader.fault(at, TO_ITSELF, ANOTHER);
        }
        let outside = what.is_some_and(What::is_outside);
        if let Some(at) = raw.member.as_ref().filter(|_| outside) {
            let help = "leave `member` out: `reliance` says how far it reaches each";
            self.reader.fault(at, "what an outside power does is not of one member", help);
        }
        let name = raw.name.as_ref().and_then(|name| self.name(name));
        let (by, why, source) =
            (self.within(&raw.by, EITHER), self.reader.line(&raw.why), self.reader.line(&raw.source));
        let quarter = |number: i64| u32::try_from(number).unwrap_or(1);
        Some(Event {
            name,
            from: quarter(from),
            until: quarter(until),
            what: what?,
            by,
            member,
            towards,
            why,
            source,
        })
    }

    fn until(&mut self, raw: &Number, from: i64, last: i64) -> i64 {
        raw.as_ref().map_or(last, |until| self.within(until, from..=last.max(from)))
    }

    /// What an event is called by: a word that no number is, and without a dot.
    fn name(&mut self, text: &Spanned<String>) -> Option<String> {
        let name = text.get_ref();
        let is_name = name.len() <= 64
            && name.starts_with(|first: char| first.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !is_name {
            let help = "it begins with a small letter, and has small letters, digits and hyphens, at most 64";
            self.reader.fault(text, format!("`{name}` is no name of an event"), help);
        }
        is_name.then(|| name.clone())
    }
}
