//! What is wrong with a question about a rule.

use std::collections::BTreeSet;

use super::Gallery;
use crate::rule::folder;

pub(super) fn gallery() -> BTreeSet<String> {
    let mut gallery = Gallery::new(folder());
    let esm = "rule models/esm.toml --rule emergency";
    for (name, code, line) in [
        ("rule-unknown", 2, "rule partnership.toml --rule help".to_owned()),
        ("rule-of-no-file", 1, "rule missing.toml".to_owned()),
        (
            "rule-interested-not-a-member",
            2,
            "rule partnership.toml --rule assistance --interested USA".to_owned(),
        ),
        ("rule-interested-takes-part", 2, "rule partnership.toml --rule call --interested CAN".to_owned()),
        ("rule-interested-of-no-rule", 2, "rule partnership.toml --interested CAN".to_owned()),
        ("rule-without-a-stranger", 2, format!("{esm} --without USA")),
        ("rule-with-a-member", 2, format!("{esm} --with DEU:key=1")),
        ("rule-with-no-weight", 2, format!("{esm} --with USA")),
        ("rule-with-words", 2, format!("{esm} --with USA:key=much")),
        ("rule-threshold-of-two", 2, format!("{esm} --threshold key=80%")),
        ("rule-threshold-of-none", 2, format!("{esm} --threshold income=80%")),
        ("rule-threshold-words", 2, format!("{esm} --threshold members=most")),
        ("rule-compared-and-drawn", 2, format!("{esm} --without DEU --svg a.svg")),
        ("rule-drawn-nowhere", 1, format!("{esm} --svg nowhere/a.svg")),
    ] {
        gallery.says(name, code, &line);
    }
    gallery.folder.write("body.toml", "title = { en = \"A body\", fr = \"Un organe\" }\n[member]\nCAN = 1\n");
    gallery.says("rule-of-a-faulty-body", 1, "rule body.toml");
    let none = "title = { en = \"A body\", fr = \"Un organe\" }\n[member.CAN]\nname = { en = \"Canada\", fr = \"Canada\" }\n";
    gallery.folder.write("body.toml", none);
    gallery.says("rule-of-a-body-without-rules", 2, "rule body.toml");
    gallery.names
}
