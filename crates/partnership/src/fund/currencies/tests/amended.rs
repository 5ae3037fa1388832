use super::*;
use crate::exercise::CHARTER;
use crate::exercise::commands::{countersign_line, eur, gbp, usd};
use crate::exercise::standing::{accept, amend};

/// The article goes by an amended text while euros are held and a line in euros waits.
#[test]
fn f55_what_is_held_outlives_the_article_and_no_more_is_taken() {
    let mut x = Exercise::owing(usd("1000.00"), "1");
    x.comes(eur("100.00"));
    let without = CHARTER.replace("least-participating = 3", "least-participating = 2");
    x.carried(amend(1, &without));
    let now = x.next().day();
    x.on_record(rate("EUR", "USD", "1", now));
    x.accept("FRA/treasurer", receipt("GBR", eur("1.00"), now, "waits"));
    for member in ["DEU", "FRA", "GBR"] {
        x.accept(&[member, "/root"].concat(), accept(2));
    }
    assert_eq!(x.partnership.charter().currencies(), None);
    let refusal = x.refuse("DEU/treasurer", countersign_line(2), "F55");
    assert_eq!(refusal.article(x.partnership.charter()).0, 1, "that on the fund: there is no other");
    // Without the article an amount is in the fund's currency, as ever.
    x.refuse("FRA/treasurer", receipt("GBR", eur("1.00"), now, "more"), "F1");
    x.refuse("FRA/treasurer", rate("GBP", "USD", "1.25", now), "F55");
    x.refuse("FRA/treasurer", exchange(gbp("1.00"), usd("1.00"), now, "sold"), "F55");
    // What is held is still valued, answers for new help, and can be sold.
    x.on_record(rate("EUR", "USD", "0.90", now));
    x.line(exchange(eur("100.00"), usd("90.00"), now, "sold"), None);
    assert_eq!((x.held("EUR"), x.promised()), ((0, 0), [0, 90_00, 0]));
}
