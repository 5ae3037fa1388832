//! Shares written as percentages outside the rules of decision.

use alloc::format;
use alloc::string::String;

use quorate_voting::Ratio;
use toml::Spanned;

use super::Findings;
use crate::fault::Fault;

/// A share from `0%` to `100%`; nothing of it is `None` inside.
pub(super) fn share(text: &Spanned<String>, found: &mut Findings) -> Option<Option<Ratio>> {
    let digits = text.get_ref().strip_suffix('%').filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    let percent = digits.and_then(|digits| digits.parse::<u64>().ok());
    match percent {
        Some(0) => Some(None),
        Some(percent) if percent <= 100 => Ratio::new(percent, 100).ok().map(Some),
        _ => {
            let help = "a share is a whole percentage from `0%` to `100%`";
            found.add(Fault::new(text.span(), format!("`{}` is not a share", text.get_ref()), help));
            None
        }
    }
}
