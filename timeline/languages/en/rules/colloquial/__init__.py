"""What only messages say: the rules that come before all others, and those over times already found."""

from timeline.languages.en.rules.colloquial import bare, clock, dates, feasts, glued, hours, joins

RULES = (feasts, bare, dates, glued, hours, clock)
JOINS = (joins,)
