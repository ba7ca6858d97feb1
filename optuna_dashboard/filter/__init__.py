"""A small language that says which trials are meant: ``value < 0.1 and state == COMPLETE``.

Text -> ``tokens`` -> ``parser`` -> ``tree`` -> ``evaluate`` over columns -> a mask. Nothing of
it is ever run as Python. The language is described in ``docs/filter.md``.
"""
