"""Models as users write them: nothing says which accessors they get."""  # E: import-cycle

import uuid

import dorm


class Author(dorm.Model):
    token = dorm.UUIDField(primary_key=True, default=uuid.uuid4)
    name = dorm.CharField(max_length=50)


class Country(dorm.Model):
    code = dorm.CharField(max_length=2, primary_key=True)
