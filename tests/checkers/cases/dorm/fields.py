"""Plain fields: what reading gives, what `null=True` changes, and what may be assigned."""

import datetime
import decimal
import enum
import uuid

import dorm
from dorm.fields import Field
from typing_extensions import reveal_type


class Status(enum.Enum):
    DRAFT = "draft"
    PUBLISHED = "published"


class Sample(dorm.Model):
    auto = dorm.AutoField()
    big_auto = dorm.BigAutoField(primary_key=False)
    small_auto = dorm.SmallAutoField(primary_key=False)
    integer = dorm.IntegerField()
    small_integer = dorm.SmallIntegerField()
    big_integer = dorm.BigIntegerField()
    positive_integer = dorm.PositiveIntegerField(default=0)
    positive_small_integer = dorm.PositiveSmallIntegerField()
    positive_big_integer = dorm.PositiveBigIntegerField()
    floating = dorm.FloatField()
    decimal = dorm.DecimalField(max_digits=10, decimal_places=2)
    char = dorm.CharField(max_length=100, unique=True, db_index=True)
    text = dorm.TextField("Full text", blank=True)
    citext = dorm.CITextField()
    boolean = dorm.BooleanField(default=False)
    null_boolean = dorm.NullBooleanField()
    date = dorm.DateField()
    time = dorm.TimeField()
    date_time = dorm.DateTimeField(auto_now_add=True)
    duration = dorm.DurationField()
    email = dorm.EmailField(unique=True)
    url = dorm.URLField()
    slug = dorm.SlugField()
    uuid = dorm.UUIDField(default=uuid.uuid4)
    ip_address = dorm.IPAddressField()
    generic_ip_address = dorm.GenericIPAddressField()
    json = dorm.JSONField(default=dict)
    binary = dorm.BinaryField()
    array = dorm.ArrayField(dorm.CharField(max_length=20))
    array_of_nulls = dorm.ArrayField(dorm.CharField(max_length=20, null=True))
    matrix = dorm.ArrayField(dorm.ArrayField(dorm.IntegerField()))
    hstore = dorm.HStoreField()
    generated = dorm.GeneratedField(expression="price * 2", output_field=dorm.DecimalField())
    generated_of_null = dorm.GeneratedField(
        expression="price * 2", output_field=dorm.IntegerField(null=True)
    )
    status = dorm.EnumField(Status, default=Status.DRAFT)
    file = dorm.FileField(upload_to="files/%Y")
    file_path = dorm.FilePathField("/srv", match=r".*\.txt")
    image = dorm.ImageField(upload_to=lambda instance, name: name)
    range = dorm.RangeField()
    integer_range = dorm.IntegerRangeField()
    big_integer_range = dorm.BigIntegerRangeField()
    decimal_range = dorm.DecimalRangeField()
    date_range = dorm.DateRangeField()
    date_time_range = dorm.DateTimeRangeField()


class Empty(dorm.Model):
    integer = dorm.IntegerField(null=True)
    small_integer = dorm.SmallIntegerField(null=True)
    big_integer = dorm.BigIntegerField(null=True)
    positive_integer = dorm.PositiveIntegerField(null=True)
    positive_small_integer = dorm.PositiveSmallIntegerField(null=True)
    positive_big_integer = dorm.PositiveBigIntegerField(null=True)
    floating = dorm.FloatField(null=True)
    decimal = dorm.DecimalField(max_digits=10, null=True)
    char = dorm.CharField(max_length=100, null=True, blank=True)
    text = dorm.TextField(null=True)
    citext = dorm.CITextField(null=True)
    boolean = dorm.BooleanField(null=True)
    date = dorm.DateField(null=True)
    time = dorm.TimeField(null=True)
    date_time = dorm.DateTimeField(null=True)
    duration = dorm.DurationField(null=True)
    email = dorm.EmailField(null=True)
    url = dorm.URLField(null=True)
    slug = dorm.SlugField(null=True)
    uuid = dorm.UUIDField(null=True)
    ip_address = dorm.IPAddressField(null=True)
    generic_ip_address = dorm.GenericIPAddressField(null=True)
    json = dorm.JSONField(null=True)
    binary = dorm.BinaryField(null=True)
    array = dorm.ArrayField(dorm.CharField(max_length=20), null=True)
    hstore = dorm.HStoreField(null=True)
    generated = dorm.GeneratedField(
        expression="price * 2", output_field=dorm.IntegerField(), null=True
    )
    status = dorm.EnumField(Status, null=True)
    file = dorm.FileField(null=True)
    file_path = dorm.FilePathField("/srv", null=True)
    image = dorm.ImageField(null=True)
    range = dorm.RangeField(null=True)
    integer_range = dorm.IntegerRangeField(null=True)
    big_integer_range = dorm.BigIntegerRangeField(null=True)
    decimal_range = dorm.DecimalRangeField(null=True)
    date_range = dorm.DateRangeField(null=True)
    date_time_range = dorm.DateTimeRangeField(null=True)


