//! Experiments from the terminal.

use std::fs;

use crate::quorate::{Folder, root};

/// A folder with what experiments name, and two small ones.
pub(crate) fn folder() -> Folder {
    let folder = Folder::new();
    for file in [
        "scenarios/baseline.toml",
        "scenarios/fracture.toml",
        "charters/exercise.toml",
        "charters/exercise-consensus.toml",
        "experiments/cost-and-keep.toml",
        "experiments/fracture-sensitivity.toml",
    ] {
        fs::create_dir_all(folder.path(file).parent().unwrap()).unwrap();
        folder.write(file, fs::read_to_string(root().join(file)).unwrap());
    }
    let small = |file: &str, changes: &[(&str, &str)]| {
        let text = fs::read_to_string(root().join("experiments").join(file)).unwrap();
        changes.iter().fold(text, |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        })
    };
    let grid = small(
        "cost-and-keep.toml",
        &[("replicates = 50", "replicates = 2"), ("steps = 3", "steps = 2"), ("steps = 4", "steps = 2")],
    );
    folder.write("experiments/grid.toml", grid);
    let whole = small("fracture-sensitivity.toml", &[("replicates = 200", "replicates = 2")]);
    let parameters: Vec<&str> = whole.split("[[parameter]]").take(3).collect();
    folder.write("experiments/small.toml", parameters.join("[[parameter]]"));
    folder
}

/// Every file of a directory, by its name.
pub(crate) fn files(folder: &Folder, directory: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder.path(directory))
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

pub(crate) fn text(folder: &Folder, file: &str) -> String {
    fs::read_to_string(folder.path(file)).unwrap()
}

pub(crate) const WAYS: [(&str, &str, usize); 3] = [
    ("grid", "explore grid experiments/grid.toml --seed 7", 2 * 4 * 2),
    (
        "screening",
        "explore screening experiments/small.toml --paths 5 --levels 6 --each 2 --seed 7",
        5 * 3 * 2,
    ),
    (
        "sensitivity",
        "explore sensitivity experiments/small.toml --samples 16 --each 2 --seed 7",
        5 * 2 + 16 * 5 * 2,
    ),
];

#[test]
fn any_number_of_threads_and_of_shards_gives_the_same_bytes() {
    let folder = folder();
    for (name, line, runs) in WAYS {
        folder.done(&format!("{line} --out {name}-1 --threads 1"));
        folder.done(&format!("{line} --out {name}-8 --threads 8"));
        let one = files(&folder, &format!("{name}-1"));
        assert!(one == files(&folder, &format!("{name}-8")), "{name}");
        assert_eq!(text(&folder, &format!("{name}-1/runs.csv")).lines().count(), runs + 1);
        for part in 1..=3 {
            let told = folder.done(&format!("{line} --shard {part}/3 --out {name}-part-{part}"));
            assert!(told.contains(&format!("Part {part} of 3: `quorate explore merge`")), "{told}");
        }
        folder.done(&format!("explore merge {name}-whole {name}-part-3 {name}-part-1 {name}-part-2"));
        assert!(one == files(&folder, &format!("{name}-whole")), "{name}");
        let run = folder.run(&format!("explore merge {name}-W {name}-part-1 {name}-part-3"));
        assert!(run.code == 2 && run.err.contains("part 2 of 3 is missing"), "{}", run.shown());
        // A line of another run in the place of one, and one more line.
        let runs = text(&folder, &format!("{name}-part-2/runs.csv"));
        let lines: Vec<&str> = runs.split_inclusive("\r\n").collect();
        for wrong in [
            [&lines[..1], &lines[2..3], &lines[2..]].concat().concat(),
            format!("{runs}{}", lines[1]),
            runs.replacen(",true\r\n", ",perhaps\r\n", 1),
            lines[..2].concat(),
        ] {
            fs::write(folder.path(&format!("{name}-part-2/runs.csv")), wrong).unwrap();
            let merge = format!("explore merge {name}-V {name}-part-1 {name}-part-2 {name}-part-3");
            let run = folder.run(&merge);
            assert!(run.err.contains("is not as `quorate explore` wrote it"), "{}", run.shown());
            assert!(files(&folder, &format!("{name}-V")).is_empty());
        }
    }
    for (name, line, _) in &WAYS[1..] {
        folder.done(&format!("{} --out other-{name}", line.replace("--seed 7", "--seed 8")));
        let other = text(&folder, &format!("other-{name}/runs.csv"));
        assert_ne!(other, text(&folder, &format!("{name}-1/runs.csv")));
    }
}

