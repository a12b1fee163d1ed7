"""Run every example of this folder."""

import async_orm
import eager_loading
import explicit_keys
import filters_across_relations
import foreign_keys
import many_to_many
import model_registry
import relation_counts
import reverse_relations

EXAMPLES = (
    foreign_keys,
    reverse_relations,
    explicit_keys,
    many_to_many,
    eager_loading,
    filters_across_relations,
    relation_counts,
    model_registry,
    async_orm,
)


def main() -> None:
    """Run them in the order of the documentation."""
    for example in EXAMPLES:
        example.main()
        print(f"{example.__name__}: as documented")


if __name__ == "__main__":
    main()
