"""The formats: a folder for each kind of file, with its syntax and its meaning, and no opinion.

A folder holds `detect` (which files are of this kind; imported at every run, so it imports next to nothing), `parse`
and, where the kind states facts, `facts`. Folders whose names begin with an underscore are syntaxes that several
formats share.
"""
