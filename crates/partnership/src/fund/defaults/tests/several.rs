use super::*;

#[test]
fn i_6_and_i_27_nobody_beyond_what_it_has_left_and_the_shortfall_is_said() {
    // 10.00 each. What DEU does not pay is its part; what is left to the others is what was not called.
    for (total, parts, shortfall) in [
        ("19.99", [("FRA", "3.34"), ("GBR", "3.33")], "0"),
        ("20.00", [("FRA", "3.33"), ("GBR", "3.34")], "0"),
        ("20.01", [("FRA", "3.33"), ("GBR", "3.33")], "0.01"),
        ("29.97", [("FRA", "0.01"), ("GBR", "0.01")], "9.97"),
    ] {
        let mut x = signed(&charter_of_dues(), &[("DEU", "10.00"), ("FRA", "10.00"), ("GBR", "10.00")]);
        due(&mut x, total);
        let called = ["FRA", "GBR"].map(|member| x.cash(account::DUE, member));
        for (member, amount) in ["FRA", "GBR"].iter().zip(called) {
            let amount = Money::new(amount, usd("0").currency()).unwrap();
            x.pays(member, &alloc::format!("{amount}"));
        }
        let owed = x.cash(account::DUE, "DEU");
        let (asks, short) = step_up(&said(x.wait("720h").pass()));
        assert_eq!((&asks, short), (&asked(&parts), usd(shortfall)), "{total}");
        // I-7: the parts and the shortfall are what was not paid, exactly.
        let sum: i128 = asks.iter().map(|part| part.amount.minor()).sum();
        assert_eq!(sum + short.minor(), owed);
        assert_eq!((x.cash(RECOVERABLE, "DEU"), x.cash(account::DUE, "DEU")), (sum, short.minor()));
        holds(&x);
    }
}

#[test]
fn f26_a_member_with_little_left_gives_that_and_the_others_the_rest() {
    let mut x = signed(&charter_of_dues(), &[("FRA", "1.00")]);
    due(&mut x, "0.85");
    for member in ["CAN", "DEU"] {
        x.accept(&[member, "/root"].concat(), sign(usd("0"), usd("100.00")));
    }
    x.pays("FRA", "0.95");
    due(&mut x, "20.10");
    x.pays("CAN", "10.00");
    // FRA would be asked a hundred-and-first of 10.00, and has 0.05 left.
    let (asks, shortfall) = step_up(&said(x.wait("720h").pass()));
    assert_eq!((asks, shortfall), (asked(&[("CAN", "9.95"), ("FRA", "0.05")]), usd("0")));
    assert_eq!((x.memo(CALLABLE, "CAN"), x.memo(CALLABLE, "FRA")), (80_05, 0));
    holds(&x);
}

#[test]
fn i_26_a_default_on_what_was_asked_for_another() {
    let all = [("CAN", "100.00"), ("DEU", "100.00"), ("FRA", "100.00"), ("GBR", "100.00")];
    let mut x = signed(&charter_of_dues(), &all);
    due(&mut x, "40.00");
    for member in ["CAN", "FRA", "GBR"] {
        x.pays(member, "10.00");
    }
    let (parts, shortfall) = step_up(&said(x.wait("720h").pass()));
    let expected = asked(&[("CAN", "3.34"), ("FRA", "3.33"), ("GBR", "3.33")]);
    assert_eq!((parts, shortfall), (expected, usd("0")));
    x.wait("744h").pass();
    x.pays("CAN", "3.34");
    x.pays("GBR", "3.33");
    // FRA does not pay what it was asked for DEU: the two that are left are asked for that too.
    let events = said(x.wait("720h").pass());
    assert_eq!(step_up(&events), (asked(&[("CAN", "1.67"), ("GBR", "1.66")]), usd("0")));
    let Event::SteppedUp { of, .. } = &events[1] else { panic!("stepped up") };
    assert_eq!(*of, code("FRA"));
    x.wait("744h").pass();
    x.pays("CAN", "1.67");
    x.pays("GBR", "1.66");
    assert_eq!((x.cash(account::CASH, ""), x.authority()), (40_00, 40_00), "the whole call came in");
    holds(&x);
    // DEU pays: what FRA would have back pays what FRA owes, and goes on to those who advanced that.
    x.pays("DEU", "10.00");
    holds(&x);
    assert_eq!((x.cash(RECOVERABLE, "DEU"), x.cash(RECOVERABLE, "FRA")), (0, 0));
    // All square, to the unit: each of the two that paid for all has back what it advanced, and can be called again.
    assert_eq!((x.cash(account::PREPAID, "CAN"), x.cash(account::PREPAID, "GBR")), (5_01, 4_99));
    for member in MEMBERS {
        assert_eq!(x.cash(RECOVERABLE, member) + x.cash(account::REIMBURSABLE, member), 0);
    }
    assert_eq!((x.memo(CALLABLE, "CAN"), x.memo(CALLABLE, "GBR")), (90_00, 90_00));
    assert_eq!(x.authority(), 40_00);
}

