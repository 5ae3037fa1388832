//! The members' nodes, as this one sees them.

use axum::response::Response;
use maud::html;

use crate::shell::{Chapter, Content};
use crate::visit::Visit;

pub(crate) async fn show(visit: Visit) -> Response {
    // The node itself is asked; one that hangs holds up whoever asks for this page, and nobody else.
    visit.apart(shown).await
}

fn shown(visit: &Visit) -> Response {
    let nodes = visit.app.door.nodes();
    visit.page(Chapter::Network, |page| Content {
        title: page.t("chapter-network"),
        body: html! {
            p.lead { (page.t("network-lead")) }
            @if nodes.is_empty() { p.answer.fails { (page.t("network-alone")) } }
            @else {
                @if nodes.len() < 4 { p.answer.fails { (page.t("network-few")) } }
                div.wide tabindex="0" role="region" aria-label=(page.t("chapter-network")) {
                    table {
                        thead { tr {
                            th scope="col" { (page.t("node")) }
                            th scope="col" { (page.t("node-heard")) }
                            th.number scope="col" { (page.t("height")) }
                            th scope="col" { (page.t("node-named")) }
                        } }
                        tbody {
                            @for node in &nodes {
                                tr {
                                    th scope="row" { (node.member) @if node.this { " " (page.t("node-this")) } }
                                    td {
                                        @if node.heard || node.this { (page.t("node-is-heard")) }
                                        @else { strong { (page.t("node-is-silent")) } }
                                    }
                                    td.number { @if let Some(height) = node.height { (height) } }
                                    td {
                                        @if node.named.is_empty() { (page.t("node-named-never")) }
                                        @for named in &node.named { (page.told(named)) " " }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        },
    })
}
