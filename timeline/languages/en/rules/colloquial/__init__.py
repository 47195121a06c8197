"""What only messages say: the rules that come before all others, and those over times already found."""

from timeline.languages.en.rules.colloquial import (
    bare,
    bare_units,
    clock,
    dates,
    days_in_figures,
    feasts,
    glued,
    hours,
    joins,
)

RULES = (feasts, bare, bare_units, dates, days_in_figures, glued, hours, clock)
JOINS = (joins,)
