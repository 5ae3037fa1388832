// What a delegation sees once it is signed in: forms, drafts, what is its own; looked at as every page is, and pictures of some.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { look } from "./look.mjs";
import { shrink } from "./tour.mjs";

// Signed in by a click, as an exercise allows, with a draft of a vote that the capital has instructed otherwise.
async function prepared(page, at, decision) {
  await page.goto(`${at}/en/sign-in`);
  await page.locator('button[value$="/representative"]').first().click();
  await page.waitForURL(/\/en\/today/);
  await page.goto(`${at}/en/decisions/${decision}`);
  await page.locator('details:has(form[action$="/instruction"]) > summary').click();
  const form = page.locator('form[action$="/instruction"]');
  await form.locator("select").selectOption({ index: 1 });
  await form.locator("textarea").fill("In favour, once all have called.");
  await form.locator("button").first().click();
  await page.goto(`${at}/en/acts/decision.vote?decision=${decision}`);
  await page.locator('[name="decision"]').fill(String(decision));
  await page.locator('[name="vote"]').selectOption("against");
  await page.locator("form.act button").click();
  await page.waitForURL(/\/drafts\//);
  return new URL(page.url()).pathname.replace("/en", "");
}

async function acts(page, at) {
  await page.goto(`${at}/en/acts`);
  return page.locator("ul.registers a").evaluateAll((links) => links.map((link) => new URL(link.href).pathname.replace("/en", "")));
}

async function picture(page, folder, name, colorScheme) {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width: 1280, height: 1000 });
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  shrink(file);
}

export async function signedIn(browser, { at, decision }, folder, quick, check) {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const draft = await prepared(page, at, decision);
  const own = ["/today", "/acts", draft, `/decisions/${decision}`, "/systems", "/passkeys", "/representatives/sessions"];
  const forms = await acts(page, at);
  check(forms.length > 100, `there are forms for ${forms.length} acts`);
  // Forms are of one make: each is looked at in one language, light or dark, wide or narrow, in turn.
  const some = quick ? forms.slice(0, 4) : forms;
  for (const path of own) for (const language of ["/en", "/fr"]) await look(page, at, language + path, check);
  for (const [turn, path] of some.entries()) await look(page, at, (turn % 2 ? "/fr" : "/en") + path, check, turn % 4);
  if (folder) {
    mkdirSync(folder, { recursive: true });
    await page.goto(`${at}/en/today`);
    await picture(page, folder, "today", "light");
    await page.goto(`${at}/fr/acts/case.request`);
    await picture(page, folder, "form-french", "light");
    await page.goto(`${at}/en${draft}`);
    await picture(page, folder, "draft", "light");
    // The agent's own page: what is signed, as it reads it.
    await page.locator('form[action$="/sign"] button').click();
    await page.waitForLoadState();
    await picture(page, folder, "agent", "dark");
  }
  await context.close();
}
