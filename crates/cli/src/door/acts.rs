//! What can be given on pages: the acts of the command line, read off its own table, so that none is missing.

use std::any::TypeId;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Arg, ArgAction, Command, CommandFactory as _, Parser as _};
use quorate_web::{Act, Field, FieldKind, NotPrepared};

use crate::commands::acts::Line;

/// Acts of which there is no form: what reads, what imports a file, and what the root key signs where the record is not.
const NOT_HERE: [&str; 16] = [
    "arrangement falls",
    "assessment gaps",
    "assessment matrix",
    "bank import",
    "bank status",
    "decision show",
    "fund import-pledges",
    "fund liquidity",
    "line show",
    "member accede",
    "member accredit",
    "member name-node",
    "member replace-root",
    "member revoke",
    "member statement",
    "member stay",
];

/// Every act that can be given on a page.
pub(super) fn acts() -> Arc<[Act]> {
    let line = Line::command();
    let groups = line.get_subcommands();
    let all = groups.flat_map(|group| {
        let of = group.get_name().to_owned();
        group.get_subcommands().map(move |verb| act(&of, verb))
    });
    all.filter(|act| !NOT_HERE.contains(&act.name.as_str())).collect()
}

fn act(group: &str, verb: &Command) -> Act {
    let text = |text: Option<&clap::builder::StyledStr>| text.map(ToString::to_string).unwrap_or_default();
    Act {
        name: format!("{group} {}", verb.get_name()),
        about: text(verb.get_about()),
        page: text(verb.get_long_about()),
        fields: verb.get_arguments().filter(|arg| !is_a_file(arg)).map(field).collect(),
    }
}

/// No page names a file of the node's machine.
fn is_a_file(arg: &Arg) -> bool {
    arg.get_value_parser().type_id() == TypeId::of::<PathBuf>()
}

fn field(arg: &Arg) -> Field {
    let choices: Vec<String> =
        arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let several = matches!(arg.get_action(), ArgAction::Append)
        || arg.get_num_args().is_some_and(|range| range.max_values() > 1);
    let in_pairs = arg.get_num_args().is_some_and(|range| range.min_values() == 2 && range.max_values() == 2);
    let kind = match arg.get_action() {
        ArgAction::SetTrue => FieldKind::Flag,
        _ if in_pairs => FieldKind::Pairs,
        _ if several => FieldKind::Lines,
        _ if !choices.is_empty() => FieldKind::Choice(choices),
        _ => FieldKind::Line,
    };
    let name = arg.get_long().map_or_else(|| arg.get_id().to_string(), |long| format!("--{long}"));
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    Field { name, help, kind, required: arg.is_required_set() }
}

/// Reads the words of an act that has a form.
pub(super) fn read(words: &[String]) -> Result<Line, NotPrepared> {
    let line = Line::try_parse_from(words).map_err(|error| {
        let said = error.render().to_string();
        let said = said.trim_start_matches("error: ").trim();
        let what = said.split("\n\nUsage").next().unwrap_or(said);
        NotPrepared { what: what.to_owned(), help: "look at the fields and their explanations".into() }
    })?;
    let named = words.get(..2).map(|words| words.join(" ")).unwrap_or_default();
    if !line.act.is_given() || NOT_HERE.contains(&named.as_str()) {
        let help = "give it from the terminal, where its key and its files are".into();
        return Err(NotPrepared { what: format!("`{named}` is not given on a page"), help });
    }
    if let Some(file) = files().into_iter().find(|file| words.iter().any(|word| names(word, file))) {
        let what = format!("`{file}` names a file, and no page reads files of this machine");
        return Err(NotPrepared { what, help: "give it from the terminal, where the file is".into() });
    }
    Ok(line)
}

fn names(word: &str, option: &str) -> bool {
    word.strip_prefix(option).is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
}

