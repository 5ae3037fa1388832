//! A page as a browser reads it.

use html5ever::tendril::TendrilSink as _;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// An element or a text, in the order of the page.
pub(crate) enum Piece {
    Element(Element),
    Text { inside: String, text: String },
}

/// An element with what it says of itself.
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    /// The names of the elements in it.
    pub(crate) inside: Vec<String>,
    pub(crate) text: String,
}

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// A page in pieces.
pub(crate) struct Html {
    pub(crate) errors: Vec<String>,
    pub(crate) pieces: Vec<Piece>,
}

impl Html {
    pub(crate) fn read(text: &str) -> Html {
        let opts = ParseOpts {
            tokenizer: TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() },
            tree_builder: TreeBuilderOpts { exact_errors: true, ..TreeBuilderOpts::default() },
        };
        let dom = parse_document(RcDom::default(), opts).one(text);
        let errors = dom.errors.borrow().iter().map(ToString::to_string).collect();
        let mut html = Html { errors, pieces: Vec::new() };
        html.take("", &dom.document);
        html
    }

    fn take(&mut self, inside: &str, node: &Handle) {
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                let attributes = attrs.borrow();
                let attributes =
                    attributes.iter().map(|one| (one.name.local.to_string(), one.value.to_string()));
                let name = name.local.to_string();
                let children = node.children.borrow();
                let names = children.iter().filter_map(|child| match &child.data {
                    NodeData::Element { name, .. } => Some(name.local.to_string()),
                    _ => None,
                });
                let inside = names.collect();
                let text = said(node);
                let (attributes, own) = (attributes.collect(), name.clone());
                self.pieces.push(Piece::Element(Element { name, attributes, inside, text }));
                for child in children.iter() {
                    self.take(&own, child);
                }
            }
            NodeData::Text { contents } => {
                let (inside, text) = (inside.to_owned(), contents.borrow().to_string());
                self.pieces.push(Piece::Text { inside, text });
            }
            _ => {
                for child in node.children.borrow().iter() {
                    self.take(inside, child);
                }
            }
        }
    }

    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Element(element) => Some(element),
            Piece::Text { .. } => None,
        })
    }

    pub(crate) fn named<'h>(&'h self, name: &'h str) -> impl Iterator<Item = &'h Element> {
        self.elements().filter(move |element| element.name == name)
    }

    /// Where links lead, those in the head and the targets of forms among them.
    pub(crate) fn links(&self) -> Vec<String> {
        let href = self.elements().filter_map(|element| element.attribute("href"));
        let src = self.elements().filter_map(|element| element.attribute("src"));
        href.chain(src).map(String::from).collect()
    }

    pub(crate) fn ids(&self) -> Vec<String> {
        self.elements().filter_map(|element| element.attribute("id")).map(String::from).collect()
    }

    /// All texts that people read.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text { inside, text } if inside != "script" && inside != "style" => Some(text.trim()),
            _ => None,
        })
    }
}

/// What is said in an element, however deep.
fn said(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(said).collect(),
    }
}
