//! How much work a passphrase is: the usual, unless a test asks for little.

use std::fs;

use quorate_node::{Cost, KeyFile};

use crate::quorate::Folder;

/// What the head of an agent's store says of the work: scrypt's parameters, in CBOR.
fn of_agent(folder: &Folder) -> [u8; 3] {
    let bytes = fs::read(folder.path("A/agent.sealed")).unwrap();
    let rest = bytes.strip_prefix(b"quorate agent 1\n\x83\x83").unwrap();
    rest.first_chunk().copied().unwrap()
}

#[test]
fn a_passphrase_is_the_usual_work_to_try_unless_a_test_asks_for_little() {
    let usual = (Cost::USUAL, [14, 8, 8]);
    // A program that is built for use does not listen.
    let little = if cfg!(debug_assertions) { (Cost { log_n: 4, r: 8, p: 1 }, [4, 8, 1]) } else { usual };
    for (asks, (cost, agent)) in [(false, usual), (true, little)] {
        let folder = Folder::after_demo();
        folder.write("words", "correct horse battery\n");
        let run = |line: &str| {
            let mut command = folder.command(line);
            if !asks {
                command.env_remove("QUORATE_LITTLE_WORK");
            }
            let output = command.output().unwrap();
            assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        };
        run("init --member FRA --address node.example:7420 --passphrase-file words --dir N");
        let key = KeyFile::read(&folder.path("N/keys/FRA-node.key")).unwrap();
        assert_eq!(key.cost(), Some(cost));
        run("compartment enrol --as CAN/representative --agent A --passphrase-file words --dir D");
        assert_eq!(of_agent(&folder), agent);
    }
}
