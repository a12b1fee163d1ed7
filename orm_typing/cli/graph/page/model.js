"use strict";
// ---- The data of the page, arranged for drawing.

const data = JSON.parse(document.getElementById("data").textContent);

const KINDS = {
  "foreign key": { mark: "FK", style: "fk" },
  "one-to-one": { mark: "1:1", style: "o2o" },
  "many-to-many": { mark: "M2M", style: "m2m" },
};

const models = new Map(
  data.models.map((model, order) => [
    model.full_name,
    { ...model, order, declared: new Map(), outgoing: [], incoming: [] },
  ]),
);

const relations = data.relations.map((one, order) => {
  const relation = { ...one, order, from: models.get(one.source), to: models.get(one.target) };
  relation.from.outgoing.push(relation);
  relation.from.declared.set(relation.field, relation);
  if (relation.to) relation.to.incoming.push(relation);
  return relation;
});

const modules = [...new Set([...models.values()].map((model) => model.module))].sort();

/** What is shown and chosen. */
const state = {
  detail: models.size > 60 ? "relations" : "all",
  hidden: new Set(),
  selected: null,
  query: "",
};

/** What all names of modules begin with is not worth its room. */
const prefix = (() => {
  const parts = modules.map((module) => module.split("."));
  let length = 0;
  while (modules.length > 1 && parts.every((one) => one.length > length + 1 && one[length] === parts[0][length])) {
    length += 1;
  }
  return parts.length ? parts[0].slice(0, length).map((part) => `${part}.`).join("") : "";
})();
const shortModule = (module) => module.slice(prefix.length);
const hueOf = (module) => Math.round((modules.indexOf(module) * 137.5 + 210) % 360);
const targetName = (relation) => (relation.to ? relation.to.name : `${relation.target_text}?`);
const isShown = (model) => !state.hidden.has(model.module);

/** The lines of a box: fields as they are written, then the accessors that relations put there. */
function rowsOf(model) {
  if (state.detail === "names" || model.outside) return [];
  const fields = model.fields
    .map((field) => ({ field, relation: model.declared.get(field.name) }))
    .filter((row) => row.relation || state.detail === "all")
    .map(({ field, relation }) => ({
      role: relation ? "relation" : "field",
      name: field.name + (relation?.nullable ? "?" : ""),
      type: relation ? targetName(relation) : field.type,
      relation,
    }));
  const incoming = model.incoming.filter((relation) => relation.accessor);
  const accessors = incoming
    .filter((relation) => isShown(relation.from))
    .map((relation) => ({
      role: "accessor",
      name: relation.accessor,
      type: `${relation.from.name}.${relation.field}`,
      relation,
    }));
  const rest = incoming.length - accessors.length;
  const more = rest ? [{ role: "more", name: `and ${rest} of hidden modules`, type: "" }] : [];
  return [...fields, ...accessors, ...more];
}

/** A relation in words. */
function sentence(relation) {
  const kind = `${relation.async ? "async " : ""}${relation.kind}`;
  const accessor = relation.accessor ? `, appears as ${targetName(relation)}.${relation.accessor}` : "";
  const nullable = relation.nullable ? ", nullable" : "";
  return `${relation.from.name}.${relation.field}: ${kind} to ${targetName(relation)}${nullable}${accessor}`;
}
