# A member that lost both its keys gets new ones by a decision of the others, after a wait in which an old key can object.
story: Lost keys are replaced, unless an old one objects
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer for 730d

== The others decide on new keys
{asker}/representative: decision table "New keys for {fourth}" --reaccredit {fourth}
{asker}/representative: decision open 1
{asker}/representative: decision vote 1 in-favour
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
wait 240h
expect decisions 1 stage: adopted
{asker}/representative: decision execute 1
# The member concerned does not decide about its keys, and one of its old ones voids the new.
{fourth}/representative: decision vote 1 against
  refused by D5
wait 29d
{fourth}/recovery: member object-keys
{fourth}/recovery: member object-keys
  refused by M27
wait 30d
{fourth}/root: member accredit case-officer --for 365d
expect membership {fourth} standing: in force

== The keys are lost
{second}/representative: decision table "New keys for {fourth}, again" --reaccredit {fourth}
{second}/representative: decision open 2
{asker}/representative: decision vote 2 in-favour
{second}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
wait 240h
expect decisions 2 stage: adopted
{asker}/representative: decision execute 2
# Until they take effect, the old credentials hold.
wait 29d
{fourth}/representative: fund indicate {fourth} announced --source "statement of the day"
wait 1d
# Now the new root accredits anew, and all that the old one gave has ended.
{fourth}/representative: fund indicate {fourth} announced --source "statement of the day"
  refused by A1
{fourth}/root: member accredit representative --for 365d --new-key
{fourth}/representative: fund indicate {fourth} announced --source "statement of the day"
