"""Odd names of accessors, fields and classes, and clashes between them."""

from __future__ import annotations

_NAMES = {
    "empty": '""',
    "plus": '"+"',
    "no_identifier": '"no-identifier"',
    "keyword": '"class"',
    "dunder": '"__init__"',
    "dunder_getattr": '"__getattr__"',
    "private": '"__books"',
    "space": '" "',
    "unicode": r'"\uff42ooks"',
    "surrogate": r'"\ud800"',
    "f_string": 'f"{db}_books"',
    "plain_f_string": 'f"books"',
    "concatenated": '"bo" "oks"',
    "added": '"bo" + "oks"',
    "number": "42",
    "none": "None",
    "true": "True",
    "bytes": 'b"books"',
    "name": "undefined_name",
    "method_call": '"BOOKS".lower()',
    "list": '["books"]',
    "same_as_field": '"name"',
    "same_as_method": '"model_dump"',
    "same_as_attribute": '"model_fields"',
    "same_as_key": '"pk"',
    "same_as_itself": '"author"',
    "with_at": '"author@1"',
    "with_dot": '"a.b"',
    "long": '"' + "x" * 3000 + '"',
}


def _shape(name: str) -> str:
    return f"""
class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name={name})
    authors: ManyToMany[Author] = ManyToMany(Author, related_name={name})

class Song(AsyncBaseDBModel):
    author: AsyncForeignKey[AsyncAuthor] = AsyncForeignKey(AsyncAuthor, related_name={name})

def use(author: Author, book: Book) -> None:
    reveal_type(author.books)
    reveal_type(author.name)
    reveal_type(author.model_dump)
    author.bookz
    reveal_type(db.select(Author).prefetch_related({name}).fetch_all()[0].name)
    db.select(Author).prefetch_related({name}, "x__y", "__", "books__").fetch_all()
"""


SHAPES = {name: _shape(value) for name, value in _NAMES.items()}

SHAPES |= {
    "shadowed_builtins": """
class int: ...
class str: ...
class object: ...
class list: ...
class property: ...
class type: ...
class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)
    property: ForeignKey[Author] = ForeignKey(Author, related_name="properties")
    int: ForeignKey[Author] = ForeignKey(Author, related_name="ints")
reveal_type(Book(author=1).author_id)
""",
    "shadowed_constructor": """
class ForeignKey:
    def __init__(self, target): ...
class Book(BaseDBModel):
    author: ForeignKey = ForeignKey(Author)
Book.author
""",
    "shadowed_later": """
class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)
    ForeignKey = 3
    other: Any = ForeignKey(Author)
ForeignKey = 4
Author = 5
""",
    "field_names": """
class Book(BaseDBModel):
    model_config: ForeignKey[Author] = ForeignKey(Author, related_name="a")
    pk: ForeignKey[Author] = ForeignKey(Author, related_name="b")
    __slots__ = ForeignKey(Author, related_name="c")
    __private: ForeignKey[Author] = ForeignKey(Author, related_name="d")
    _under: ForeignKey[Author] = ForeignKey(Author, related_name="e")
    __init__: ForeignKey[Author] = ForeignKey(Author, related_name="f")
    author: ForeignKey[Author] = ForeignKey(Author, related_name="g")
    author_id: ForeignKey[Author] = ForeignKey(Author, related_name="h")
    author_id_id: str = "x"
    fk_descriptors: ManyToMany[Author] = ManyToMany(Author, related_name="i")
reveal_type(Book(pk=1).author_id)
reveal_type(Book(pk=1).author_id_id)
""",
    "accessor_is_source_field": """
class Node(BaseDBModel):
    nodes: ManyToMany[Node] = ManyToMany("Node", related_name="nodes")
    more: ManyToMany[Node] = ManyToMany("Node", related_name="more")
    x: ManyToMany[Node] = ManyToMany("Node", related_name="x_id")
reveal_type(Node().nodes)
""",
    "many_to_itself": """
class Node(BaseDBModel):
    a: ManyToMany[Node] = ManyToMany("Node")
    b: ManyToMany["Node"] = ManyToMany("Node", symmetrical=True)
    c: "ManyToMany[Node]" = ManyToMany("Node", symmetrical=bool(1), related_name="c_nodes")
    d: ManyToMany["names_many_to_itself.Node"] = ManyToMany("names_many_to_itself.Node")
    e: ManyToMany[Self] = ManyToMany("Self", related_name="e_nodes")
    f: ManyToMany[Any] = ManyToMany(Node, related_name="f_nodes")
    g: ManyToMany[Node] = ManyToMany(lambda: Node, related_name="g_nodes")
    h: ManyToMany[Node] = ManyToMany(__qualname__, related_name="h_nodes")
def use(node: Node) -> None:
    reveal_type(node.a); reveal_type(node.nodes); reveal_type(node.b); reveal_type(node.c_nodes)
    reveal_type(node.e); reveal_type(node.f_nodes); reveal_type(node.g); reveal_type(node.h)
""",
}
