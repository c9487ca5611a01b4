// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Shows the JSON report in #data.  Text of the scanned tree only ever becomes
 * text nodes and attributes: nothing here makes markup of a string.
 */
"use strict";

const report = JSON.parse(document.getElementById("data").textContent);
const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
const sources = new Map(report.sources.map((source) => [source.file, source.hunks]));
const words = { source: "source", hop: "hidden", call: "call", guard: "test", access: "access" };
const levels = ["certain", "likely", "possible"];

/** Findings that pass the filter, the one that is shown, and its current step. */
const state = { shown: [], finding: null, step: -1 };

function byId(id) {
	return document.getElementById(id);
}

/** An element with a class ("" for none), and children: elements or text. */
function make(tag, className, ...children) {
	const element = document.createElement(tag);

	if (className) {
		element.className = className;
	}
	element.append(...children);
	return element;
}

function makeSvg(tag, attributes, ...children) {
	const element = document.createElementNS("http://www.w3.org/2000/svg", tag);

	for (const [name, value] of Object.entries(attributes)) {
		element.setAttribute(name, value);
	}
	element.append(...children);
	return element;
}

function placeOf(thing) {
	return `${thing.file}:${thing.line}:${thing.column}`;
}

function directoryOf(file) {
	const end = file.lastIndexOf("/");

	return end < 0 ? "." : file.slice(0, end);
}

function isBelow(file, directory) {
	return directory === "" || directoryOf(file) === directory || file.startsWith(`${directory}/`);
}

/* ------------------------------------------------------------------------
 * Summary and filter
 */
function countBy(findings, keyOf) {
	const counts = new Map();

	for (const finding of findings) {
		for (const key of keyOf(finding)) {
			counts.set(key, (counts.get(key) || 0) + 1);
		}
	}
	return counts;
}

/** A file's directory and those above it. */
function directoriesOf(finding) {
	const parts = directoryOf(finding.file).split("/");

	return parts.map((part, index) => parts.slice(0, index + 1).join("/")).filter(Boolean);
}

function addOption(select, value, count) {
	const option = make("option", "", `${value} (${count})`);

	option.value = value;
	select.append(option);
}

/** Fills a list of bars and its select; a bar sets the select. */
function addBars(listId, selectId, counts) {
	const select = byId(selectId);
	const most = Math.max(...counts.map(([, count]) => count), 1);

	for (const [value, count] of counts) {
		const button = make("button", levels.includes(value) ? value : "", make("span", "", value), make("span", "", String(count)));

		button.type = "button";
		button.dataset.value = value;
		button.style.setProperty("--part", `${Math.round((count * 100) / most)}%`);
		button.setAttribute("aria-pressed", "false");
		button.addEventListener("click", () => {
			select.value = select.value === value ? "" : value;
			applyFilter();
		});
		byId(listId).append(make("li", "", button));
		addOption(select, value, count);
	}
}

