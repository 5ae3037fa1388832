//! Handshakes: with the partner whose key is pinned, by X25519MLKEM768, and with nobody else and in no other way.

use rustls::server::AlwaysResolvesServerRawPublicKeys as Shows;
use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
use tokio_rustls::{TlsAcceptor, TlsConnector};

use super::*;
use crate::folder::Folder;

fn key() -> (tempfile::TempDir, OwnKey) {
    let folder = tempfile::tempdir().unwrap();
    let key = OwnKey::open_or_make(&Folder::of(folder.path())).unwrap();
    (folder, key)
}

/// The groups that each end found; or what went wrong at each.
async fn meet(
    client: ClientConfig,
    server: ServerConfig,
) -> (Result<NamedGroup, String>, Result<NamedGroup, String>) {
    let (here, there) = duplex(64 * 1024);
    let group = |session: &CommonState| {
        is_as_it_has_to_be(session).map_err(|error| error.to_string())?;
        Ok(session.negotiated_key_exchange_group().unwrap().name())
    };
    let dials = async {
        let name = ServerName::try_from("carrier").unwrap();
        let connector = TlsConnector::from(Arc::new(client));
        let mut stream = connector.connect(name, here).await.map_err(|error| error.to_string())?;
        // Whether the other end takes the key shows once it says something.
        stream.read_exact(&mut [0]).await.map_err(|error| error.to_string())?;
        group(stream.get_ref().1)
    };
    let answers = async {
        let acceptor = TlsAcceptor::from(Arc::new(server));
        let mut stream = acceptor.accept(there).await.map_err(|error| error.to_string())?;
        stream.write_all(&[7]).await.map_err(|error| error.to_string())?;
        stream.flush().await.map_err(|error| error.to_string())?;
        group(stream.get_ref().1)
    };
    tokio::join!(dials, answers)
}

/// As a peer is that agrees on keys by X25519 alone.
fn classic() -> Arc<CryptoProvider> {
    let kx_groups = ring::ALL_KX_GROUPS.to_vec();
    Arc::new(CryptoProvider { kx_groups, ..ring::default_provider() })
}

#[tokio::test]
async fn partners_agree_by_x25519mlkem768() {
    let ((_one, one), (_two, two)) = (key(), key());
    let met = meet(dialling(&one, two.pin()).unwrap(), answering(&two, one.pin()).unwrap()).await;
    assert_eq!(met, (Ok(NamedGroup::X25519MLKEM768), Ok(NamedGroup::X25519MLKEM768)));
}

#[tokio::test]
async fn a_peer_without_it_is_refused_whoever_dials() {
    let ((_one, one), (_two, two)) = (key(), key());
    let only = |pin| Only { pin, algorithms: classic().signature_verification_algorithms };
    let mut dials = ClientConfig::builder_with_provider(classic())
        .with_protocol_versions(&[&TLS13])
        .unwrap()
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(only(two.pin())))
        .with_client_cert_resolver(Arc::new(AlwaysResolvesClientRawPublicKeys::new(one.shown())));
    dials.alpn_protocols = vec![PROTOCOL.to_vec()];
    let (here, there) = meet(dials, answering(&two, one.pin()).unwrap()).await;
    assert!(
        here.unwrap_err().contains("HandshakeFailure") && there.unwrap_err().contains("NoKxGroupsInCommon")
    );
    let mut answers = ServerConfig::builder_with_provider(classic())
        .with_protocol_versions(&[&TLS13])
        .unwrap()
        .with_client_cert_verifier(Arc::new(only(one.pin())))
        .with_cert_resolver(Arc::new(Shows::new(two.shown())));
    answers.alpn_protocols = vec![PROTOCOL.to_vec()];
    let (here, there) = meet(dialling(&one, two.pin()).unwrap(), answers).await;
    assert!(here.is_err() && there.unwrap_err().contains("NoKxGroupsInCommon"));
}

#[tokio::test]
async fn another_key_than_the_pinned_one_is_refused_at_either_end() {
    let ((_one, one), (_two, two), (_other, other)) = (key(), key(), key());
    let (here, there) = meet(dialling(&one, two.pin()).unwrap(), answering(&other, one.pin()).unwrap()).await;
    assert!(here.unwrap_err().contains("ApplicationVerificationFailure") && there.is_err());
    let (here, there) = meet(dialling(&other, two.pin()).unwrap(), answering(&two, one.pin()).unwrap()).await;
    assert!(
        here.unwrap_err().contains("AccessDenied")
            && there.unwrap_err().contains("ApplicationVerificationFailure")
    );
}

#[tokio::test]
async fn who_shows_a_partner_s_key_and_does_not_hold_it_is_refused() {
    let ((_one, one), (_two, two), (_other, other)) = (key(), key(), key());
    let borrowed = rustls::sign::CertifiedKey::new(vec![one.pin().form()], Arc::clone(&other.shown().key));
    let mut dials = dialling(&one, two.pin()).unwrap();
    dials.client_auth_cert_resolver = Arc::new(AlwaysResolvesClientRawPublicKeys::new(Arc::new(borrowed)));
    let (here, there) = meet(dials, answering(&two, one.pin()).unwrap()).await;
    assert!(here.is_err() && there.unwrap_err().contains("BadSignature"));
}

#[test]
fn what_came_to_be_by_another_group_is_not_spoken_on() {
    let (_folder, one) = key();
    let config = Arc::new(dialling(&one, one.pin()).unwrap());
    let name = ServerName::try_from("carrier").unwrap();
    let session = rustls::ClientConnection::new(config, name).unwrap();
    assert!(is_as_it_has_to_be(&session).is_err(), "nothing was negotiated yet");
}
