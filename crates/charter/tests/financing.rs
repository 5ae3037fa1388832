//! The optional article on financing agreements.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use quorate_charter::{Charter, Term};

const BASE: &str = include_str!("faults/base.toml");

fn with(article: &str) -> Charter {
    Charter::read(&format!("{BASE}\n[financing-agreement]\narticle = 10\n{article}")).unwrap()
}

#[test]
fn without_the_article_nothing_is_to_be_signed() {
    assert_eq!(Charter::read(BASE).unwrap().financing(), None);
}

#[test]
fn the_article_says_what_is_signed_in_one_order_whatever_the_texts() {
    let charter = with("terms = [\"recovery\", \"end-use\"]");
    let article = charter.financing().unwrap();
    assert_eq!(article.number().0, 10);
    assert_eq!(article.terms().collect::<Vec<_>>(), [Term::EndUse, Term::Recovery]);
    assert_eq!(article.pre_financing(), None);
    let all = with("terms = [\"audit\", \"end-use\", \"no-retransfer\", \"recovery\"]");
    assert!(all.financing().unwrap().terms().eq(Term::ALL));
}

#[test]
fn the_borders_of_pre_financing() {
    let share = |share: &str| {
        let charter = with(&format!("terms = [\"audit\"]\npre-financing = \"{share}\""));
        charter.financing().unwrap().pre_financing().map(|share| (share.numerator(), share.denominator()))
    };
    assert_eq!([share("0%"), share("15%"), share("100%")], [None, Some((3, 20)), Some((1, 1))]);
}
