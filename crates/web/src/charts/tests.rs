use quick_xml::Reader;
use quick_xml::events::Event;

use super::*;
use quorate_records::words::Language;

fn words() -> Words {
    Words {
        language: Language::English,
        numbers: "The numbers".into(),
        quarter: "quarter".into(),
        runs: "runs".into(),
        share: "share of runs".into(),
        nothing: "Nothing to be drawn.".into(),
    }
}

fn head(name: &str) -> Head {
    Head { name: name.into(), title: "A title <of> \"this\" & that".into(), says: "What is drawn.".into() }
}

fn point(values: [i64; 5]) -> Option<Point> {
    Some(Point { values, runs: 100 })
}

fn fan_of(unit: Unit, points: Vec<Option<Point>>) -> Chart {
    fan(&Fan { head: head("fan"), unit, axis: "of all".into(), points }, &words())
}

fn histogram_of(counts: &[(i64, u64)]) -> [Chart; 2] {
    let of = |name: &str| Histogram {
        head: head(name),
        axis: "days".into(),
        counted: "requests".into(),
        shares: "of requests".into(),
        counts: counts.to_vec(),
    };
    [histogram(&of("histogram"), &words()), cumulative(&of("cumulative"), &words())]
}

fn bars_of(bars_of: &[(u64, u64)]) -> Chart {
    let bar = |(count, all): &(u64, u64)| Bar { label: "it was so".into(), count: *count, all: *all };
    let all = Bars {
        head: head("bars"),
        axis: "of runs".into(),
        counted: "in runs".into(),
        bars: bars_of.iter().map(bar).collect(),
    };
    bars(&all, &words())
}

fn overlaid_of(series: Vec<Vec<Option<[i64; 3]>>>) -> Chart {
    let named = |(at, points)| Series { label: format!("series {at}"), points };
    let series = series.into_iter().enumerate().map(named).collect();
    let all = Overlaid { head: head("overlaid"), unit: Unit::PerMille, axis: "of all".into(), series };
    overlaid(&all, &words())
}

type Cells = Vec<Option<(u64, u64)>>;

fn timeline_of(lanes: &[(&str, Cells)]) -> Chart {
    let lane = |(label, cells): &(&str, Cells)| Lane { label: (*label).into(), cells: cells.clone() };
    timeline(&Timeline { head: head("timeline"), lanes: lanes.iter().map(lane).collect() }, &words())
}

fn gravity_of(parts: &[[i64; 5]]) -> Chart {
    let part = |values: &[i64; 5]| Part { label: "AAA".into(), point: Point { values: *values, runs: 9 } };
    let group = |label: &str| Group { label: label.into(), parts: parts.iter().map(part).collect() };
    let groups = vec![group("Votes"), group("Money")];
    gravity(&Gravity { head: head("gravity"), axis: "of all".into(), groups }, &words())
}

fn tornado_of(base: i64, swings: &[(i64, i64)]) -> Chart {
    let swing = |(low, high): &(i64, i64)| Swing { label: "need, 100 to 200".into(), low: *low, high: *high };
    let all = Tornado {
        head: head("tornado"),
        unit: Unit::PerMille,
        axis: "requests blocked".into(),
        base,
        ends: ("low".into(), "high".into()),
        swings: swings.iter().map(swing).collect(),
    };
    tornado(&all, &words())
}

fn sides_of(pairs: &[(u64, u64, u64)]) -> Chart {
    let pair = |(first, same, second): &(u64, u64, u64)| Pair {
        label: "requests paid".into(),
        first: *first,
        same: *same,
        second: *second,
    };
    let called = ["first more", "same", "second more"].map(str::to_owned);
    sides(&Sides { head: head("sides"), called, pairs: pairs.iter().map(pair).collect() }, &words())
}

