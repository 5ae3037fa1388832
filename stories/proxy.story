# One's vote given to another member, by one hop, where the two could neither block nor adopt.
story: A vote given to another
charter: ../charters/five.toml
begins: 2026-12-01T09:00:00Z
cast: mover, giver, holder, fourth, fifth

== Five take part in a call, and three decide
every member accredits representative for 365d
{mover}/root: fund sign-agreement --paid-in 0.00 --callable 900.00
{mover}/representative: decision table "Call a first part" --call 100.00
{mover}/representative: decision open 1
{giver}/representative: decision proxy 1 --to {holder}
{giver}/representative: decision proxy 1 --to {fourth}
  refused by D17
{fourth}/representative: decision proxy 1 --to {holder}
  refused by D17
{holder}/representative: decision proxy 1 --to {fourth}
  refused by D17
{mover}/representative: decision vote 1 in-favour
{holder}/representative: decision vote 1 in-favour
wait 72h
expect decisions 1 stage: adopted
expect votes 1 {giver} vote: proxy to {holder}

== It does not count when its holder is away, and one's own vote counts in its place
{mover}/representative: decision table "Call a second part" --call 100.00
{mover}/representative: decision open 2
{giver}/representative: decision proxy 2 --to {holder}
{mover}/representative: decision vote 2 in-favour
{fourth}/representative: decision vote 2 in-favour
{fourth}/representative: decision proxy 2 --end
  refused by D19
wait 72h
expect decisions 2 stage: not adopted

== In help, four take part and two together could block: no proxy is given there
{fifth}/representative: case request --purpose "field hospitals" --payee "central bank of {fifth}, account 1"
  --tranche 200.00 "first hospital stands"
{mover}/representative: decision table "Help for {fifth}" --assist 1
{mover}/representative: decision open 3
{giver}/representative: decision proxy 3 --to {holder}
  refused by D18
{giver}/representative: decision proxy 3 --to {fifth}
  refused by D16
{fifth}/representative: decision proxy 3 --to {holder}
  refused by D6
