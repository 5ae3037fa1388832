// The pages as people meet them. `just browser` runs it: node check.mjs QUORATE [TOUR [quick]], where QUORATE is the binary and
// TOUR is where pictures for the documentation go; `quick` leaves out the look at every page. It ends with 1 if anything is wrong,
// after it has told all of it.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { compartments } from "./compartments.mjs";
import { keyboard } from "./keyboard.mjs";
import { live } from "./live.mjs";
import { everyPage } from "./look.mjs";
import { passkeys } from "./passkeys.mjs";
import { withoutScript } from "./plain.mjs";
import { reports } from "./report.mjs";
import { demo, story } from "./serve.mjs";
import { signedIn } from "./signed.mjs";
import { studies } from "./studies.mjs";
import { tour } from "./tour.mjs";

const [quorate, pictures, quick] = process.argv.slice(2);
const chromiums = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = chromiums.find(existsSync);
if (!quorate || !executablePath) throw new Error("node check.mjs QUORATE [TOUR], where Debian's chromium is");

const wrong = [];
const check = (is, what) => is || (wrong.push(what), console.log(`WRONG: ${what}`));
const place = mkdtempSync(join(tmpdir(), "quorate-browser-"));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
const running = [];
const begin = async (one) => (running.push(await one), running.at(-1));
const timed = async (name, part) => {
  const began = Date.now();
  await part();
  console.log(`${name}: ${((Date.now() - began) / 1000).toFixed(0)} s`);
};
try {
  const article = await begin(story(quorate, "stories/article.story", join(place, "article")));
  if (!quick) await timed("every page", () => everyPage(browser, article.at, check));
  const nodes = await begin(demo(quorate, join(place, "demo")));
  await timed("by keyboard", () => keyboard(browser, nodes, check));
  await timed("without script", () => withoutScript(browser, nodes, check));
  await timed("studies", () => studies(browser, article, pictures, check));
  await timed("what is new", () => live(browser, nodes, check));
  await timed("signed in", () => signedIn(browser, nodes, pictures, quick, check));
  await timed("passkeys", () => passkeys(browser, { quorate, begin, directory: join(place, "passkeys") }, check));
  await timed("compartments", () => compartments(browser, { quorate, begin, place: join(place, "compartments") }, check));
  await timed("reports", () => reports(browser, { quorate, place }, check));
  if (pictures) await timed("pictures", () => tour(browser, article.at, nodes, pictures));
} finally {
  await browser.close();
  for (const one of running) await one.end();
  rmSync(place, { recursive: true, force: true });
}
console.log(wrong.length ? `${wrong.length} things are wrong` : "nothing is wrong");
process.exitCode = wrong.length ? 1 : 0;
