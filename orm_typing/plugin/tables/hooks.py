"""What functions over tables offer to mypy's hooks (:mod:`orm_typing.plugin.build.hooks`)."""

from __future__ import annotations

from orm_typing.orms import TABLE_LIBRARIES
from orm_typing.plugin.build.hooks import TypeHooks, hook, independent_hook
from orm_typing.plugin.tables import back_populates, calls

# All of them are overloaded, or are called among arguments of what is.
METHODS: TypeHooks = {
    name: hook("table call", calls.check_method, library, method, in_overload=True)
    for library in TABLE_LIBRARIES
    for method in library.methods
    for name in method.full_names
}

FUNCTIONS: TypeHooks = {
    name: found
    for library in TABLE_LIBRARIES
    for names, found in (
        *(
            (
                function.full_names,
                hook("table call", calls.check_function, library, function, in_overload=True),
            )
            for function in library.functions
        ),
        (
            library.builder_classes,
            independent_hook("table call", calls.remember_model, library, in_overload=True),
        ),
        (
            library.relation_functions,
            hook("back_populates", back_populates.check_other_side, library, in_overload=True),
        ),
    )
    for name in names
}
