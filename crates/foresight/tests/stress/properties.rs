//! What holds whatever the amounts are.

use std::collections::BTreeSet;

use proptest::prelude::*;
use quorate_charter::MemberCode;
use quorate_foresight::stress::{Calls, Shock};

use super::{plan, promise, run, world};

fn two(first: (u32, u64), second: (u32, u64)) -> String {
    let more = promise(second.0, second.1).replace("promise.help", "promise.more").replace("CCC", "DDD");
    format!("{}{more}", promise(first.0, first.1))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    // Of that which is asked for first: more money may pay it, after which nothing is left for the other.
    #[test]
    fn more_paid_in_makes_the_first_promise_no_worse(
        a in (1_u64..200, 0_u64..100),
        b in (1_u64..200, 0_u64..100),
        more in 1_u64..200,
        days in (20_u32..150, 150_u32..300),
        amounts in (1_u64..250, 1_u64..250),
        default in 0_usize..5,
        late in 0_u32..40,
    ) {
        let promises = two((days.0, amounts.0), (days.1, amounts.1));
        let [less, more] = [0, more].map(|more| world(&plan((a.0 + more, a.1), b, &promises, "")));
        let defaults: BTreeSet<MemberCode> = less.members().iter().copied().skip(default).take(1).collect();
        let shock = Shock { defaults, late, ..Shock::default() };
        let (less, more) = (run(&less, &shock), run(&more, &shock));
        prop_assert!(!less.served[0].holds() || more.served[0].holds(), "{less:?}\n{more:?}");
    }

    // Of what is there in runs this does not hold: whoever has less in calls more, and calls again while members are in default.
    #[test]
    fn more_paid_in_leaves_no_less_whether_nothing_or_all_is_called(
        a in (1_u64..200, 0_u64..100),
        b in (1_u64..200, 0_u64..100),
        more in 1_u64..200,
    ) {
        let [less, more] = [0, more].map(|more| world(&plan((a.0 + more, a.1), b, "", "")).ladder());
        for (less, more) in less.rows.iter().zip(&more.rows) {
            for (less, more) in [(&less.nothing_called, &more.nothing_called), (&less.all_called, &more.all_called)] {
                prop_assert!(less.iter().zip(more).all(|(less, more)| less.there <= more.there), "{less:?}\n{more:?}");
            }
        }
    }

    #[test]
    fn each_default_more_leaves_no_more(
        a in (1_u64..200, 1_u64..100),
        b in (1_u64..200, 1_u64..100),
        day in 1_u32..365,
        part in 1_u64..200,
    ) {
        let later = format!("instalments = [{{ day = {day}, amount = \"{}.00 USD\" }}]\n[member.BBB]", part.min(a.0));
        let text = plan(a, b, "", "").replacen("[member.BBB]", &later, 1);
        let world = world(&text);
        let ladder = world.ladder();
        prop_assert!(ladder.balanced);
        for row in &ladder.rows {
            for left in [&row.nothing_called, &row.all_called] {
                prop_assert!(left.windows(2).all(|pair| pair[1].there <= pair[0].there), "{left:?}");
            }
            for (none, all) in row.nothing_called.iter().zip(&row.all_called) {
                prop_assert!(none.there <= all.there, "{row:?}");
            }
        }
    }

    #[test]
    fn the_least_fails_and_all_that_is_smaller_holds(
        a in (1_u64..200, 0_u64..100),
        b in (1_u64..200, 0_u64..100),
        day in 30_u32..200,
        amount in 1_u64..400,
    ) {
        let world = world(&plan(a, b, &promise(day, amount), "[tests]\nlate = 50\n"));
        let holds = |shock: &Shock| run(&world, shock).served[0].holds();
        let found = world.least_defaults();
        let sets = &found.of[0];
        prop_assert!(found.complete && found.balanced);
        let size = sets.first().map_or(5, BTreeSet::len);
        prop_assert!(sets.iter().all(|set| set.len() == size && !holds(&Shock::of(set.clone()))));
        // Every set of members is one of sixteen.
        let members = world.members();
        for bits in 0_usize..16 {
            let chosen = members.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
            let set: BTreeSet<MemberCode> = chosen.map(|(_, member)| *member).collect();
            if set.len() < size {
                prop_assert!(holds(&Shock::of(set)));
            } else if set.len() == size {
                prop_assert_eq!(!holds(&Shock::of(set.clone())), sets.contains(&set));
            }
        }
        let late = world.least_late(None).of[0].first().copied();
        for days in 0..=late.unwrap_or(50) {
            prop_assert_eq!(holds(&Shock { late: days, ..Shock::default() }), late != Some(days));
        }
    }

    #[test]
    fn books_balance_whatever_goes_wrong(
        a in (1_u64..200, 0_u64..100),
        b in (1_u64..200, 0_u64..100),
        late in 0_u32..100,
        default in 0_usize..5,
    ) {
        let world = world(&plan(a, b, &two((60, 100), (200, 150)), ""));
        let defaults: BTreeSet<MemberCode> = world.members().iter().copied().skip(default).take(2).collect();
        let shock = Shock { defaults, late, ..Shock::default() };
        for calls in [Calls::None, Calls::AsNeeded, Calls::All] {
            prop_assert!(world.run(&shock, calls).balanced);
        }
    }
}
