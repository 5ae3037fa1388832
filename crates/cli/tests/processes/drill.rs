//! The drill in docs/operating.md, followed to the letter.

use std::env;
use std::path::Path;
use std::process::Command;

use crate::quorate::{Folder, root};

/// The first block of shell under a heading.
fn block(text: &str, heading: &str) -> String {
    let (_, rest) = text.split_once(&format!("\n{heading}\n")).expect("the heading is there");
    let (_, rest) = rest.split_once("```sh\n").expect("there is a block");
    rest.split_once("```").expect("the block ends").0.to_owned()
}

#[test]
fn a_lost_disk_is_restored_by_the_letter_of_the_manual() {
    let manual = std::fs::read_to_string(root().join("docs/operating.md")).unwrap();
    let script = block(&manual, "## A drill");
    let folder = Folder::new();
    let program = Path::new(env!("CARGO_BIN_EXE_quorate")).parent().unwrap().to_path_buf();
    let paths = env::split_paths(&env::var_os("PATH").unwrap()).collect::<Vec<_>>();
    let paths = env::join_paths([program].into_iter().chain(paths)).unwrap();
    // Whatever happens, the nodes that it runs end with it.
    let script = format!("trap 'kill $(jobs -p) 2>/dev/null || true; wait' EXIT\n{script}");
    folder.write("drill.sh", script);
    // It waits for what may never be so, if the manual is wrong.
    let output = Command::new("timeout")
        .args(["--kill-after=20", "280", "bash", "-eu", "drill.sh"])
        .current_dir(folder.path(""))
        .env("PATH", paths)
        .env("TMPDIR", folder.path(""))
        .output()
        .unwrap();
    let (told, wrong) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{told}\n{wrong}");
    assert!(told.ends_with("the drill went well\n"), "{told}\n{wrong}");
}
