use super::*;

const SEED: u64 = 7;

/// A move of a parameter by so much of a range of 6.
fn moved(parameter: usize, by: i128) -> Move {
    Move { parameter, by, of: 6 }
}

fn all(values: &[i32], moves: &[Vec<Move>]) -> Effects {
    effects((1, 2), values, moves, SEED)
}

#[test]
fn effects_are_those_reckoned_by_hand() {
    // On three paths the first parameter does 2, 4 and -3 for 4, -4 and 3 of 6: 3, -6 and -6. The second does nothing.
    let moves = [[moved(0, 4), moved(1, 3)], [moved(1, 4), moved(0, -4)], [moved(0, 3), moved(1, -4)]];
    let values = [1000, 3000, 3000, 0, 0, 4000, 0, -3000, -3000];
    let told = all(&values, &moves.map(Vec::from));
    assert_eq!((told.charter, told.output, told.paths, told.used), (1, 2, 3, 3));
    let [one, other] = told.effects.as_slice() else { panic!("{told:?}") };
    // The squares of 6, -3 and -3 are 54: 27 for each of two.
    assert_eq!((one.parameter, one.size.value, one.mean, one.deviation), (0, 5000, -3000, 5196));
    assert_eq!((one.size.low, one.size.high), (3000, 6000));
    assert_eq!(*other, Effect { parameter: 1, size: Estimate::default(), mean: 0, deviation: 0 });
}

#[test]
fn a_path_on_which_something_was_not_measured_is_left_out() {
    let moves = vec![vec![moved(0, 3)]; 3];
    let told = all(&[0, 1000, NONE, 5000, 0, 3000], &moves);
    assert_eq!((told.paths, told.used, told.effects.len()), (3, 2, 1));
    assert_eq!(told.effects.first().map(|effect| (effect.size.value, effect.deviation)), Some((4000, 2828)));
    let none = all(&[0, 1000, NONE, 5000, 0, NONE], &moves);
    assert_eq!((none.used, none.effects), (1, Vec::new()));
}

#[test]
fn the_one_with_the_greatest_effects_stands_first() {
    let moves = vec![vec![moved(2, 6), moved(0, 6), moved(1, 6)]; 2];
    let told = all(&[0, 1, -4, -3, 5, 6, 1, 2], &moves);
    let order: Vec<usize> = told.effects.iter().map(|effect| effect.parameter).collect();
    assert_eq!(order, [0, 1, 2]);
}

#[test]
fn the_largest_values_do_not_pass_the_bounds() {
    let largest = i32::try_from(super::super::indices::LARGEST).unwrap_or_default();
    let of = i128::from(u64::MAX);
    let moves = vec![vec![Move { parameter: 0, by: -(of / 2), of }]; 4096];
    let values: Vec<i32> = (0..4096)
        .flat_map(|path| if path % 2 == 0 { [-largest, largest] } else { [largest, -largest] })
        .collect();
    let told = all(&values, &moves);
    let most = 4 * i64::from(largest);
    let Some(effect) = told.effects.first() else { panic!("{told:?}") };
    assert_eq!((effect.size, effect.mean), (Estimate { value: most, low: most, high: most }, 0));
    // Half of them at either side: for one less than there are a little more than how far each is.
    assert!((most..most + most / 8000).contains(&effect.deviation), "{effect:?}");
}

#[test]
fn fractions_are_told_to_the_nearest() {
    let fractions = [(1, 3), (2, 3), (-2, 3), (1, 2), (-1, 2), (1, -2), (-5, -2), (0, -7)];
    assert_eq!(fractions.map(|(above, below)| nearest(above, below)), [0, 1, -1, 1, -1, -1, 3, 0]);
}
