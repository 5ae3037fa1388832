//! Worlds of two members that give: every figure is worked out in the comment.

use quorate_foresight::dependence::Dependencies;
use quorate_foresight::stress::Shock;

use super::{code, codes, paid, plan, promise, run, usd, world, world_of};

#[test]
fn what_is_paid_in_is_enough() {
    // AAA pays in 100 and BBB 50: 150 are there. 120 are promised for day 30: asked for on day 20, voted on for 72 hours,
    // approved on day 23, instructed on day 29, and paid by the bank on day 30.
    let world = world(&plan((100, 0), (50, 0), &promise(30, 120), ""));
    let outcome = run(&world, &Shock::default());
    let served = &outcome.served[0];
    assert_eq!((served.asks, served.approved, served.tranches[0].paid), (20, Some(23), Some(30)));
    assert!(served.holds() && outcome.called.is_empty() && outcome.beyond == 0);
    // Nothing is to come: whoever defaults takes nothing away. No call can bring anything.
    let ladder = world.ladder();
    for (row, due) in ladder.rows.iter().zip([120, 120, 120]) {
        assert_eq!((usd(row.rung.due), usd(row.rung.paid_in), usd(row.rung.callable)), (due, 150, 0));
        let there: Vec<i128> = row.nothing_called.iter().map(|left| usd(left.there)).collect();
        assert_eq!(there, [150, 150, 150]);
        assert_eq!(row.nothing_called, row.all_called);
    }
    // Not a member and not all four make it fail; no delay does, since nothing falls due any more.
    assert!(world.least_defaults().of[0].is_empty() && world.least_late(None).of[0].is_empty());
}

#[test]
fn what_is_missing_is_called_and_a_default_is_asked_of_the_other() {
    // 150 are there and 200 are promised for day 90: 50 are missing. Sixty days before, on day 30, a call of 50 is moved: 25 of
    // each, since both signed 60. It is adopted after 72 hours and executed on day 33. What is called is due within 30 days, with
    // the next day's beginning: on day 64. Help is asked for on day 80, approved on day 83 and paid on day 90.
    let world = world(&plan((100, 60), (50, 60), &promise(90, 200), ""));
    let outcome = run(&world, &Shock::default());
    assert_eq!((outcome.served[0].approved, paid(&outcome, 0)), (Some(83), Some(90)));
    assert_eq!((usd(outcome.called(code("AAA"))), usd(outcome.called(code("BBB")))), (25, 25));
    // If AAA pays nothing, it is in default 30 days later, on day 94, and its 25 are asked of BBB, which has 35 left: due on the
    // day after day 124. Then 200 are there: approved and instructed on day 125, and paid on day 126, which is too late.
    let outcome = run(&world, &Shock::of(codes(&["AAA"])));
    assert_eq!(outcome.in_default.get(&code("AAA")), Some(&94));
    assert_eq!((outcome.served[0].approved, paid(&outcome, 0)), (Some(125), Some(126)));
    assert!(!outcome.served[0].holds());
    assert_eq!((usd(outcome.called(code("AAA"))), usd(outcome.called(code("BBB")))), (25, 50));
    assert_eq!(usd(outcome.left[&code("BBB")]), 10);
    // If both pay nothing, nobody is left to be asked, and nothing comes of it.
    assert_eq!(paid(&run(&world, &Shock::of(codes(&["AAA", "BBB"]))), 0), None);
    // Each alone is a smallest set; nobody at all is not one, and CCC and DDD owe nothing.
    assert_eq!(world.least_defaults().of[0], [codes(&["AAA"]), codes(&["BBB"])]);
}

#[test]
fn the_first_day_of_delay_at_which_it_is_not_paid_in_time() {
    // What is called is due on day 64. It is instructed on day 89 at the latest, to be with the beneficiary on day 90: 25 days of
    // delay are in time, 26 are not.
    let world = world(&plan((100, 60), (50, 60), &promise(90, 200), ""));
    assert_eq!(world.least_late(None).of[0], [26]);
    assert_eq!(world.least_late(Some(code("AAA"))).of[0], [26]);
    assert!(world.least_late(Some(code("CCC"))).of[0].is_empty());
    let late = |late| Shock { late, ..Shock::default() };
    assert_eq!(paid(&run(&world, &late(25)), 0), Some(90));
    assert_eq!(paid(&run(&world, &late(26)), 0), Some(91));
}

