"""Questions to a study whose answers are computed: what mattered, and how much.

Compiled packages are imported by those modules only that cannot do without, and these
modules by those functions only that need them; see ``packages``.
"""
