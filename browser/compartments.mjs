// Compartments at an agent, as two delegations use them: one shares a product by the picker, in English and on a narrow dark
// screen in French, without script; nothing is sealed before its words were confirmed, and the other opens what was sealed.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { look } from "./look.mjs";
import { serving } from "./serve.mjs";

const PASSPHRASE = "a passphrase of the browser's test";

// Two agents in a compartment, and the pages of the first.
async function circle(quorate, place, begin) {
  mkdirSync(place, { recursive: true });
  const at = (name) => join(place, name);
  const typed = (...args) => execFileSync(quorate, [...args, "--dir", at("D"), "--passphrase-file", at("pass")], { stdio: "ignore" });
  writeFileSync(at("pass"), `${PASSPHRASE}\n`, { mode: 0o600 });
  writeFileSync(at("report.txt"), "What was seen");
  execFileSync(quorate, ["demo", "--alone", "--dir", at("D")], { stdio: "ignore" });
  for (const member of ["CAN", "FRA"]) typed("compartment", "enrol", "--as", `${member}/representative`, "--agent", at(member));
  typed("compartment", "create", "Watch", "--agent", at("CAN"));
  typed("compartment", "card", "--agent", at("FRA"), "--out", at("card"));
  typed("compartment", "invite", "Watch", at("card"), "--agent", at("CAN"), "--out", at("in"));
  typed("compartment", "join", "Watch", at("in"), "--agent", at("FRA"));
  const kept = ["CAN", "FRA"].map((code) => `[agreement.kept.${code}]\nRESTRICTED = "RESTRICTED"\nSECRET = "SECRET"\n`).join("");
  const agreement = `[[agreement]]\nbetween = ["CAN", "FRA"]\ndocument = "${"3d".repeat(32)}"\n${kept}`;
  writeFileSync(at("agreements.toml"), agreement);
  for (const member of ["CAN", "FRA"]) typed("product", "agree", at("agreements.toml"), "--agent", at(member));
  const args = ["agent", "--dir", at("D"), "--compartments", at("CAN"), "--passphrase-file", at("pass"), "--listen", "127.0.0.1:0"];
  const agent = await begin(serving(quorate, args, 1));
  return { at, typed, agent: agent.addresses[0] };
}

export async function compartments(browser, { quorate, begin, place }, check) {
  const { at, typed, agent } = await circle(quorate, place, begin);
  for (const [language, colorScheme, width] of [["en", "light", 1280], ["fr", "dark", 360]]) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, javaScriptEnabled: false });
    const page = await context.newPage();
    const sound = async (name) => {
      const what = `compartments, ${name} in ${language} at ${width}`;
      const wide = await page.locator("html").evaluate((html) => html.scrollWidth > html.clientWidth);
      check(!wide, `${what}: it scrolls sideways`);
    };
    // A click comes back before the page behind it is there.
    const follow = async (what) => {
      const there = page.waitForEvent("load");
      await page.locator(what).last().click();
      await there;
    };
    const go = () => follow("main form button");
    await page.goto(`${agent}/${language}/compartments/1`);
    check(page.url().endsWith(`/${language}/compartments`), "a stranger is let in");
    await page.fill("#passphrase", PASSPHRASE);
    await go();
    // axe is put into the page by the browser itself, which the policy of the pages forbids to anybody else.
    const seeing = await browser.newContext({ bypassCSP: true, storageState: await context.storageState() });
    const seen = await seeing.newPage();
    for (const path of ["", "/1", "/1/share"]) await look(seen, agent, `/${language}/compartments${path}`, check);
    await seeing.close();
    await page.goto(`${agent}/${language}/compartments/1/share`);
    await page.setInputFiles("#file", at("report.txt"));
    await page.fill("#title", "The coast");
    await page.selectOption("#level", "SECRET");
    await page.fill("#policy", "EXERCISE");
    await go();
    check((await page.locator("form.seal").count()) === 0, "nobody was named, and it can be sealed");
    await follow("main a");
    check(await page.locator("li:has(#to-FRA) .if-not").isVisible(), "what follows for who is not named is not shown");
    await page.check("#to-FRA");
    check(!(await page.locator("li:has(#to-FRA) .if-not").isVisible()), "what follows is not that of the choice");
    await go();
    check((await page.locator("main .answer").first().textContent()).includes("CAN"), "it is not said who will see it");
    await sound("words");
    await page.locator("form.seal button").click();
    const [product, notice] = await Promise.all(["product", "notice"].map((kind) => page.locator(`main a[href*="/made/${kind}-"]`).getAttribute("href")));
    for (const [path, name] of [[product, `product-${language}`], [notice, `notice-${language}`]]) {
      writeFileSync(at(name), await (await context.request.get(`${agent}${path}`)).body());
    }
    typed("compartment", "accept", at(`notice-${language}`), "--agent", at("FRA"));
    typed("product", "open", at(`product-${language}`), "--agent", at("FRA"), "--out", at(`text-${language}`));
    check(readFileSync(at(`text-${language}`), "utf8") === "What was seen", "the other does not open what was sealed");
    await context.close();
  }
}
