"""The fields of `dorm.contrib`."""

import decimal

import dorm
from dorm.contrib.encrypted import EncryptedCharField, EncryptedTextField
from dorm.contrib.extra_fields import (
    ColorField,
    CountryField,
    IPRangeField,
    JSONSchemaField,
    Money,
    MoneyField,
    PathField,
    PercentageField,
    PhoneField,
    SemverField,
    TimezoneField,
)
from dorm.contrib.gis import Geom, GeometryField, LineStringField, PointField, PolygonField
from dorm.contrib.pgvector import VectorField
from typing_extensions import reveal_type

# Made in a function: the library needs another package for this field.
SCHEMA = {"type": "object"}


class Sample(dorm.Model):
    encrypted_char = EncryptedCharField(max_length=200, deterministic=False)
    encrypted_text = EncryptedTextField()
    vector = VectorField(dimensions=3)
    geometry = GeometryField(srid=4326)
    point = PointField()
    polygon = PolygonField()
    line_string = LineStringField()
    money = MoneyField(currency="EUR")
    semver = SemverField()
    phone = PhoneField()
    color = ColorField()
    ip_range = IPRangeField()
    timezone = TimezoneField()
    path = PathField(allow_traversal=True)
    percentage = PercentageField()
    country = CountryField()


class Empty(dorm.Model):
    encrypted_char = EncryptedCharField(max_length=200, null=True)
    encrypted_text = EncryptedTextField(null=True)
    vector = VectorField(3, null=True)
    geometry = GeometryField(null=True)
    point = PointField(null=True)
    polygon = PolygonField(null=True)
    line_string = LineStringField(null=True)
    money = MoneyField(currency="EUR", null=True)
    semver = SemverField(null=True)
    phone = PhoneField(null=True)
    color = ColorField(null=True)
    ip_range = IPRangeField(null=True)
    timezone = TimezoneField(null=True)
    path = PathField(null=True)
    percentage = PercentageField(null=True)
    country = CountryField(null=True)


def read(row: Sample) -> None:
    reveal_type(row.encrypted_char)  # R: encrypted-char
    reveal_type(row.encrypted_text)  # R: encrypted-text
    reveal_type(row.vector)  # R: vector
    reveal_type(row.geometry)  # R: geometry
    reveal_type(row.point)  # R: point
    reveal_type(row.polygon)  # R: polygon
    reveal_type(row.line_string)  # R: line-string
    reveal_type(row.money)  # R: money
    reveal_type(row.semver)  # R: semver
    reveal_type(row.phone)  # R: phone
    reveal_type(row.color)  # R: color
    reveal_type(row.ip_range)  # R: ip-range
    reveal_type(row.timezone)  # R: timezone
    reveal_type(row.path)  # R: path
    reveal_type(row.percentage)  # R: percentage
    reveal_type(row.country)  # R: country


def read_nullable(row: Empty) -> None:
    reveal_type(row.encrypted_char)  # R: null-encrypted-char
    reveal_type(row.encrypted_text)  # R: null-encrypted-text
    reveal_type(row.vector)  # R: null-vector
    reveal_type(row.geometry)  # R: null-geometry
    reveal_type(row.point)  # R: null-point
    reveal_type(row.polygon)  # R: null-polygon
    reveal_type(row.line_string)  # R: null-line-string
    reveal_type(row.money)  # R: null-money
    reveal_type(row.semver)  # R: null-semver
    reveal_type(row.phone)  # R: null-phone
    reveal_type(row.color)  # R: null-color
    reveal_type(row.ip_range)  # R: null-ip-range
    reveal_type(row.timezone)  # R: null-timezone
    reveal_type(row.path)  # R: null-path
    reveal_type(row.percentage)  # R: null-percentage
    reveal_type(row.country)  # R: null-country


def read_from_class() -> None:
    reveal_type(Sample.money.currency)  # R: currency
    reveal_type(Sample.vector.dimensions)  # R: dimensions
    reveal_type(JSONSchemaField(schema=SCHEMA))  # R: json-schema


def assign(row: Sample, empty: Empty) -> None:
    row.encrypted_char = "secret"
    row.vector = [1.0, 2, 3]
    row.vector = (1.0, 2, 3)
    row.point = Geom.point(1, 2)
    row.point = "POINT(1 2)"
    row.money = Money(decimal.Decimal(1), "EUR")
    row.money = decimal.Decimal(1)
    row.money = "1.50"
    row.percentage = "99.9"
    empty.money = None
    empty.point = None
    row.encrypted_char = None  # E: none-encrypted
    row.vector = ["a"]  # E: text-in-vector
    row.vector = None  # E: none-vector
    row.point = 3  # E: integer-point
    row.money = None  # E: none-money
    row.money = [1]  # E: list-money
    MoneyField(curency="EUR", currency=3)  # E: integer-currency
    VectorField("3")  # E: text-dimensions