#[test]
fn i_26_all_but_one_default_and_the_one_gives_no_more_than_it_signed() {
    let all = [("CAN", "30.00"), ("DEU", "30.00"), ("FRA", "30.00"), ("GBR", "30.00")];
    let mut x = signed(&charter_of_dues(), &all);
    due(&mut x, "40.00");
    x.pays("GBR", "10.00");
    for _ in 0..6 {
        x.wait("720h").pass();
        let waits = x.cash(account::DUE, "GBR");
        if waits > 0 {
            let waits = Money::new(waits, usd("0").currency()).unwrap();
            x.pays("GBR", &alloc::format!("{waits}"));
        }
        holds(&x);
    }
    // It had 20.00 left, and 30.00 were not paid.
    assert_eq!((x.memo(CALLABLE, "GBR"), x.cash(account::CASH, "")), (0, 30_00));
    assert_eq!(
        x.cash(account::DUE, "CAN") + x.cash(account::DUE, "DEU") + x.cash(account::DUE, "FRA"),
        10_00
    );
}

#[test]
fn a_second_default_is_on_the_second_call_alone() {
    let (mut x, _) = late();
    x.wait("720h").pass();
    let decision = x.decided(calls("30.00"), [Some(InFavour); 3]);
    x.accept("CAN/treasurer", execute(decision));
    x.wait("744h").pass();
    for member in ["FRA", "GBR"] {
        x.pays(member, "60.00");
    }
    let events = said(x.wait("720h").pass());
    let of = |event: &Event| match event {
        Event::InDefault { owed, interest, .. } => Some((*owed, *interest)),
        _ => None,
    };
    assert_eq!(events.iter().filter_map(of).collect::<Vec<_>>(), [(usd("10.00"), usd("0.03"))]);
    assert_eq!(step_up(&events).0, asked(&[("FRA", "5.00"), ("GBR", "5.00")]));
    holds(&x);
}

#[test]
fn f26_two_calls_at_one_default_ask_nobody_twice_for_what_it_has_left() {
    let mut x = signed(&charter_of_dues(), &[("DEU", "12.00"), ("FRA", "12.00")]);
    for _ in 0..2 {
        let decision = x.decided(calls("10.00"), [Some(InFavour); 3]);
        x.accept("CAN/treasurer", execute(decision));
    }
    x.pays("FRA", "10.00");
    // Nobody's node orders a block for a year: both defaults are booked at once.
    let events = said(x.wait("8760h").pass());
    let asks: Vec<i128> = events
        .iter()
        .filter_map(|event| match event {
            Event::SteppedUp { parts, .. } => Some(parts.iter().map(|part| part.amount.minor()).sum()),
            _ => None,
        })
        .collect();
    assert_eq!(asks.iter().sum::<i128>(), 2_00, "{events:?}");
    assert_eq!(x.memo(CALLABLE, "FRA"), 0);
    holds(&x);
}

#[test]
fn f26_without_a_day_for_calls_the_others_are_asked_at_once() {
    let at_once = charter_of_dues().replace("due-within = \"30d\"\n", "");
    let mut x = signed(&at_once, &[("DEU", "10.00"), ("FRA", "10.00")]);
    let decision = x.decided(calls("2.00"), [Some(InFavour); 3]);
    x.accept("CAN/treasurer", execute(decision));
    x.pays("FRA", "1.50");
    x.wait("720h").pass();
    // What it had paid too much pays half of it at once.
    assert_eq!((x.cash(account::DUE, "FRA"), x.cash(account::PREPAID, "FRA")), (50, 0));
    let item = x.partnership.fund().owed.of(code("FRA")).next().copied().unwrap();
    assert!(matches!(item.of, DueOf::StepUp { of, .. } if of == code("DEU")));
    holds(&x);
}