/// Every chart at its borders: without data, with one of it, with all alike, and with the least and the greatest numbers.
fn at_the_borders() -> Vec<(&'static str, Chart)> {
    let ends = [i64::MIN, -1, 0, 1, i64::MAX];
    let some = [point([0, 1, 2, 3, 9]), point([1, 1, 4, 5, 6]), None, point([2, 2, 2, 2, 2])];
    let [none, none_summed] = histogram_of(&[]);
    let [one, one_summed] = histogram_of(&[(7, 3)]);
    let [many, many_summed] = histogram_of(&[(-3, 5), (0, 9), (400, 1), (8, 0)]);
    let [wide, wide_summed] = histogram_of(&[(i64::MIN, 1), (i64::MAX, u64::MAX)]);
    let all = [1, 2, 3].map(|value| Some([value, value, value])).to_vec();
    vec![
        ("fan: no quarter", fan_of(Unit::Whole, Vec::new())),
        ("fan: nothing measured", fan_of(Unit::Whole, vec![None, None])),
        ("fan: one quarter", fan_of(Unit::PerMille, vec![point([0, 120, 500, 501, 1000])])),
        ("fan: all equal", fan_of(Unit::Whole, vec![point([4; 5]); 12])),
        ("fan: all nought", fan_of(Unit::PerMille, vec![point([0; 5]); 40])),
        ("fan: a gap", fan_of(Unit::Whole, some.to_vec())),
        ("fan: below nought", fan_of(Unit::Whole, vec![point([-900, -400, -100, 20, 300]); 3])),
        ("fan: the ends of numbers", fan_of(Unit::PerMille, vec![point(ends), point(ends)])),
        ("overlaid: none", overlaid_of(Vec::new())),
        ("overlaid: nothing measured", overlaid_of(vec![vec![None]])),
        ("overlaid: three", overlaid_of(vec![all.clone(), vec![Some([0, 5, 9])], all])),
        ("overlaid: the ends", overlaid_of(vec![vec![Some([i64::MIN, 0, i64::MAX])]])),
        ("histogram: none", none),
        ("summed: none", none_summed),
        ("histogram: one", one),
        ("summed: one", one_summed),
        ("histogram: many", many),
        ("summed: many", many_summed),
        ("histogram: the ends", wide),
        ("summed: the ends", wide_summed),
        ("bars: none", bars_of(&[])),
        ("bars: no run", bars_of(&[(0, 0)])),
        ("bars: one run", bars_of(&[(1, 1)])),
        ("bars: many", bars_of(&[(0, 10_000), (1, 10_000), (9_999, 10_000), (u64::MAX, u64::MAX)])),
        ("timeline: none", timeline_of(&[])),
        ("timeline: one", timeline_of(&[("AAA BBB", vec![Some((1, 1))])])),
        (
            "timeline: a set",
            timeline_of(&[("AAA, BBB and CCC", vec![Some((0, 9)), None, Some((9, 9))]), ("DDD", vec![])]),
        ),
        ("gravity: none", gravity_of(&[])),
        ("gravity: one member", gravity_of(&[[1000; 5]])),
        ("gravity: all left", gravity_of(&[[0; 5], [0; 5]])),
        ("tornado: none", tornado_of(5, &[])),
        ("tornado: nothing moves", tornado_of(5, &[(5, 5)])),
        ("tornado: both ways", tornado_of(100, &[(90, 140), (20, 30), (400, 100), (130, 150)])),
        ("tornado: the ends", tornado_of(0, &[(i64::MIN, i64::MAX)])),
        ("sides: none", sides_of(&[])),
        ("sides: no run", sides_of(&[(0, 0, 0)])),
        ("sides: many", sides_of(&[(1, 0, 0), (3, 4, 5), (0, 0, 7), (u64::MAX, 0, u64::MAX)])),
    ]
}

/// All texts of an SVG, which is well-formed to its end; every number of an attribute is one.
fn texts(name: &str, svg: &str) -> Vec<String> {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let (mut texts, mut open) = (Vec::new(), 0_i32);
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
            Event::Start(start) => {
                open = open.saturating_add(1);
                for attribute in start.attributes() {
                    let attribute = attribute.unwrap_or_else(|error| panic!("{name}: {error}"));
                    let value = attribute.value.to_string();
                    if matches!(attribute.key.as_ref(), "x" | "y" | "x1" | "y2" | "width" | "height") {
                        let number: i64 = value.parse().unwrap_or_else(|_| panic!("{name}: {value}"));
                        // Lengths are not below nought, and nothing is drawn far out of sight.
                        let is_length = matches!(attribute.key.as_ref(), "width" | "height");
                        assert!(!is_length || number >= 0, "{name}: {value}");
                        assert!(number.abs() < 100_000, "{name}: {value}");
                    }
                }
            }
            Event::End(_) => open = open.saturating_sub(1),
            Event::Text(text) => texts.push(text.to_string()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0, "{name}");
    texts
}

#[test]
fn every_chart_at_its_borders_is_well_formed_and_says_what_it_is() {
    for (name, chart) in at_the_borders() {
        let svg = chart.alone(&["EXERCISE. Made up.", "No forecast."]);
        let texts = texts(name, &svg).join("\n");
        for says in ["EXERCISE. Made up.", "No forecast.", "What is drawn."] {
            assert!(texts.contains(says), "{name}: {texts}");
        }
        assert!(svg.contains("A title &lt;of&gt; &quot;this&quot; &amp; that"), "{name}");
        let figure = chart.figure(&words()).into_string();
        let nothing = figure.contains("Nothing to be drawn.");
        // A line of a chart alone may have nothing in it.
        let is_whole = name != "sides: no run";
        assert!(!is_whole || nothing != figure.contains("<details>"), "{name}: {figure}");
        let is_none =
            name.contains("none") || name.ends_with("no quarter") || name.ends_with("nothing measured");
        assert!(!is_none || nothing || name.starts_with("gravity"), "{name}");
        assert!(!figure.contains("style="), "{name}: pages forbid it");
        assert!(!figure.contains("var("), "{name}");
        assert!(svg.contains("prefers-color-scheme: dark") && svg.contains("@media print"), "{name}");
        assert!(!svg.contains("var("), "{name}: not every reader of SVG knows what that is");
    }
}

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
fn what_was_met_is_never_none_and_what_was_not_always_never_all() {
    let told = [(0, 10_000), (1, 10_000), (10, 10_000), (9_999, 10_000), (3, 3), (0, 0)];
    let told = told.map(|(count, all)| share(count, all, Language::French).replace('\u{a0}', " "));
    assert_eq!(told, ["0,0 %", "< 0,1 %", "0,1 %", "99,9 %", "100,0 %", "0,0 %"]);
}

#[test]
fn the_least_and_the_greatest_are_within_the_marks_of_an_axis() {
    for (least, most) in [(0, 0), (0, 1), (-3, 4), (7, 1000), (0, 999), (i64::MIN, i64::MAX), (-1, 0)] {
        let ticks = scale::ticks(least, most, 5);
        assert!(ticks.len() >= 2 && ticks.len() <= 9, "{least} {most}: {ticks:?}");
        assert!(ticks[0] <= least && ticks[ticks.len() - 1] >= most, "{least} {most}: {ticks:?}");
    }
}
