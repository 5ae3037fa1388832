//! In which order indices of sensitivity are told.

use crate::experiments::{WAYS, folder, text};

/// The names in the tables of indices, and whether those of each stand by their totals, the greatest first.
fn together(told: &str) -> (Vec<String>, bool) {
    let (mut names, mut sorted) = (Vec::new(), true);
    for section in told.split("\nAll together: ").skip(1) {
        let rows = section.lines().skip(1).take_while(|line| !line.is_empty());
        let rows =
            rows.map(|line| line.trim().split("  ").filter(|cell| !cell.is_empty()).collect::<Vec<_>>());
        let rows: Vec<Vec<&str>> = rows.filter(|row| row.len() == 5).collect();
        let totals = rows.iter().map(|row| row[3].trim().parse::<f64>().unwrap());
        sorted &= totals.is_sorted_by(|one, other| one >= other);
        names.extend(rows.iter().map(|row| row[0].to_owned()));
    }
    (names, sorted)
}

#[test]
fn what_makes_most_of_the_variance_stands_first() {
    let folder = folder();
    let (_, line, _) = WAYS[2];
    let told = folder.done(&format!("{line} --out S"));
    let (names, sorted) = together(&told);
    assert!(sorted && names.iter().any(|name| name == "chance") && names.len() >= 6, "{told}");
    // In the order of the experiment chance would be the last of three everywhere.
    assert!(names.chunks(3).any(|three| three[2] != "chance"), "{told}");
    let page = text(&folder, "S/report.html");
    let tables = page.split("All together</h2>").nth(1).unwrap();
    let rows = tables.split("<th scope=\"row\">").skip(1);
    assert_eq!(rows.map(|row| row.split('<').next().unwrap()).collect::<Vec<_>>(), names);
}
