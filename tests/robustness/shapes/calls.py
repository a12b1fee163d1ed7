"""Relations that are called, or given a value, in odd ways."""

from __future__ import annotations


def _field(value: str, annotation: str = "ForeignKey[Author]") -> str:
    return f"class Book(BaseDBModel):\n    author: {annotation} = {value}\n"


_VALUES = {
    "no_arguments": "ForeignKey()",
    "star": "ForeignKey(*[Author])",
    "double_star": "ForeignKey(**{'to_model': Author})",
    "star_and_name": "ForeignKey(*[], to_model=Author, related_name='x')",
    "options_unpacked": "ForeignKey(Author, **dict(related_name='x', null=True))",
    "twice_given": "ForeignKey(Author, to_model=Author)",
    "many_positional": "ForeignKey(Author, 'CASCADE', 'CASCADE', True)",
    "unknown_option": "ForeignKey(Author, nothing=True)",
    "lambda_target": "ForeignKey(lambda: Author)",
    "lambda_value": "lambda: ForeignKey(Author)",
    "called_lambda": "(lambda: ForeignKey(Author, related_name='made'))()",
    "call_result": "ForeignKey(type(Author(name='x')))",
    "called_target": "ForeignKey(Author(name='x'))",
    "subscripted": "ForeignKey[Author](Author)",
    "subscripted_twice": "ForeignKey[Author][Author](Author)",
    "subscripted_target": "ForeignKey(list[Author])",
    "subscripted_module": "o.ForeignKey[Author](to_model=Author)",
    "conditional_value": "ForeignKey(Author) if db else ForeignKey(Author, null=True)",
    "conditional_target": "ForeignKey(Author if db else AsyncAuthor)",
    "conditional_constructor": "(ForeignKey if db else AsyncForeignKey)(Author)",
    "or_value": "None or ForeignKey(Author)",
    "walrus_value": "(made := ForeignKey(Author))",
    "walrus_target": "ForeignKey((target := Author))",
    "parenthesised": "((ForeignKey))((Author))",
    "tuple_value": "(ForeignKey(Author), ForeignKey(Author))",
    "subscripted_value": "[ForeignKey(Author)][0]",
    "attribute_of_value": "ForeignKey(Author).to_model",
    "method_of_value": "ForeignKey(Author).__class__(Author)",
    "cast": "t.cast(ForeignKey[Author], ForeignKey(Author))",
    "comprehension": "[ForeignKey(x) for x in (Author,)][0]",
    "getattr": "getattr(o, 'ForeignKey')(Author)",
    "partial": "__import__('functools').partial(ForeignKey, Author)()",
    "chained_call": "ForeignKey(Author)(Author)",
    "nested_call": "ForeignKey(ForeignKey(Author))",
    "field_call": "Field(default_factory=lambda: ForeignKey(Author))",
    "ellipsis": "...",
    "null_expression": "ForeignKey(Author, null=bool(db))",
    "null_string": "ForeignKey(Author, null='yes')",
    "null_none": "ForeignKey(Author, null=None)",
    "unique_expression": "ForeignKey(Author, unique=not db)",
    "await": "await ForeignKey(Author)",
    "yield": "(yield ForeignKey(Author))",
}

SHAPES = {name: _field(value) for name, value in _VALUES.items() if name not in ("await", "yield")}

SHAPES |= {
    f"many_{name}": _field(
        value.replace("ForeignKey", "ManyToMany").replace("null=", "symmetrical="),
        "ManyToMany[Author]",
    )
    for name, value in _VALUES.items()
    if name not in ("await", "yield")
}

SHAPES |= {
    "several_targets": """
class Book(BaseDBModel):
    a = b = ForeignKey(Author)
    c, d = ForeignKey(Author), ForeignKey(Author)
    (e) = ForeignKey(Author, related_name="e_books")
    [f] = [ForeignKey(Author, related_name="f_books")]
    *g, h = [ForeignKey(Author)]
""",
    "augmented": """
class Book(BaseDBModel):
    a: ForeignKey[Author] = ForeignKey(Author)
    a += ForeignKey(Author)
    a.name = ForeignKey(Author)
    a["x"] = ForeignKey(Author)
""",
    "module_level": """
author: ForeignKey[Author] = ForeignKey(Author)
ForeignKey(Author)
Author.late = ForeignKey(Author)
def function(x: ForeignKey[Author] = ForeignKey(Author)) -> None:
    inner: ForeignKey[Author] = ForeignKey(Author, related_name="inner")
""",
    "instance_level": """
class Book(BaseDBModel):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.author: ForeignKey[Author] = ForeignKey(Author)
        self.other = ForeignKey(Author)
    @property
    def made(self) -> ForeignKey[Author]:
        return ForeignKey(Author)
""",
    "loops": """
class Book(BaseDBModel):
    for name in ("a", "b"):
        author: ForeignKey[Author] = ForeignKey(Author, related_name=name)
    while False:
        never: ForeignKey[Author] = ForeignKey(Author, related_name="never")
    with open("x") as f:
        opened: ForeignKey[Author] = ForeignKey(Author, related_name="opened")
    match name:
        case "a":
            matched: ForeignKey[Author] = ForeignKey(Author, related_name="matched")
""",
}
