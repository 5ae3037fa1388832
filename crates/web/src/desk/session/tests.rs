#![allow(clippy::arithmetic_side_effects, reason = "a test")]

use axum::http::header;
use quorate_foresight::Assurance;
use quorate_partnership::{Post, PublicKey};
use quorate_records::Records;
use tokio::sync::watch;

use super::room::{MOST, MOST_OF_KEY};
use super::*;
use crate::doorway::NodeSeen;

/// A disk and a clock, and nothing else.
#[derive(Default)]
struct Disk {
    now: Mutex<u64>,
    kept: Mutex<Option<Vec<u8>>>,
    writes: Mutex<usize>,
    aside: Mutex<Option<Vec<u8>>>,
    /// Whether nothing can be put aside.
    stuck: bool,
}

impl Doorway for Disk {
    fn member(&self) -> Option<MemberCode> {
        None
    }

    fn records(&self) -> Arc<Records> {
        panic!("no session asks for it")
    }

    fn clock(&self) -> Moment {
        Moment(*self.now.lock().unwrap())
    }

    fn watch(&self) -> watch::Receiver<u64> {
        watch::channel(0).1
    }

    fn assurance(&self) -> Option<Arc<Assurance>> {
        None
    }

    fn charter_text(&self) -> Arc<str> {
        "".into()
    }

    fn nodes(&self) -> Vec<NodeSeen> {
        Vec::new()
    }

    fn kept(&self, _: Drawer) -> Result<Option<Vec<u8>>, String> {
        Ok(self.kept.lock().unwrap().clone())
    }

    fn keep(&self, _: Drawer, bytes: &[u8]) -> Result<(), String> {
        *self.writes.lock().unwrap() += 1;
        *self.kept.lock().unwrap() = Some(bytes.to_vec());
        Ok(())
    }

    fn put_aside(&self, _: Drawer, why: &str) -> Result<(), String> {
        if self.stuck {
            return Err(why.to_owned());
        }
        *self.aside.lock().unwrap() = self.kept.lock().unwrap().take();
        Ok(())
    }
}

const BEGIN: u64 = 1_800_000_000_000;
const MINUTE: u64 = 60_000;

/// The pages as they begin on this disk so many minutes after the first time.
fn begun(disk: &Arc<Disk>, minutes: u64) -> Sessions {
    begun_with(disk, minutes, Some(&provider_of(1)))
}

fn begun_with(disk: &Arc<Disk>, minutes: u64, openid: Option<&OpenId>) -> Sessions {
    *disk.now.lock().unwrap() = BEGIN + minutes * MINUTE;
    let door: Arc<dyn Doorway> = Arc::<Disk>::clone(disk);
    Sessions::open(&door, Some("http://127.0.0.1:4401"), openid)
}

/// A ministry's provider that knows one person.
fn provider_of(seed: u8) -> OpenId {
    let openid = OpenId::new("https://login.example", "pages").unwrap();
    openid.with_people([("somebody".to_owned(), author(seed))].into())
}

fn author(seed: u8) -> Author {
    let post: Post = "CAN/representative".parse().unwrap();
    Author { post, key: PublicKey([seed; 32]) }
}

fn seen(sessions: &Sessions, secret: &str) -> Option<Session> {
    sessions.seen(&hash(&[secret.as_bytes()]), false)
}

#[test]
fn what_is_signed_to_sign_in_is_for_one_partnership_address_and_challenge() {
    let said =
        |id: u8, challenge: u8, origin: &str| to_sign(&PartnershipId([id; 32]), &[challenge; 32], origin);
    let all =
        [said(1, 1, "http://a"), said(2, 1, "http://a"), said(1, 2, "http://a"), said(1, 1, "http://b")];
    for (at, one) in all.iter().enumerate() {
        assert!(all.iter().enumerate().all(|(other, two)| other == at || one != two));
    }
}

#[test]
fn a_cookie_is_found_among_others_by_the_name_of_its_address() {
    let mut headers = HeaderMap::new();
    assert!(secret_of(&headers, "quorate-session-4401").is_none());
    headers.insert(header::COOKIE, "a=b; quorate-session-4400=x; quorate-session-4401=abc".parse().unwrap());
    assert_eq!(secret_of(&headers, "quorate-session-4401"), Some("abc"));
    assert_eq!(cookie::name(Some("http://127.0.0.1:4401")), "quorate-session-4401");
    assert_eq!(cookie::name(Some("http://[::1]:4402")), "quorate-session-4402");
    assert_eq!(cookie::name(Some("http://[::1]")), "quorate-session");
    assert_eq!(cookie::name(Some("https://pages.example")), "__Host-quorate-session");
    assert_eq!(cookie::name(None), "quorate-session");
    let own = cookie("x", "https://pages.example");
    assert!(own.starts_with("__Host-quorate-session=x; Path=/;") && own.ends_with("Secure"), "{own}");
    assert!(!cookie("x", "http://a").contains("Secure") && no_cookie("https://a").contains("Secure"));
}