#[test]
fn what_comes_out_is_told_and_stands_in_tables() {
    let folder = folder();
    for (name, line, _) in WAYS {
        let told = folder.done(&format!("{line} --out {name}"));
        assert!(told.starts_with("EXERCISE. ") && !told.contains("likel"), "{told}");
        assert!(told.contains("What is varied, and how far") && told.contains("assumed"), "{told}");
    }
    let points = text(&folder, "grid/points.csv");
    assert!(points.starts_with("charter,point,model.keep,members.cost,output,runs,mean,q050"), "{points}");
    // Two charters, four points, six outputs.
    assert_eq!(points.lines().count(), 1 + 2 * 4 * 6);
    assert!(points.contains("\r\n2,3,400000000000,500,requests,2,"), "{points}");
    let tornado = text(&folder, "sensitivity/tornado.csv");
    assert_eq!(tornado.lines().count(), 1 + 5 * 2);
    let indices = text(&folder, "sensitivity/indices.csv");
    assert_eq!(indices.lines().count(), 1 + 5 * 3);
    assert_eq!(indices.lines().filter(|line| line.split(',').nth(2) == Some("chance")).count(), 5);
    let report = text(&folder, "sensitivity/report.html");
    assert_eq!(report.matches("<svg").count(), 5);
    for says in ["EXERCISE", "no forecast", "assumed", "<th scope=\"row\">chance</th>"] {
        assert!(report.contains(says), "{says}");
    }
}

/// How many pictures a report has, and the report.
fn report(folder: &Folder, file: &str) -> (usize, String) {
    let report = text(folder, file);
    for says in ["<meta http-equiv=\"Content-Security-Policy\"", "EXERCI", "assumed"] {
        assert!(report.contains(says), "{says}");
    }
    (report.matches("<svg").count(), report)
}

