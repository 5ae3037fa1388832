use super::*;
use crate::failure::Failure;

fn begun(place: &Path) -> NewFile {
    let mut file = NewFile::begin_with_store(place).unwrap();
    file.write_all(b"parcel").unwrap();
    file
}

fn names(folder: &Path) -> Vec<String> {
    let found = fs::read_dir(folder).unwrap().map(|one| one.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = found.collect();
    names.sort();
    names
}

fn kept(store: &Path, files: Vec<NewFile>) -> Result<(), Failure> {
    let beside = store.with_extension("sealed.new");
    keep_all(files, || place_whole(store, &beside, b"store", None), store)
}

#[test]
fn a_store_that_cannot_be_kept_leaves_nothing_to_be_carried() {
    let scratch = tempfile::tempdir().unwrap();
    let (store, out) = (scratch.path().join("agent.sealed"), scratch.path().join("parcel"));
    // What is no file cannot be replaced by one.
    fs::create_dir(&store).unwrap();
    assert!(kept(&store, vec![begun(&out)]).is_err());
    assert_eq!(names(scratch.path()), ["agent.sealed"]);
    fs::remove_dir(&store).unwrap();
    kept(&store, vec![begun(&out)]).unwrap();
    assert_eq!((fs::read(&store).unwrap(), fs::read(&out).unwrap()), (b"store".into(), b"parcel".into()));
    // Where the parcel's place is taken, nothing is begun.
    assert!(NewFile::begin(&out).is_err());
}

#[test]
fn a_file_that_cannot_be_put_in_its_place_takes_no_other_with_it() {
    let scratch = tempfile::tempdir().unwrap();
    let at = |name: &str| scratch.path().join(name);
    let files = ["a", "b", "c", "d"].iter().map(|name| begun(&at(name))).collect();
    for taken in ["a", "c"] {
        fs::write(at(taken), "another's").unwrap();
    }
    let failure = kept(&at("agent.sealed"), files).unwrap_err().to_string();
    assert!(failure.contains("a.new") && failure.contains("c.new"), "{failure}");
    assert!(!failure.contains("b.new") && !failure.contains("d.new"), "{failure}");
    assert_eq!(names(scratch.path()), ["a", "a.new", "agent.sealed", "b", "c", "c.new", "d"]);
    for whole in ["a.new", "b", "c.new", "d"] {
        assert_eq!(fs::read(at(whole)).unwrap(), b"parcel", "{whole}");
    }
}

#[test]
fn a_store_that_may_have_gone_on_leaves_what_is_to_be_carried_beside_its_place() {
    let scratch = tempfile::tempdir().unwrap();
    let at = |name: &str| scratch.path().join(name);
    let went_on = || {
        fs::write(at("agent.sealed"), b"store").unwrap();
        Err(NotWhole { source: io::Error::other("the disk went away"), may_be_there: true })
    };
    let failure = keep_all(vec![begun(&at("a")), begun(&at("b"))], went_on, &at("agent.sealed"));
    let failure = failure.unwrap_err().to_string();
    assert!(failure.contains("the disk went away") && failure.contains("lies whole at"), "{failure}");
    assert!(failure.contains("a.new, ") && failure.contains("b.new"), "{failure}");
    assert_eq!(names(scratch.path()), ["a.new", "agent.sealed", "b.new"]);
}
