"""A match and the words around it -> why it is no time: the conditions that rules ask, by what they are about."""
