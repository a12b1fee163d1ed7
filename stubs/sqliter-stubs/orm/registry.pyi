from typing import Any, ClassVar, Protocol, TypedDict

class _M2MForwardRef(Protocol):
    def resolve_forward_ref(self, model_class: type[Any]) -> None: ...
    @property
    def junction_table(self) -> str | None: ...

class _RegistryState(TypedDict):
    models: dict[str, type[Any]]
    models_by_name: dict[str, type[Any]]
    foreign_keys: dict[str, list[dict[str, Any]]]
    pending_reverses: dict[str, list[dict[str, Any]]]
    m2m_relationships: dict[str, list[dict[str, Any]]]
    pending_m2m_reverses: dict[str, list[dict[str, Any]]]
    pending_m2m_targets: dict[str, list[dict[str, Any]]]

class ModelRegistry:
    _models: ClassVar[dict[str, type]]
    _models_by_name: ClassVar[dict[str, type[Any]]]
    _foreign_keys: ClassVar[dict[str, list[dict[str, Any]]]]
    _pending_reverses: ClassVar[dict[str, list[dict[str, Any]]]]
    _m2m_relationships: ClassVar[dict[str, list[dict[str, Any]]]]
    _pending_m2m_reverses: ClassVar[dict[str, list[dict[str, Any]]]]
    _pending_m2m_targets: ClassVar[dict[str, list[dict[str, Any]]]]
    @classmethod
    def reset(cls) -> None: ...
    @classmethod
    def snapshot(cls) -> _RegistryState: ...
    @classmethod
    def restore(cls, state: _RegistryState) -> None: ...
    @classmethod
    def register_model(cls, model_class: type[Any]) -> None: ...
    @classmethod
    def register_foreign_key(
        cls,
        from_model: type[Any],
        to_model: type[Any],
        fk_field: str,
        on_delete: str,
        related_name: str | None = None,
    ) -> None: ...
    @classmethod
    def get_model(cls, table_name: str) -> type[Any] | None: ...
    @classmethod
    def get_model_by_name(cls, class_name: str) -> type[Any] | None: ...
    @classmethod
    def get_foreign_keys(cls, table_name: str) -> list[dict[str, Any]]: ...
    @classmethod
    def add_reverse_relationship(
        cls, from_model: type[Any], to_model: type[Any], fk_field: str, related_name: str
    ) -> None: ...
    @classmethod
    def _add_reverse_relationship_now(
        cls, from_model: type[Any], to_model: type[Any], fk_field: str, related_name: str
    ) -> None: ...
    @classmethod
    def add_m2m_relationship(
        cls,
        from_model: type[Any],
        to_model: type[Any],
        m2m_field: str,
        junction_table: str,
        related_name: str | None,
        *,
        symmetrical: bool = False,
    ) -> None: ...
    @classmethod
    def add_pending_m2m_relationship(
        cls,
        *,
        from_model: type[Any],
        to_model_name: str,
        m2m_field: str,
        related_name: str | None,
        symmetrical: bool,
        descriptor: _M2MForwardRef,
    ) -> None: ...
    @classmethod
    def _add_m2m_reverse_now(
        cls,
        from_model: type[Any],
        to_model: type[Any],
        m2m_field: str,
        junction_table: str,
        related_name: str,
        *,
        symmetrical: bool = False,
    ) -> None: ...
    @classmethod
    def get_m2m_relationships(cls, table_name: str) -> list[dict[str, Any]]: ...
