//! An extract is what stands in the register, whichever way the register gives it.

use quorate_records::{Extract, Register};

use crate::story::FOUNDING;
use crate::world::World;

#[test]
fn an_extract_has_the_rows_of_the_register() {
    let records = World::play(&FOUNDING).records;
    for register in Register::ALL {
        let whole = records.register(*register);
        for from in [0, 1, 3] {
            let (first, all) = records.extract(*register, &Extract::first(from, 2));
            let wanted: Vec<_> = whole.rows.iter().skip(from).take(2).cloned().collect();
            assert_eq!((first.rows, all), (wanted, whole.rows.len()), "{register}");
            let (last, _) = records.extract(*register, &Extract::last(from, 2));
            let wanted: Vec<_> = whole.rows.iter().rev().skip(from).take(2).cloned().collect();
            assert_eq!(last.rows, wanted, "{register}");
            assert_eq!(last.columns, whole.columns, "{register}");
        }
    }
}
