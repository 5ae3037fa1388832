//! Charts, drawn here: plain data goes in, and SVG comes out, with the numbers as a table below it and without script.
//!
//! Every chart stands in a page, where the style of the pages holds ([`Chart::figure`]), or in a file of its own
//! ([`Chart::alone`]). All of them are readable in light, in dark, on paper and without colours: what colour tells apart, lines
//! and patterns tell apart too. Coordinates are whole numbers, ten to a pixel; no value of a caller makes any of this fail.

mod axes;
mod bars;
mod chart;
mod fan;
mod gravity;
mod histogram;
mod overlaid;
mod scale;
mod sides;
mod signposts;
mod style;
mod timeline;
mod tornado;
mod unit;

pub use bars::{Bar, Bars, bars};
pub use chart::{Chart, Head, Words};
pub use fan::{Fan, Point, fan};
pub use gravity::{Gravity, Group, Part, gravity};
pub use histogram::{Histogram, cumulative, histogram};
pub use overlaid::{Overlaid, Series, overlaid};
pub use sides::{Pair, Sides, sides};
pub use signposts::{Signpost, Signposts, signposts};
pub use style::style;
pub use timeline::{Lane, Timeline, timeline};
pub use tornado::{Swing, Tornado, tornado};
pub use unit::{Unit, share};

#[cfg(test)]
mod tests;
