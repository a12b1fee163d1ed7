"""Keys that are foreign keys, and keys of several columns."""

import dorm

from people.residents import Country, District, Queue, Resident


class Passport(dorm.Model):
    holder = dorm.OneToOneField(Resident, primary_key=True, on_delete=dorm.CASCADE)
    country = dorm.ForeignKey(Country, on_delete=dorm.CASCADE)
    replaced = dorm.ForeignKey(
        "people.Passport", null=True, on_delete=dorm.SET_NULL, related_name="replacement"
    )


class Visa(dorm.Model):
    passport = dorm.ForeignKey(Passport, on_delete=dorm.CASCADE, related_name="visas")
    days = dorm.IntegerField(default=1)


class Stamp(dorm.Model):
    visa = dorm.OneToOneField("people.Visa", dorm.CASCADE, primary_key=True)
    district = dorm.ForeignKey(District, null=True, on_delete=dorm.SET_NULL)
    ink = dorm.CharField(max_length=5, null=True)


class Smudge(dorm.Model):
    stamp = dorm.ForeignKey(Stamp, on_delete=dorm.CASCADE, related_name="smudges")
    waiting = dorm.ForeignKey(Queue, null=True, on_delete=dorm.SET_NULL, related_name="smudges")


class Crossing(dorm.Model):
    key = dorm.CompositePrimaryKey("visa", "number")
    visa = dorm.ForeignKey(Visa, on_delete=dorm.CASCADE, related_name="crossings")
    number = dorm.IntegerField()
    place = dorm.CharField(max_length=20, null=True)
