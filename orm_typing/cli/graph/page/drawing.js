// ---- Boxes and arrows as SVG. All text goes in as text, so that nothing in it can be markup.

const SVG = "http://www.w3.org/2000/svg";

function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function html(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The shapes at the ends of arrows, for each kind. */
function markers() {
  const marker = (id, refX, ...shapes) => svg("marker", {
    id, refX, refY: 5, viewBox: "0 0 10 10", markerWidth: 10, markerHeight: 10,
    markerUnits: "userSpaceOnUse", orient: "auto-start-reverse",
  }, ...shapes);
  const made = Object.values(KINDS).flatMap(({ style }) => [
    marker(`head-${style}`, 9, svg("path", { class: `solid ${style}`, d: "M0 1L9 5L0 9Z" })),
    marker(`null-${style}`, 8, svg("circle", { class: `hollow ${style}`, cx: 5, cy: 5, r: 3.4 })),
  ]);
  made.push(marker("tail-fk", 5, svg("circle", { class: "solid fk", cx: 5, cy: 5, r: 2.6 })));
  made.push(marker("tail-o2o", 3, svg("path", { class: "stroke o2o", d: "M3 0V10" })));
  return svg("defs", {}, ...made);
}

function drawGroup(group) {
  const frame = svg("rect", { x: group.x, y: group.y, width: group.w, height: group.h, rx: 10 });
  const label = svg("text", { x: group.x + 4, y: group.y - 8 }, group.module || "elsewhere");
  const element = svg("g", { class: "cluster" }, frame, label);
  element.style.setProperty("--hue", hueOf(group.module));
  return element;
}

function drawModel(box) {
  const { model, x, y, w, h } = box;
  const kinds = [model.abstract && "abstract", model.outside && "outside"].filter(Boolean);
  const element = svg("g", {
    class: ["model", ...kinds].join(" "), transform: `translate(${x} ${y})`, tabindex: -1,
    role: "button", "aria-pressed": "false", "data-model": model.full_name,
    "aria-label": `${model.name} in ${model.module}: ${counted(model.fields.length, "field")}, `
      + `${counted(model.outgoing.length, "relation")}, ${counted(model.incoming.length, "relation")} to it`,
  });
  element.style.setProperty("--hue", hueOf(model.module));
  const near = svg("g", { class: "near" });
  near.append(
    svg("path", { class: "head", d: headShape(w, box.rows.length ? SIZE.head : h) }),
    svg("text", { class: "title", x: SIZE.side, y: SIZE.head / 2 }, shortened(model.name, 13, w - 20, 600)),
  );
  if (model.bases.length) {
    const start = SIZE.side + widthOf(model.name, 13, 600) + SIZE.base;
    const text = shortened(baseText(model), 11, w - start - 4);
    near.append(svg("text", { class: "base", x: start, y: SIZE.head / 2, "font-size": 11 }, text));
  }
  box.rows.forEach((row, number) => near.append(drawRow(row, SIZE.head + number * SIZE.row + 3, w)));
  const first = box.rows.findIndex((row) => row.role === "accessor" || row.role === "more");
  if (first > 0) {
    const line = SIZE.head + first * SIZE.row + 3;
    near.append(svg("path", { class: "rule", d: `M6 ${line}H${w - 6}` }));
  }
  const size = Math.min(40, Math.max(h * 0.6, 24), (w * 0.9) / (widthOf(model.name, 10, 600) / 10));
  const far = svg("text", { class: "far-name", x: w / 2, y: h / 2 }, model.name);
  far.style.fontSize = `${size}px`;
  element.append(svg("rect", { class: "frame", width: w, height: h, rx: 7 }), near, far);
  return element;
}

const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

function headShape(w, h) {
  const bottom = h > SIZE.head ? 0 : 6;
  const floor = Math.min(h, SIZE.head) - 0.75;
  return `M0.75 7A6.25 6.25 0 0 1 7 0.75H${w - 7}A6.25 6.25 0 0 1 ${w - 0.75} 7V${floor - bottom}`
    + `${bottom ? `a6 6 0 0 1 -6 6H6.75a6 6 0 0 1 -6 -6` : `V${floor}H0.75`}Z`;
}

function drawRow(row, top, w) {
  const middle = top + SIZE.row / 2;
  const element = svg("g", { class: row.role });
  if (row.role === "more") {
    element.append(svg("text", { x: SIZE.side, y: middle }, shortened(row.name, 12, w - 2 * SIZE.side)));
    return element;
  }
  const start = SIZE.side + SIZE.mark;
  const kind = row.relation && KINDS[row.relation.kind];
  if (row.role === "relation") {
    element.append(svg("text", { class: `mark ${kind.style}`, x: SIZE.side, y: middle }, kind.mark));
  } else if (row.role === "accessor") {
    element.append(svg("text", { class: `mark ${kind.style}`, x: SIZE.side + 4, y: middle }, "\u2190"));
  }
  const name = shortened(row.name, 12, w - start - SIZE.side);
  const left = w - start - SIZE.side - widthOf(name, 12) - 12;
  element.append(svg("text", { class: "name", x: start, y: middle }, name));
  if (left > 16) {
    const type = { class: "type", x: w - SIZE.side, y: middle, "text-anchor": "end" };
    element.append(svg("text", type, shortened(row.type, 12, left)));
  }
  element.append(svg("title", {}, row.relation ? sentence(row.relation) : `${row.name}: ${row.type}`));
  return element;
}

function shortened(text, size, room, weight = 400) {
  if (widthOf(text, size, weight) <= room) return text;
  let end = text.length;
  while (end > 1 && widthOf(`${text.slice(0, end)}\u2026`, size, weight) > room) end -= 1;
  return `${text.slice(0, end)}\u2026`;
}

/** Where a relation touches a box: at its row, or else at the head. */
function heightOf(box, relation, role) {
  const number = box.rows.findIndex((row) => row.relation === relation && row.role === role);
  return box.y + (number < 0 ? SIZE.head / 2 : SIZE.head + (number + 0.5) * SIZE.row + 3);
}

function drawRelation(relation, from, to) {
  const { d, x, y } = route(from, to, relation);
  const { style } = KINDS[relation.kind];
  const start = relation.kind === "many-to-many" ? `head-${style}` : relation.nullable ? `null-${style}` : `tail-${style}`;
  const arrow = svg("path", {
    class: `arrow ${style}${relation.async ? " async" : ""}`, d,
    "marker-start": `url(#${start})`, "marker-end": `url(#head-${style})`,
  });
  const text = relation.accessor ? `${relation.field} \u2192 .${relation.accessor}` : relation.field;
  const label = svg("text", { class: "label", x, y }, text);
  const title = svg("title", {}, sentence(relation));
  const element = svg("g", { class: "edge", "data-relation": relation.order });
  element.append(title, svg("path", { class: "reach", d }), arrow, label);
  return element;
}

/** A curve from side to side; between boxes above each other, around the right. */
function route(from, to, relation) {
  const y1 = heightOf(from, relation, "relation");
  const y2 = heightOf(to, relation, "accessor");
  const isRight = to.x > from.x + from.w;
  const isLeft = to.x + to.w < from.x;
  const x1 = isLeft ? from.x : from.x + from.w;
  const x2 = isRight ? to.x : to.x + to.w;
  if (isLeft || isRight) {
    const reach = (isLeft ? -1 : 1) * Math.max(36, Math.abs(x2 - x1) * 0.45, Math.min(90, Math.abs(y2 - y1) * 0.2));
    const d = `M${x1} ${y1}C${x1 + reach} ${y1} ${x2 - reach} ${y2} ${x2} ${y2}`;
    return { d, x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 6 };
  }
  const reach = 26 + Math.min(70, Math.abs(y2 - y1) * 0.16);
  const out = Math.max(x1, x2) + reach;
  return { d: `M${x1} ${y1}C${out} ${y1} ${out} ${y2} ${x2} ${y2}`, x: out - reach * 0.2, y: (y1 + y2) / 2 };
}
