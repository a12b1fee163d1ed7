from dorm.contrib.pgvector.expressions import CosineDistance, L2Distance, MaxInnerProduct
from dorm.contrib.pgvector.fields import VectorField
from dorm.contrib.pgvector.indexes import HnswIndex, IvfflatIndex
from dorm.contrib.pgvector.operations import VectorExtension, load_sqlite_vec_extension

__all__ = [
    "CosineDistance",
    "HnswIndex",
    "IvfflatIndex",
    "L2Distance",
    "MaxInnerProduct",
    "VectorExtension",
    "VectorField",
    "load_sqlite_vec_extension",
]
