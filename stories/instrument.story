# The charter as an instrument: adopted, signed, reserved to, consented to by several means, and taken in by whichever
# depositary is not silent.
story: A treaty is signed, reserved to and ratified, and no one depositary holds it up
charter: instrument.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== The text is adopted, and full powers are lodged
{asker}/root: member adopt-text
{second}/root: member adopt-text
{third}/root: member adopt-text
{fourth}/root: member adopt-text
{asker}/root: member sign
  refused by M36
{asker}/root: member lodge-full-powers 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
  --for signature
{second}/root: member lodge-full-powers 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
  --for signature
{third}/root: member lodge-full-powers 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
  --for signature
{fourth}/root: member lodge-full-powers 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
  --for signature

== Signatures
{asker}/root: member sign
{second}/root: member sign --ad-referendum
# Until its State confirms it, nothing follows from it.
{second}/root: member ratify
  refused by M12
{second}/root: member confirm-signature
{third}/root: member sign
{fourth}/root: member sign --provisionally
expect membership {fourth} standing: provisionally applied
every member accredits representative for 365d

== Each has its own steps at home; they hold up nobody
{third}/representative: member declare-step "second reading in parliament" --by 2026-12-20
  --source "order paper 12, exercise"
{fourth}/representative: member declare-step "opinion of the court" --by 2026-12-20
expect steps 1 stage: open

== A reservation to what is carried out is refused; another is made and objected to
{second}/root: member reserve 2 --en "votes twice"
  refused by M42
{second}/root: member reserve 20 --en "does not apply to ports" --fr "ne s'applique pas aux ports"
{third}/root: member object-reservation {second} 20 --precluding
{asker}/root: member object-reservation {second} 20
{asker}/root: member withdraw-objection {second} 20
expect reservations {second} 20 objections: {third}, not in force between the two
{asker}/root: member declare --en "understands article 21 to include exercises" --for public

== Consent, by the means that each State's law knows
{asker}/root: member lodge-full-powers 60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752
  --for ratification
{second}/root: member lodge-full-powers 60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752
  --for ratification
{third}/root: member lodge-full-powers 60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752
  --for ratification
{second}/root: member ratify --by acceptance
{asker}/root: member ratify
{third}/representative: member complete-step 1
{third}/root: member ratify --by approval
expect reservations {second} 20 stage: confirmed
{second}/root: member reserve 21 --en "too late"
  refused by M43
expect membership {second} standing: signatory

== Four depositaries: one takes nothing in, and holds nothing up
{fourth}/representative: member take-in {fourth}
  refused by M40
{asker}/representative: member take-in {second}
{second}/representative: member take-in {asker}
expect membership {second} standing: signatory
{third}/representative: member take-in {third}
expect membership {second} standing: in force
expect membership {third} standing: in force
expect membership {fourth} standing: provisionally applied

== One ends its provisional application, by notice
{fourth}/root: member end-provisional
{fourth}/root: member end-provisional
  refused by M41
wait 29d
expect membership {fourth} standing: provisionally applied
expect steps 2 stage: open, past its day
wait 1d
expect membership {fourth} standing: signatory

== It is registered
{asker}/representative: member note-registration --with "UN Secretariat, Article 102" --number "60001, exercise"
