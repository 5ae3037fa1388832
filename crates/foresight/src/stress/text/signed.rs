//! What members sign, as a stress file says it.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_ledger::Money;
use serde::Deserialize;
use toml::Spanned;

use super::{MAX_PARTS, RawPart, Reading};
use crate::reader::amount;
use crate::stress::plan::Signed;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RawSigned {
    paid_in: Option<Spanned<String>>,
    callable: Option<Spanned<String>>,
    #[serde(default)]
    instalments: Vec<RawPart>,
    source: Spanned<String>,
}

impl Reading {
    pub(super) fn signed(&mut self, raw: &RawSigned, usual: Option<&Signed>) -> Option<Signed> {
        let paid_in = raw.paid_in.as_ref().and_then(|text| self.money(text));
        let callable = raw.callable.as_ref().and_then(|text| self.money(text));
        self.many(&raw.source, raw.instalments.len(), MAX_PARTS, "instalments");
        let own = self.parts(&raw.instalments, 1..=3650);
        let source = self.reader.line(&raw.source);
        let lacks = |named: bool, what| (!named && usual.is_none()).then_some(what);
        let lacking = [lacks(raw.paid_in.is_some(), "paid-in"), lacks(raw.callable.is_some(), "callable")];
        let lacking: Vec<&str> = lacking.into_iter().flatten().collect();
        if !lacking.is_empty() {
            let what = format!("it is not said what is {}", lacking.join(" and what is "));
            self.reader.fault(&raw.source, what, "say it here, or of all members under [members]");
        }
        let paid_in = paid_in.or(usual.map(|usual| usual.paid_in))?;
        let callable = callable.or(usual.map(|usual| usual.callable))?;
        self.instalments_within(paid_in, &raw.instalments);
        // Instalments are of what is paid in: whoever pays in something else says its own.
        let usual = usual.filter(|_| raw.paid_in.is_none() && own.is_empty());
        let instalments = usual.map_or(own, |usual| usual.instalments.clone());
        Some(Signed { paid_in, callable, instalments, source })
    }

    /// What falls due later is a part of what is paid in.
    fn instalments_within(&mut self, paid_in: Money, raw: &[RawPart]) {
        let mut left = paid_in.minor();
        for part in raw {
            let Some(next) = amount(part.amount.get_ref()) else { continue };
            left = left.saturating_sub(next.minor());
            if left < 0 && next.currency() == paid_in.currency() {
                let what = format!(
                    "up to here, more falls due than the {paid_in} {} that are paid in",
                    paid_in.currency()
                );
                self.reader.fault(&part.amount, what, "instalments are a part of `paid-in`");
                return;
            }
        }
    }
}
