//! Whoever speaks the protocol and keeps none of its rules: it shows whatever key it likes, signs with whichever it has.

use std::net::SocketAddr;
use std::sync::Arc;

use rustls::client::AlwaysResolvesClientRawPublicKeys;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::AlwaysResolvesServerRawPublicKeys;
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::{
    ClientConfig, DigitallySignedStruct, DistinguishedName, Error, ServerConfig, SignatureScheme, client,
    server,
};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio_rustls::{TlsAcceptor, TlsConnector};

use super::super::tls::shown;
use crate::engine::Seat;
use crate::keys::Signer;

pub(super) fn runtime() -> Runtime {
    Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap()
}

pub(super) fn protocol() -> Vec<u8> {
    b"quorate/1/0101010101010101".to_vec()
}

fn client_config() -> rustls::ConfigBuilder<ClientConfig, client::WantsClientCert> {
    ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[&rustls::version::TLS13])
        .unwrap()
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Anyone))
}

/// Dials showing one key and signing with another.
pub(super) fn dialler(seat: Seat, signs: &Arc<dyn Signer>, protocols: Vec<Vec<u8>>) -> ClientConfig {
    let resolver = AlwaysResolvesClientRawPublicKeys::new(Arc::new(shown(seat, signs)));
    let mut config = client_config().with_client_cert_resolver(Arc::new(resolver));
    config.alpn_protocols = protocols;
    config
}

/// Dials without a key.
pub(super) fn nobody() -> ClientConfig {
    let mut config = client_config().with_no_client_auth();
    config.alpn_protocols = vec![protocol()];
    config
}

/// Answers showing one key and signing with another.
pub(super) fn answerer(seat: Seat, signs: &Arc<dyn Signer>) -> TlsAcceptor {
    let builder: rustls::ConfigBuilder<ServerConfig, server::WantsServerCert> =
        ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_protocol_versions(&[&rustls::version::TLS13])
            .unwrap()
            .with_client_cert_verifier(Arc::new(Anyone));
    let resolver = AlwaysResolvesServerRawPublicKeys::new(Arc::new(shown(seat, signs)));
    let mut config = builder.with_cert_resolver(Arc::new(resolver));
    config.alpn_protocols = vec![protocol()];
    TlsAcceptor::from(Arc::new(config))
}

pub(super) type Dialled = tokio_rustls::client::TlsStream<TcpStream>;

pub(super) async fn dial(to: SocketAddr, config: ClientConfig) -> std::io::Result<Dialled> {
    let stream = TcpStream::connect(to).await?;
    TlsConnector::from(Arc::new(config)).connect(ServerName::try_from("x").unwrap(), stream).await
}

/// Dials from this address of the same machine.
pub(super) async fn dial_from(from: &str, to: SocketAddr) -> std::io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(SocketAddr::new(from.parse().unwrap(), 0))?;
    socket.connect(to).await
}

pub(super) fn listen(runtime: &Runtime) -> (TcpListener, SocketAddr) {
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}

/// Takes everyone for whoever they say they are.
#[derive(Debug)]
struct Anyone;

type Signature = Result<HandshakeSignatureValid, Error>;

impl ServerCertVerifier for Anyone {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Signature {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Signature {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }

    fn requires_raw_public_keys(&self) -> bool {
        true
    }
}

impl ClientCertVerifier for Anyone {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        Ok(ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Signature {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Signature {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }

    fn requires_raw_public_keys(&self) -> bool {
        true
    }
}
