"""What only messages say: the rules that come before all others, and those over times already found."""

from timeline.languages.en.rules.colloquial import (
    bare,
    bare_units,
    clock,
    dates,
    days_in_figures,
    far_off,
    feasts,
    glued,
    hour_pairs,
    hours,
    joins,
    lengths,
    plans,
)

RULES = (plans, feasts, bare, bare_units, dates, far_off, days_in_figures, glued, hour_pairs, hours, lengths, clock)
JOINS = (joins,)
