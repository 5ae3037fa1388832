// Without script: everything is read, and a what-if is answered.
export async function withoutScript(browser, { at, decision }, check) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const scripted = await (await browser.newContext()).newPage();
  for (const path of ["/en/", "/fr/charter", "/en/fund", `/fr/decisions/${decision}`]) {
    await page.goto(at + path);
    await scripted.goto(at + path);
    const [plain, with_] = await Promise.all([page.innerText("main"), scripted.innerText("main")]);
    check(plain === with_, `${path} says the same without script`);
  }
  await page.goto(`${at}/en/decisions/${decision}`);
  for (const select of await page.locator("select").all()) await select.selectOption("for");
  await page.getByRole("button", { name: "Ask" }).click();
  check((await page.locator("#tally h3").textContent()).startsWith("If instead"), "a what-if is answered without script");
  // The charter is being checked for a while after a node has come up.
  for (const until = Date.now() + 120_000; Date.now() < until; await page.waitForTimeout(500)) {
    await page.goto(`${at}/en/charter`);
    if ((await page.locator("details.finding").count()) > 0) break;
  }
  const closed = page.locator("details.finding").first();
  await closed.locator("summary").click();
  check((await closed.getAttribute("open")) !== null, "a finding opens without script");
  // A file of dependencies that is edited is told anew.
  await page.goto(`${at}/en/dependencies`);
  await page.getByText("The file: read and edit it").click();
  await page.getByLabel("The text (as in docs/dependencies.md)").fill((await page.locator("#text").inputValue()).replace('lasts = "720d"', 'lasts = "10d"'));
  await page.getByRole("button", { name: "Look" }).click();
  check(/fails from day 10 to day 3650/.test(await page.innerText("main")), "an edited file of dependencies is told without script");
  await scripted.context().close();
  await context.close();
}
