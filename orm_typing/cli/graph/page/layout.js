// ---- Where everything stands: models in columns within their module, modules packed on the page.

const SIZE = {
  head: 28, row: 19, foot: 6, narrow: 110, wide: 310, side: 10, mark: 30, base: 6,
  gapX: 64, gapY: 20, inset: 18, moduleGap: 52,
};

const pen = document.createElement("canvas").getContext("2d");
const FAMILY = getComputedStyle(document.body).fontFamily;

function widthOf(text, size, weight = 400) {
  pen.font = `${weight} ${size}px ${FAMILY}`;
  return pen.measureText(text).width;
}

function newBox(model) {
  const rows = rowsOf(model);
  const title = widthOf(model.name, 13, 600) + SIZE.base + widthOf(baseText(model), 11);
  const widest = Math.max(
    title + 2 * SIZE.side,
    ...rows.map((row) => 2 * SIZE.side + SIZE.mark + widthOf(row.name, 12) + 14 + widthOf(row.type, 12)),
  );
  return {
    model, rows, x: 0, y: 0,
    w: Math.round(Math.min(SIZE.wide, Math.max(SIZE.narrow, widest))),
    h: SIZE.head + rows.length * SIZE.row + (rows.length ? SIZE.foot : 0),
  };
}

function baseText(model) {
  const names = model.bases.map((base) => models.get(base)?.name ?? base);
  return names.length ? `(${names.join(", ")})` : "";
}

/** The whole page: `boxes` by model, `groups` for modules, and its size. */
function layOut(aspect) {
  const boxes = new Map();
  for (const model of models.values()) if (isShown(model)) boxes.set(model, newBox(model));
  const groups = modules
    .map((module) => [...boxes.values()].filter((box) => box.model.module === module))
    .filter((members) => members.length)
    .map((members) => arrange(members));
  pack(groups, boxes, aspect);
  for (const group of groups) {
    for (const box of group.members) {
      box.x += group.x + SIZE.inset;
      box.y += group.y + SIZE.inset;
    }
  }
  return {
    boxes, groups,
    w: Math.max(0, ...groups.map((group) => group.x + group.w)),
    h: Math.max(0, ...groups.map((group) => group.y + group.h)),
  };
}

/** Models of one module in columns, targets to the left of what leads to them. */
function arrange(members) {
  const ranks = ranksOf(members);
  members.sort((a, b) => ranks.get(a.model) - ranks.get(b.model) || a.model.order - b.model.order);
  const area = members.reduce((sum, box) => sum + (box.w + SIZE.gapX) * (box.h + SIZE.gapY), 0);
  const limit = Math.max(...members.map((box) => box.h), Math.sqrt(area * 0.8));
  const columns = [];
  let used = Infinity;
  let rank = -1;
  for (const box of members) {
    const isNext = ranks.get(box.model) !== rank && used > limit * 0.5;
    if (used + box.h > limit * 1.05 || isNext) {
      columns.push([]);
      used = 0;
    }
    columns.at(-1).push(box);
    used += box.h + SIZE.gapY;
    rank = ranks.get(box.model);
  }
  stack(columns);
  for (let sweep = 0; sweep < 4; sweep += 1) {
    for (const column of columns) sortByNeighbours(column, new Set(members.map((box) => box.model)), columns);
    stack(columns);
  }
  return {
    module: members[0].model.module, members,
    w: Math.max(...members.map((box) => box.x + box.w)) + 2 * SIZE.inset,
    h: Math.max(...members.map((box) => box.y + box.h)) + 2 * SIZE.inset,
  };
}

/** How many relations lead on from a model within its module; a circle counts once. */
function ranksOf(members) {
  const inside = new Set(members.map((box) => box.model));
  const ranks = new Map();
  const visit = (model) => {
    if (ranks.has(model)) return ranks.get(model);
    ranks.set(model, 0);
    const next = model.outgoing.filter((one) => one.to && one.to !== model && inside.has(one.to));
    const rank = next.length ? 1 + Math.max(...next.map((one) => visit(one.to))) : 0;
    ranks.set(model, rank);
    return rank;
  };
  for (const box of members) visit(box.model);
  return ranks;
}

function stack(columns) {
  let x = 0;
  for (const column of columns) {
    const width = Math.max(...column.map((box) => box.w));
    let y = 0;
    for (const box of column) {
      Object.assign(box, { x, y, w: width });
      y += box.h + SIZE.gapY;
    }
    x += width + SIZE.gapX;
  }
}