#[test]
fn the_ladder_shows_what_is_there_with_and_without_what_can_be_called() {
    // BBB pays 20 of its 50 on day 60: 130 are there, then 150. All of 120 that can be called is called on day 0, adopted on day
    // 3, and due on day 34: not there on day 30. If AAA defaults, its 60 do not come: BBB has nothing left to be asked for. If
    // BBB does, neither its 60 nor its 20 do. If both do, 130 stay.
    let part = "instalments = [{ day = 60, amount = \"20.00 USD\" }]\n";
    let text = plan((100, 60), (50, 60), &promise(90, 200), "");
    let text = text.replacen("[member.CCC]", &format!("{part}[member.CCC]"), 1);
    let world = world(&text);
    let ladder = world.ladder();
    let rows: Vec<[Vec<i128>; 2]> = ladder
        .rows
        .iter()
        .map(|row| {
            [&row.nothing_called, &row.all_called].map(|all| all.iter().map(|left| usd(left.there)).collect())
        })
        .collect();
    assert_eq!(rows[0], [vec![130, 130, 130], vec![130, 130, 130]]);
    assert_eq!(rows[1], [vec![150, 130, 130], vec![270, 190, 130]]);
    assert_eq!(rows[2], rows[1]);
    let row = &ladder.rows[1];
    assert_eq!(row.nothing_called[1].without, [code("BBB")]);
    assert_eq!(row.all_called[1].without, [code("BBB")]);
    assert_eq!(row.all_called[2].without, [code("AAA"), code("BBB")]);
    assert_eq!((usd(row.rung.due), usd(row.rung.paid_in), usd(row.rung.callable)), (200, 150, 120));
    assert_eq!(usd(ladder.rows[0].rung.due), 0);
    assert_eq!(ladder.runs, 2 * (1 + 4 + 6));
}

#[test]
fn nobody_is_called_beyond_what_it_signed() {
    // 50 are missing, and 20 each can be called: 10 are beyond it. All 40 are called and come, and the help is never approved.
    let world = world(&plan((100, 20), (50, 20), &promise(90, 200), ""));
    let outcome = run(&world, &Shock::default());
    assert_eq!((usd(outcome.called(code("AAA"))), usd(outcome.called(code("BBB")))), (20, 20));
    assert_eq!((usd(outcome.beyond), paid(&outcome, 0)), (10, None));
    assert_eq!(outcome.served[0].refused.map(|rule| rule.to_string()), Some("F12".into()));
    assert_eq!(world.least_defaults().of[0], [codes(&[])], "it fails though nobody defaults");
}

#[test]
fn what_falls_takes_what_was_kept_back_and_then_what_is_there() {
    // AAA pays its 100 as 50 euros at 2; 5 of that is kept back. With the 100 of BBB 195 are available, and 190 are promised for
    // day 60. A fall of 50 per mille takes 5, which were kept back; one of 100 takes 5 more of what is available: 190, which is
    // enough. 125 take 2.50 too many. Without a fall the euros are exchanged for the 100 that they had cost.
    let holding =
        "[[holding]]\nmember = \"AAA\"\namount = \"50.00 EUR\"\nrate = \"2\"\nsource = \"made up\"\n";
    let tests = "[tests]\nfall = { day = 10, up-to = 200, step = 25 }\n";
    let text = plan((100, 0), (100, 0), &format!("{holding}{}", promise(60, 190)), tests);
    let world = world_of(&text, "exercise-currencies.toml");
    let calm = run(&world, &Shock::default());
    assert_eq!((paid(&calm, 0), calm.lost), (Some(60), 0));
    let (held, cost) = world.abroad()[0];
    assert_eq!((held.to_string(), cost.to_string()), ("50.00".into(), "100.00".into()));
    assert_eq!(world.least_fall().of[0], [125]);
    let fall = |by| Shock { fall: Some((10, by)), ..Shock::default() };
    let outcome = run(&world, &fall(100));
    assert_eq!((usd(outcome.lost), paid(&outcome, 0)), (10, Some(60)));
    assert_eq!(usd(outcome.rungs[0].available), 190);
    let outcome = run(&world, &fall(125));
    assert_eq!((outcome.lost, outcome.rungs[0].available, paid(&outcome, 0)), (12_50, 187_50, None));
}

#[test]
fn of_many_that_ask_on_one_day_those_come_first_for_which_there_is_money() {
    // 250 are there, and three ask for 100 each on day 5, to be paid by day 10: adopted on day 8, the first two paid on day 9.
    // 50 are called on day 5 for the third: due on day 39, and paid with the bank's day on day 40.
    let tests = "[tests]\nat-once = { day = 5, amount = \"100.00 USD\", within = 5 }\n";
    let world = world(&plan((150, 60), (100, 60), "", tests));
    let asked = world.at_once();
    let days = |count: usize| -> Vec<Option<u32>> {
        asked[count].served.iter().map(|served| served.tranches[0].paid).collect()
    };
    assert!(days(0).is_empty());
    assert_eq!(days(2), [Some(9), Some(9)]);
    assert_eq!(days(3), [Some(9), Some(9), Some(40)]);
    assert_eq!(asked[3].served.iter().filter(|served| served.holds()).count(), 2);
    assert_eq!(usd(asked[3].called(code("AAA"))), 25);
}

