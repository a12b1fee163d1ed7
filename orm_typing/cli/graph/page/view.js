// ---- The picture on the screen: moved, zoomed, and with a part of it brought out.

const canvas = document.getElementById("canvas");
const layer = svg("g");
canvas.append(layer);
// On their own, since the legend has arrows, too, while the picture is hidden.
document.body.append(svg("svg", { class: "unseen", "aria-hidden": "true" }, markers()));

/** `isFitted`: all is in sight, and the reader has moved nothing. */
const view = { x: 0, y: 0, scale: 1, isFitted: false, page: null, elements: new Map(), arrows: [] };
const FAR = 0.45;

/** Draw what is to be seen, anew. */
function draw() {
  const { width, height } = canvas.getBoundingClientRect();
  view.page = layOut(width && height ? width / height : 1.5);
  const groups = svg("g", {}, ...view.page.groups.map(drawGroup));
  view.arrows = relations
    .filter((one) => one.to && view.page.boxes.has(one.from) && view.page.boxes.has(one.to))
    .map((one) => ({
      relation: one,
      element: drawRelation(one, view.page.boxes.get(one.from), view.page.boxes.get(one.to)),
    }));
  const inOrder = view.page.groups.flatMap((group) => group.members);
  view.elements = new Map(inOrder.map((box) => [box.model, drawModel(box)]));
  const arrows = svg("g", { "aria-hidden": "true" }, ...view.arrows.map((one) => one.element));
  layer.replaceChildren(groups, arrows, svg("g", {}, ...view.elements.values()));
  canvas.classList.toggle("busy", view.arrows.length > 40);
  document.getElementById("empty").hidden = view.elements.size > 0;
  const stop = view.elements.get(state.selected) ?? view.elements.values().next().value;
  stop?.setAttribute("tabindex", 0);
  bringOut();
}

/** What changed is the room for it. */
function adapt() {
  if (view.isFitted) fit();
  else place();
}

function place() {
  layer.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.scale})`);
  canvas.classList.toggle("far", view.scale < FAR);
  for (const [number, group] of view.page.groups.entries()) {
    const label = layer.firstChild.children[number].lastChild;
    const room = group.w / (widthOf(group.module, 10, 600) / 10);
    label.style.fontSize = `${Math.max(11, Math.min(13 / Math.min(1, view.scale), 44, room))}px`;
  }
}

function fit() {
  const { width, height } = canvas.getBoundingClientRect();
  const { w, h } = view.page;
  if (!w || !width) return;
  const room = { left: 24, top: 44 };
  view.scale = Math.min((width - 2 * room.left) / w, (height - room.top - 24) / h, 1.25);
  view.x = (width - w * view.scale) / 2;
  view.y = room.top + Math.max(0, (height - room.top - 24 - h * view.scale) / 2);
  view.isFitted = true;
  place();
}

function zoom(factor, x, y) {
  const { width, height } = canvas.getBoundingClientRect();
  const at = { x: x ?? width / 2, y: y ?? height / 2 };
  const scale = Math.max(0.04, Math.min(4, view.scale * factor));
  view.x = at.x - ((at.x - view.x) * scale) / view.scale;
  view.y = at.y - ((at.y - view.y) * scale) / view.scale;
  view.scale = scale;
  view.isFitted = false;
  place();
}

function move(dx, dy) {
  view.x += dx;
  view.y += dy;
  view.isFitted = false;
  place();
}

/** Bring a model into sight, and near enough to be read; nothing moves if it is. */
function show(model, { zooms = true } = {}) {
  const box = view.page.boxes.get(model);
  if (!box) return;
  const { width, height } = canvas.getBoundingClientRect();
  if (zooms && view.scale < FAR) {
    view.scale = 0.85;
    view.isFitted = false;
  }
  const left = box.x * view.scale + view.x;
  const top = box.y * view.scale + view.y;
  const isInside = left > 8 && top > 8
    && left + box.w * view.scale < width - 8 && top + box.h * view.scale < height - 8;
  if (!isInside) {
    view.isFitted = false;
    view.x = width / 2 - (box.x + box.w / 2) * view.scale;
    const middle = height / 2 - (box.y + box.h / 2) * view.scale;
    view.y = box.h * view.scale < height - 80 ? middle : 40 - box.y * view.scale;
  }
  place();
}

/** The one model of the picture that Tab leads to. */
function focusOn(model) {
  for (const element of view.elements.values()) element.setAttribute("tabindex", -1);
  const element = view.elements.get(model);
  element?.setAttribute("tabindex", 0);
  element?.focus({ preventScroll: true });
}

/** The nearest model in a direction: -1, 0 or 1 on each axis. */
function neighbour(model, dx, dy) {
  const from = view.page.boxes.get(model);
  const centre = (box) => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 });
  const at = centre(from);
  let best = null;
  for (const box of view.page.boxes.values()) {
    const to = centre(box);
    const along = (to.x - at.x) * dx + (to.y - at.y) * dy;
    if (box === from || along <= 4) continue;
    const aside = Math.abs((to.x - at.x) * dy) + Math.abs((to.y - at.y) * dx);
    const distance = along + 2.2 * aside;
    if (!best || distance < best.distance) best = { distance, model: box.model };
  }
  return best?.model ?? null;
}

function matches(model) {
  const query = state.query;
  return [model.name, shortModule(model.module), ...model.fields.map((field) => field.name),
    ...model.incoming.map((one) => one.accessor ?? "")].some((text) => text.toLowerCase().includes(query));
}

const foundModels = () => (state.query ? [...view.elements.keys()].filter(matches) : []);

/** Let what is selected or searched for stand out from the rest. */
function bringOut() {
  const found = new Set(foundModels());
  const lit = new Set(found);
  const { selected } = state;
  if (selected) lit.add(selected);
  const own = selected ? selected.outgoing.length + selected.incoming.length : 0;
  // Else the rows of the boxes say it, or there would be too many.
  canvas.classList.toggle("labelled", state.detail === "names" && own <= 12);
  for (const { relation, element } of view.arrows) {
    const isStrong = selected !== null && (relation.from === selected || relation.to === selected);
    element.classList.toggle("strong", isStrong);
    if (isStrong) lit.add(relation.from).add(relation.to);
  }
  for (const [model, element] of view.elements) {
    element.classList.toggle("lit", lit.has(model));
    element.classList.toggle("found", found.has(model));
    element.classList.toggle("selected", model === selected);
    element.setAttribute("aria-pressed", String(model === selected));
  }
  canvas.classList.toggle("dimmed", lit.size > 0 || state.query !== "");
  for (const { element } of view.arrows) if (element.classList.contains("strong")) element.parentNode.append(element);
}
