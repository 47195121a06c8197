"""Adding in the browser and saved views, without a script: forms in, pages out, and what stands in the store after."""

from __future__ import annotations

import io
import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from printed import IDS
from stocked import SMELTER, fill
from werkzeug.datastructures import MultiDict

from timeline.lines import loads
from timeline.pipeline import timeline_of
from timeline.reading import Refusal, read_bytes
from timeline.store import Store
from web import create_app

TOKEN = "sesame"  # noqa: S105  of a server that lives for one test
MILL = "The mill burned down on Saturday. It will be rebuilt in 2026, the mayor said.\n"
DATED = "Published: 11 February 2025\nSource: Skarrow Courier\n\n" + MILL


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "timeline.db"


@pytest.fixture
def client(db: Path) -> FlaskClient:
    return create_app(db, allow_write=True).test_client()


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def hidden(page: str) -> MultiDict[str, str]:
    """The fields that a browser would send back from the form of a page."""
    form = page[page.index("<form") : page.index("</form>")]
    found: MultiDict[str, str] = MultiDict()
    for field in re.findall(r"<input [^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', field), re.search(r'value="([^"]*)"', field)
        if name and 'type="file"' not in field:
            found.add(name[1], unescape(value[1]) if value else "")
    return found


def send(client: FlaskClient, before: str, status: int = 200, **fields: str) -> str:
    """Send the form of a page with some fields filled in."""
    data = hidden(before)
    for name, value in fields.items():
        data[name] = value
    answer = client.post("/add", data=data)
    assert answer.status_code == status, answer.get_data(as_text=True)
    return answer.get_data(as_text=True)


def form(client: FlaskClient) -> str:
    return client.get("/add").get_data(as_text=True)


def stored(db: Path) -> list[str | None]:
    with Store.open(db, readonly=True) as store:
        return [article["published"] for article in store.articles().items]


def test_a_pasted_text_is_shown_before_it_is_stored(client: FlaskClient, db: Path) -> None:
    seen = send(client, form(client), text=DATED, step="look")
    assert "Skarrow Courier published Tue 11 Feb 2025, from a line at the head of the file 2 events" in words(seen)
    assert "Sat 8 Feb 2025 date stated The mill burned down on Saturday ." in words(seen)
    assert "When was it published?" not in seen
    assert stored(db) == []
    kept = send(client, seen, step="keep")
    assert "Stored 1 article" in words(kept)
    assert stored(db) == ["2025-02-11"]
    (article,) = re.findall(r'href="(/articles/\w+)"', kept)
    assert "The mill burned down on" in client.get(article).get_data(as_text=True)


def test_a_missing_publish_date_is_asked_for(client: FlaskClient, db: Path) -> None:
    seen = send(client, form(client), text=MILL, step="look")
    assert "When was it published?" in seen
    assert "no publish date" in words(seen)
    fields = hidden(seen)
    assert fields["sent-published"] == ""
    fields["sent-published"] = "11 February 2025"
    fields["step"] = "look"
    again = client.post("/add", data=fields).get_data(as_text=True)
    assert "published Tue 11 Feb 2025, from the person who added it" in words(again)
    assert "Sat 8 Feb 2025 date stated" in words(again)
    assert stored(db) == []
    send(client, again, step="keep")
    assert stored(db) == ["2025-02-11"]


def test_a_publish_date_that_cannot_be_read_is_asked_for_again(client: FlaskClient, db: Path) -> None:
    seen = send(client, form(client), text=MILL, published="soon", step="look")
    assert "Cannot be stored: the publish date given, 'soon', is not a full date" in words(seen)
    assert 'name="sent-published" value="soon"' in seen
    again = send(client, seen, 400, step="keep", **{"sent-published": "31/02/2026"})
    assert "What was understood Nothing is stored yet: a publish date that was given cannot be read." in words(again)
    assert "'31/02/2026', names no day there is" in words(again)
    assert stored(db) == []
    assert hidden(again)["sent-data"] == hidden(seen)["sent-data"]
    assert "Stored 1 article" in words(send(client, again, step="keep", **{"sent-published": "11 February 2025"}))
    assert stored(db) == ["2025-02-11"]


def test_enter_in_a_field_looks_again(client: FlaskClient) -> None:
    seen = send(client, form(client), text=MILL, step="look")
    assert re.findall(r'<button [^>]*name="step" value="(\w+)"', seen) == ["look", "keep"]


def test_several_files_are_shown_and_stored_together(client: FlaskClient, db: Path) -> None:
    fields = hidden(form(client))
    for name, text in (("mill.txt", DATED), ("well.txt", "The well ran dry on 3 May 2021.\n"), ("empty.txt", " -- ")):
        fields.add("files", (io.BytesIO(text.encode()), name))  # type: ignore[arg-type]  # werkzeug's form of a file
    fields["step"] = "look"
    seen = client.post("/add", data=fields).get_data(as_text=True)
    assert re.findall(r'<section class="preview" aria-label="([^"]*)">', seen) == ["mill.txt", "well.txt", "empty.txt"]
    assert "Cannot be stored: no text in it" in words(seen)
    kept = words(send(client, seen, step="keep"))
    assert "Stored 2 articles, 1 refused" in kept
    assert stored(db) == ["2025-02-11", None]
    assert "there already" in words(send(client, seen, step="keep"))
    assert len(stored(db)) == 2


def send_files(client: FlaskClient, *files: tuple[str, bytes]) -> tuple[int, str]:
    fields = hidden(form(client))
    fields["step"] = "look"
    for name, data in files:
        fields.add("files", (io.BytesIO(data), name))  # type: ignore[arg-type]
    with client.post("/add", data=fields) as answer:
        return answer.status_code, answer.get_data(as_text=True)


def test_what_could_not_be_sent_back_is_refused_before_it_is_shown(client: FlaskClient, db: Path) -> None:
    fields = hidden(form(client))
    for name in ("one.txt", "two.txt"):
        fields.update({"step": "look"})
        for field, value in (("name", name), ("data", "A" * 8_000_000)):
            fields.add(f"sent-{field}", value)
        for field in ("published", "title", "source", "url"):
            fields.add(f"sent-{field}", "")
    answer = client.post("/add", data=fields)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 400
    assert "files : with two.txt this is more than a page can carry, 11 MB in 150 files at once; add it with" in words(
        page
    )
    assert send_files(client, *((f"{number}.txt", MILL.encode()) for number in range(151)))[0] == 400
    assert stored(db) == []


def test_a_preview_is_sent_back_as_it_is_not_as_an_address(client: FlaskClient, db: Path) -> None:
    # The worst of base64: every character of it is one that an address would need three for.
    status, seen = send_files(client, ("mill.txt", DATED.encode()), ("worst.bin", b"\xfb\xef\xbe" * 50_000))
    assert status == 200
    fields = hidden(seen)
    fields["step"] = "keep"
    assert 'enctype="multipart/form-data"' in seen
    with client.post("/add", data=fields, content_type="multipart/form-data") as kept:
        assert kept.status_code == 200
        assert "Stored 2 articles" in words(kept.get_data(as_text=True))
    assert stored(db) == ["2025-02-11", None]


def test_nothing_sent_is_named(client: FlaskClient) -> None:
    again = send(client, form(client), 400, text="  ", source="Skarrow Courier", step="look")
    assert "There is nothing to add: paste a text or choose a file." in words(again)
    assert '<details class="known" open>' in again
    assert hidden(again)["source"] == "Skarrow Courier"
    assert "What was understood" in send(client, again, text=MILL, step="look")
    assert "is none of look, keep" in send(client, form(client), 400, text=MILL, step="burn")


def test_a_form_of_another_site_stores_nothing(client: FlaskClient, db: Path) -> None:
    fields = {"text": DATED, "step": "look"}
    assert client.post("/add", data=fields).status_code == 400
    answer = client.post("/add", data=hidden(form(client)) | fields, headers={"Origin": "http://elsewhere.example"})
    assert answer.status_code == 403
    assert client.post("/views", data={"name": "x", "query": ""}).status_code == 400
    assert stored(db) == []


def test_where_writing_is_off_the_page_says_how_to_switch_it_on(db: Path) -> None:
    client = create_app(db).test_client()
    page = client.get("/add").get_data(as_text=True)
    assert "<textarea" not in page
    assert "timeline serve --allow-write" in page
    assert client.post("/add", data={"text": MILL}).status_code == 403
    assert "writing over HTTP is off" in client.get("/views?from=2025").get_data(as_text=True)


def test_a_server_with_a_token_asks_for_it_once(db: Path) -> None:
    client = create_app(db, token=TOKEN).test_client()
    page = form(client)
    assert 'name="token" type="password"' in page
    send(client, page, 401, text=DATED, step="look", token="simsim")  # noqa: S106  wrong
    fields = hidden(page)
    del fields["token"]
    fields.update({"text": DATED, "step": "look", "token": TOKEN})
    seen = client.post("/add", data=fields).get_data(as_text=True)
    assert "What was understood" in seen
    assert "Stored 1 article" in words(send(client, seen, step="keep"))
    assert 'name="token"' not in form(client)


def test_hostile_names_and_words_stay_words(client: FlaskClient) -> None:
    fields = hidden(form(client))
    fields["step"] = "look"
    fields["source"], fields["url"] = "<b>bold</b>", "javascript:alert(1)"
    text = b"<script>alert(1)</script> burned on 3 May 2021.\n"
    fields.add("files", (io.BytesIO(text), '../"><i>x.txt'))  # type: ignore[arg-type]
    seen = client.post("/add", data=fields).get_data(as_text=True)
    assert not re.findall(r"<(?:b|i)>|<script>", seen)
    assert 'href="javascript' not in send(client, seen, step="keep")


# ---- saved views ------------------------------------------------------------------------------------------------


@pytest.fixture
def views(db: Path) -> FlaskClient:
    return create_app(fill(db), allow_write=True).test_client()


def save(client: FlaskClient, name: str, query: str, status: int = 303) -> None:
    page = client.get(f"/views?{query}").get_data(as_text=True)
    fields = hidden(page)
    fields["name"] = name
    answer = client.post("/views", data=fields)
    assert answer.status_code == status


def test_a_view_is_saved_listed_followed_and_dropped(views: FlaskClient) -> None:
    save(views, " Smelter  2025 ", "from=2025&text=smelter&modality=planned")
    page = views.get("/views").get_data(as_text=True)
    assert "Smelter 2025 from 2025 found “smelter” modality planned" in words(page)
    (address,) = re.findall(r'<h2><a href="(/views/[^"]*)"', page)
    answer = views.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/?from=2025&text=smelter&modality=planned")
    fields = hidden(page)
    assert fields["name"] == "Smelter 2025"
    assert views.post("/views/drop", data=fields).status_code == 303
    assert views.get(address).status_code == 404
    assert views.post("/views/drop", data=fields).status_code == 404


def test_a_view_of_the_same_name_is_replaced(views: FlaskClient) -> None:
    save(views, "mine", "from=2025")
    save(views, "mine", "from=1997")
    assert views.get("/views/mine").headers["Location"] == "/?from=1997"


@pytest.mark.parametrize("name", ["", "x" * 81, "a/b", ".", ".."])
def test_a_view_needs_a_name_that_an_address_can_hold(views: FlaskClient, name: str) -> None:
    save(views, name, "from=2025", 400)


def test_a_view_by_article_names_it(views: FlaskClient) -> None:
    query = f"article={IDS[SMELTER]}"
    save(views, "smelter", query)
    assert "smelter article Skarrow smelter may reopen in June" in words(views.get("/views").get_data(as_text=True))
    assert "article Skarrow smelter may reopen in June" in words(views.get(f"/views?{query}").get_data(as_text=True))


def test_a_view_holds_filters_alone(views: FlaskClient) -> None:
    assert views.get("/views?frm=2025").status_code == 400
    fields = hidden(views.get("/views?from=2025").get_data(as_text=True))
    fields["name"], fields["query"] = "x", "cursor=1"
    assert views.post("/views", data=fields).status_code == 400


# ---- a publish date that is missing -------------------------------------------------------------------------------


@pytest.fixture
def undated(db: Path) -> str:
    (article,) = read_bytes(MILL.encode(), "mill.txt")
    assert not isinstance(article, Refusal)
    with Store.open(db) as store:
        store.save(timeline_of(article))
    return f"/articles/{article.id}"


def test_an_article_without_a_publish_date_asks_for_it(client: FlaskClient, db: Path, undated: str) -> None:
    page = client.get(undated).get_data(as_text=True)
    assert "cannot be dated yet: this article has no publish date" in words(page)
    refused = client.post(f"{undated}/published", data={**hidden(page), "published": "Tuesday"})
    assert refused.status_code == 400
    again = refused.get_data(as_text=True)
    assert "The publish date given, 'Tuesday', is not a full date. A full date: 2025-02-11, or" in words(again)
    assert hidden(again)["published"] == "Tuesday"
    assert "The mill burned down on Saturday" in words(again)
    wrong = client.post(f"{undated}/published", data={**hidden(again), "published": "31/02/2026"})
    assert "'31/02/2026', names no day there is in the years 1600 to 2199." in words(wrong.get_data(as_text=True))
    answer = client.post(f"{undated}/published", data={**hidden(page), "published": "11 February 2025"})
    assert (answer.status_code, answer.headers["Location"]) == (303, undated)
    page = client.get(undated).get_data(as_text=True)
    assert "Published Tue 11 Feb 2025, from the person who added it" in words(page)
    assert "When was it published?" not in page
    assert "no publish date" not in page
    with Store.open(db, readonly=True) as store:
        assert [loads(event)["label"] for event in store.each_event()] == ["Sat 8 Feb 2025", "2026"]
        assert [entry.what for entry in store.log()] == ["added", "redated"]
        assert list(store.faults()) == []
    again = client.post(f"{undated}/published", data={**hidden(form(client)), "published": "2024-01-01"})
    assert again.status_code == 409


def test_it_is_asked_for_with_the_token_and_of_nobody_where_writing_is_off(db: Path, undated: str) -> None:
    closed, guarded = create_app(db).test_client(), create_app(db, token=TOKEN).test_client()
    page = words(closed.get(undated).get_data(as_text=True))
    assert f"timeline date {undated.rpartition('/')[2]} 2025-02-11" in page
    assert closed.post(f"{undated}/published", data={"published": "2025-02-11"}).status_code == 403
    fields = {**hidden(guarded.get(undated).get_data(as_text=True)), "published": "2025-02-11"}
    assert guarded.post(f"{undated}/published", data={**fields, "token": "guess"}).status_code == 401
    assert guarded.post(f"{undated}/published", data={**fields, "token": TOKEN}).status_code == 303
    assert guarded.post("/articles/none/published", data=fields).status_code == 404
