//! Kinds of account of which the books are asked, by the codes of their chart: a test holds each against the chart's own name.

pub(crate) const CALLABLE: u16 = 3;
pub(crate) const NOTES: u16 = 5;
pub(crate) const SHORT: u16 = 12;
pub(crate) const AVAILABLE: u16 = 14;
pub(crate) const CONSUMED: u16 = 17;
pub(crate) const RECEIVABLE: u16 = 110;
pub(crate) const DUE: u16 = 111;
pub(crate) const LATE: u16 = 113;
pub(crate) const ADVANCED: u16 = 114;
pub(crate) const GIVEN_BACK: u16 = 205;
pub(crate) const CLEARING: u16 = 206;
pub(crate) const PAID_IN: u16 = 300;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_are_those_of_the_chart() {
        let names = [
            (CALLABLE, "callable"),
            (NOTES, "notes held"),
            (SHORT, "authority short"),
            (AVAILABLE, "authority available"),
            (CONSUMED, "authority consumed"),
            (RECEIVABLE, "receivable, not yet due"),
            (DUE, "due from"),
            (LATE, "late interest due from"),
            (ADVANCED, "advanced by the others for"),
            (GIVEN_BACK, "to be given back to"),
            (CLEARING, "clearing of"),
            (PAID_IN, "paid-in capital"),
        ];
        for (code, name) in names {
            let kind = quorate_partnership::fund::CHART.find(code).map(|kind| kind.name);
            assert_eq!(kind, Some(name), "{code}");
        }
    }
}
