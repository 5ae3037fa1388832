//! What was counted of runs, held against the runs of which it says it is.

use std::fs;

use crate::explore::{bytes, changed, folder};
use crate::quorate::Folder;

/// A study in two parts, of 5 runs with the numbers from 0.
fn parts() -> Folder {
    let folder = folder();
    for part in 1..=2 {
        let explore = "explore scenarios/fracture.toml --runs 5 --seed 7";
        folder.done(&format!("{explore} --shard {part}/2 --out part-{part}"));
    }
    folder
}

/// The first line of a table in which this stands, put in another way.
fn line(text: &str, has: &str, put: impl Fn(&str) -> String) -> String {
    let line = text.split_inclusive("\r\n").find(|line| line.contains(has));
    let line = line.unwrap_or_else(|| panic!("{has} in {text}"));
    text.replacen(line, &put(line), 1)
}

/// A cell of a line, counted from behind, with so much more in it.
fn more(line: &str, behind: usize, by: u64) -> String {
    let mut cells: Vec<String> = line.trim_end().split(',').map(str::to_owned).collect();
    let at = cells.len() - 1 - behind;
    cells[at] = (cells[at].parse::<u64>().unwrap() + by).to_string();
    cells.join(",") + "\r\n"
}

type Change = fn(&str) -> String;

/// What somebody could make of a table.
const CHANGES: [(&str, &str, Change); 19] = [
    ("spread.csv", "a line less", |text| line(text, "3,requests,", |_| String::new())),
    ("spread.csv", "a line twice", |text| line(text, "3,requests,", |line| line.repeat(2))),
    ("spread.csv", "a run more", |text| line(text, "3,requests,", |line| more(line, 1, 1))),
    ("spread.csv", "more of odd number than there are", |text| {
        line(text, "3,bound,", |line| more(line, 0, 1))
    }),
    ("spread.csv", "another measure", |text| text.replacen("3,requests,", "3,joy,", 1)),
    // A measure that not every run has in every quarter, so that nothing else is wrong.
    ("spread.csv", "a quarter that there is not", |text| text.to_owned() + "13,in-favour,500,1,0\r\n"),
    ("spread.csv", "a plus", |text| line(text, "3,bound,", |line| line.replacen("bound,", "bound,+", 1))),
    ("spread.csv", "ends otherwise", |text| text.replace("\r\n", "\n")),
    ("spread.csv", "not ended", |text| text.trim_end().to_owned()),
    ("spread.csv", "out of order", |text| {
        let at = line(text, "3,bound,", |_| String::new());
        at + text.split_inclusive("\r\n").find(|line| line.contains("3,bound,")).unwrap()
    }),
    ("totals.csv", "a line less", |text| line(text, "commands,,", |_| String::new())),
    ("totals.csv", "a run more", |text| line(text, "balanced,,1,", |line| more(line, 0, 1))),
    ("totals.csv", "neither so nor not", |text| text.replacen("balanced,,1,", "balanced,,2,", 1)),
    // The last of them, so that the order stays.
    ("totals.csv", "another member", |text| {
        let last = text.lines().rfind(|line| line.starts_with("votes,")).unwrap();
        let member = last.split(',').nth(1).unwrap();
        text.replace(&format!("votes,{member},"), "votes,ZZZ,")
    }),
    ("totals.csv", "no rule", |text| line(text, "balanced,,1,", |line| format!("refused,X9Z,1,1\r\n{line}"))),
    ("blocs.csv", "more together than bound", |text| line(text, "1,AAA,BBB,", |line| more(line, 0, 9))),
    ("blocs.csv", "more bound than there are runs", |text| line(text, "1,AAA,BBB,", |line| more(line, 1, 9))),
    ("blocs.csv", "one with itself", |text| text.replacen("1,AAA,BBB,", "1,AAA,AAA,", 1)),
    ("blocs.csv", "twice", |text| line(text, "1,AAA,BBB,", |line| line.repeat(2))),
];

