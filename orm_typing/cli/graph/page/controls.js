// ---- What the reader does: pointer, keys, search, filters, and the panel of the selected model.

const byId = (id) => document.getElementById(id);
const root = document.documentElement;

function select(model, { moves = true } = {}) {
  state.selected = model;
  fillDetails(model);
  bringOut();
  if (model && moves) {
    show(model);
    focusOn(model);
  }
}

function fillDetails(model) {
  const panel = byId("details");
  const wasHidden = panel.hidden;
  panel.hidden = !model;
  if (model) panel.replaceChildren(...detailsOf(model));
  if (wasHidden !== panel.hidden) adapt();
}

function detailsOf(model) {
  const close = html("button", { type: "button", class: "close", "aria-label": "Close" }, "\u00d7");
  close.addEventListener("click", () => select(null));
  const parts = [close, html("h2", {}, model.name), html("div", { class: "muted" }, model.module)];
  if (model.place) parts.push(html("div", { class: "muted" }, model.place));
  if (model.abstract) parts.push(html("div", {}, "abstract"));
  const bases = model.bases.map((base) => models.get(base)).filter(Boolean);
  list(parts, "Derives from", bases.map((base) => [link(base)]));
  list(parts, "Relations", model.outgoing.map((one) => [
    badge(one), ` ${one.field}${one.nullable ? "?" : ""} \u2192 `,
    one.to ? link(one.to) : targetName(one), one.accessor ? `.${one.accessor}` : "",
  ]));
  list(parts, "Accessors", model.incoming.filter((one) => one.accessor).map((one) => [
    badge(one), ` ${one.accessor} \u2190 `, link(one.from), `.${one.field}`,
  ]));
  list(parts, "Fields", model.fields.filter((field) => !field.is_relation).map((field) => [
    field.name, html("span", { class: "muted" }, `: ${field.type}`),
  ]));
  return parts;
}

function list(parts, title, items) {
  if (!items.length) return;
  parts.push(html("h3", {}, title), html("ul", {}, ...items.map((item) => html("li", {}, ...item))));
}

function badge(relation) {
  const { mark, style } = KINDS[relation.kind];
  return html("b", { class: `badge ${style}`, title: sentence(relation) }, mark);
}

function link(model) {
  const button = html("button", { type: "button", class: "link" }, model.name);
  button.addEventListener("click", () => {
    if (!isShown(model)) toggleModules([model.module], true);
    select(model);
  });
  return button;
}

// -- modules

function listModules() {
  const items = modules.map((module) => {
    const input = html("input", { type: "checkbox", value: module });
    input.checked = true;
    input.addEventListener("change", () => toggleModules([module], input.checked));
    const swatch = html("span", { class: "swatch" });
    swatch.style.setProperty("--hue", hueOf(module));
    const count = [...models.values()].filter((model) => model.module === module).length;
    const name = html("span", { class: "name", title: module }, shortModule(module) || "elsewhere");
    return html("li", {}, html("label", {}, input, swatch, name, html("span", { class: "count" }, String(count))));
  });
  byId("modules").replaceChildren(...items);
}

function toggleModules(names, isWanted) {
  for (const name of names) isWanted ? state.hidden.delete(name) : state.hidden.add(name);
  for (const input of byId("modules").querySelectorAll("input")) input.checked = !state.hidden.has(input.value);
  if (state.selected && !isShown(state.selected)) select(null);
  for (const row of document.querySelectorAll("#relations tbody tr")) {
    row.hidden = !isShown(models.get(row.dataset.source));
  }
  draw();
  fit();
  countHits();
}

// -- search

function countHits() {
  byId("hits").value = state.query ? `${foundModels().length} found` : "";
}

byId("search").addEventListener("input", (event) => {
  state.query = event.target.value.trim().toLowerCase();
  bringOut();
  countHits();
});

