// SPDX-License-Identifier: GPL-2.0-or-later
// browser.js SMALL MANY DIRECTORY: uses the two pages as people do; screenshots go to DIRECTORY.
"use strict";

const assert = require("node:assert");
const path = require("node:path");
const { chromium } = require("playwright-core");

const [small, many, directory] = process.argv.slice(2).map((name) => path.resolve(name));
const seen = { requests: 0, errors: 0 };

async function open(browser, file, width, colorScheme) {
	const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });

	page.on("pageerror", (error) => {
		seen.errors++;
		console.log(error.message);
	});
	page.on("request", (request) => {
		seen.requests += request.url() === `file://${file}` ? 0 : 1;
	});
	await page.goto(`file://${file}`);
	return page;
}

async function assertFits(page) {
	const width = await page.evaluate(() => document.documentElement.scrollWidth);

	assert.ok(width <= page.viewportSize().width, `the page is ${width} wide`);
}

async function look(browser, width, scheme) {
	const page = await open(browser, small, width, scheme);
	const rows = page.locator("#list li");

	console.log(`${width} ${scheme}: ${await rows.count()} findings`);
	await assertFits(page);
	await page.screenshot({ path: path.join(directory, `list-${width}.png`) });
	await rows.first().click();
	await page.locator(".trace .step").first().waitFor();
	await assertFits(page);
	assert.ok((await page.locator(".trace > svg > path").count()) > 0, "arrows join the steps");
	await page.screenshot({ path: path.join(directory, `finding-${width}.png`) });
	await page.close();
}

async function useKeys(browser) {
	const page = await open(browser, small, 1600, "light");
	const steps = [];

	await page.keyboard.press("j");
	const place = await page.locator("#detail .place").first().innerText();
	const count = await page.locator(".path g").count();
	for (let index = 0; index < count; index++) {
		await page.keyboard.press("n");
		steps.push(await page.locator(".trace .step.current .badge").innerText());
		assert.strictEqual(await page.locator(".path g.current .number").textContent(), steps[index]);
	}
	assert.match(page.url(), /#sglint%2Fv[0-9]+%3A[0-9a-f]{32}$/);
	await page.keyboard.press("Escape");
	const focused = await page.evaluate(() => document.activeElement.getAttribute("aria-current"));
	assert.strictEqual(focused, "true");
	console.log(`keys: ${place}, steps ${steps[0]} to ${steps[count - 1]}, back in the list`);
	await page.close();
}

async function useFilter(browser) {
	const page = await open(browser, small, 1600, "light");
	const shown = page.locator("#shown");

	await page.keyboard.press("/");
	await page.keyboard.type("MEMCPY fill");
	await page.waitForFunction(() => document.querySelectorAll("#list li").length === 1);
	console.log(`search: ${await shown.innerText()}`);
	await page.getByRole("button", { name: "Clear" }).click();
	await page.locator("#by-rule button", { hasText: "iomem-deref" }).click();
	assert.strictEqual(await page.locator("#rule").inputValue(), "iomem-deref");
	console.log(`rule: ${await shown.innerText()}`);
	await page.close();
}

async function openMany(browser) {
	const start = Date.now();
	const page = await open(browser, many, 1600, "light");
	const count = await page.locator("#list li").count();
	const time = Date.now() - start;

	console.error(`${count} findings: ${time} ms`);
	console.log(`many: ${count} findings`);
	await page.close();
}

async function main() {
	const isRoot = process.getuid() === 0;
	const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, chromiumSandbox: !isRoot });

	await look(browser, 1600, "light");
	await useKeys(browser);
	await useFilter(browser);
	await look(browser, 400, "dark");
	await openMany(browser);
	console.log(`requests: ${seen.requests}, errors: ${seen.errors}`);
	await browser.close();
}

main().catch((error) => {
	console.log(error);
	process.exit(1);
});
