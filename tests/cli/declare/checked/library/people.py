import uuid

import dorm


class Author(dorm.Model):
    token = dorm.UUIDField(primary_key=True, default=uuid.uuid4)
    name = dorm.CharField(max_length=80)


class Country(dorm.Model):
    code = dorm.CharField(max_length=2, primary_key=True)
