use super::*;
use crate::prepared::FieldKind;

fn sent(pairs: &[(&str, &str)]) -> Sent {
    pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect()
}

/// An act with every effect.
fn act(name: &str) -> Act {
    let names = EFFECTS.iter().flat_map(|effect| {
        [effect.name].into_iter().chain(effect.with.iter().copied()).chain(effect.or_with.iter().copied())
    });
    let mut fields: Vec<(&str, FieldKind)> = names.map(|name| (name, FieldKind::Line)).collect();
    fields.push(("title", FieldKind::Line));
    fields.sort_by_key(|(name, _)| *name);
    fields.dedup_by_key(|(name, _)| *name);
    let field = |(name, kind): (&str, FieldKind)| Field {
        name: name.into(),
        help: String::new(),
        kind,
        required: false,
    };
    let fields = fields.into_iter().map(field).collect();
    Act { name: name.into(), about: String::new(), page: String::new(), fields }
}

#[test]
fn only_what_belongs_to_the_effect_is_asked() {
    let asked = |pairs: &[(&str, &str)]| {
        let sent = sent(pairs);
        let fields = asked(&act("decision table"), chosen(&sent));
        fields
            .iter()
            .map(|field| format!("{}{}", field.name, if field.required { "!" } else { "" }))
            .collect::<Vec<_>>()
    };
    assert!(has_effects(&act("decision table")));
    assert_eq!(asked(&[("effect", "assist")]), ["--assist!", "title"]);
    assert_eq!(asked(&[("--call", "5")]), ["--call!", "title"]);
    assert_eq!(
        asked(&[("effect", "count-elsewhere")]),
        ["--body!", "--count-elsewhere!", "--source!", "title"]
    );
    assert_eq!(asked(&[("effect", "none")]), ["title"]);
    assert_eq!(asked(&[("effect", "no-such")]), ["title"]);
    assert_eq!(
        asked(&[("effect", "admit")]),
        ["--admit!", "--name-en!", "--name-fr!", "--recovery!", "--root!", "--weight", "title"]
    );
}

#[test]
fn a_draft_does_one_thing_and_says_what_belongs_to_it() {
    let (table, amend) = (act("decision table"), act("decision amend"));
    let key = |act: &Act, pairs: &[(&str, &str)]| {
        fault(act, &sent(pairs)).map(|(key, fields)| (key, fields.join(" ")))
    };
    let told = |key: &'static str, fields: &str| Some((key, fields.to_owned()));
    assert_eq!(key(&table, &[("effect", "assist"), ("--assist", "1")]), None);
    assert_eq!(key(&table, &[("--assist", "1"), ("--call", "5")]), told("effect-several", "--assist --call"));
    assert_eq!(key(&table, &[("effect", "call"), ("--assist", "1")]), told("effect-stray", "--assist"));
    assert_eq!(key(&table, &[("--assist", "1"), ("--weight", "a=1")]), told("effect-stray", "--weight"));
    assert_eq!(key(&table, &[("effect", "call"), ("--call", " ")]), told("effect-missing", "--call"));
    assert_eq!(
        key(&table, &[("--count-elsewhere", "1:5"), ("--body", "x")]),
        told("effect-missing", "--source")
    );
    assert_eq!(key(&table, &[("title", "x"), ("effect", "none")]), told("effect-none", ""));
    assert_eq!(key(&amend, &[("title", "x"), ("effect", "none")]), None);
    assert!(is_open(&table, &sent(&[("effect", "none")])) && !is_open(&amend, &sent(&[("effect", "none")])));
}
