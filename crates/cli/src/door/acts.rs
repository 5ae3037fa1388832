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
    let kind = match arg.get_action() {
        ArgAction::SetTrue => FieldKind::Flag,
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
    use super::*;

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
        let vote = acts.iter().find(|act| act.name == "decision vote").unwrap();
        let said = &vote.fields.iter().find(|field| field.name == "vote").unwrap().kind;
        assert_eq!(*said, FieldKind::Choice(["in-favour", "against", "abstain"].map(str::to_owned).into()));
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
