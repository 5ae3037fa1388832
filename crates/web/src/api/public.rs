//! What is for everybody: the rows of registers that say so of each row.

use axum::extract::Path;
use quorate_records::Table;

use super::ask::{Answered, Ask, Asked, Nothing};
use super::registers::{Paging, Registers, Rows, Under};

const PUBLIC: Under = Under("public", Table::public);

/// The registers with something for everybody
///
/// Those that say of each row for whom it is.
#[utoipa::path(
    get, path = "/api/v1/public", operation_id = "publicRegisters", tag = "Public",
    responses((status = 200, body = Registers))
)]
pub(crate) async fn registers(ask: Ask, _: Asked<Nothing>) -> Answered {
    PUBLIC.list(&ask)
}

/// Public rows of a register
///
/// As in the register, without what is for members only.
#[utoipa::path(
    get, path = "/api/v1/public/{register}", operation_id = "publicRegister", tag = "Public",
    params(("register" = String, Path, description = "The register's name"), Paging),
    responses((status = 200, body = Rows))
)]
pub(crate) async fn register(ask: Ask, Path(name): Path<String>, Asked(paging): Asked<Paging>) -> Answered {
    PUBLIC.rows(&ask, &name, &paging).await
}
