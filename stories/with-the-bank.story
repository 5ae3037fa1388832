# What other programs are given of a payment: one that is with the bank, and one that still waits for a signature.
story: Payments that are under way
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Money is there, and help is decided
every member accredits representative, treasurer, case-officer for 365d
{third}/root: fund sign-agreement --paid-in 800000000.00 --callable 1200000000.00
{second}/treasurer: bank enter 800000000.00 --from {third} --reference "statement 1, line 1"
{fourth}/treasurer: bank countersign 1
{asker}/representative: case request --purpose "shelters & generators"
  --payee "Treasury of {asker}, shelters & generators <1>"
  --tranche 300000000.00 "sites named"
  --tranche 200000000.00 "half of the shelters built"
{asker}/representative: decision table "Shelters for {asker}" --assist 1
{asker}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
{second}/representative: decision execute 1

== One payment is with the bank, and one waits
{second}/case-officer: case attest 1 1
{second}/treasurer: payment instruct 1 1
{third}/treasurer: payment countersign 1
{fourth}/case-officer: case attest 1 2
{fourth}/treasurer: payment instruct 1 2
expect payments 1 stage: with the bank
expect payments 2 stage: waits
expect tranches 1 1 stage: attested
# What is set aside counts at once, and is booked when the bank's statement says that it left.
expect accounts "money" 100 balance: 800000000.00
expect accounts "money" 100 held: 300000000.00
