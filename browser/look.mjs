// Every page that links lead to, in both languages, light and dark, on a screen and on a phone.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LOOKS = [["light", 1280], ["dark", 360], ["light", 360], ["dark", 1280]];
// How many pages of one kind are looked at; numbers, codes and the values of questions are of one kind.
const MOST_OF_A_KIND = 2;
const AT_ONCE = 3;

const kind = (path) => path.replace(/\/\d+(?=\/|\?|$)/g, "/N").replace(/\/[A-Z]{3}(?=\/|\?|$)/g, "/C").replace(/=[^&]*/g, "");

// The paths of all pages, found by links from the front page.
async function paths(at) {
  const [found, kinds, waiting] = [[], {}, ["/en/", "/fr/"]];
  const seen = new Set(waiting);
  for (let path; (path = waiting.shift()); ) {
    const answer = await fetch(at + path);
    if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
    found.push(path);
    for (const [, href] of (await answer.text()).matchAll(/<a [^>]*?href="([^"#]*)/g)) {
      const to = new URL(href.replaceAll("&amp;", "&"), at + path);
      const link = to.pathname + to.search;
      if (seen.has(link) || (kinds[kind(link)] ?? 0) >= MOST_OF_A_KIND) continue;
      seen.add(link);
      kinds[kind(link)] = (kinds[kind(link)] ?? 0) + 1;
      waiting.push(link);
    }
  }
  return found;
}

export async function look(page, at, path, check, turn) {
  const answer = await page.goto(at + path);
  check(answer.status() === 200, `${path} is answered ${answer.status()}`);
  await page.evaluate(axe);
  // Registers are all of one make: each is looked at in two ways, in turn.
  const some = turn !== undefined ? [LOOKS[turn]] : /\/(record|public)\//.test(path) ? LOOKS.slice(...(path.length % 2 ? [0, 2] : [2, 4])) : LOOKS;
  await looks(page, path, check, some);
}

// What is open, in some ways, with axe in it.
export async function looks(page, path, check, some = LOOKS) {
  for (const [colorScheme, width] of some) {
    const as = `${path} ${colorScheme} ${width} px`;
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
    for (const { id, nodes } of violations) check(false, `${as}: ${id}: ${nodes[0].html.slice(0, 160)}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(wide <= 0, `${as}: ${wide} px wider than the screen`);
  }
}

export async function everyPage(browser, at, check) {
  const waiting = await paths(at);
  console.log(`${waiting.length} pages`);
  const some = async () => {
    // axe is put into the page by the browser itself, which the policy of the pages rightly forbids to anybody else.
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    page.on("console", (one) => check(one.type() !== "error", `${page.url()}: ${one.text()}`));
    page.on("pageerror", (error) => check(false, `${page.url()}: ${error}`));
    for (let path; (path = waiting.shift()); ) await look(page, at, path, check);
    await context.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, some));
}
