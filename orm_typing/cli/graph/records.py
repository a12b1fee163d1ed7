"""The picture for machines: the same names in JSON output and in the data of the page."""

from __future__ import annotations

from orm_typing.cli.graph.picture import Arrow, Box, Picture


def records(picture: Picture) -> dict[str, list[dict[str, object]]]:
    """Models and relations as plain values."""
    return {
        "models": [_model(box) for box in picture.boxes],
        "relations": [_relation(arrow) for arrow in picture.arrows],
    }


def _model(box: Box) -> dict[str, object]:
    return {
        "full_name": box.full_name,
        "name": box.name,
        "module": box.module,
        "orm": box.orm,
        "bases": list(box.bases),
        "abstract": box.is_abstract,
        "outside": box.is_outside,
        "place": box.place,
        "fields": [
            {"name": line.name, "type": line.type, "is_relation": line.arrow is not None}
            for line in box.lines
        ],
    }


def _relation(arrow: Arrow) -> dict[str, object]:
    return {
        "source": arrow.source,
        "field": arrow.field,
        "target": arrow.target,
        "target_text": arrow.target_text,
        "accessor": arrow.accessor,
        "kind": arrow.kind.value,
        "async": arrow.is_async,
        "nullable": arrow.nullable,
        "copied_from": arrow.copied_from,
        "place": arrow.place,
    }
