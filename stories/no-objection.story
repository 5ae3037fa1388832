# Silence adopts with enough on record in favour; an objection never rejects, and enough of them bring a vote.
story: Adopted unless members object
charter: ../charters/no-objection.toml
begins: 2026-12-01T09:00:00Z
cast: mover, second, third, fourth

== Representatives
every member accredits representative for 365d
{mover}/root: fund sign-agreement --paid-in 0.00 --callable 900.00

== One member alone on record in favour imposes nothing on those that are cut off
{mover}/representative: decision table "Call a first part" --call 100.00
{mover}/representative: decision open 1
wait 72h
expect decisions 1 stage: open to votes
wait 48h
expect decisions 1 stage: not adopted

== With two in favour silence adopts, and one objection alone stops nothing
{mover}/representative: decision table "Call a first part" --call 100.00
{mover}/representative: decision open 2
{second}/representative: decision vote 2 in-favour
{third}/representative: decision object 2 --reason "too soon after the last"
{fourth}/representative: decision vote 2 in-favour --ad-referendum
  refused by D11
{fourth}/representative: decision proxy 2 --to {third}
  refused by D16
{mover}/representative: decision close 2
  refused by D13
wait 72h
expect decisions 2 stage: adopted
expect votes 2 {third} vote: objects

== Two objections bring a vote, in which minds can change
{mover}/representative: decision table "Call a second part" --call 200.00
{mover}/representative: decision open 3
{second}/representative: decision object 3 --reason "too much"
{third}/representative: decision object 3 --reason "too soon"
expect decisions 3 stage: open to votes
{fourth}/representative: decision object 3 --reason "too late to object"
  refused by D15
{mover}/representative: decision vote 3 in-favour
{fourth}/representative: decision vote 3 in-favour
{second}/representative: decision vote 3 in-favour
expect votes 3 {second} objects stands: replaced
wait 72h
expect decisions 3 stage: adopted
