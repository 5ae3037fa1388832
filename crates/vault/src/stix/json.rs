//! JSON that says one thing: an object that has a name twice is refused, for two readers would see two markings.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Under this name `serde_json` hands out a number that is no whole one, with all its digits.
const NUMBER: &str = "$serde_json::private::Number";

/// Reads a text, of at most this depth.
pub(super) fn read(text: &[u8], depth: usize) -> Result<Value, serde_json::Error> {
    let mut from = serde_json::Deserializer::from_slice(text);
    let value = Strict(depth).deserialize(&mut from)?;
    from.end()?;
    Ok(value)
}

/// How deep it may still go.
#[derive(Clone, Copy)]
struct Strict(usize);

impl Strict {
    fn below<E: Error>(self) -> Result<Strict, E> {
        self.0.checked_sub(1).map(Strict).ok_or_else(|| E::custom("it stands too deep"))
    }
}

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let below = self.below()?;
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(below)? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut values = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            if name == NUMBER {
                let digits: String = map.next_value()?;
                let number: Number = digits.parse().map_err(|_| A::Error::custom("a number"))?;
                let is_alone = values.is_empty() && map.next_key::<String>()?.is_none();
                return if is_alone { Ok(Value::Number(number)) } else { Err(A::Error::custom("a number")) };
            }
            let value = map.next_value_seed(self.below()?)?;
            if values.insert(name, value).is_some() {
                return Err(A::Error::custom("a name stands twice in one object"));
            }
        }
        Ok(Value::Object(values))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_says_one_thing_and_goes_only_so_deep() {
        let text = br#"{"a": [1, -2, 3.50, 12345678901234567890123, true, null, "x"], "b": {}}"#;
        let value = read(text, 2).unwrap();
        assert_eq!(value, serde_json::from_slice::<Value>(text).unwrap());
        assert!(read(text, 1).is_err());
        assert!(read(br#"{"a": 1, "b": 2, "a": 3}"#, 5).unwrap_err().to_string().contains("twice"));
        assert!(read(br#"{"a": 1, "\u0061": 3}"#, 5).is_err());
        assert!(read(br#"{"$serde_json::private::Number": "5", "b": 1}"#, 5).is_err());
        for wrong in ["", "{", "{} {}", "[1,]", "\u{feff}{}"] {
            assert!(read(wrong.as_bytes(), 5).is_err(), "{wrong}");
        }
        assert!(read("[".repeat(100_000).as_bytes(), MAX).is_err());
    }

    const MAX: usize = super::super::MAX_DEPTH;
}
