// A study is run in the browser and watched, stopped by keyboard, compared, and run without script.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { look } from "./look.mjs";
import { shrink } from "./tour.mjs";

const RUNS = "600";
const ALL = new RegExp(`all ${RUNS} runs`);
const PATIENCE = 300_000;

async function run(page, at, { path = "/en/trajectories?scenario=fracture", charter = "exercise", runs = RUNS } = {}) {
  await page.goto(at + path);
  await page.locator("#charter").selectOption(charter);
  await page.locator("#runs").fill(runs);
  await page.locator("#seed").fill("7");
  await page.locator("main form.act[method=post] button[type=submit]").click();
  return new URL(page.url()).pathname;
}

const done = (page) => page.waitForFunction(() => !document.querySelector("progress.arriving"), null, { timeout: PATIENCE });

// The page is not loaded again: what is new comes into it.
async function watched(page, at, check) {
  const study = await run(page, at);
  await page.evaluate(() => (globalThis.same = true));
  const seen = new Set();
  for (const until = Date.now() + PATIENCE; Date.now() < until; await page.waitForTimeout(200)) {
    const runs = await page.locator("progress.arriving").getAttribute("value").catch(() => null);
    if (runs === null) break;
    seen.add(runs);
  }
  await done(page);
  check(seen.size > 2, `a study is watched as it comes: ${[...seen].join(" ")}`);
  check(await page.evaluate(() => globalThis.same === true), "what is new comes into the page that is there");
  check(ALL.test(await page.innerText("main")), "all runs of the study are there");
  check((await page.locator("main svg.plot").count()) > 5, "charts of the study are there");
  return study;
}

async function stopped(page, at, check) {
  await run(page, at, { runs: "2000" });
  await page.locator("#stop").focus();
  // What is new in the meantime leaves the keyboard where it is.
  await page.waitForFunction(() => Number(document.querySelector("progress.arriving")?.getAttribute("value")) > 2, null, { timeout: PATIENCE });
  await page.waitForTimeout(2500);
  check((await page.evaluate(() => document.activeElement?.id)) === "stop", "the button is still at hand after what is new");
  await page.keyboard.press("Enter");
  await page.getByText(/stopped after/).first().waitFor({ timeout: PATIENCE });
}

export async function studies(browser, { at }, pictures, check) {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  page.on("console", (one) => check(one.type() !== "error" || /40[49]/.test(one.text()), `studies: ${one.text()}`));
  page.on("pageerror", (error) => check(false, `studies: ${error}`));
  const first = await watched(page, at, check);
  if (pictures) await shots(page, pictures, "study", "#quarters-requests");
  await page.getByRole("link", { name: /Run it again under another charter/ }).click();
  await page.locator("main form.act[method=post] button[type=submit]").click();
  await done(page);
  await look(page, at, first, check);
  await page.goto(`${at}/en/trajectories`);
  await page.getByRole("button", { name: "Set beside each other" }).click();
  const beside = new URL(page.url());
  check(/Requests blocked/.test(await page.innerText("main")), "two studies are set beside each other");
  await look(page, at, beside.pathname + beside.search, check);
  if (pictures) await shots(page, pictures, "studies-beside", "main");
  await look(page, at, "/fr/trajectories", check);
  await stopped(page, at, check);
  const other = await run(page, at, { runs: "2000" });
  await page.setViewportSize({ width: 360, height: 740 });
  await look(page, at, other, check, 2);
  await page.goto(at + other);
  await page.locator("#stop").click();
  await context.close();
  await plain(browser, at, check);
}

// Without script a page of which more is to come asks for itself again, unless it is held.
async function plain(browser, at, check) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const study = await run(page, at);
  await page.waitForURL((url) => url.pathname === study);
  const words = () => page.innerText("main");
  check(/asks for itself again/.test(await words()), "a study says without script that it is renewed");
  for (const until = Date.now() + PATIENCE; Date.now() < until; await page.waitForTimeout(1000)) {
    if (ALL.test(await words().catch(() => ""))) break;
  }
  check(ALL.test(await words()), "a study comes to its end without script");
  await context.close();
}

async function shots(page, folder, name, at) {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.locator(at).first().evaluate((one) => one.scrollIntoView());
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  shrink(file);
}
