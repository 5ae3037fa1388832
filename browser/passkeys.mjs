// Passkeys in the browser itself, with its virtual authenticator: at a node's pages to sign in, and at an agent whose key is
// encrypted to release it, once for each signature; with a device that does not verify its holder nothing of that is possible.
import { execFileSync } from "node:child_process";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serving } from "./serve.mjs";

const PASSPHRASE = "a passphrase of the browser's test";

// A device of the person's. `becomes` puts another in its place that has the same passkeys, though not their secrets (`prf`): a
// device that failed to verify its holder is locked.
async function device(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const kind = { protocol: "ctap2", ctap2Version: "ctap2_1", transport: "internal", hasResidentKey: true, hasUserVerification: true, hasPrf: true };
  const add = async (isUserVerified) => {
    const options = { ...kind, isUserVerified, automaticPresenceSimulation: true };
    return (await session.send("WebAuthn.addVirtualAuthenticator", { options })).authenticatorId;
  };
  let authenticatorId = await add(true);
  const becomes = async (isUserVerified, change = {}) => {
    const { credentials } = await session.send("WebAuthn.getCredentials", { authenticatorId });
    await session.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
    authenticatorId = await add(isUserVerified);
    for (const one of credentials) await session.send("WebAuthn.addCredential", { authenticatorId, credential: { ...one, ...change } });
  };
  const verifies = (isUserVerified) => session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
  return { becomes, verifies };
}

// A node by itself with a vote that is open, its pages and an agent: the representative's key encrypted, and no one click.
async function delegation(quorate, directory, begin) {
  const member = "CAN";
  const typed = (...args) => execFileSync(quorate, [...args, "--dir", directory, "--as", `${member}/representative`], { encoding: "utf8" });
  execFileSync(quorate, ["demo", "--alone", "--dir", directory], { stdio: "ignore" });
  const tabled = typed("decision", "table", "Call again", "--call", "500000000.00");
  const decision = Number(tabled.match(/decision (\d+)/i)[1]);
  typed("decision", "open", String(decision));
  const passphrase = join(directory, "..", "passphrase");
  writeFileSync(passphrase, PASSPHRASE, { mode: 0o600 });
  const keys = readdirSync(join(directory, "keys")).filter((name) => name.startsWith(member) && name.includes("representative"));
  execFileSync(quorate, ["key", "encrypt", ...keys.map((name) => join(directory, "keys", name)), "--passphrase-file", passphrase]);
  const agent = await begin(serving(quorate, ["agent", directory, "--listen", "127.0.0.1:0"], 1));
  const pages = await begin(serving(quorate, ["pages", "--dir", directory, "--agent", agent.addresses[0]], 1));
  return { agent: agent.addresses[0], at: pages.addresses[0], member, decision };
}

export async function passkeys(browser, { quorate, begin, directory }, check) {
  const { agent, at, member, decision } = await delegation(quorate, directory, begin);
  const context = await browser.newContext({ locale: "en" });
  const page = await context.newPage();
  page.on("console", (one) => check(one.type() !== "error" || one.text().includes("403"), `passkeys: ${one.text()}`));
  page.on("pageerror", (error) => check(false, `passkeys: ${error}`));
  const { becomes, verifies } = await device(page);
  const press = (name) => page.getByRole("button", { name, exact: true }).click();
  const says = async (text, what) => check((await page.getByText(text).first().waitFor({ timeout: 10_000 }).then(() => true, () => false)), what);
  const signedIn = () => page.locator("form.signed-in").count();

  // By the agent first, with the passphrase.
  await page.goto(`${at}/en/sign-in`);
  await press("Ask my agent");
  check((await page.getByRole("button", { name: "Approve with passkey" }).count()) === 0, "without a passkey none is asked for");
  await page.getByLabel("Passphrase of the key").fill(PASSPHRASE);
  await press(`Yes, sign as ${member}/representative`);
  await page.waitForURL(/today/);
  const register = async (name) => {
    await page.getByLabel("What you call it").fill(name);
    await press("Register a passkey");
  };
  await page.goto(`${at}/en/passkeys`);
  await becomes(false);
  await register("Unsure phone");
  await says("Your device gave no answer", "a device that does not verify its holder registers nothing");
  await becomes(true);
  await register("Phone");
  await page.getByText("Phone", { exact: true }).waitFor();
  await press("Sign out");
  // By passkey.
  await page.goto(`${at}/en/sign-in`);
  await becomes(false);
  await press("Sign in by passkey");
  await says("Your device gave no answer", "a device that does not verify its holder signs nobody in");
  check((await signedIn()) === 0, "nobody is signed in by that");
  await becomes(true);
  await press("Sign in by passkey");
  await page.waitForURL(/today/);
  check((await signedIn()) === 1, "a passkey signs in");
  await press("Sign out");
  await becomes(true, { signCount: 0 });
  await page.goto(`${at}/fr/sign-in`);
  await press("Se connecter par clé d'accès");
  await says("Vous n'avez pas été connecté", "a copy of a device is found by its count, and signs nobody in");
  await becomes(true, { signCount: 1000 });
  await page.goto(`${at}/en/sign-in`);
  await press("Sign in by passkey");
  await page.waitForURL(/today/);

  // At the agent, with the passphrase once.
  await page.goto(`${agent}/`);
  await page.getByRole("link", { name: `Passkeys of ${member}/representative` }).first().click();
  await page.getByLabel("Passphrase of the key").fill("another");
  await register("Phone");
  await says("the passphrase does not open the key", "a wrong passphrase registers nothing at the agent");
  await page.getByLabel("Passphrase of the key").fill(PASSPHRASE);
  // The device has one already, which the agent does not know: it makes another in its place.
  await register("Phone");
  await page.getByText("Phone", { exact: true }).waitFor();
  const mode = statSync(join(directory, "agent", "passkeys")).mode & 0o777;
  check(mode === 0o600, `the agent's passkeys are for its user alone: ${mode.toString(8)}`);
  // A vote: prepared, approved by passkey, given, on record.
  const vote = async (choice) => {
    await page.goto(`${at}/en/acts/decision.vote`);
    await page.locator("form.act [name=decision]").fill(String(decision));
    await page.locator("form.act [name=vote]").selectOption(choice);
    await page.locator("form.act button[type=submit]").click();
    await page.locator("form[action$='/sign'] button").click();
  };
  await vote("against");
  await press("Approve with passkey");
  await press(`Give it to ${at}`);
  await says("Recorded at height", "what a passkey approved is on record");
  await page.goto(`${at}/en/decisions/${decision}`);
  const row = page.locator("tr, dl.about > div").filter({ hasText: member }).filter({ hasText: "against" });
  check((await row.count()) > 0, "the vote that a passkey approved is seen in the decision");
  await vote("in-favour");
  await verifies(false);
  await press("Approve with passkey");
  await says("Your device gave no answer", "a device that does not verify its holder approves nothing");
  await becomes(true);
  // Removed, it signs nobody in any more.
  await page.goto(`${at}/en/passkeys`);
  await press("Remove Phone");
  await press("Sign out");
  await page.goto(`${at}/en/sign-in`);
  await press("Sign in by passkey");
  await says("You were not signed in", "a passkey that was removed signs nobody in");
  await context.close();

  // Without script nothing of it is offered, and the rest is there.
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(`${at}/en/sign-in`);
  check(!(await plain.getByRole("button", { name: "Sign in by passkey" }).isVisible()), "without script no passkey is offered");
  check(await plain.getByRole("button", { name: "Ask my agent" }).isVisible(), "without script the agent signs in");
  await plain.context().close();
}
