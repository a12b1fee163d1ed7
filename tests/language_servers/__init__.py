"""What the editor shows: the language servers themselves, asked as an editor asks them.

`questions.toml` has the questions and the answers. The project is that of the checkers' cases, with
the declarations that `orm-typing declare` writes.
"""