class Annotated(dorm.Model):
    """Annotations that users write: those of a class without a subscript mean its plain value."""

    char: dorm.CharField = dorm.CharField()
    field: Field[str] = dorm.CharField()
    field_null: "Field[str | None]" = dorm.CharField(null=True)
    char_null: "dorm.CharField[str | None]" = dorm.CharField(null=True)
    status: dorm.EnumField[Status] = dorm.EnumField(Status)
    json: "dorm.JSONField[dict[str, int]]" = dorm.JSONField(default=dict)
    sometimes = dorm.CharField(null=bool(Status))


def read(row: Sample) -> None:
    reveal_type(row.auto)  # R: auto
    reveal_type(row.big_auto)  # R: big-auto
    reveal_type(row.small_auto)  # R: small-auto
    reveal_type(row.integer)  # R: integer
    reveal_type(row.small_integer)  # R: small-integer
    reveal_type(row.big_integer)  # R: big-integer
    reveal_type(row.positive_integer)  # R: positive-integer
    reveal_type(row.positive_small_integer)  # R: positive-small-integer
    reveal_type(row.positive_big_integer)  # R: positive-big-integer
    reveal_type(row.floating)  # R: float
    reveal_type(row.decimal)  # R: decimal
    reveal_type(row.char)  # R: char
    reveal_type(row.text)  # R: text
    reveal_type(row.citext)  # R: ci-text
    reveal_type(row.boolean)  # R: boolean
    reveal_type(row.null_boolean)  # R: null-boolean
    reveal_type(row.date)  # R: date
    reveal_type(row.time)  # R: time
    reveal_type(row.date_time)  # R: date-time
    reveal_type(row.duration)  # R: duration
    reveal_type(row.email)  # R: email
    reveal_type(row.url)  # R: url
    reveal_type(row.slug)  # R: slug
    reveal_type(row.uuid)  # R: uuid
    reveal_type(row.ip_address)  # R: ip-address
    reveal_type(row.generic_ip_address)  # R: generic-ip-address
    reveal_type(row.json)  # R: json
    reveal_type(row.binary)  # R: binary
    reveal_type(row.array)  # R: array
    reveal_type(row.array_of_nulls)  # R: array-of-nulls
    reveal_type(row.matrix)  # R: array-of-arrays
    reveal_type(row.hstore)  # R: h-store
    reveal_type(row.generated)  # R: generated
    reveal_type(row.generated_of_null)  # R: generated-of-null
    reveal_type(row.status)  # R: enum
    reveal_type(row.file)  # R: file
    reveal_type(row.file.url)  # R: file-url
    reveal_type(row.file_path)  # R: file-path
    reveal_type(row.image)  # R: image
    reveal_type(row.range)  # R: range
    reveal_type(row.integer_range)  # R: integer-range
    reveal_type(row.integer_range.lower)  # R: integer-range-bound
    reveal_type(row.big_integer_range)  # R: big-integer-range
    reveal_type(row.decimal_range)  # R: decimal-range
    reveal_type(row.date_range)  # R: date-range
    reveal_type(row.date_time_range)  # R: date-time-range


def read_nullable(row: Empty) -> None:
    reveal_type(row.integer)  # R: null-integer
    reveal_type(row.small_integer)  # R: null-small-integer
    reveal_type(row.big_integer)  # R: null-big-integer
    reveal_type(row.positive_integer)  # R: null-positive-integer
    reveal_type(row.positive_small_integer)  # R: null-positive-small-integer
    reveal_type(row.positive_big_integer)  # R: null-positive-big-integer
    reveal_type(row.floating)  # R: null-float
    reveal_type(row.decimal)  # R: null-decimal
    reveal_type(row.char)  # R: null-char
    reveal_type(row.text)  # R: null-text
    reveal_type(row.citext)  # R: null-ci-text
    reveal_type(row.boolean)  # R: nullable-boolean
    reveal_type(row.date)  # R: null-date
    reveal_type(row.time)  # R: null-time
    reveal_type(row.date_time)  # R: null-date-time
    reveal_type(row.duration)  # R: null-duration
    reveal_type(row.email)  # R: null-email
    reveal_type(row.url)  # R: null-url
    reveal_type(row.slug)  # R: null-slug
    reveal_type(row.uuid)  # R: null-uuid
    reveal_type(row.ip_address)  # R: null-ip-address
    reveal_type(row.generic_ip_address)  # R: null-generic-ip-address
    reveal_type(row.json)  # R: null-json
    reveal_type(row.binary)  # R: null-binary
    reveal_type(row.array)  # R: null-array
    reveal_type(row.hstore)  # R: null-h-store
    reveal_type(row.generated)  # R: null-generated
    reveal_type(row.status)  # R: null-enum
    reveal_type(row.file)  # R: null-file
    reveal_type(row.file_path)  # R: null-file-path
    reveal_type(row.image)  # R: null-image
    reveal_type(row.range)  # R: null-range
    reveal_type(row.integer_range)  # R: null-integer-range
    reveal_type(row.big_integer_range)  # R: null-big-integer-range
    reveal_type(row.decimal_range)  # R: null-decimal-range
    reveal_type(row.date_range)  # R: null-date-range
    reveal_type(row.date_time_range)  # R: null-date-time-range
    print(row.char.upper())  # E: unchecked-none
    if row.char is not None:
        reveal_type(row.char)  # R: checked-none


