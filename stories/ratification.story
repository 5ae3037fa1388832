# One signatory holds out: the charter enters into force without it, and it can come later.
story: One signatory holds out, and the charter enters into force
charter: ../charters/ratification.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Signatures
{asker}/root: member sign --provisionally
{second}/root: member sign
{second}/root: member sign
  refused by M11
{third}/root: member sign
{fourth}/root: member sign
expect membership {asker} standing: provisionally applied
expect membership {second} standing: signatory
every member accredits representative for 365d
# A signature binds nobody: a signatory that does not apply the charter neither asks nor decides.
{second}/representative: case request --purpose "spare parts" --payee "central bank of {second}, account 1"
  --tranche 100.00 "delivery plan agreed"
  refused by M8

== Ratifications
{second}/root: member ratify
{third}/root: member ratify
expect membership {second} standing: signatory
{third}/root: member ratify
  refused by M12
# Three of four are enough, whichever three they are; {fourth} holds out and holds nothing up.
{asker}/root: member ratify
expect membership {asker} standing: in force
expect membership {second} standing: in force
expect membership {third} standing: in force
expect membership {fourth} standing: signatory

== Those that ratified decide
{second}/root: fund sign-agreement --paid-in 0.00 --callable 90.00
{second}/representative: decision table "A first call" --call 30.00
{second}/representative: decision open 1
{fourth}/representative: decision vote 1 against
  refused by M8
{asker}/representative: decision vote 1 in-favour
{second}/representative: decision vote 1 in-favour
wait 240h
expect decisions 1 stage: adopted

== The last one ratifies
{fourth}/root: member ratify
expect membership {fourth} standing: in force
{fourth}/representative: decision execute 1

== One owes for too long
{third}/root: fund sign-agreement --paid-in 40.00 --callable 0.00
wait 91d
# Its votes would rest, were enough left without it to decide on help to any other. They are not, and the record says so.
expect membership {third} standing: in force
