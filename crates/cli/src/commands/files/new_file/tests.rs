use std::os::unix::fs::{PermissionsExt as _, symlink};

use super::*;

fn begun(place: &Path, bytes: &[u8]) -> NewFile {
    let mut file = NewFile::begin(place).unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn a_new_file_is_its_owners_alone_from_the_beginning_and_whole_or_not_there() {
    let scratch = tempfile::tempdir().unwrap();
    let place = scratch.path().join("a");
    let mut file = begun(&place, b"one");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(names(scratch.path()), ["a.new"]);
    assert_eq!(mode(&scratch.path().join("a.new")), 0o600);
    file.lay_down().unwrap();
    assert_eq!(fs::read(scratch.path().join("a.new")).unwrap(), b"one");
    file.put().unwrap();
    assert_eq!((names(scratch.path()), mode(&place)), (vec!["a".into()], 0o600));
    drop(begun(&scratch.path().join("b"), b"two"));
    assert_eq!(names(scratch.path()), ["a"]);
}

#[test]
fn a_place_that_is_taken_by_whatever_is_refused_and_left() {
    let scratch = tempfile::tempdir().unwrap();
    let at = |name: &str| scratch.path().join(name);
    fs::write(at("file"), "one").unwrap();
    fs::create_dir(at("folder")).unwrap();
    symlink(at("nowhere"), at("link")).unwrap();
    fs::write(at("half.new"), "parcel").unwrap();
    let before = names(scratch.path());
    for name in ["file", "folder", "link", "half", "folder/..", "folder"] {
        let failure = NewFile::begin(&at(name)).map(|_| ()).unwrap_err().to_string();
        let says = ["is there already", "names no file"];
        assert!(says.iter().any(|says| failure.contains(says)), "{name}: {failure}");
    }
    for name in ["nowhere/a", "file/a"] {
        let failure = NewFile::begin(&at(name)).map(|_| ()).unwrap_err().to_string();
        assert!(failure.ends_with("cannot be written"), "{name}: {failure}");
    }
    assert!(NewFile::begin(Path::new("")).is_err());
    assert_eq!(names(scratch.path()), before);
    assert_eq!(fs::read(at("half.new")).unwrap(), b"parcel");
}

#[test]
fn what_comes_to_the_place_meanwhile_stays_and_the_file_is_told_of() {
    let scratch = tempfile::tempdir().unwrap();
    let place = scratch.path().join("a");
    let file = begun(&place, b"one");
    fs::write(&place, "another").unwrap();
    let failure = file.put().unwrap_err().to_string();
    assert!(failure.contains("a.new") && failure.contains("lies whole"), "{failure}");
    assert_eq!(fs::read(&place).unwrap(), b"another");
    assert_eq!(fs::read(scratch.path().join("a.new")).unwrap(), b"one");
}

#[test]
fn a_pipe_takes_what_is_written_and_a_link_to_a_file_does_not() {
    let scratch = tempfile::tempdir().unwrap();
    write_new(Path::new("/dev/null"), b"gone").unwrap();
    fs::write(scratch.path().join("file"), "one").unwrap();
    symlink(scratch.path().join("file"), scratch.path().join("link")).unwrap();
    assert!(write_new(&scratch.path().join("link"), b"two").is_err());
    assert!(write_new_text(&scratch.path().join("link"), "one").is_err());
    assert_eq!(
        write_new_text(&scratch.path().join("file"), "one").ok(),
        Some("is there already, the same to the last byte")
    );
    assert!(write_new_text(&scratch.path().join("file"), "two").is_err());
    assert_eq!(fs::read(scratch.path().join("file")).unwrap(), b"one");
}

#[test]
fn what_names_no_file_or_another_things_is_refused_before_anything_is_done() {
    let scratch = tempfile::tempdir().unwrap();
    fs::create_dir(scratch.path().join("dir")).unwrap();
    for (name, says) in [
        ("dir/", "names no file"),
        ("new/", "names no file"),
        ("dir/.", "names no file"),
        ("dir/..", "names no file"),
        ("", "names no file"),
        ("dir/agent.sealed", "is the name of an agent's store"),
        ("agent.sealed.new", "ends as the names of files do that are not written to the end"),
    ] {
        let failure = NewFile::begin(&scratch.path().join(name)).map(|_| ()).unwrap_err().to_string();
        assert!(failure.contains(says), "{name}: {failure}");
    }
    assert_eq!(names(scratch.path()), ["dir"]);
    assert!(fs::read_dir(scratch.path().join("dir")).unwrap().next().is_none());
}

#[test]
fn what_was_left_half_way_is_told_by_what_it_is() {
    let scratch = tempfile::tempdir().unwrap();
    fs::write(scratch.path().join("a.new"), "half").unwrap();
    let place = scratch.path().join("a");
    let told = |failure: Result<NewFile, Failure>| {
        use miette::Diagnostic as _;
        let failure = failure.map(|_| ()).unwrap_err();
        format!("{failure} {}", failure.help().unwrap())
    };
    let alone = told(NewFile::begin(&place));
    assert!(
        alone.contains("a.new is there already") && alone.contains("remove it and do this again"),
        "{alone}"
    );
    let kept = told(NewFile::begin_with_store(&place));
    assert!(kept.contains("move it to its place and carry it, else remove it"), "{kept}");
    assert_eq!(fs::read(scratch.path().join("a.new")).unwrap(), b"half");
}