function showSummary() {
	const findings = report.findings;
	const byCount = (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
	const level = countBy(findings, (finding) => [finding.level]);
	const byName = (a, b) => (a[0] < b[0] ? -1 : 1);

	addBars("by-level", "level", levels.filter((name) => level.has(name)).map((name) => [name, level.get(name)]));
	addBars("by-rule", "rule", [...countBy(findings, (finding) => [finding.rule])].sort(byCount));
	addBars("by-directory", "directory", [...countBy(findings, directoriesOf)].sort(byName));
}

function showRun() {
	const { run, units, tool } = report;
	const lacking = ["lost", "degraded", "stale", "missing"].filter((word) => units[word].length > 0);
	const kernel = run.kernel ? `, facts for Linux ${run.kernel}` : "";

	byId("run").textContent =
		`${report.findings.length} findings in ${units.analysed} units · ` +
		`sglint ${tool.version} ${run.command}, policy ${run.policy}${kernel}`;
	if (lacking.length === 0) {
		return;
	}
	const troubles = byId("troubles");

	troubles.hidden = false;
	troubles.querySelector("summary").textContent =
		`Not all of it was analysed: ${lacking.map((word) => `${units[word].length} ${word}`).join(", ")}`;
	for (const word of lacking) {
		for (const unit of units[word]) {
			troubles.querySelector("ul").append(make("li", "", `${word}: ${unit.name}: ${unit.reason}`));
		}
	}
}

function searchText(finding) {
	return [finding.file, finding.function, finding.rule, finding.message, finding.producer, finding.fingerprint]
		.join("\n")
		.toLowerCase();
}

function applyFilter() {
	const wanted = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
	const [level, rule, directory] = ["level", "rule", "directory"].map((id) => byId(id).value);

	state.shown = report.findings.filter(
		(finding) =>
			(level === "" || finding.level === level) &&
			(rule === "" || finding.rule === rule) &&
			isBelow(finding.file, directory) &&
			wanted.every((word) => finding.search.includes(word)),
	);
	for (const id of ["level", "rule", "directory"]) {
		for (const button of document.querySelectorAll(`#by-${id} button`)) {
			button.setAttribute("aria-pressed", String(button.dataset.value === byId(id).value));
		}
	}
	byId("shown").textContent = `${state.shown.length} of ${report.findings.length}`;
	showList();
}

/* ------------------------------------------------------------------------
 * The list
 */
function makeRow(finding) {
	const button = make(
		"button",
		finding.level,
		make("div", "place", placeOf(finding)),
		make("div", "", finding.message),
		make("div", "rule", make("span", "badge", finding.level), ` ${finding.rule}`),
	);

	button.type = "button";
	button.addEventListener("click", () => showFinding(finding));
	finding.row = button;
	return make("li", "", button);
}

function showList() {
	const rows = state.shown.map((finding) => finding.row ? finding.row.parentNode : makeRow(finding));

	byId("list").firstElementChild.replaceChildren(...rows);
}

function markRow(finding, isCurrent) {
	if (finding && finding.row) {
		finding.row.setAttribute("aria-current", String(isCurrent));
	}
}

/* ------------------------------------------------------------------------
 * The picture of the path: a step to the right for each note, a step down for each call
 */
const picture = { across: 84, down: 26, radius: 11, edge: 46 };

function pictureX(index) {
	return picture.edge + index * picture.across;
}

function pictureY(step) {
	return 18 + step.depth * picture.down;
}

function makeNode(step, index) {
	const x = pictureX(index);
	const y = pictureY(step);
	const node = makeSvg(
		"g",
		{ class: step.kind },
		makeSvg("title", {}, step.text),
		makeSvg("circle", { cx: x, cy: y, r: picture.radius }),
		makeSvg("text", { class: "number", x, y: y + 4 }, String(index + 1)),
		makeSvg("text", { x, y: y + 26 }, words[step.kind]),
	);

	node.addEventListener("click", () => showStep(index));
	return node;
}

function makePicture(steps) {
	const depth = Math.max(...steps.map((step) => step.depth));
	const width = 2 * picture.edge + (steps.length - 1) * picture.across;
	const svg = makeSvg("svg", { width, height: 56 + depth * picture.down, role: "img", "aria-label": "Path of the memory" });

	steps.slice(1).forEach((step, index) => {
		const from = [pictureX(index) + picture.radius, pictureY(steps[index])];
		const to = [pictureX(index + 1) - picture.radius, pictureY(step)];
		const middle = (from[0] + to[0]) / 2;

		svg.append(makeSvg("path", { d: `M${from} C${middle},${from[1]} ${middle},${to[1]} ${to}` }));
	});
	steps.forEach((step, index) => svg.append(makeNode(step, index)));
	return make("div", "path", svg);
}

/* ------------------------------------------------------------------------
 * The source with the trace on it
 */

/** The steps of a finding: its notes with a place, and the access if no note is it. */
function stepsOf(finding) {
	const steps = finding.notes.filter((note) => note.kind !== "fix" && note.line);

	if (!steps.some((step) => step.kind === "access")) {
		steps.push({ ...finding, kind: "access", depth: 0, text: finding.message });
	}
	return steps;
}

function hunkOf(step) {
	const hunks = sources.get(step.file) || [];

	return hunks.find((hunk) => step.line >= hunk[0] && step.line < hunk[0] + hunk.length - 1);
}

/** The hunks the steps are in, in the order in which the steps come to them. */
function groupSteps(steps) {
	const groups = [];

	steps.forEach((step, index) => {
		const hunk = hunkOf(step);
		let group = groups.find((other) => other.file === step.file && other.hunk === hunk);

		if (!group) {
			group = { file: step.file, hunk, steps: [] };
			groups.push(group);
		}
		group.steps.push({ ...step, index });
	});
	return groups;
}

function makeStep(step) {
	const button = make(
		"button",
		`step ${step.kind}`,
		make("span", "badge", String(step.index + 1)),
		make("span", "word", words[step.kind]),
		make("span", "", step.text),
	);

	if (step.macro) {
		button.append(make("span", "macro", `in macro ${step.macro}`));
	}
	button.type = "button";
	button.dataset.step = String(step.index);
	button.addEventListener("click", () => showStep(step.index));
	return button;
}

/** A hunk's lines that are worth showing: those near a step of this finding. */
function visibleLines(group) {
	const near = 4;
	const lines = [];

	for (let index = 1; index < group.hunk.length; index++) {
		const number = group.hunk[0] + index - 1;

		if (group.steps.some((step) => Math.abs(step.line - number) <= near)) {
			lines.push([number, group.hunk[index]]);
		}
	}
	return lines;
}

/** A line with the word at each step's column marked. */
function markLine(text, steps) {
	const pre = make("pre", "");
	const bytes = new TextEncoder().encode(text);
	const decoder = new TextDecoder();
	const starts = [...new Set(steps.map((step) => decoder.decode(bytes.slice(0, step.column - 1)).length))];
	let at = 0;

	for (const start of starts.sort((a, b) => a - b)) {
		const word = text.slice(start).match(/^(\w+|\S)/);

		if (word && start >= at) {
			pre.append(text.slice(at, start), make("mark", "", word[0]));
			at = start + word[0].length;
		}
	}
	pre.append(text.slice(at));
	return pre;
}

function makeHunk(group) {
	const box = make("div", "file", make("h3", "", `${group.file}:${group.steps[0].line}`));
	let lines = null;

	if (!group.hunk) {
		box.append(make("p", "empty", "The source is not in the report."), ...group.steps.map(makeStep));
		return box;
	}
	for (const [number, text] of visibleLines(group)) {
		const steps = group.steps.filter((step) => step.line === number);
		const line = make("div", steps.length > 0 ? "marked" : "", make("span", "number", String(number)), markLine(text, steps));

		if (!lines) {
			lines = box.appendChild(make("div", "lines"));
			lines.tabIndex = -1;
		}
		lines.append(line);
		if (steps.length > 0) {
			box.append(...steps.map(makeStep));
			lines = null;
		}
	}
	return box;
}

/** Lines in the margin from each step to the next. */
function drawArrows() {
	const trace = document.querySelector(".trace");

	if (!trace) {
		return;
	}
	const top = trace.getBoundingClientRect().top;
	const margin = parseFloat(getComputedStyle(trace.querySelector(".file")).marginLeft);
	const heights = [...trace.querySelectorAll(".step")]
		.sort((a, b) => a.dataset.step - b.dataset.step)
		.map((step) => step.getBoundingClientRect().top + step.offsetHeight / 2 - top);
	const head = makeSvg("marker", { id: "head", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 6, markerHeight: 6, orient: "auto" },
		makeSvg("path", { d: "M0,0 L8,4 L0,8" }));
	const svg = makeSvg("svg", { width: margin, height: trace.offsetHeight, "aria-hidden": "true" }, makeSvg("defs", {}, head));

	heights.slice(1).forEach((y, index) => {
		const bend = Math.max(margin - 10 - 5 * (1 + (index % 5)), 2);
		const isCurrent = index + 1 === state.step;

		svg.append(makeSvg("path", {
			d: `M${margin},${heights[index]} C${bend},${heights[index]} ${bend},${y} ${margin - 1},${y}`,
			class: isCurrent ? "current" : "",
			"marker-end": "url(#head)",
		}));
	});
	trace.querySelectorAll(":scope > svg").forEach((old) => old.remove());
	trace.append(svg);
}

/* ------------------------------------------------------------------------
 * One finding
 */
function makeFacts(finding) {
	const facts = make("dl", "facts");
	const level = make("span", `badge ${finding.level}`, finding.level);

	level.style.color = "var(--kind)";
	for (const [name, value] of [
		["Rule", `${finding.rule} (${finding.severity})`],
		["Level", level],
		["Function", make("code", "", `${finding.function}()`)],
		["Memory from", finding.producer],
		["Unit", make("code", "", finding.unit)],
		["Fingerprint", make("code", "", finding.fingerprint)],
	]) {
		facts.append(make("dt", "", name), make("dd", "", value));
	}
	return facts;
}

function makeRule(rule) {
	const details = make("details", "", make("summary", "", `About ${rule.id}: ${rule.title}`));

	for (const paragraph of rule.why.split(/\n\s*\n/)) {
		details.append(make("p", "", paragraph));
	}
	details.append(make("h3", "", "Wrong"), make("pre", "", rule.bad), make("h3", "", "Right"), make("pre", "", rule.good));
	details.append(make("h3", "", "References"), make("ul", "", ...rule.references.map((text) => make("li", "", text))));
	return details;
}

function makeDetail(finding) {
	const back = make("button", "", "← List");
	const fix = finding.notes.find((note) => note.kind === "fix");
	const steps = stepsOf(finding);
	const parts = [back, make("h2", "", finding.message), make("div", "place", placeOf(finding)), makeFacts(finding)];

	back.id = "back";
	back.type = "button";
	back.addEventListener("click", leaveFinding);
	if (fix) {
		parts.push(make("p", "fix", make("strong", "", "Instead: "), fix.text));
	}
	parts.push(makePicture(steps), make("div", "trace", ...groupSteps(steps).map(makeHunk)), makeRule(rules.get(finding.rule)));
	return parts;
}

function showFinding(finding) {
	markRow(state.finding, false);
	state.finding = finding;
	state.step = -1;
	markRow(finding, true);
	document.body.classList.add("has-finding");
	byId("detail").replaceChildren(...makeDetail(finding));
	byId("detail").focus({ preventScroll: true });
	byId("detail").scrollIntoView({ block: "nearest" });
	window.history.replaceState(null, "", `#${encodeURIComponent(finding.fingerprint)}`);
	drawArrows();
}

function leaveFinding() {
	document.body.classList.remove("has-finding");
	if (state.finding && state.finding.row) {
		state.finding.row.focus();
	}
}

function showStep(index) {
	const steps = document.querySelectorAll(".trace .step");

	if (index < 0 || index >= steps.length) {
		return;
	}
	state.step = index;
	for (const step of steps) {
		step.classList.toggle("current", Number(step.dataset.step) === index);
	}
	document.querySelectorAll(".path g").forEach((node, at) => node.classList.toggle("current", at === index));
	const current = document.querySelector(`.trace .step[data-step="${index}"]`);

	current.focus({ preventScroll: true });
	current.scrollIntoView({ block: "center" });
	document.querySelectorAll(".path g")[index].scrollIntoView({ block: "nearest", inline: "nearest" });
	drawArrows();
}

/** The finding 'by' places after the current one in the list. */
function moveFinding(by) {
	const at = state.shown.indexOf(state.finding);
	const next = state.shown[at < 0 ? 0 : at + by];

	if (next) {
		showFinding(next);
		next.row.scrollIntoView({ block: "nearest" });
	}
}

/* ------------------------------------------------------------------------
 * Keys, and the start
 */
const keys = {
	j: () => moveFinding(1),
	k: () => moveFinding(-1),
	n: () => showStep(state.step + 1),
	p: () => showStep(state.step - 1),
	"/": () => byId("search").focus(),
	Escape: leaveFinding,
};

function onKey(event) {
	const isTyping = event.target.matches("input, select");

	if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) {
		return;
	}
	if (isTyping && event.key !== "Escape") {
		return;
	}
	event.preventDefault();
	keys[event.key]();
}

function start() {
	const wanted = window.location.hash.slice(1);
	let timer = 0;

	for (const finding of report.findings) {
		finding.search = searchText(finding);
	}
	report.findings.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
	showRun();
	showSummary();
	applyFilter();
	byId("search").addEventListener("input", () => {
		clearTimeout(timer);
		timer = setTimeout(applyFilter, 100);
	});
	byId("filter").addEventListener("change", applyFilter);
	byId("filter").addEventListener("reset", () => setTimeout(applyFilter, 0));
	byId("filter").addEventListener("submit", (event) => event.preventDefault());
	document.addEventListener("keydown", onKey);
	window.addEventListener("resize", drawArrows);
	const linked = report.findings.find((finding) => encodeURIComponent(finding.fingerprint) === wanted);

	if (linked) {
		showFinding(linked);
		linked.row.scrollIntoView({ block: "nearest" });
	}
}

start();
