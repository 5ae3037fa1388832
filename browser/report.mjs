// Reports of trajectories: opened as files, without network or script, in light, dark, on a phone and on paper.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { axe, looks } from "./look.mjs";

export async function reports(browser, { quorate, place }, check) {
  const run = (...args) => execFileSync(quorate, ["explore", ...args], { stdio: "ignore" });
  const at = (name) => join(place, name);
  for (const name of ["baseline", "fracture"]) run(`scenarios/${name}.toml`, "--runs", "40", "--seed", "7", "--out", at(name));
  run("scenarios/fracture.toml", "--charter", "charters/exercise-consensus.toml", "--runs", "40", "--seed", "7", "--out", at("consensus"));
  run("merge", at("french"), at("fracture"), "--lang", "fr");
  run("signposts", at("baseline"), at("fracture"), "--out", at("signposts.html"));
  run("compare", at("fracture"), at("consensus"), "--out", at("beside.html"));
  const files = ["fracture/report.html", "french/report.html", "signposts.html", "beside.html"];
  // As it is read: whatever it would ask for or run is told by the policy, and is wrong.
  const plain = await browser.newContext({ offline: true });
  for (const file of files) {
    const page = await plain.newPage();
    page.on("console", (one) => check(false, `${file}: ${one.text()}`));
    page.on("request", (one) => check(one.url().startsWith("file:"), `${file} asks for ${one.url()}`));
    await page.goto(pathToFileURL(at(file)).href);
    const colour = await page.evaluate(() => getComputedStyle(document.querySelector(".plot .full.k1")).fill);
    check(colour === "rgb(0, 114, 178)", `${file} has no style: ${colour}`);
    await page.close();
  }
  await plain.close();
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  for (const file of files) {
    await page.goto(pathToFileURL(at(file)).href);
    await page.evaluate(axe);
    await looks(page, file, check);
    for (const one of await page.locator("figure summary").all()) await one.click();
    await looks(page, `${file}, opened`, check);
  }
  // Each chart alone is drawn, and nothing of it lies outside.
  for (const name of readdirSync(at("fracture/charts"))) {
    await page.goto(pathToFileURL(at(join("fracture/charts", name))).href);
    const outside = await page.evaluate(() => {
      const svg = document.documentElement, view = svg.viewBox.baseVal, box = svg.getBBox();
      return [view.x - box.x, view.y - box.y, box.x + box.width - view.x - view.width, box.y + box.height - view.y - view.height];
    });
    check(outside.every((far) => far <= 1), `${name}: drawn outside by ${outside.map(Math.round)}`);
  }
  await context.close();
}