#[test]
fn who_asks_first_is_not_overtaken() {
    // 100 are there. 120 are promised for day 30 and 50 for day 40: there is enough for the second, and it waits for the
    // first. That was adopted on day 23 and lapses 90 days later, on day 113: then the second is approved, and paid a day later.
    let second = "[promise.later]\nto = \"DDD\"\nwhy = \"help\"\nsource = \"made up\"\n\
                  tranches = [{ day = 40, amount = \"50.00 USD\" }]\n";
    let world = world(&plan((100, 0), (0, 0), &format!("{}{second}", promise(30, 120)), ""));
    let outcome = run(&world, &Shock::default());
    assert_eq!((paid(&outcome, 0), paid(&outcome, 1)), (None, Some(114)));
}

#[test]
fn a_member_whose_stock_ends_is_helped_in_time() {
    // ZZZ withholds from day 10 on. The stock of CCC lasts 30 days: it fails on day 40, asks for 100 then, and is paid 72 hours
    // and the bank's day later, on day 44. How long that of DDD lasts is not public: at best for ever, at worst it fails on day
    // 10 and is helped on day 14. EEE is no member.
    let text = "title = \"t\"\n\
        [things.lift]\nwhat = \"lift\"\nmember = \"CCC\"\nneeds = [\"engine\"]\nlasts = \"30d\"\nsource = \"made up\"\n\
        [things.radar]\nwhat = \"radar\"\nmember = \"DDD\"\nneeds = [\"engine\"]\nlasts = \"not-public\"\nsource = \"made up\"\n\
        [things.ships]\nwhat = \"ships\"\nmember = \"EEE\"\nneeds = [\"engine\"]\nsource = \"made up\"\n\
        [things.engine]\nwhat = \"parts\"\nin-hands-of = \"ZZZ\"\nlasts = \"none\"\n\
        replaced-in = \"never\"\nsource = \"made up\"\n";
    let read = Dependencies::read(text).unwrap();
    let gone = read.withheld(["ZZZ"]).unwrap();
    let rest = "[withholding]\ndependencies = \"d.toml\"\nby = [\"ZZZ\"]\nday = 10\namount = \"100.00 USD\"\nwithin = 10\n\
                source = \"made up\"\n";
    let world = world(&plan((300, 0), (0, 0), "", rest));
    let told = world.withheld(&read, &gone).unwrap();
    assert_eq!(told.of_others, [("ships".to_owned(), code("EEE"))]);
    let day = |fails: &Option<quorate_foresight::stress::Failure>| {
        fails.as_ref().map(|fails| (fails.day, fails.served.as_ref().unwrap().tranches[0].paid))
    };
    let needs: Vec<_> = told.needs.iter().map(|need| (day(&need.at_best), day(&need.at_worst))).collect();
    let lift = Some((40, Some(44)));
    assert_eq!(needs, [(lift, lift), (None, Some((10, Some(14))))]);
    assert!(told.at_best.balanced && told.at_worst.balanced);
}

#[test]
fn the_grid_tells_where_it_begins_to_fail() {
    // As in the test of delays, with the call 20 days earlier: due on day 44, and 45 days of delay are in time, 46 are not.
    let grid = "[tests]\ndefaults = 1\ngrid = { late = [0, 30, 46], fall = [0] }\n";
    let text =
        plan((100, 60), (50, 60), &promise(90, 200), grid).replace("call-ahead = 60", "call-ahead = 80");
    let world = world(&text);
    let found = world.grid();
    let least: Vec<(u32, usize)> = found.least.iter().map(|point| (point.late, point.defaults)).collect();
    // If one defaults, its part is asked of the other on day 74, due on day 105: too late without any delay.
    assert_eq!(least, [(46, 0), (0, 1)]);
    assert!(found.complete && found.points == 6);
}

/// Both owe 1.00 from day 10 on, pay it 30 days late, and are in default for some of them: the first call is for what is then
/// missing. Once they have paid they are counted on like before, so that what is called is 500 + 300 - 202 = 598 and no more.
#[test]
fn who_was_in_default_and_paid_is_counted_on_again() {
    let second = promise(300, 500).replace("promise.help", "promise.more").replace("CCC", "DDD");
    let promises = format!("{}{second}", promise(220, 300));
    let text = plan((101, 3000), (101, 3000), &promises, "").replace("call-ahead = 60", "call-ahead = 80");
    let later = "instalments = [{ day = 10, amount = \"1.00 USD\" }]\n";
    let text = text.replace("paid-in = \"101.00 USD\"\n", &format!("paid-in = \"101.00 USD\"\n{later}"));
    assert_eq!(text.matches("instalments").count(), 2);
    let late = run(&world(&text), &Shock { late: 30, ..Shock::default() });
    assert_eq!(late.in_default.len(), 2, "{late:?}");
    assert_eq!(usd(late.called.values().sum()), 598);
}
