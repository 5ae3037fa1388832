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
mod hatch;
mod heat;
mod histogram;
mod overlaid;
mod scale;
mod sides;
mod signposts;
mod style;
mod timeline;
mod tornado;
mod unit;

pub(crate) use bars::{Bar, Bars, bars};
pub(crate) use chart::{Chart, Head, Words};
pub(crate) use fan::{Fan, Point, fan};
pub(crate) use gravity::{Gravity, Group, Part, gravity};
pub(crate) use heat::{Heat, Side, heat};
pub(crate) use histogram::{Histogram, cumulative, histogram};
pub(crate) use overlaid::{Along, Overlaid, Series, overlaid};
pub(crate) use sides::{Pair, Sides, sides};
pub(crate) use signposts::{Signpost, Signposts, signposts};
pub(crate) use style::in_each_look;
pub(crate) use style::style;
pub(crate) use timeline::{Lane, Timeline, timeline};
pub(crate) use tornado::{Swing, Tornado, tornado};
pub(crate) use unit::{Unit, decimal, share};

#[cfg(test)]
mod tests;
