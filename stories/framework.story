# A framework of two members, without a fund: founded, signed, in effect; it adopts a programme, changes its text, and one
# gives notice.
story: A framework of two decides together, changes its text, and ends by notice
charter: ../charters/framework.toml
begins: 2026-12-01T09:00:00Z
cast: first, second

== Signatures, and entry into force
{first}/root: member sign --provisionally
{second}/root: member sign
every member accredits representative for 365d
{first}/root: member ratify
# Of two, each is waited for: nothing is in force for one alone.
expect membership {first} standing: provisionally applied
{second}/root: member ratify
expect membership {first} standing: in force
expect membership {second} standing: in force

== There is no fund
{first}/root: fund sign-agreement --paid-in 1.00 --callable 0.00
  refused by O3
{first}/representative: case request --purpose "spare parts" --payee "central bank, account 1" --tranche 1.00 "delivered"
  refused by O3
{first}/representative: decision table "A call" --call 1.00
  refused by O3

== A programme is adopted, by both
{first}/representative: decision table "Programme of 2027"
  --adopt-text 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
  --name-en "Programme of exercises, 2027" --name-fr "Programme d'exercices 2027"
{first}/representative: decision open 1
{first}/representative: decision vote 1 in-favour
expect decisions 1 stage: open
{second}/representative: decision vote 1 in-favour
wait 120h
expect decisions 1 stage: adopted
{second}/representative: decision execute 1
# A text is adopted once.
{second}/representative: decision table "The same again"
  --adopt-text 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 --name-en "The same"
  refused by M35

== Either can prevent, and none imposes
{second}/representative: decision table "Another programme"
  --adopt-text 60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752 --name-en "Another programme"
{second}/representative: decision open 2
{second}/representative: decision vote 2 in-favour
{first}/representative: decision vote 2 abstain
wait 120h
expect decisions 2 stage: not adopted

== The text is amended: another notice
{second}/representative: decision table "A notice of 90 days" --amend framework-amended.toml
{second}/representative: decision open 3
{first}/representative: decision vote 3 in-favour
{second}/representative: decision vote 3 in-favour
wait 240h
expect decisions 3 stage: adopted
{first}/representative: decision execute 3
{first}/root: member accept-amendment 2
{second}/root: member accept-amendment 2
expect membership {first} standing: in force
# A fund is founded as a partnership of its own: it is not amended in.
{first}/representative: decision table "A fund" --amend ../charters/partnership.toml
  refused by M23

== One gives notice
{second}/root: member withdraw
expect membership {second} standing: withdrawing
wait 90d
expect membership {second} standing: left
