from sqlalchemy import MetaData, SelectBase, Table
from sqlmodel import SQLModel

HISTORY_METADATA: MetaData
change_history_table: Table

class TrackChangesMixin:
    __track_exclude__: tuple[str, ...]

def format_row_pk(value: object) -> str: ...
def history_select(model: type[SQLModel], id_str: object) -> SelectBase: ...
def register_change_tracking() -> None: ...
