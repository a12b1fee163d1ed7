"""Models with primary keys of their own."""

import uuid

import dorm


class Resident(dorm.Model):
    uid = dorm.UUIDField(primary_key=True, default=uuid.uuid4)
    name = dorm.CharField(max_length=50)
    parent = dorm.ForeignKey(
        "Resident", null=True, on_delete=dorm.SET_NULL, related_name="children"
    )


class Country(dorm.Model):
    code = dorm.CharField(max_length=2, primary_key=True)
    name = dorm.CharField(max_length=50)
    ruler = dorm.OneToOneField(Resident, null=True, on_delete=dorm.SET_NULL, related_name="realm")


class District(dorm.Model):
    number = dorm.IntegerField(primary_key=True)
    country = dorm.ForeignKey(Country, on_delete=dorm.CASCADE, related_name="districts")
    seat = dorm.CharField(max_length=20, null=True)


class Queue(dorm.Model):
    ticket = dorm.BigAutoField(primary_key=True)
    desk = dorm.CharField(max_length=5)
