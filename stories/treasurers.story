# Money moves on the signatures of treasurers of different members; what happens when one of them loses the office.
story: A treasurer is revoked
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 365d

== A signature that does not count any more
{second}/root: fund sign-agreement --paid-in 400.00 --callable 0.00
{second}/treasurer: bank enter 400.00 --from {second} --reference "statement 1, line 1"
{third}/root: member revoke treasurer
{third}/treasurer: bank countersign 1
  refused by A1
# Only the member's own root ends its credentials, and only those that were given.
{fourth}/root: member revoke treasurer
{fourth}/root: member revoke treasurer
  refused by M5
{fourth}/root: member accredit treasurer --for 365d
{fourth}/treasurer: bank countersign 1
expect agreements {second} received: 400.00

== Help is approved
{asker}/representative: case request --purpose "generators" --payee "central bank of {asker}, account 1"
  --tranche 400.00 "contract signed"
{asker}/representative: decision table "Help for {asker}" --assist 1
{asker}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
{third}/representative: decision execute 1
{fourth}/case-officer: case attest 1 1

== Too few could sign
# Two must sign, and two must be able to. The beneficiary's treasurer does not count.
{fourth}/root: member revoke treasurer
{second}/treasurer: payment instruct 1 1
  refused by C11
{third}/root: member accredit treasurer --for 365d
{fourth}/root: member accredit treasurer --for 365d
{asker}/treasurer: payment instruct 1 1
  refused by C7
{second}/treasurer: payment instruct 1 1

== The first signature counts, the second is another's
{third}/root: member revoke treasurer
{third}/treasurer: payment countersign 1
  refused by A1
{asker}/treasurer: payment countersign 1
  refused by C7
{second}/treasurer: payment countersign 1
  refused by C13
{fourth}/treasurer: payment countersign 1
expect payments 1 stage: with the bank
{fourth}/treasurer: bank enter 399.99 --payment 1 --reference "statement 2, line 1"
  refused by F11
{fourth}/treasurer: bank enter 400.00 --payment 1 --reference "statement 2, line 1"
{second}/treasurer: bank countersign 2
expect cases 1 paid: 400.00