byId("search").addEventListener("keydown", (event) => {
  const found = foundModels();
  if (event.key === "Enter" && found.length) {
    const next = (found.indexOf(state.selected) + 1) % found.length;
    select(found[next], { moves: false });
    show(found[next]);
  } else if (event.key === "Escape") {
    event.target.value = state.query = "";
    select(null);
    countHits();
    event.target.blur();
  }
  event.stopPropagation();
});

// -- buttons

byId("detail").value = state.detail;
byId("detail").addEventListener("change", (event) => {
  state.detail = event.target.value;
  draw();
  fit();
});
byId("zoom-in").addEventListener("click", () => zoom(1.3));
byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
byId("fit").addEventListener("click", fit);
byId("all-modules").addEventListener("click", () => toggleModules(modules, true));
byId("no-modules").addEventListener("click", () => toggleModules(modules, false));
byId("table-view").addEventListener("click", toggleTable);
byId("theme").addEventListener("click", toggleTheme);

function toggleTable() {
  const isTable = root.classList.toggle("table");
  byId("table-view").setAttribute("aria-pressed", String(isTable));
  if (!isTable) adapt();
}

function toggleTheme() {
  const isDark = getComputedStyle(root).colorScheme === "dark";
  root.dataset.theme = isDark ? "light" : "dark";
}

// -- pointer

const pointers = new Map();
let wasMoved = false;

canvas.addEventListener("pointerdown", (event) => {
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  wasMoved = false;
});
canvas.addEventListener("pointermove", (event) => {
  const last = pointers.get(event.pointerId);
  if (!last) return;
  const now = { x: event.clientX, y: event.clientY };
  const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
  if (others.length) {
    const spread = (at) => Math.hypot(at.x - others[0].x, at.y - others[0].y) || 1;
    const frame = canvas.getBoundingClientRect();
    zoom(spread(now) / spread(last), (now.x + others[0].x) / 2 - frame.x, (now.y + others[0].y) / 2 - frame.y);
  } else if (wasMoved || Math.hypot(now.x - last.x, now.y - last.y) > 3) {
    if (!wasMoved) canvas.setPointerCapture(event.pointerId);
    wasMoved = true;
    canvas.classList.add("moving");
    move(now.x - last.x, now.y - last.y);
  } else {
    return;
  }
  pointers.set(event.pointerId, now);
});
for (const name of ["pointerup", "pointercancel"]) {
  canvas.addEventListener(name, (event) => {
    pointers.delete(event.pointerId);
    canvas.classList.remove("moving");
  });
}
canvas.addEventListener("click", (event) => {
  if (wasMoved) return;
  const model = modelAt(event.target);
  select(model === state.selected ? null : model, { moves: false });
  if (model) {
    show(model, { zooms: false });
    focusOn(model);
  }
});
canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  const frame = canvas.getBoundingClientRect();
  zoom(Math.exp(-Math.max(-100, Math.min(100, event.deltaY)) * 0.003), event.clientX - frame.x, event.clientY - frame.y);
}, { passive: false });

const modelAt = (element) => models.get(element.closest?.(".model")?.dataset.model) ?? null;

// -- keys

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select")) return;
  const model = modelAt(event.target);
  const arrow = ARROWS[event.key];
  const actions = {
    "/": () => byId("search").focus(),
    "+": () => zoom(1.3),
    "=": () => zoom(1.3),
    "-": () => zoom(1 / 1.3),
    0: fit,
    t: toggleTable,
    d: toggleTheme,
    Escape: () => select(null),
  };
  if (model && (event.key === "Enter" || event.key === " ")) {
    select(model === state.selected ? null : model);
  } else if (arrow && event.shiftKey) {
    move(arrow[0] * -80, arrow[1] * -80);
  } else if (arrow && model) {
    const next = neighbour(model, ...arrow);
    if (next) {
      show(next);
      focusOn(next);
    }
  } else if (actions[event.key]) {
    actions[event.key]();
  } else {
    return;
  }
  event.preventDefault();
});

// -- start

root.classList.remove("plain");
listModules();
draw();
fit();
new ResizeObserver(adapt).observe(canvas);