#[test]
fn a_part_whose_tables_are_not_of_its_runs_is_not_put_together() {
    let folder = parts();
    for (file, says, change) in CHANGES {
        let file = format!("part-2/{file}");
        let written = bytes(&folder, &file);
        changed(&folder, &file, change);
        let run = folder.run("explore merge W part-1 part-2");
        let err = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        let refused = err.contains(&format!("{file} is not as `quorate explore` wrote it"));
        assert!(run.code == 2 && refused, "{file}, {says}: {}", run.shown());
        assert_eq!(fs::read_dir(folder.path("W")).unwrap().count(), 0, "{file}, {says}");
        folder.write(&file, written);
    }
    // A run by another seed, at its place.
    let seed = |text: &str| text.lines().nth(1).unwrap().split(',').nth(1).unwrap().to_owned();
    changed(&folder, "part-2/runs.csv", |text| text.replacen(&seed(text), "0123456789abcdef", 1));
    let run = folder.run("explore merge W part-1 part-2");
    assert!(run.code == 2 && run.err.contains("part-2/runs.csv is not as"), "{}", run.shown());
}

/// A cell of the first run of a table, put in another way.
fn put(text: &str, column: &str, put: impl Fn(&str) -> String) -> String {
    let mut lines: Vec<String> = text.split_inclusive("\r\n").map(str::to_owned).collect();
    let at = lines[0].trim_end().split(',').position(|name| name == column).unwrap();
    let mut cells: Vec<String> = lines[1].trim_end().split(',').map(str::to_owned).collect();
    cells[at] = put(&cells[at]);
    lines[1] = cells.join(",") + "\r\n";
    lines.concat()
}

#[test]
fn a_part_whose_totals_are_not_what_its_runs_come_to_is_not_put_together() {
    let folder = parts();
    let file = "part-2/runs.csv";
    let written = bytes(&folder, file);
    let added: Change = |cell| (cell.parse::<u64>().unwrap() + 1).to_string();
    let changes: [(&str, Change); 5] = [
        ("balanced", |_| "false".into()),
        ("hours-longest", |_| "9999".into()),
        ("defaults", |cell| if cell == "0" { "1" } else { "0" }.into()),
        ("bloc-votes", added),
        ("commands", added),
    ];
    for (column, change) in changes {
        changed(&folder, file, |text| put(text, column, change));
        let run = folder.run("explore merge W part-1 part-2");
        let says = "part-2/totals.csv is not what part-2/runs.csv comes to";
        assert!(run.code == 2 && run.err.replace('\n', " ").contains(says), "{column}: {}", run.shown());
        assert_eq!(fs::read_dir(folder.path("W")).unwrap().count(), 0, "{column}");
        folder.write(file, &written);
    }
    // What no run can be told so.
    for (column, cell) in [("balanced", "perhaps"), ("refused", "9999"), ("refused-by", "joy:1")] {
        changed(&folder, file, |text| put(text, column, |_| cell.into()));
        let run = folder.run("explore merge W part-1 part-2");
        assert!(run.code == 2 && run.err.contains("part-2/runs.csv is not as"), "{column}: {}", run.shown());
        folder.write(file, &written);
    }
    folder.done("explore merge W part-1 part-2");
}

#[test]
fn a_cell_that_no_total_counts_is_as_it_is_written_or_nothing_is_put_together() {
    let folder = parts();
    let file = "part-2/runs.csv";
    let written = bytes(&folder, file);
    let added: Change = |cell| (cell.parse::<u64>().unwrap() + 1).to_string();
    let changes: [(&str, Change); 23] = [
        ("requests", |cell| format!("+{cell}")),
        ("commands", |cell| format!("0{cell}")),
        ("paid", added),
        ("open", added),
        ("hours-mean", |_| "99999".into()),
        ("calls", |_| "joy".into()),
        ("payments", |_| "-1".into()),
        ("withheld", |_| String::new()),
        ("bound", |_| "3".into()),
        ("left", |_| "AAA".into()),
        ("greatest-votes", added),
        ("capability-AAA", added),
        ("left", |_| "ZZZ".into()),
        ("blocs", |_| "AAA|AAA".into()),
        ("blocs", |_| String::new()),
        ("blocs", |_| "AAA BBB CCC DDD|".into()),
        ("blocs", |_| "|AAA BBB CCC DDD".into()),
        ("blocs", |_| "AAA BBB|AAA BBB".into()),
        ("blocs", |_| "CCC DDD|AAA BBB".into()),
        ("refused-by", |_| "F3:0 D1:0".into()),
        ("refused-by", |cell| format!("{cell} ")),
        ("record", |cell| cell.to_uppercase()),
        ("record", |cell| cell.replacen(|_: char| true, "", 1)),
    ];
    for (column, change) in changes {
        changed(&folder, file, |text| put(text, column, change));
        let run = folder.run("explore merge W part-1 part-2");
        let err = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        let refused = err.contains("part-2/runs.csv is not as `quorate explore` wrote it");
        assert!(run.code == 2 && refused, "{column}: {}", run.shown());
        folder.write(file, written.clone());
    }
    for (part, says) in [("part = 0\n", "part 0 of 2"), ("part = 3\n", "part 3 of 2")] {
        changed(&folder, "part-2/study.toml", |text| text.replace("part = 2\n", part));
        let run = folder.run("explore merge W part-1 part-2");
        assert!(
            run.code == 2 && run.err.contains(&format!("it says that it is {says}")),
            "{part}: {}",
            run.shown()
        );
        changed(&folder, "part-2/study.toml", |text| text.replace(part, "part = 2\n"));
    }
    // What another edition of the program made is told as that.
    for edition in ["", "edition = 1\n"] {
        let now = bytes(&folder, "part-2/study.toml");
        changed(&folder, "part-2/study.toml", |text| text.replace("edition = 2\n", edition));
        let run = folder.run("explore merge W part-1 part-2");
        let is_told = run.err.contains("part-2 was made by another edition of the program");
        assert!(run.code == 2 && is_told, "{edition}: {}", run.shown());
        folder.write("part-2/study.toml", now);
    }
    folder.done("explore merge W part-1 part-2");
}

