// Reports of trajectories: opened as files, without network or script, in light, dark, on a phone and on paper.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
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
  run("compare", at("fracture"), at("consensus"), "--out", at("beside-fr.html"), "--lang", "fr");
  for (const [lang, name] of [["en", "sensitivity"], ["fr", "sensibilite"]])
    run("sensitivity", "experiments/fracture-sensitivity.toml", "--samples", "16", "--seed", "7", "--out", at(name), "--lang", lang);
  for (const [lang, name, from] of [["en", "all.html", "sensitivity"], ["fr", "tout.html", "sensibilite"]])
    run("report", at("fracture"), "--sensitivity", at(from), "--apart-from", at("baseline"), "--out", at(name), "--lang", lang);
  for (const [lang, name] of [["en", "grid"], ["fr", "grille"]]) run("grid", "experiments/cost-and-keep.toml", "--seed", "7", "--out", at(name), "--lang", lang);
  // The same of its second number alone.
  const [top, , second] = readFileSync("experiments/cost-and-keep.toml", "utf8").split("[[parameter]]");
  const beside = top.replace(/"\.\.\/(?=\w)/g, () => `"${process.cwd()}/`);
  writeFileSync(at("line.toml"), `${beside}[[parameter]]${second}`);
  run("grid", at("line.toml"), "--seed", "7", "--out", at("line"));
  const files = ["fracture/report.html", "french/report.html", "signposts.html", "beside.html", "beside-fr.html", "all.html", "tout.html"];
  files.push(...["sensitivity", "sensibilite", "grid", "grille", "line"].map((name) => `${name}/report.html`));
  // As it is read: whatever it would ask for or run is told by the policy, and is wrong.
  const plain = await browser.newContext({ offline: true });
  for (const file of files) {
    const page = await plain.newPage();
    page.on("console", (one) => check(false, `${file}: ${one.text()}`));
    page.on("request", (one) => check(one.url().startsWith("file:"), `${file} asks for ${one.url()}`));
    await page.goto(pathToFileURL(at(file)).href);
    const colour = await page.evaluate(() => getComputedStyle(document.querySelector(".plot .full.k1, .plot .cell, .plot .area.k1")).fill);
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
    await within(page, file, check);
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

// Nothing of a chart in a page lies outside of it: on a screen, on a phone, whose letters are larger, and on paper.
async function within(page, file, check) {
  for (const [media, width] of [["screen", 1280], ["screen", 360], ["print", 1000]]) {
    await page.emulateMedia({ media });
    await page.setViewportSize({ width, height: 900 });
    const outside = await page.evaluate(() => [...document.querySelectorAll("svg.plot")].flatMap((svg) => {
      const view = svg.viewBox.baseVal;
      return [...svg.querySelectorAll("text, rect, path, line, circle")].filter((one) => !one.closest("defs")).flatMap((one) => {
        const box = one.getBBox();
        const far = Math.max(view.x - box.x, view.y - box.y, box.x + box.width - view.x - view.width, box.y + box.height - view.y - view.height);
        return far > 1 ? [`${svg.closest("figure")?.id}: ${one.textContent || one.outerHTML} by ${Math.round(far)}`] : [];
      });
    }));
    for (const one of outside) check(false, `${file}, ${media} ${width} px: drawn outside: ${one}`);
  }
  await page.emulateMedia({ media: "screen" });
}
