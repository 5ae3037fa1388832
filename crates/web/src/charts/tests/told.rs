//! Where what is drawn stands, and how its numbers are told.

use super::*;

#[test]
fn what_is_drawn_is_where_its_values_are() {
    let figure = fan_of(Unit::Whole, vec![point([0, 1, 2, 3, 4]); 2]).figure(&words()).into_string();
    for drawn in [
        "<path class=\"area k1\" d=\"M1390 2140L3050 2140L3050 300L1390 300Z\">",
        "<path class=\"area inner k1\" d=\"M1390 1680L3050 1680L3050 760L1390 760Z\">",
        "<path class=\"trace k1\" d=\"M1390 1220L3050 1220\">",
    ] {
        assert!(figure.contains(drawn), "{drawn}: {figure}");
    }
    // Half of all is half of the way.
    let figure = bars_of(&[(1, 2)]).figure(&words()).into_string();
    assert!(figure.contains("x=\"180\" y=\"260\" width=\"1860\""), "{figure}");
}

#[test]
fn a_heat_map_is_dark_where_there_is_much_and_its_first_row_is_at_the_bottom() {
    let figure =
        heat_of(&[&[Some(0), Some(1000)], &[Some(2000), None]], (0, 2000)).figure(&words()).into_string();
    let cell = |x: i64, y: i64, opacity: &str| {
        let cell = format!(
            "<rect class=\"cell\" x=\"{x}\" y=\"{y}\" width=\"1953\" height=\"364\" fill-opacity=\"{opacity}\">"
        );
        assert!(figure.contains(&cell), "{cell}: {figure}");
    };
    cell(842, 800, "0.00");
    cell(2811, 800, "0.40");
    cell(842, 420, "0.80");
    assert!(
        figure
            .contains("<th scope=\"row\">value 1</th><td class=\"number\">2</td><td class=\"number\"></td>"),
        "{figure}"
    );
}

#[test]
fn labels_that_would_lie_on_each_other_are_joined() {
    let figure = |values| fan_of(Unit::Whole, vec![point(values); 2]).figure(&words()).into_string();
    assert!(figure([4; 5]).contains(">5–95\u{a0}%<"), "{}", figure([4; 5]));
    for label in [">5\u{a0}%<", ">25\u{a0}%<", ">50\u{a0}%<", ">75\u{a0}%<", ">95\u{a0}%<"] {
        assert!(figure([0, 25, 50, 75, 100]).contains(label), "{label}");
    }
}

#[test]
fn a_histogram_counts_every_value_once_and_in_steps_of_one_width() {
    let [drawn, summed] = histogram_of(&[(0, 1), (23, 2), (24, 3), (99, 4)]);
    let figure = drawn.figure(&words()).into_string();
    for cells in [
        "<th scope=\"row\">0 – 4</th><td class=\"number\">1</td><td class=\"number\">10.0\u{a0}%</td>",
        "<th scope=\"row\">20 – 24</th><td class=\"number\">5</td><td class=\"number\">50.0\u{a0}%</td>",
        "<th scope=\"row\">95 – 99</th><td class=\"number\">4</td><td class=\"number\">40.0\u{a0}%</td>",
    ] {
        assert!(figure.contains(cells), "{cells}: {figure}");
    }
    let figure = summed.figure(&words()).into_string();
    assert!(figure.contains("<th scope=\"row\">50\u{a0}%</th><td class=\"number\">24</td>"), "{figure}");
    assert!(figure.contains("<th scope=\"row\">95\u{a0}%</th><td class=\"number\">99</td>"), "{figure}");
}

#[test]
fn the_farthest_swing_of_a_tornado_is_on_top() {
    let figure = tornado_of(100, &[(90, 110), (20, 130), (100, 400)]).figure(&words()).into_string();
    let at = |text: &str| figure.find(text).unwrap_or_else(|| panic!("{text}: {figure}"));
    assert!(
        at("10.0\u{a0}% / 40.0\u{a0}%<") < at(">13.0\u{a0}%<") && at(">13.0\u{a0}%<") < at(">11.0\u{a0}%<")
    );
}

#[test]
fn the_numbers_of_a_tornado_stand_within_it() {
    for (base, low, high) in
        [(0, 900_000, 1_000_000), (0, -900_000, -1_000_000), (0, -1_000_000, 1_000_000), (0, 0, 1_000_000)]
    {
        let figure = tornado_of(base, &[(low, high)]).figure(&words()).into_string();
        for text in figure.split("<text class=\"halo side\" x=\"").skip(1) {
            let (x, rest) = text.split_once('"').unwrap();
            let (x, anchor) = (x.parse::<i64>().unwrap(), rest.split("text-anchor=\"").nth(1).unwrap());
            let says = rest.split_once('>').unwrap().1.split_once('<').unwrap().0;
            let wide = i64::try_from(says.chars().count()).unwrap() * 105;
            let (from, to) = if anchor.starts_with("end") { (x - wide, x) } else { (x, x + wide) };
            assert!(from >= 0 && to <= 4800, "{says} stands from {from} to {to}");
        }
    }
}

#[test]
fn what_was_met_is_never_none_and_what_was_not_always_never_all() {
    let told = [(0, 10_000), (1, 10_000), (10, 10_000), (9_999, 10_000), (3, 3), (0, 0)];
    let words = told.map(|(count, all)| share(count, all, Language::French).replace('\u{a0}', " "));
    assert_eq!(words, ["0,0 %", "< 0,1 %", "0,1 %", "> 99,9 %", "100,0 %", "0,0 %"]);
    assert_eq!(share(2, 3, Language::English), "66.7\u{a0}%");
    assert_eq!(told.map(|(count, all)| unit::hundredths(count, all)), [0, 1, 1, 99, 100, 0]);
}

#[test]
fn the_least_and_the_greatest_are_within_the_marks_of_an_axis() {
    for (least, most) in [(0, 0), (0, 1), (-3, 4), (7, 1000), (0, 999), (i64::MIN, i64::MAX), (-1, 0)] {
        let ticks = scale::ticks(least, most, 5);
        assert!(ticks.len() >= 2 && ticks.len() <= 9, "{least} {most}: {ticks:?}");
        assert!(ticks[0] <= least && ticks[ticks.len() - 1] >= most, "{least} {most}: {ticks:?}");
    }
}

#[test]
fn names_stand_before_the_line_of_what_is_not_moved_and_one_place_is_seen() {
    let figure = tornado_of(0, &[(-5, 5)]).figure(&words()).into_string();
    assert!(
        figure.find("<path class=\"outline\" d=\"M").unwrap()
            < figure.find("class=\"halo\" x=\"20\"").unwrap(),
        "{figure}"
    );
    let figure = gravity_of(&[[250; 5]]).figure(&words()).into_string();
    let dot = figure.split("<circle class=\"dot\"").nth(1).unwrap();
    assert!(dot.split('>').next().unwrap().contains("r=\"60\""), "{figure}");
}
