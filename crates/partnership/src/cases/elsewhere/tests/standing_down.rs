//! Help that stands down, and what goes on.

use super::*;

#[test]
fn c52_what_stands_down_did_not_and_what_goes_on_did() {
    let down = || Effect::Relation(RelationEffect::StandDown { case: CASE });
    let up = || Effect::Relation(RelationEffect::Resume { case: CASE });
    let mut x = attested(&["10.00"]);
    x.refuse("DEU/representative", table(up()), "C52");
    // Of two decisions one cannot be kept and executed the next time.
    let (first, kept) = (x.adopted(down()), x.adopted(down()));
    x.accept("DEU/representative", execute(first));
    x.refuse("DEU/representative", table(down()), "C52");
    decide(&mut x, RelationEffect::Resume { case: CASE });
    x.refuse("DEU/representative", execute(kept), "D9");
    // Only of a case that is approved and open, and only where the charter says by which rule.
    x.requested(&["1.00"]);
    let other = Effect::Relation(RelationEffect::StandDown { case: CaseNo(2) });
    x.refuse("DEU/representative", table(other), "C5");
    let never = AT_ONCE.replace("stands-down = \"by decision\"\ndecided-by = \"assistance\"\n", "");
    for article in ["", &never] {
        let mut x = under(article);
        x.approved(&["10.00"]);
        x.refuse("DEU/representative", table(down()), "C52");
    }
}

#[test]
fn c52_no_member_alone_lets_help_stand_down_and_none_alone_holds_that_up() {
    use crate::decisions::Choice::{Against, InFavour};
    for (votes, adopted) in [
        ([Some(InFavour), Some(Against), Some(Against)], false),
        ([Some(Against), Some(InFavour), Some(InFavour)], true),
        ([Some(InFavour), None, Some(InFavour)], true),
    ] {
        let mut x = attested(&["10.00"]);
        let decision = x.decided(Effect::Relation(RelationEffect::StandDown { case: CASE }), votes);
        if adopted {
            x.accept("DEU/representative", execute(decision));
        } else {
            x.refuse("DEU/representative", execute(decision), "D8");
        }
    }
}

#[test]
fn c53_where_the_other_body_comes_first_no_vote_is_opened_before_it_had_its_time() {
    let after = AT_ONCE.replace("at once", "after 72h");
    let mut x = under(&after);
    let case = x.requested(&["10.00"]);
    // The request was a millisecond ago.
    let may = Moment(x.next().0.saturating_sub(1).saturating_add(72 * 3_600_000));
    let decision = x.tabled(assist(case));
    x.refuse("DEU/representative", open(decision), "C53");
    x.at(Moment(may.0.saturating_sub(1))).refuse("DEU/representative", open(decision), "C53");
    let mut y = under(&after);
    let case = y.requested(&["10.00"]);
    let may = Moment(y.next().0.saturating_sub(1).saturating_add(72 * 3_600_000));
    let decision = y.tabled(assist(case));
    y.at(may).accept("DEU/representative", open(decision));
    // What is no help waits for nobody.
    let mut z = under(&after);
    z.accept("DEU/root", crate::exercise::commands::sign(usd("0"), usd("1.00")));
    let call = z.tabled(crate::exercise::commands::call("1.00"));
    z.accept("DEU/representative", open(call));
}

#[test]
fn c54_a_state_speaks_of_no_more_bodies_than_anybody_reads() {
    let mut x = attested(&["30.00"]);
    let body = |number| alloc::format!("body {number}");
    for number in 1..=MAX_BODIES {
        x.accept("FRA/representative", say(&body(number), usd("1.00"), Progress::Paid, None, Some("a page")));
    }
    let one_more = say(&body(0), usd("1.00"), Progress::Paid, None, Some("a page"));
    x.refuse("FRA/representative", one_more.clone(), "C54");
    x.accept("DEU/representative", one_more);
}

#[test]
fn a_word_is_on_record_with_who_gave_it() {
    let mut x = attested(&["30.00"]);
    let events = x.accept("FRA/representative", reported("1.00"));
    let event = Event::Declared {
        case: CASE,
        number: 1,
        by: "FRA".parse().unwrap(),
        of_beneficiary: false,
        declared: Some(Declared { body: phrase("NATO"), amount: usd("1.00"), progress: Progress::Paid }),
        replaces: None,
        source: Some(phrase("a newspaper")),
    };
    assert_eq!(events, vec![event.into()]);
}

fn amended_to(x: &mut Exercise, text: &str) {
    x.carried(amend(1, text));
    for member in ["CAN", "DEU", "FRA", "GBR"] {
        x.accept(&[member, "/root"].concat(), accept(2));
    }
}

#[test]
fn a_later_text_does_not_reach_help_that_was_asked_for() {
    let text = CHARTER.replace("most-tranches = 12", "most-tranches = 12\nlapses-after = \"100d\"");
    let amended = [text.as_str(), AT_ONCE].concat().replace("at once", "after 72h");
    let mut x = under("");
    x.approved(&["10.00"]);
    x.accept("FRA/case-officer", attest(1, 1));
    let second = x.requested(&["10.00"]);
    amended_to(&mut x, &amended);
    x.refuse("DEU/representative", table(Effect::Relation(RelationEffect::StandDown { case: CASE })), "C52");
    x.refuse("DEU/representative", table(Effect::Relation(count("1.00"))), "C47");
    x.refuse("CAN/representative", nothing(), "C47");
    x.accept("FRA/treasurer", instruct(1, 1));
    let decision = x.tabled(assist(second));
    x.accept("DEU/representative", open(decision));
    // And what it was asked for under holds, whatever a later text leaves out; help that stands down can still go on.
    let mut x = attested(&["10.00"]);
    decide(&mut x, RelationEffect::StandDown { case: CASE });
    amended_to(&mut x, &text);
    x.refuse("FRA/treasurer", instruct(1, 1), "C51");
    decide(&mut x, RelationEffect::Resume { case: CASE });
    x.refuse("FRA/treasurer", instruct(1, 1), "C50");
    x.accept("CAN/representative", nothing());
    x.accept("FRA/treasurer", instruct(1, 1));
}
