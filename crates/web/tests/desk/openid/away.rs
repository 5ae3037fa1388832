use super::*;

#[test]
fn a_provider_that_is_away_is_said_to_be_and_holds_nobody_up() {
    let desk = Desk::open();
    for (wrong, says) in [
        (Wrong::Error, "500"),
        (Wrong::NotJson, "could not be asked"),
        (Wrong::Large, "more than 262144 bytes"),
        (Wrong::Issuer, "could not be asked"),
        (Wrong::PlainAddress, "an address that is not encrypted"),
        (Wrong::Slow, "within 10 seconds"),
    ] {
        let provider = Provider::open();
        *provider.said.wrong.lock().unwrap() = wrong;
        let pages = pages(&desk, &provider);
        // The page to sign in at does not ask it.
        assert_eq!(get(&pages, "/en/sign-in", None).status, StatusCode::OK);
        is_out(&get(&pages, BEGIN, None), StatusCode::BAD_GATEWAY, says);
        // Whoever comes next is told at once, and asks nothing.
        let (began, asked) = (Instant::now(), *provider.said.asked_itself.lock().unwrap());
        is_out(&get(&pages, BEGIN, None), StatusCode::BAD_GATEWAY, says);
        assert!(began.elapsed() < Duration::from_secs(4));
        assert_eq!(*provider.said.asked_itself.lock().unwrap(), asked);
        *provider.said.wrong.lock().unwrap() = Wrong::Nothing;
        if wrong == Wrong::Error {
            provider::pause(6);
            assert_eq!(whole(&pages, &provider).location, "/en/today");
        }
    }
    let gone = Provider::open();
    let pages = pages(&desk, &gone);
    drop(gone);
    is_out(&get(&pages, BEGIN, None), StatusCode::BAD_GATEWAY, "cannot be reached");
    assert_eq!(sign_in(&desk, &pages, HELD).split('=').next(), Some("quorate-session-4400"));
}

#[test]
fn a_key_that_is_new_is_asked_for_and_not_at_each_token() {
    let (desk, provider) = (Desk::open(), Provider::open());
    let pages = pages(&desk, &provider);
    assert_eq!(whole(&pages, &provider).location, "/en/today");
    *provider.said.wrong.lock().unwrap() = Wrong::NewKey;
    // Too soon to ask again: whoever shows made-up keys would have it asked without end.
    let answer = whole(&pages, &provider);
    is_out(&answer, StatusCode::FORBIDDEN, "Not signed in");
    assert_eq!(*provider.said.asked_itself.lock().unwrap(), 1);
    provider::pause(6);
    assert_eq!(whole(&pages, &provider).location, "/en/today");
    assert_eq!(*provider.said.asked_itself.lock().unwrap(), 2);
}

#[test]
fn an_issuer_is_asked_over_encryption_alone_or_on_this_machine() {
    for (issuer, good) in [
        ("https://login.example", true),
        ("https://login.example/realms/ministry", true),
        ("http://127.0.0.1:9400", true),
        ("http://[::1]:9400", true),
        ("http://localhost:9400", true),
        ("http://login.example", false),
        ("http://127.0.0.1.login.example", false),
        ("ftp://127.0.0.1", false),
        ("https://login.example/?a=b", false),
        ("https://login.example/#a", false),
        ("login.example", false),
        ("", false),
    ] {
        assert_eq!(OpenId::new(issuer, CLIENT).is_ok(), good, "{issuer}");
    }
}