#[test]
fn a_session_outlives_the_pages_and_the_disk_holds_nothing_that_signs_in() {
    let disk = Arc::new(Disk::default());
    let first = begun(&disk, 0);
    let secret = first.begin_by(author(1), Way::OpenId).unwrap();
    let before = seen(&first, &secret).unwrap();
    let kept = String::from_utf8(disk.kept.lock().unwrap().clone().unwrap()).unwrap();
    assert!(!kept.contains(&secret) && !kept.contains(&before.token), "{kept}");
    let second = begun(&disk, 10);
    let after = seen(&second, &secret).unwrap();
    assert_eq!((after.author, after.way, after.name), (author(1), Way::OpenId, before.name));
    assert_eq!(token(&secret), before.token);
    // What stands on the disk is no secret.
    assert!(seen(&second, &encode_string(&hash(&[secret.as_bytes()]))).is_none());
}

#[test]
fn whoever_was_struck_off_the_providers_table_is_out_when_the_pages_begin_again() {
    let disk = Arc::new(Disk::default());
    let first = begun(&disk, 0);
    let by_provider = first.begin_by(author(1), Way::OpenId).unwrap();
    let by_key = first.begin(author(1)).unwrap();
    let both = |sessions: &Sessions| [&by_provider, &by_key].map(|secret| seen(sessions, secret).is_some());
    assert_eq!(both(&begun(&disk, 1)), [true, true]);
    for other in [None, Some(&provider_of(2))] {
        assert_eq!(both(&begun_with(&disk, 2, other)), [false, true]);
    }
}

#[test]
fn a_page_that_asks_for_itself_keeps_nobody_signed_in() {
    let disk = Arc::new(Disk::default());
    let secret = begun(&disk, 0).begin(author(1)).unwrap();
    let id = hash(&[secret.as_bytes()]);
    for minutes in 1..30 {
        assert!(begun(&disk, minutes).seen(&id, true).is_some(), "after {minutes} minutes");
    }
    assert!(begun(&disk, 30).seen(&id, true).is_none());
}

#[test]
fn idle_and_whole_time_hold_over_a_restart_and_a_clock_put_back_ends_all() {
    let disk = Arc::new(Disk::default());
    let secret = begun(&disk, 0).begin(author(1)).unwrap();
    assert!(seen(&begun(&disk, 29), &secret).is_some());
    // Seen at 29 minutes: idle for 29 more.
    for minutes in (58..480).step_by(29) {
        assert!(seen(&begun(&disk, minutes), &secret).is_some(), "after {minutes} minutes");
    }
    assert!(seen(&begun(&disk, 480), &secret).is_none());
    let other = begun(&disk, 0).begin(author(1)).unwrap();
    assert!(seen(&begun(&disk, 30), &other).is_none());
    let third = begun(&disk, 100).begin(author(1)).unwrap();
    assert!(seen(&begun(&disk, 99), &third).is_some());
    assert!(seen(&begun(&disk, 98), &third).is_none());
}

#[test]
fn the_disk_is_written_at_begin_and_end_and_not_at_each_visit() {
    let disk = Arc::new(Disk::default());
    let sessions = begun(&disk, 0);
    let secret = sessions.begin(author(1)).unwrap();
    for _ in 0..100 {
        assert!(seen(&sessions, &secret).is_some());
    }
    assert_eq!(*disk.writes.lock().unwrap(), 1);
    let of = sessions.of(author(1).post.member);
    assert_eq!(of.len(), 1);
    let end = sessions.end_where(|_, one| one.name == of[0].name);
    tokio::runtime::Builder::new_multi_thread().build().unwrap().block_on(end).unwrap();
    assert_eq!(*disk.writes.lock().unwrap(), 2);
    assert!(seen(&begun(&disk, 1), &secret).is_none());
}

#[test]
fn a_key_drives_out_its_own_sessions_alone() {
    let disk = Arc::new(Disk::default());
    let sessions = begun(&disk, 0);
    let other = sessions.begin(author(2)).unwrap();
    let own: Vec<String> = (0..MOST + 5).map(|_| sessions.begin(author(1)).unwrap()).collect();
    assert!(seen(&sessions, &other).is_some());
    assert_eq!(own.iter().filter(|secret| seen(&sessions, secret).is_some()).count(), MOST_OF_KEY);
    assert!(seen(&sessions, own.last().unwrap()).is_some());
}

#[test]
fn a_disk_of_nonsense_signs_nobody_in_and_holds_nothing_up() {
    for nonsense in
        [b"".as_slice(), b"{", b"[1]", b"[]", br#"[{"secret_sha256":"00","post":"CAN/x","key":""}]"#]
    {
        let disk = Arc::new(Disk::default());
        *disk.kept.lock().unwrap() = Some(nonsense.to_vec());
        let sessions = begun(&disk, 0);
        assert!(sessions.all().is_empty());
        assert_eq!(disk.aside.lock().unwrap().as_deref(), Some(nonsense));
        let secret = sessions.begin(author(1)).unwrap();
        assert!(seen(&begun(&disk, 1), &secret).is_some());
    }
}

#[test]
fn what_cannot_be_put_aside_is_not_written_over() {
    let disk = Arc::new(Disk { stuck: true, ..Disk::default() });
    *disk.kept.lock().unwrap() = Some(b"{".to_vec());
    let sessions = begun(&disk, 0);
    let secret = sessions.begin(author(1)).unwrap();
    assert!(seen(&sessions, &secret).is_some());
    assert_eq!(
        (disk.kept.lock().unwrap().as_deref(), *disk.writes.lock().unwrap()),
        (Some(b"{".as_slice()), 0)
    );
}
