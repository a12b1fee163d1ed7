import dorm

from library.people import Author


class Book(dorm.Model):
    title = dorm.CharField(max_length=80)
    author = dorm.ForeignKey(Author, on_delete=dorm.CASCADE, related_name="books")
    editor = dorm.ForeignKey("Author", on_delete=dorm.SET_NULL, null=True)
    printed_in = dorm.ForeignKey("library.Country", on_delete=dorm.CASCADE)
    sequel_of = dorm.ForeignKey("Book", null=True, related_name="sequels")
    tags = dorm.ManyToManyField("Tag")


class Cover(dorm.Model):
    book = dorm.OneToOneField(Book, on_delete=dorm.CASCADE)


class Tag(dorm.Model):
    label = dorm.CharField(max_length=20)
