use quick_xml::Reader;
use quick_xml::events::Event;

use quorate_records::words::Language;

use super::*;

mod told;

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
    let all = Overlaid {
        head: head("overlaid"),
        unit: Unit::PerMille,
        axis: "of all".into(),
        along: Along::Quarters,
        series,
    };
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

fn heat_of(cells: &[&[Option<i64>]], ends: (i64, i64)) -> Chart {
    let values = |count: usize| (0..count).map(|at| format!("value {at}")).collect();
    let across = cells.first().map_or(0, |row| row.len());
    let all = Heat {
        head: head("heat"),
        unit: Unit::Thousandths,
        across: Side { label: "members.cost".into(), values: values(across) },
        up: Side { label: "model.keep".into(), values: values(cells.len()) },
        cells: cells.iter().map(|row| row.to_vec()).collect(),
        ends,
    };
    heat(&all, &words())
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
        ("heat: none", heat_of(&[], (0, 0))),
        ("heat: nothing measured", heat_of(&[&[None, None]], (0, 0))),
        ("heat: one", heat_of(&[&[Some(5)]], (5, 5))),
        ("heat: many", heat_of(&[[Some(5); 60].as_slice(); 30], (0, 5))),
        (
            "heat: the ends",
            heat_of(&[&[Some(i64::MIN), None], &[Some(0), Some(i64::MAX)]], (i64::MIN, i64::MAX)),
        ),
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