def read_annotated(row: Annotated) -> None:
    reveal_type(row.char)  # R: annotated
    reveal_type(row.field)  # R: annotated-field
    reveal_type(row.field_null)  # R: annotated-null-field
    reveal_type(row.char_null)  # R: annotated-null
    reveal_type(row.status)  # R: annotated-enum
    reveal_type(row.json)  # R: annotated-json
    reveal_type(row.sometimes)  # R: null-unknown


def read_from_class() -> None:
    reveal_type(Sample.char)  # R: class
    reveal_type(Sample.integer.null)  # R: metadata
    reveal_type(Empty.char)  # R: class-null
    reveal_type(Sample.status)  # R: class-enum
    reveal_type(Sample.array)  # R: class-array
    reveal_type(Sample.file)  # R: class-file


def assign(row: Sample) -> None:
    row.auto = None
    row.integer = 1
    row.integer = "1"
    row.integer = decimal.Decimal(1)
    row.floating = 1
    row.decimal = decimal.Decimal("1.5")
    row.decimal = "1.5"
    row.decimal = 1.5
    row.char = "a"
    row.boolean = True
    row.boolean = 1
    row.boolean = "yes"
    row.null_boolean = None
    row.date = datetime.date(2026, 1, 1)
    row.date = datetime.datetime(2026, 1, 1, 8)
    row.date = "2026-01-01"
    row.time = "08:00"
    row.date_time = "2026-01-01T08:00"
    row.duration = datetime.timedelta(1)
    row.duration = 1_000_000
    row.duration = "01:00:00"
    row.uuid = "00000000-0000-0000-0000-000000000000"
    row.ip_address = "127.0.0.1"
    row.ip_address = 2130706433
    row.json = {"a": [1, None]}
    row.binary = bytearray(b"a")
    row.array = ["a"]
    row.array = ("a", "b")
    row.hstore = {"a": "b"}
    row.status = Status.PUBLISHED
    row.status = "published"
    row.file = dorm.ContentFile(b"", name="a.txt")
    row.file = "a.txt"
    row.file = None
    row.integer_range = dorm.Range(1, 5)
    row.integer_range = (1, None, "[]")
    row.integer = None  # E: none-integer
    row.integer = [1]  # E: list-integer
    row.decimal = None  # E: none-decimal
    row.char = None  # E: none-char
    row.char = 5  # E: integer-char
    row.boolean = None  # E: none-boolean
    row.date = 5  # E: integer-date
    row.date = None  # E: none-date
    row.date_time = datetime.date(2026, 1, 1)  # E: date-date-time
    row.uuid = 5  # E: integer-uuid
    row.binary = "a"  # E: text-binary
    row.array = "ab"  # E: text-array
    row.array = [1]  # E: wrong-item
    row.array = None  # E: none-array
    row.status = None  # E: none-enum
    row.status = dorm.Range()  # E: wrong-enum
    row.file = b"content"  # E: bytes-file
    row.integer_range = 5  # E: integer-range-integer
    row.generated = decimal.Decimal(5)  # E: generated-set


def assign_nullable(row: Empty) -> None:
    row.integer = None
    row.decimal = None
    row.char = None
    row.boolean = None
    row.date = None
    row.array = None
    row.status = None
    row.integer_range = None
    row.integer = [1]  # E: nullable-list-integer


def construct() -> None:
    dorm.CharField(max_lenght=5)  # E: misspelt-option
    dorm.CharField(max_length="5")  # E: text-option
    dorm.IntegerField(null="yes")  # E: text-null
    dorm.ArrayField()  # E: array-without-base
    dorm.EnumField(str)  # E: enum-of-text
    dorm.GeneratedField(expression="a")  # E: generated-without-field
