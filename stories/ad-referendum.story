# A vote that the capital or parliament has yet to confirm: bounded time, and no veto.
story: Votes that wait for the capital
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: mover, second, third, fourth

== Representatives
every member accredits representative for 365d
{mover}/root: fund sign-agreement --paid-in 0.00 --callable 900.00

== The outcome hangs on a vote to be confirmed, and the closing waits for it
{mover}/representative: decision table "Call a first part" --call 100.00
{mover}/representative: decision open 1
{mover}/representative: decision vote 1 in-favour
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour --ad-referendum --explanation "our cabinet meets on Friday"
wait 72h
expect decisions 1 stage: votes to be confirmed
{fourth}/representative: decision vote 1 against
  refused by D12
{third}/representative: decision vote 1 in-favour --parliamentary-reserve
  refused by D11
wait 24h
{third}/representative: decision vote 1 in-favour
expect decisions 1 stage: adopted

== It waits once: what is not confirmed in time is absent
{mover}/representative: decision table "Call a second part" --call 100.00
{mover}/representative: decision open 2
{mover}/representative: decision vote 2 in-favour
{second}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour --parliamentary-reserve
wait 72h
expect decisions 2 stage: votes to be confirmed
wait 48h
expect decisions 2 stage: not adopted
expect votes 2 {third} "in favour" stands: not confirmed

== Where nothing hangs on it, nothing waits
{mover}/representative: decision table "Call a second part" --call 100.00
{mover}/representative: decision open 3
{mover}/representative: decision vote 3 in-favour
{second}/representative: decision vote 3 in-favour
{fourth}/representative: decision vote 3 in-favour
{third}/representative: decision vote 3 against --parliamentary-reserve
wait 72h
expect decisions 3 stage: adopted
