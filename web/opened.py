"""A request goes in, the store it reads from comes out: opened when first asked for, closed when it is answered."""

from __future__ import annotations

from flask import Flask, current_app, g

from timeline.store import Store


def store() -> Store:
    """Give the store of this request: a connection belongs to one thread, so each request has its own."""
    if "store" not in g:
        g.store = Store.open(current_app.config["STORE"], readonly=True)
    opened: Store = g.store
    return opened


def store_for_writing() -> Store:
    """Give the store of this request to change it; call `writing.check_may_write()` before."""
    if "store_for_writing" not in g:
        g.store_for_writing = Store.open(current_app.config["STORE"])
    opened: Store = g.store_for_writing
    return opened


def keep_closed(app: Flask) -> None:
    """Close the stores at the end of each request."""
    app.teardown_appcontext(_close)


def _close(_: BaseException | None = None) -> None:
    for name in ("store", "store_for_writing"):
        opened: Store | None = g.pop(name, None)
        if opened is not None:
            opened.close()