#[test]
fn i_25_a_defaulter_whose_case_was_approved_is_still_paid() {
    let mut x = signed(&charter_of_dues(), &[("CAN", "10.00"), ("FRA", "10.00")]);
    x.accept("GBR/root", sign(usd("100.00"), usd("0")));
    x.pays("GBR", "100.00");
    let case = x.attested(&["10.00"]);
    due(&mut x, "10.00");
    x.pays("FRA", "5.00");
    let events = said(x.wait("720h").pass());
    assert!(matches!(events[0], Event::InDefault { member, .. } if member == code("CAN")));
    x.accept("DEU/treasurer", instruct(case, 1));
    x.accept("FRA/treasurer", countersign(1));
    let today = x.next().day();
    let entered = x.accept("GBR/treasurer", payment(1, usd("10.00"), today, "out"));
    let AnyEvent::Fund(Event::LineEntered { line, .. }) = &entered[0] else { panic!("a line") };
    x.accept("DEU/treasurer", countersign_line(line.number.0));
    assert_eq!(x.cash(account::ASSISTANCE, "case-1"), 10_00);
    // The help pays nothing of what it owes, and what it owes holds nothing of the help back.
    assert_eq!(x.cash(RECOVERABLE, "CAN"), 5_00);
    holds(&x);
}

/// The words of a charter that is in force, for those that read this file first.
#[test]
fn the_charter_of_these_tests_is_the_founding_one_with_five_keys_more() {
    let charter: String = charter_of_dues();
    assert!(charter.contains("due-within = \"30d\"\nstep-up = true"));
    assert!(charter.contains("interest = \"3.6%\"\ngrace = \"5d\"\ndefault-after = \"30d\""));
}

/// Numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn up_to(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % (most + 1)
    }
}

fn cents(minor: i128) -> String {
    alloc::format!("{}", Money::new(minor, usd("0").currency()).unwrap())
}

#[test]
fn i_24_and_i_26_whatever_is_called_and_paid_late_or_never_it_comes_out_to_the_unit() {
    let mut stepped_up = 0;
    for seed in 1..=8 {
        let mut dice = Dice(seed);
        let all = [("CAN", "11.00"), ("DEU", "23.00"), ("FRA", "7.01"), ("GBR", "50.00")];
        let mut x = signed(&charter_of_dues(), &all);
        for _ in 0..8 {
            let left: i128 = MEMBERS.iter().map(|member| x.memo(CALLABLE, member)).sum();
            let total = i128::from(dice.up_to(20_00)).min(left);
            if total > 0 && dice.up_to(1) == 0 {
                let decision = x.decided(calls(&cents(total)), [Some(InFavour); 3]);
                x.accept("CAN/treasurer", execute(decision));
            }
            let member = MEMBERS[usize::try_from(dice.up_to(3)).unwrap()];
            let amount = i128::from(dice.up_to(6_00)) + 1;
            x.pays(member, &cents(amount));
            holds(&x);
            x.wait(&alloc::format!("{}d", dice.up_to(40) + 1)).pass();
            holds(&x);
        }
        // In the end everyone pays what it owes, and once more for what that brings: nobody owes anybody anything.
        for _ in 0..4 {
            x.wait("62d").pass();
            for member in MEMBERS {
                let owes = [account::DUE, RECOVERABLE, account::LATE].map(|code| x.cash(code, member));
                let owes: i128 = owes.iter().sum();
                if owes > 0 {
                    x.pays(member, &cents(owes));
                    holds(&x);
                }
            }
        }
        let sum = |code| MEMBERS.iter().map(|member| x.cash(code, member)).sum::<i128>();
        assert_eq!([account::DUE, RECOVERABLE, account::REIMBURSABLE, account::RECEIVABLE].map(sum), [0; 4]);
        let stepped = |event: &AnyEvent| matches!(event, AnyEvent::Fund(Event::SteppedUp { parts, .. }) if !parts.is_empty());
        stepped_up += x.booked().iter().filter(|booked| stepped(&booked.event)).count();
        // What counts is what was called, and nobody can be called for a unit more or less than it has left.
        assert_eq!(x.authority(), sum(account::PAID_IN), "seed {seed}");
        for (member, signed) in all {
            assert_eq!(x.memo(CALLABLE, member) + x.cash(account::PAID_IN, member), usd(signed).minor());
        }
    }
    assert!(stepped_up > 8, "only {stepped_up} step-ups");
}