#[test]
fn a_grid_has_a_report_with_what_it_came_to_drawn() {
    let folder = folder();
    folder.done("explore grid experiments/grid.toml --seed 7 --out two");
    let (pictures, page) = report(&folder, "two/report.html");
    // Six outputs under two charters, each a map of four cells with its key of five, but for what never changes.
    assert_eq!((pictures, page.matches("class=\"cell\"").count()), (10, 10 * (4 + 5)));
    for says in [
        "no forecast",
        "model.keep, in millions of USD",
        ">4000<",
        "at every point under every charter, and so not drawn",
        "Mean hours from request to paid, charter 2",
        "<td class=\"number\">4000</td><td class=\"number\">500</td>",
        "What is assumed",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    // The means in the page are those of the table.
    let points = text(&folder, "two/points.csv");
    let mean = points.lines().find_map(|line| line.strip_prefix("1,0,50000000000,200,requests,2,")).unwrap();
    let mean = mean.split(',').next().unwrap().trim_end_matches('0').trim_end_matches('.');
    assert!(
        page.contains(&format!("<td class=\"number\">200</td><td class=\"number\">{mean}<br>")),
        "{mean}"
    );
    folder.done("explore grid experiments/grid.toml --seed 7 --out french --lang fr");
    let (_, page) = report(&folder, "french/report.html");
    for english in ["charter 2", "Mean hours", "Every point", "Requests"] {
        assert!(!page.contains(english), "{english}");
    }
    assert!(page.contains("model.keep, en millions de USD") && page.contains("charte 2"), "{page}");
}

#[test]
fn a_grid_of_one_number_is_drawn_as_lines_and_one_of_three_is_not() {
    let folder = folder();
    let grid = text(&folder, "experiments/grid.toml");
    let parts: Vec<&str> = grid.split("[[parameter]]").collect();
    folder.write("experiments/one.toml", [parts[0], parts[2]].join("[[parameter]]"));
    let third = "\nname = \"model.noise\"\nfrom = 100\nto = 200\nsteps = 2\nsource = \"assumed\"\n";
    folder.write("experiments/three.toml", [&parts[..], &[third]].concat().join("[[parameter]]"));
    folder.done("explore grid experiments/one.toml --seed 7 --out one");
    let (pictures, page) = report(&folder, "one/report.html");
    assert!(
        pictures == 6 && page.contains("members.cost</text>") && page.contains("charter 2</text>"),
        "{page}"
    );
    folder.done("explore grid experiments/three.toml --seed 7 --out three");
    let (pictures, page) = report(&folder, "three/report.html");
    assert!(pictures == 0 && page.contains("A grid of three numbers and more is not drawn"), "{page}");
}

#[test]
fn a_screening_tells_effects_of_paths_that_move_one_parameter_at_a_time() {
    let folder = folder();
    let (_, line, _) = WAYS[1];
    let told = folder.done(&format!("{line} --out S"));
    for says in ["Effects for the whole range: requests paid, charter 1", "mu*", "sigma", "effects.csv"] {
        assert!(told.contains(says), "{says}: {told}");
    }
    let effects = text(&folder, "S/effects.csv");
    let heading = "charter,output,parameter,paths,used,mu-star,mu-star-low,mu-star-high,mu,sigma\r\n";
    assert!(effects.starts_with(heading) && effects.lines().count() == 1 + 5 * 2, "{effects}");
    assert!(effects.lines().skip(1).all(|line| line.split(',').nth(3) == Some("5")), "{effects}");
    // Of each output the one with the greater effects first: numbers of as many places behind the point.
    let sizes: Vec<f64> =
        effects.lines().skip(1).map(|line| line.split(',').nth(5).unwrap().parse().unwrap()).collect();
    assert!(sizes.chunks(2).all(|of| of[0] >= of[1]) && sizes.iter().any(|size| *size > 0.0), "{effects}");
    // Two runs of each point, with the chance of the path: 400 of affinity and 200 of cost, by three of five parts.
    let runs = text(&folder, "S/runs.csv");
    let cells: Vec<Vec<&str>> = runs.lines().skip(1).map(|line| line.split(',').collect()).collect();
    for (path, points) in cells.chunks(6).enumerate() {
        let chances: Vec<usize> = points.iter().map(|cells| cells[4].parse().unwrap()).collect();
        assert_eq!(chances, [path * 2, path * 2 + 1].repeat(3));
        let at = |run: usize, column: usize| points[run][column].parse::<i64>().unwrap();
        let moved: Vec<[i64; 2]> =
            [0, 2].map(|run| [6, 7].map(|column| (at(run, column) - at(run + 2, column)).abs())).to_vec();
        assert!([[[240, 0], [0, 120]], [[0, 120], [240, 0]]].contains(&[moved[0], moved[1]]), "{moved:?}");
    }
    assert!(text(&folder, "S/asked.toml").ends_with("[way.screening]\npaths = 5\nlevels = 6\neach = 2\n"));
}

#[test]
fn what_is_wrong_is_told_at_its_place_and_leaves_nothing() {
    let folder = folder();
    let small = text(&folder, "experiments/small.toml");
    for (file, from, to) in [
        ("joy", "\"paid\"", "\"joy\""),
        ("event", "members.cost", "event.joy.by"),
        ("no-scenario", "fracture.toml", "joy.toml"),
    ] {
        folder.write(&format!("experiments/{file}.toml"), small.replacen(from, to, 1));
    }
    let wrong = [
        ("grid experiments/small.toml", "`members.affinity` has no `steps`"),
        (
            "sensitivity experiments/small.toml --samples 100",
            "the samples are a power of two from 16 to 65536: 100 is none",
        ),
        (
            "sensitivity experiments/small.toml --samples 65536 --each 10000",
            "there are more than 100000000 runs",
        ),
        ("screening experiments/small.toml --paths 1", "there are from 2 to 4096 paths, not 1"),
        ("screening experiments/small.toml --paths 4097", "there are from 2 to 4096 paths, not 4097"),
        (
            "screening experiments/small.toml --levels 5",
            "the levels are an even number from 4 to 10: 5 is none",
        ),
        (
            "screening experiments/small.toml --levels 12",
            "the levels are an even number from 4 to 10: 12 is none",
        ),
        ("screening experiments/small.toml --paths 4096 --each 10000", "there are more than 100000000 runs"),
        ("screening experiments/small.toml --each 0", "0 is not in 1..=10000"),
        ("sensitivity experiments/joy.toml", "nothing is called `joy`"),
        ("sensitivity experiments/event.toml", "the scenario has no such event"),
        ("sensitivity experiments/no-scenario.toml", "joy.toml"),
        ("grid scenarios/fracture.toml", "unknown field `charter`"),
        ("grid experiments/grid.toml --shard 3/2", "it is written as 2/8"),
    ];
    for (line, says) in wrong {
        let run = folder.run(&format!("explore {line} --out D"));
        assert!(run.code != 0 && run.err.replace('\n', " ").contains(says), "{line}: {}", run.shown());
        assert!(!folder.path("D").exists(), "{line}");
    }
    folder.done("explore grid experiments/grid.toml --out there");
    let run = folder.run("explore grid experiments/grid.toml --out there");
    assert!(run.code != 0 && run.err.contains("is there already"), "{}", run.shown());
    // With the charter that the scenario names, it is longer than before, and has to be read again.
    let grid = text(&folder, "experiments/grid.toml");
    let alone = grid.lines().filter(|line| !line.starts_with("charters = ")).collect::<Vec<_>>().join("\n");
    let room = 64 * 1024 - alone.len() - 3;
    folder.write("experiments/long.toml", format!("#{}\n{alone}\n", "x".repeat(room)));
    let run = folder.run("explore grid experiments/long.toml --out D");
    assert!(run.code == 2 && run.err.replace('\n', " ").contains("too long to be kept"), "{}", run.shown());
    assert!(!folder.path("D").exists());
}
