from sqliter.orm import BaseDBModel, ManyToMany


class Tag(BaseDBModel):
    label: str


class Article(BaseDBModel):
    title: str
    tags: ManyToMany[Tag] = ManyToMany(Tag)
    shelves: ManyToMany["Shelf"] = ManyToMany("Shelf", related_name="contents")
    # True in both directions: there is no other side.
    similar: ManyToMany["Article"] = ManyToMany("Article", symmetrical=True)
    sources: ManyToMany["Article"] = ManyToMany("Article", related_name="cited_by")


class Shelf(BaseDBModel):
    place: str
