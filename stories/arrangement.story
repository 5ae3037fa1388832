# An arrangement of three: it binds nobody in law, comes into effect by signatures, and is not ratified.
story: An arrangement of three comes into effect by signatures
charter: ../charters/framework-of-three.toml
begins: 2026-12-01T09:00:00Z
cast: first, second, third

== Signatures
{first}/root: member sign
{second}/root: member sign --ad-referendum
{third}/root: member sign
{third}/root: member ratify
  refused by M38
expect membership {third} standing: signatory
{second}/root: member confirm-signature
expect membership {first} standing: participant
expect membership {second} standing: participant

== Two adopt a programme, and the third holds nothing up
every member accredits representative for 365d
{first}/representative: decision table "Programme of 2027"
  --adopt-text 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 --name-en "Programme of exercises, 2027"
{first}/representative: decision open 1
{first}/representative: decision vote 1 in-favour
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 against
wait 120h
expect decisions 1 stage: adopted
{second}/representative: decision execute 1