function sortByNeighbours(column, inside, columns) {
  const places = new Map(columns.flat().map((box) => [box.model, box.y + box.h / 2]));
  const wish = (box) => {
    const near = [...box.model.outgoing.map((one) => one.to), ...box.model.incoming.map((one) => one.from)]
      .filter((model) => model && model !== box.model && inside.has(model));
    if (!near.length) return places.get(box.model);
    return near.reduce((sum, model) => sum + places.get(model), 0) / near.length;
  };
  const wishes = new Map(column.map((box) => [box, wish(box)]));
  column.sort((a, b) => wishes.get(a) - wishes.get(b) || a.model.order - b.model.order);
}

/** Modules side by side, those with many relations between them close together. */
function pack(groups, boxes, aspect) {
  const bonds = bondsOf(groups, boxes);
  const area = groups.reduce((sum, one) => sum + (one.w + SIZE.moduleGap) * (one.h + SIZE.moduleGap), 0);
  const widest = Math.max(0, ...groups.map((one) => one.w + SIZE.moduleGap));
  let best = null;
  for (const factor of [0.85, 1, 1.2, 1.45]) {
    const width = Math.max(widest, Math.sqrt(area * aspect) * factor);
    const found = search(groups, bonds, width, aspect);
    if (!best || found.cost < best.cost) best = found;
  }
  best?.order.forEach((group, number) => Object.assign(group, best.spots[number]));
}

function bondsOf(groups, boxes) {
  const groupOf = new Map(groups.flatMap((group) => group.members.map((box) => [box.model, group])));
  const bonds = new Map();
  for (const relation of relations) {
    if (!boxes.has(relation.from) || !boxes.has(relation.to)) continue;
    const ends = [groupOf.get(relation.from), groupOf.get(relation.to)];
    if (ends[0] === ends[1]) continue;
    const numbers = ends.map((group) => groups.indexOf(group)).sort((a, b) => a - b);
    const key = numbers.join(" ");
    const bond = bonds.get(key) ?? { ends: numbers.map((number) => groups[number]), weight: 0 };
    bond.weight += 1;
    bonds.set(key, bond);
  }
  return [...bonds.values()];
}

/** Exchange modules as long as it helps; the same numbers each time, so the same picture. */
function search(groups, bonds, width, aspect) {
  let seed = 1;
  const random = (below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const judged = (order) => {
    const spots = skyline(order, width);
    return { order, spots, cost: costOf(order, spots, bonds, aspect) };
  };
  let best = judged([...groups].sort((a, b) => b.h - a.h));
  const tries = groups.length < 2 ? 0 : Math.min(900, groups.length * 60);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const order = [...best.order];
    const [one] = order.splice(random(order.length), 1);
    order.splice(random(order.length + 1), 0, one);
    const found = judged(order);
    if (found.cost < best.cost) best = found;
  }
  return best;
}

/** Each module at the highest free place, from the left. */
function skyline(order, width) {
  let line = [{ x: 0, y: 0, w: width }];
  return order.map((group) => {
    const w = group.w + SIZE.moduleGap;
    let spot = null;
    for (const { x } of line) {
      if (x > 0 && x + w > width + 1) continue;
      const y = Math.max(...line.filter((part) => part.x < x + w && part.x + part.w > x).map((part) => part.y));
      if (!spot || y < spot.y) spot = { x, y };
    }
    const end = spot.x + w;
    const rest = line.flatMap((part) => {
      const left = { ...part, w: Math.min(part.w, spot.x - part.x) };
      const from = Math.max(part.x, end);
      const right = { x: from, y: part.y, w: part.x + part.w - from };
      return [left, right].filter((piece) => piece.w > 0.5);
    });
    line = [...rest, { x: spot.x, y: spot.y + group.h + SIZE.moduleGap, w }].sort((a, b) => a.x - b.x);
    return spot;
  });
}

function costOf(order, spots, bonds, aspect) {
  const centre = new Map(order.map((group, number) => [
    group, { x: spots[number].x + group.w / 2, y: spots[number].y + group.h / 2 },
  ]));
  let length = 0;
  let weight = 0;
  for (const bond of bonds) {
    const [a, b] = bond.ends.map((group) => centre.get(group));
    length += bond.weight * (Math.abs(a.x - b.x) + Math.abs(a.y - b.y));
    weight += bond.weight;
  }
  const width = Math.max(...order.map((group, number) => spots[number].x + group.w));
  const height = Math.max(...order.map((group, number) => spots[number].y + group.h));
  return (weight ? length / weight : 0) + 1.2 * Math.max(height, width / aspect);
}