/// The options of all acts that name files.
fn files() -> Vec<String> {
    let line = Line::command();
    let verbs = line.get_subcommands().flat_map(Command::get_subcommands);
    let files = verbs.flat_map(Command::get_arguments).filter(|arg| is_a_file(arg));
    files.filter_map(Arg::get_long).map(|long| format!("--{long}")).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use quorate_records::words::Language;
    use quorate_web::EFFECTS;

    use super::*;

    /// Words that are written alike in both languages.
    const ALIKE: &[&str] = &[
        "audit",
        "service",
        "codes",
        "position",
        "ad referendum",
        "arrangement",
        "article",
        "budget",
        "condition",
        "consultation",
        "date",
        "document",
        "exemption",
        "nature",
        "opinion",
        "parties",
        "session",
        "silence",
        "source",
        "total",
        "tranche",
        "version",
        "vote",
        "public",
        "base",
        "ratification",
        "signature",
        "observation",
        "participants",
    ];

    fn words(line: &str) -> Vec<String> {
        line.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn every_act_has_a_form_or_a_reason_to_have_none() {
        let acts = acts();
        let line = Line::command();
        let all: usize = line.get_subcommands().map(|group| group.get_subcommands().count()).sum();
        assert_eq!(acts.len() + NOT_HERE.len(), all);
        assert!(acts.iter().all(|act| !act.about.is_empty() && !act.page.is_empty()));
        assert!(acts.iter().flat_map(|act| &act.fields).all(|field| !field.help.is_empty()));
        let request = acts.iter().find(|act| act.name == "case request").unwrap();
        let tranche = request.fields.iter().find(|field| field.name == "--tranche").unwrap();
        assert_eq!(tranche.kind, FieldKind::Pairs);
        let mut given = words("case request --purpose=x --payee=y --tranche 1.00");
        given.push("once it is signed".into());
        assert!(read(&given).is_ok());
        let vote = acts.iter().find(|act| act.name == "decision vote").unwrap();
        let said = &vote.fields.iter().find(|field| field.name == "vote").unwrap().kind;
        assert_eq!(*said, FieldKind::Choice(["in-favour", "against", "abstain"].map(str::to_owned).into()));
    }

    #[test]
    fn every_explanation_has_its_french_and_no_french_is_left_over() {
        let french = Language::French;
        let explanations: BTreeSet<&str> = Language::explained().collect();
        let (mut used, mut missing) = (BTreeSet::new(), BTreeSet::new());
        for act in &*acts() {
            let group = act.name.split(' ').next().unwrap().to_owned();
            if french.label("", &group) == group && !ALIKE.contains(&group.as_str()) {
                missing.insert(group);
            }
            used.insert(act.about.clone());
            for field in &act.fields {
                used.insert(field.help.clone());
                let label = field.name.trim_start_matches('-').replace('-', " ");
                if french.label(&act.name, &label) == label && !ALIKE.contains(&label.as_str()) {
                    missing.insert(format!("{}: field `{label}`", act.name));
                }
                let FieldKind::Choice(choices) = &field.kind else { continue };
                let spoken = choices.iter().map(|choice| choice.replace('-', " "));
                let without = spoken.filter(|choice| {
                    french.say_in("choice", choice) == *choice && !ALIKE.contains(&choice.as_str())
                });
                missing.extend(without.map(|choice| format!("{}: choice `{choice}`", act.name)));
            }
        }
        missing.extend(used.iter().filter(|text| !explanations.contains(text.as_str())).cloned());
        assert!(missing.is_empty(), "no French in words/french/acts: {missing:#?}");
        let left: Vec<&&str> = explanations.iter().filter(|text| !used.contains(**text)).collect();
        assert!(left.is_empty(), "French of no act: {left:#?}");
    }

    #[test]
    fn the_choice_of_effects_is_that_of_the_command_line() {
        let mut line = Line::command();
        line.build();
        let decision = line.find_subcommand("decision").unwrap();
        for verb in ["table", "amend"] {
            let verb = decision.find_subcommand(verb).unwrap();
            let group = verb.get_groups().find(|group| group.get_id() == "effect").unwrap();
            let is_in = |arg: &&Arg| group.get_args().any(|id| id == arg.get_id()) && !is_a_file(arg);
            let typed = verb.get_arguments().filter(is_in).filter_map(Arg::get_long);
            let typed: BTreeSet<String> = typed.map(|long| format!("--{long}")).collect();
            let chosen: BTreeSet<String> = EFFECTS.iter().map(|effect| effect.name.to_owned()).collect();
            assert_eq!(typed, chosen);
            for beside in EFFECTS.iter().flat_map(|effect| effect.with.iter().chain(effect.or_with)) {
                let is_there = verb
                    .get_arguments()
                    .any(|arg| arg.get_long().is_some_and(|long| *beside == format!("--{long}")));
                assert!(is_there, "{beside}");
            }
        }
    }

    #[test]
    fn no_page_reads_a_file_or_makes_a_key() {
        assert!(read(&words("decision vote 1 against")).is_ok());
        for line in [
            "decision table t --amend /etc/hostname",
            "decision table t --amend=/etc/hostname",
            "member accredit representative --for 1d --new-key",
            "decision show 1",
            "bank import x",
            "decision",
            "no such",
        ] {
            assert!(read(&words(line)).is_err(), "{line}");
        }
    }
}
