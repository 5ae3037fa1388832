//! What each rule says, in the words of the documentation.

const RULES: &str = include_str!("../../../../docs/rules.md");

/// The rule with this id, in the table of all rules.
pub(super) fn rule(id: &str) -> Option<String> {
    let begins = format!("| {id} | ");
    let line = RULES.lines().find_map(|line| line.strip_prefix(&begins))?;
    Some(line.split(" | ").next()?.replace('`', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_told_as_the_documentation_says_it() {
        assert!(rule("B1").unwrap().starts_with("A block is for the next height"));
        assert_eq!(rule("Z9"), None);
    }
}
