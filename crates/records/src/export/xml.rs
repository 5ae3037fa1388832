//! XML in one form: an element a line, everything escaped that has to be.

use alloc::string::String;
use alloc::vec::Vec;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A document on its way. Writing into memory does not fail.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    open: Vec<String>,
}

/// The attributes of an element, by name.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A document in UTF-8 without any element.
    pub(super) fn new() -> Xml {
        let mut xml = Xml { writer: Writer::new_with_indent(Vec::new(), b' ', 2), open: Vec::new() };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    fn event(&mut self, event: Event<'_>) {
        self.writer.write_event(event).ok();
    }

    /// Begins an element that holds others.
    pub(super) fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Start(BytesStart::new(name).with_attributes(attributes.iter().copied())));
        self.open.push(name.into());
    }

    /// Ends the element that was begun last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.event(Event::End(BytesEnd::new(name)));
        }
    }

    /// Ends elements until so many are open.
    pub(super) fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.close();
        }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// An element that holds text, or nothing.
    pub(super) fn text(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        if text.is_empty() {
            return self.event(Event::Empty(start));
        }
        self.event(Event::Start(start));
        self.event(Event::Text(BytesText::new(text)));
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// A text within as many elements as are named, which end with it.
    pub(super) fn within(&mut self, names: &[&str], text: &str) {
        let depth = self.depth();
        if let Some((last, outer)) = names.split_last() {
            for name in outer {
                self.open(name, &[]);
            }
            self.text(last, &[], text);
        }
        self.close_to(depth);
    }

    /// The document, every element ended, with a line feed at its end.
    pub(super) fn finish(mut self) -> String {
        self.close_to(0);
        let mut text = String::from_utf8(self.writer.into_inner()).unwrap_or_default();
        text.push('\n');
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_escaped_that_has_to_be() {
        let mut xml = Xml::new();
        xml.open("a", &[("b", "<\"&'>")]);
        xml.within(&["c", "d"], "1 < 2 & 3 > 2, \"so\" it's");
        assert_eq!(
            xml.finish(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&lt;&quot;&amp;&apos;&gt;\">\n  <c>\n    \
             <d>1 &lt; 2 &amp; 3 &gt; 2, &quot;so&quot; it&apos;s</d>\n  </c>\n</a>\n"
        );
    }
}
