# A payment needs the treasurers of two members, and the charter wants three who could sign. One who will not is no veto.
story: A member ends its treasurer's credential, and the payment goes through all the same
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, refuser, second, third

== Representatives
every member accredits representative, treasurer, case-officer for 365d

== Money comes in
{second}/root: fund sign-agreement --paid-in 300.00 --callable 0.00
{second}/treasurer: bank enter 300.00 --from {second} --reference "statement 1, line 1"
{third}/treasurer: bank countersign 1

== Help is approved
{asker}/representative: case request --purpose "transformers" --payee "central bank of {asker}, account 1"
  --tranche 100.00 "contract signed"
  --tranche 200.00 "first transformer delivered"
{asker}/representative: decision table "Help for {asker}" --assist 1
{asker}/representative: decision open 1
{refuser}/representative: decision vote 1 against
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
wait 72h
{second}/representative: decision execute 1
{third}/case-officer: case attest 1 1
{third}/case-officer: case attest 1 2

== The refuser has no treasurer any more
{refuser}/root: member revoke treasurer
{second}/treasurer: payment instruct 1 1
{third}/treasurer: payment countersign 1
expect payments 1 stage: with the bank
{third}/treasurer: bank enter 100.00 --payment 1 --reference "statement 2, line 1"
{second}/treasurer: bank countersign 2
expect tranches 1 1 stage: paid

== Nor does it help to sign first and then to end the credential
{refuser}/root: member accredit treasurer --for 365d
{refuser}/treasurer: payment instruct 1 2
{refuser}/root: member revoke treasurer
# One signature is left where two are needed, and there are two others to give them.
{second}/treasurer: payment countersign 2
expect payments 2 stage: waits
expect payments 2 signed_by: {second}
{third}/treasurer: payment countersign 2
expect payments 2 stage: with the bank
{third}/treasurer: bank enter 200.00 --payment 2 --reference "statement 3, line 1"
{second}/treasurer: bank countersign 3
expect cases 1 paid: 300.00
{second}/case-officer: case close 1
