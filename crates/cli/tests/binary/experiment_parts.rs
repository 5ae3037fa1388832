//! Experiments that are kept, run again and put together.

use crate::experiments::{folder, text};

#[test]
fn an_experiment_with_a_mark_before_its_first_line_is_run_again_from_its_directory() {
    let folder = folder();
    folder.write("experiments/marked.toml", format!("\u{feff}{}", text(&folder, "experiments/grid.toml")));
    folder.done("explore grid experiments/marked.toml --out D");
    folder.done("explore grid D/experiment.toml --out again");
    for file in ["runs.csv", "points.csv", "experiment.toml"] {
        assert_eq!(text(&folder, &format!("D/{file}")), text(&folder, &format!("again/{file}")), "{file}");
    }
}

#[test]
fn outputs_that_do_not_stand_as_they_are_written_are_not_put_together() {
    let folder = folder();
    for part in 1..=2 {
        folder.done(&format!("explore grid experiments/grid.toml --shard {part}/2 --out part-{part}"));
    }
    let written = text(&folder, "part-2/runs.csv");
    for (from, to) in [(",true\r\n", ",true \r\n"), (",true\r\n", ",true,\r\n"), ("\r\n", "\n")] {
        folder.write("part-2/runs.csv", written.replace(from, to));
        let run = folder.run("explore merge W part-1 part-2");
        assert!(run.code == 2 && run.err.contains("part-2/runs.csv is not as"), "{}", run.shown());
    }
    let last = written.trim_end().rsplit(',').nth(1).unwrap();
    let end = format!(",{last},true\r\n");
    assert!(written.ends_with(&end));
    folder.write("part-2/runs.csv", written.replace(&end, &format!(",0{last},true\r\n")));
    let run = folder.run("explore merge W part-1 part-2");
    assert!(run.code == 2 && run.err.contains("part-2/runs.csv is not as"), "{}", run.shown());
}
