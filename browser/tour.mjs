// Pictures for docs/tour.md and the README, with few colours so that they stay small.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

const SHOTS = [
  ["front", "demo", "/en/", { width: 1280, height: 1000 }, "light"],
  ["front-dark", "demo", "/en/", { width: 1280, height: 1000 }, "dark"],
  ["front-phone", "demo", "/en/", { width: 360, height: 740 }, "light"],
  ["front-french-phone", "demo", "/fr/", { width: 360, height: 740 }, "dark"],
  ["decision", "demo", "/en/decisions/N", { width: 1280, height: 1000 }, "light"],
  ["certificate", "article", "/en/decisions/1#certificate", { width: 1280, height: 1000 }, "light"],
  ["verify", "article", "/fr/record/verify", { width: 1280, height: 700 }, "light"],
  ["fund", "article", "/en/fund", { width: 1280, height: 1000 }, "light"],
  ["dependencies", "article", "/en/dependencies", { width: 1280, height: 1000 }, "light"],
  ["dependencies-french", "article", "/fr/dependencies?withhold=maker-of-missiles#picture", { width: 1280, height: 700 }, "dark"],
  ["charter", "article", "/en/charter", { width: 1280, height: 1000 }, "light"],
  ["charter-french", "article", "/fr/charter", { width: 1280, height: 1000 }, "dark"],
];

// As a palette, where pngquant is at hand.
export const shrink = (file) => spawnSync("pngquant", ["--nofs", "--strip", "--force", "--output", file, "48", "--", file]);

export async function tour(browser, article, { at: demo, decision }, folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, site, path, viewport, colorScheme] of SHOTS) {
    const context = await browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    await page.goto((site === "demo" ? demo : article) + path.replace("N", decision));
    await page.locator(".promises, main").first().waitFor();
    const file = join(folder, `${name}.png`);
    await page.screenshot({ path: file });
    shrink(file);
    if (name === "front") await page.pdf({ path: join(folder, "front.pdf"), preferCSSPageSize: true });
    await context.close();
  }
}
