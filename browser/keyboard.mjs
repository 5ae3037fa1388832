// By keyboard alone, with the policy of the pages in force: the way past the chapters, the order of what is reached, a what-if.
const here = () => {
  const { top, left, width, height } = document.activeElement.getBoundingClientRect();
  const outline = getComputedStyle(document.activeElement).outlineStyle;
  return { name: document.activeElement.tagName, text: document.activeElement.textContent.trim(), top, left, width, height, outline };
};

export async function keyboard(browser, { at, decision }, check) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.on("console", (one) => check(one.type() !== "error", `by keyboard: ${one.text()}`));
  await page.goto(`${at}/en/decisions/${decision}`);
  await page.keyboard.press("Tab");
  const skip = await page.evaluate(here);
  check(skip.text === "To the page" && skip.left >= 0, "the first thing reached by keyboard is the visible way past the chapters");
  await page.keyboard.press("Enter");
  check(await page.evaluate(() => location.hash === "#content"), "the way past the chapters leads to the page");
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() => document.querySelector("main").contains(document.activeElement));
  check(inside, "behind it the page is reached, and no chapter");
  // Everything is reached in the order in which it is read, and is seen to be.
  const reached = [];
  for (let steps = 0; steps < 200; steps += 1) {
    const now = await page.evaluate(here);
    if (now.name === "BODY") break;
    check(now.outline !== "none" && now.width > 0, `by keyboard: \`${now.text}\` is not seen to be reached`);
    reached.push(await page.evaluate(() => [...document.querySelectorAll("*")].indexOf(document.activeElement)));
    await page.keyboard.press("Tab");
  }
  check(reached.every((place, at) => at === 0 || reached[at - 1] < place), "by keyboard things are reached in the order of the page");
  // A what-if: choose by letters, ask by Enter.
  await page.locator("select").first().focus();
  await page.keyboard.press("a");
  check((await page.locator("select").first().inputValue()) === "against", "a choice is made by keyboard");
  for (let steps = 0; steps < 40 && (await page.evaluate(here)).name !== "BUTTON"; steps += 1) await page.keyboard.press("Tab");
  await Promise.all([page.waitForURL(/=against/), page.keyboard.press("Enter")]);
  check((await page.locator("#tally h3").textContent()).includes("against"), "a what-if is answered by keyboard");
  await context.close();
}
