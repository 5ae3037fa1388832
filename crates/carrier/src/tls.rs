//! Who is at the other end: TLS 1.3, both ends known by the keys that were pinned (raw public keys, RFC 7250), keys agreed on by
//! X25519MLKEM768 or not at all.

use std::io;
use std::sync::Arc;

use rustls::client::AlwaysResolvesClientRawPublicKeys;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, WebPkiSupportedAlgorithms, ring, verify_tls13_signature_with_raw_key};
use rustls::pki_types::{CertificateDer, ServerName, SubjectPublicKeyInfoDer, UnixTime};
use rustls::server::AlwaysResolvesServerRawPublicKeys;
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::version::TLS13;
use rustls::{
    CertificateError, ClientConfig, CommonState, DigitallySignedStruct, DistinguishedName, Error, NamedGroup,
    PeerIncompatible, ServerConfig, SignatureScheme,
};

use crate::hybrid::X25519MLKEM768;
use crate::key::{OwnKey, Pin};

/// What both ends say that they speak.
const PROTOCOL: &[u8] = b"quorate-carrier/1";

/// The provider of `ring`, with one group.
pub(crate) fn provider() -> Arc<CryptoProvider> {
    Arc::new(CryptoProvider { kx_groups: vec![X25519MLKEM768], ..ring::default_provider() })
}

/// How this carrier answers one partner, whose key this is.
pub(crate) fn answering(own: &OwnKey, partner: Pin) -> Result<ServerConfig, Error> {
    let provider = provider();
    let known = Only { pin: partner, algorithms: provider.signature_verification_algorithms };
    let mut server = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&TLS13])?
        .with_client_cert_verifier(Arc::new(known))
        .with_cert_resolver(Arc::new(AlwaysResolvesServerRawPublicKeys::new(own.shown())));
    server.alpn_protocols = vec![PROTOCOL.to_vec()];
    // Nothing is resumed: dialling again is cheap.
    server.send_tls13_tickets = 0;
    Ok(server)
}

/// How this carrier dials one partner.
pub(crate) fn dialling(own: &OwnKey, partner: Pin) -> Result<ClientConfig, Error> {
    let provider = provider();
    let known = Only { pin: partner, algorithms: provider.signature_verification_algorithms };
    let mut client = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&TLS13])?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(known))
        .with_client_cert_resolver(Arc::new(AlwaysResolvesClientRawPublicKeys::new(own.shown())));
    client.alpn_protocols = vec![PROTOCOL.to_vec()];
    client.enable_sni = false;
    client.resumption = rustls::client::Resumption::disabled();
    Ok(client)
}

/// Nothing is said on a link that came to be otherwise than it has to be. The configurations see to it; this is asked once more,
/// of what was negotiated.
pub(crate) fn is_as_it_has_to_be(session: &CommonState) -> io::Result<()> {
    let group = session.negotiated_key_exchange_group().map(|group| group.name());
    if group == Some(NamedGroup::X25519MLKEM768) && session.alpn_protocol() == Some(PROTOCOL) {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::PermissionDenied, "it does not agree on keys by X25519MLKEM768"))
}

/// Knows one key.
#[derive(Debug)]
struct Only {
    pin: Pin,
    algorithms: WebPkiSupportedAlgorithms,
}

impl Only {
    fn check(&self, form: &CertificateDer<'_>) -> Result<(), Error> {
        match Pin::of(form) {
            Some(pin) if pin == self.pin => Ok(()),
            _ => Err(Error::InvalidCertificate(CertificateError::ApplicationVerificationFailure)),
        }
    }

    fn signature(
        &self,
        message: &[u8],
        form: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let key = SubjectPublicKeyInfoDer::from(form.as_ref());
        verify_tls13_signature_with_raw_key(message, &key, signed, &self.algorithms)
    }
}

fn only_tls13<T>() -> Result<T, Error> {
    Err(Error::PeerIncompatible(PeerIncompatible::Tls12NotOffered))
}

impl ServerCertVerifier for Only {
    fn verify_server_cert(
        &self,
        form: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        self.check(form).map(|()| ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        only_tls13()
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        form: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.signature(message, form, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }

    fn requires_raw_public_keys(&self) -> bool {
        true
    }
}

impl ClientCertVerifier for Only {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        form: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        self.check(form).map(|()| ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        only_tls13()
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        form: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.signature(message, form, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }

    fn requires_raw_public_keys(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests;
