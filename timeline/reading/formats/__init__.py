"""The kinds of file: what each is told by, and a Draft for each article in one."""
