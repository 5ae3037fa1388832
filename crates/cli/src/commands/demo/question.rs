//! Chapter 2: a member asks for help; can one other member stop it?

use quorate_charter::{Charter, MemberCode};
use quorate_records::Grid;

use crate::failure::Failure;
use crate::present::{Screen, grids};

const CHARTERS: [(&str, &str); 4] = [
    ("charters/consensus.toml", include_str!("../../../../../charters/consensus.toml")),
    ("charters/contributions-only.toml", include_str!("../../../../../charters/contributions-only.toml")),
    ("charters/plain-55-65.toml", include_str!("../../../../../charters/plain-55-65.toml")),
    ("charters/partnership.toml", include_str!("../../../../../charters/partnership.toml")),
];

pub(super) fn tell(screen: &mut Screen) -> Result<(), Failure> {
    screen.line("\n2. The question: a member asks for help. Can one other member stop it?")?;
    let mut answers = Vec::new();
    for (name, text) in CHARTERS {
        let charter = Charter::read(text).map_err(|faults| Failure::in_charter(name, text, &faults))?;
        let Some(grid) = Grid::of(&charter) else {
            return Err(Failure::usage(format!("the grid of {name} cannot be formed"), ""));
        };
        screen.line(&format!("   {name:<33} {}", answer(&grid)))?;
        answers.push((name.to_owned(), grid));
    }
    screen.line("\n   Who asks (down) by who alone refuses (across), all others in favour, under every way to refuse:\n")?;
    for line in grids(&answers) {
        screen.line(format!("   {line}").trim_end())?;
    }
    screen.line("   adopted: help goes ahead. clause: it goes ahead by the blocking-minority clause. BLOCKED: one member")?;
    screen.line("   stops it. Found by trying every way in which each of the four can refuse.")?;
    screen.line("   The proof, for any charter and for the whole path to the payment: quorate check FILE")
}

fn answer(grid: &Grid) -> String {
    let (blocked, pairs) = (grid.blocked(), grid.pairs());
    if blocked == 0 {
        return format!("no: nobody could, in none of {pairs} pairs of who asks and who refuses");
    }
    let blockers: Vec<String> = grid.blockers().iter().map(MemberCode::to_string).collect();
    format!("yes: {} could, in {blocked} of {pairs} pairs", blockers.join(", "))
}