/// Every count halved, so that each goes with the others.
fn halved(text: &str) -> String {
    let (head, rest) = text.split_once("\r\n").unwrap();
    let halve = |cell: &str| cell.parse::<u64>().map_or(cell.to_owned(), |count| (count / 2).to_string());
    let lines = rest.split_terminator("\r\n").map(|line| {
        let (first, last) = line.rsplit_once(',').unwrap();
        format!("{first},{}\r\n", halve(last))
    });
    format!("{head}\r\n{}", lines.collect::<String>())
}

#[test]
fn studies_whose_tables_are_not_of_their_runs_are_not_told_apart() {
    let folder = folder();
    for name in ["baseline", "fracture"] {
        folder.done(&format!("explore scenarios/{name}.toml --runs 6 --seed 3 --out {name}"));
    }
    folder.done("explore signposts baseline fracture");
    let cut: Change = |text| text.split_inclusive("\r\n").take(9).collect();
    let shortened: [(&str, Change); 3] = [("totals.csv", halved), ("totals.csv", cut), ("spread.csv", cut)];
    for (file, change) in shortened {
        let file = format!("fracture/{file}");
        let written = bytes(&folder, &file);
        changed(&folder, &file, change);
        let run = folder.run("explore signposts baseline fracture");
        let refused = run.err.contains(&format!("{file} is not as `quorate explore` wrote it"));
        assert!(run.code == 2 && run.out.is_empty() && refused, "{}", run.shown());
        folder.write(&file, written);
    }
    // What the study says of its runs counts, too.
    changed(&folder, "fracture/study.toml", |text| text.replace("runs = 6", "runs = 5"));
    assert_eq!(folder.run("explore signposts baseline fracture").code, 2);
    folder.done("explore scenarios/baseline.toml --runs 1 --out one");
    let run = folder.run("explore signposts baseline one");
    let says = "none of odd number to judge it";
    assert!(run.code == 2 && run.err.contains(says), "{}", run.shown());
}

#[test]
fn a_study_that_was_not_ended_is_told_as_what_it_is() {
    let folder = parts();
    folder.done("explore scenarios/fracture.toml --runs 1 --out whole");
    // So a command that was killed leaves them, at its first run and at its last.
    for (half, gone) in [("half", "runs.csv.new"), ("later", "runs.csv")] {
        fs::create_dir(folder.path(half)).unwrap();
        folder.write(&format!("{half}/{gone}"), "run,seed\r\n");
        for line in [
            format!("explore merge W part-1 {half}"),
            format!("explore compare whole {half}"),
            format!("explore signposts whole {half}"),
            format!("explore replay {half} --run 0"),
            format!("explore scenarios/fracture.toml --runs 1 --out {half}"),
        ] {
            let run = folder.run(&line);
            let err = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
            let says = format!("{half} was not written to its end");
            assert!(run.code == 1 && err.contains(&says), "{}", run.shown());
            assert!(err.contains("remove the directory and run it again"), "{}", run.shown());
        }
    }
}
