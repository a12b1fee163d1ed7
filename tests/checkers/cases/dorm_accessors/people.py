"""Models as users write them: nothing says which accessors they get."""  # E: import-cycle

import dorm


class Author(dorm.Model):
    name = dorm.CharField(max_length=50)


class Genre(dorm.Model):
    label = dorm.CharField(max_length=50)
