OPERATOR_MAPPING: dict[str, str]
SQLITE_TYPE_MAPPING: dict[type, str]
