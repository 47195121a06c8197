from __future__ import annotations

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from made import saturday_timeline, timeline_with

from timeline import __version__
from timeline.model import Domain
from timeline.store import Store

TEXT = "Published: 2025-02-11\n\nTalks end\n\nOfficials met in the town hall on Saturday.\n"
COMMANDS = (
    "add",
    "show",
    "export",
    "explain",
    "tag",
    "when",
    "serve",
    "log",
    "date",
    "remove",
    "rebuild",
    "check",
    "backup",
    "watch",
)


def run(*words: str | Path, data: bytes | str = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own."""
    given = data.encode() if isinstance(data, str) else data
    done = subprocess.run(
        [sys.executable, "-m", "timeline", *map(str, words)],
        input=given,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, **environment},
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "timeline.db"
    with Store.open(path) as store:
        store.save(saturday_timeline())
    return path


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


# ---- everywhere -------------------------------------------------------------------------------------------------


def test_version() -> None:
    assert run("--version").stdout == f"timeline {__version__}\n"


@pytest.mark.parametrize("command", [(), *[(name,) for name in COMMANDS]])
def test_help_stands_everywhere_with_an_example(command: tuple[str, ...]) -> None:
    done = run(*command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "example:\n  timeline" in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("fly",),
        ("add",),
        ("add", "x", "--published", "yesterday"),
        ("add", "x", "--jobs", "0"),
        ("show", "--from", "soon"),
        ("show", "--from", "2025", "--to", "2024"),
        ("show", "--basis", "guessed"),
        ("show", "--form", "2025"),
        ("export",),
        ("export", "docx"),
        ("export", "timeml"),
        ("export", "timeml", "--article", "x", "--article", "y"),
        ("export", "timeml", "--article", "x", "--text", "y"),
        ("explain",),
        ("explain", "x", "--text", "y"),
        ("tag", "--format", "docx"),
        ("tag", "--jsonl", "--published", "2025-02-11"),
        ("tag", "--jsonl", "--format", "timeml"),
        ("add", "x", "--lang", "klingon"),
        ("when",),
        ("serve", "--port", "99999"),
    ],
)
def test_wrong_usage_is_2_and_changes_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run(*words, TIMELINE_DB=str(tmp_path / "none.db"))
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"(timeline(?: \w+)?): .+; see \1 --help\n", done.stderr)
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_filter_is_one_line_with_its_name_and_the_reason() -> None:
    done = run("show", "--from", "2025-13")
    reason = "timeline show: argument --from: '2025-13': there is no such month; see timeline show --help\n"
    assert (done.returncode, done.stderr) == (2, reason)


def test_dates_the_wrong_way_round_are_both_repeated(db: Path) -> None:
    done = run("show", "--from", "2025-03", "--to", "2025-02", "--db", db)
    reason = "timeline show: argument --to: '2025-02' lies before from, '2025-03'; see timeline show --help\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", reason)


def test_explain_warns_once() -> None:
    words = "They met on Tuesday, 10 February 2025."
    told = run("explain", "--text", words, "--published", "2025-02-11").stdout.splitlines()
    warning = "2025-02-10 is a Monday, the text says Tuesday"
    assert [line for line in told if line.endswith(f": {warning}")] == [f"  beware: {warning}"]


def test_explain_warns_once_of_an_event(tmp_path: Path) -> None:
    file, store = tmp_path / "a.txt", tmp_path / "t.db"
    file.write_text("Published: 2025-02-11\nMeeting\n\nThey met on Tuesday, 10 February 2025.\n")
    assert run("add", file, "--db", store).returncode == 0
    (event,) = json.loads(run("show", "--format", "json", "--db", store).stdout)["events"]
    told = run("explain", event["id"], "--db", store).stdout.splitlines()
    warning = "2025-02-10 is a Monday, the text says Tuesday"
    assert [line for line in told if line.endswith(f": {warning}")] == [f"  beware: {warning}"]


def test_a_language_that_nobody_recognised_has_no_code() -> None:
    assert run("explain", "--text", "le mardi", "--lang", "und").stdout == "no language was recognised\n"


def test_the_database_comes_from_the_environment(db: Path) -> None:
    assert "late Saturday" in run("show", TIMELINE_DB=str(db)).stdout


def test_a_missing_database_is_told_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    for words in (("show",), ("explain", "x"), ("remove", "x"), ("rebuild",), ("backup", tmp_path / "copy")):
        done = run(*words, "--db", path)
        assert (done.returncode, done.stdout) == (1, ""), words
        assert done.stderr == f"timeline: {path}: there is no such database; `timeline add` makes it\n"
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_a_database_is_told(text: Path) -> None:
    for words in (("show",), ("serve", "--port", "0"), ("add", text)):
        done = run(*words, "--db", text)
        assert (done.returncode, done.stdout) == (1, ""), words
        assert done.stderr == f"timeline: {text}: is not a database\n"
    assert text.read_text("utf-8") == TEXT


def test_a_locked_database_is_told(db: Path, text: Path) -> None:
    other = sqlite3.connect(db, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        done = run("add", text, "--db", db, "--wait", "0.1")
    finally:
        other.close()
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"timeline: {db}: is locked by another program; try again when that is done\n"


def test_a_reader_that_has_read_enough_is_no_error(db: Path) -> None:
    with Store.open(db) as store:
        store.save(timeline_with(*[None] * 3000))
    words = [sys.executable, "-m", "timeline", "export", "ndjson", "--undated", "include", "--db", str(db)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(20) == 0


@pytest.mark.parametrize("words", ["show", "export csv", "tag", "check", "add -"])
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_stream_that_is_closed_from_the_start_is_no_fault_of_the_program(db: Path, words: str, closed: str) -> None:
    """What cannot be heard is not said; what cannot be read is empty, which `add` refuses as such."""
    command = f"{sys.executable} -m timeline {words} {closed}"
    given = {"TIMELINE_DB": str(db), **os.environ}
    done = subprocess.run(command, shell=True, env=given, input=b"", capture_output=True, timeout=60, check=False)  # noqa: S602
    assert done.returncode == (words == "add -")
    assert b"Traceback" not in done.stderr


# ---- show, export, explain --------------------------------------------------------------------------------------


def test_show_in_every_format(db: Path) -> None:
    event = saturday_timeline().events[0]
    assert run("show", "--db", db).stdout.startswith("2025\n  Feb 2025\n    Sat 8 Feb 2025\n")
    assert json.loads(run("show", "--format", "json", "--db", db).stdout)["events"][0]["id"] == event.id
    assert json.loads(run("export", "ndjson", "--db", db).stdout)["id"] == event.id
    assert run("export", "csv", "--db", db).stdout.splitlines()[1].startswith(f"{event.id},2025-02-08,2025-02-09,day")


def test_show_names_what_is_not_there(db: Path) -> None:
    for name, told in (
        ("--source", "no source 'zzz'; there is Example Wire"),
        ("--article", "no article 'zzz'; `timeline log` names them"),
    ):
        done = run("show", name, "zzz", "--db", db)
        assert (done.returncode, done.stdout, done.stderr) == (0, "no events\n", f"timeline: {told}\n")


def test_show_counts_what_it_leaves_out_for_want_of_a_date(tmp_path: Path) -> None:
    db = tmp_path / "new.db"
    run("add", "-", "--db", db, data="Officials met on Saturday. The weir was built in 1851.\n")
    done = run("show", "--db", db)
    told = "timeline: 1 event without a date left out; --undated only shows them\n"
    assert (done.returncode, done.stderr) == (0, told)
    assert run("show", "--undated", "only", "--db", db).stderr == ""
    assert run("export", "ndjson", "--db", db).stderr == ""


def test_explain_tells_an_event_of_several_lines_and_its_article(tmp_path: Path) -> None:
    db, path = tmp_path / "new.db", tmp_path / "weir.txt"
    text = "The weir will be opened on 4 May 2030, the mayor said in\nthe hall of the town and of\nits people."
    path.write_text(f"Weir in Ottering to open\nSource: Own\n\n{text}\n", "utf-8")
    run("add", path, "--db", db)
    (event,) = json.loads(run("export", "json", "--db", db).stdout)["events"]
    told = run("explain", event["id"], "--db", db).stdout.splitlines()
    assert told[:4] == [
        "Sat 4 May 2030 [planned]: The weir will be opened on 4 May 2030",
        f"  “{' '.join(text.split())}”",
        "  Own, published at an unknown date",
        f"  “Weir in Ottering to open”; article {event['article']['id']}",
    ]


def test_an_article_is_exported_as_timeml(db: Path) -> None:
    key = saturday_timeline().article.id
    done = run("export", "timeml", "--article", key, "--db", db)
    assert 'value="2025-02-08" mod="END">late Saturday</TIMEX3>' in done.stdout
    assert run("show", "--format", "timeml", "--article", key, "--db", db).stdout == done.stdout
    missing = run("export", "timeml", "--article", "nope", "--db", db)
    assert (missing.returncode, missing.stdout) == (1, "")
    assert missing.stderr == "timeline: nope: there is no article of this id\n"


def test_what_a_format_cannot_hold_is_told(db: Path) -> None:
    with Store.open(db) as store:
        store.save(timeline_with(None, None))
    done = run("export", "ics", "--undated", "include", "--db", db)
    assert (done.returncode, done.stdout.count("BEGIN:VEVENT")) == (0, 1)
    assert done.stderr == "timeline: 2 events left out, which a calendar file cannot hold: 2 without a date\n"


def test_filters_of_the_command_line(db: Path) -> None:
    def count(*words: str) -> int:
        return len(json.loads(run("export", "json", *words, "--db", str(db)).stdout)["events"])

    assert count("--from", "2025-02-08", "--to", "2025-02-08") == 1
    assert count("--from", "2025-02-09") == 0
    assert count("--text", '"talks ended"', "--source", "Other", "--source", "Example Wire") == 1
    assert count("--modality", "planned,denied") == 0
    assert count("--undated", "only") == 0


def test_output_is_utf_8_whatever_the_terminal_says(db: Path) -> None:
    assert "“Officials" in run("show", "--db", db, PYTHONIOENCODING="ascii").stdout


def test_explain_tells_the_chain(db: Path) -> None:
    event = saturday_timeline().events[0]
    told = run("explain", event.id, "--db", db).stdout
    for words in ("Sat 8 Feb 2025, late", "direction: past, because “reported” is past tense"):
        assert words in told
    assert "anchor: the publish date Tue 11 Feb 2025, 09:33" in told
    assert "not 2025-02-15: no word points to the future" in told
    done = run("explain", "nothing", "--db", db)
    assert (done.returncode, done.stderr) == (1, "timeline: nothing: there is no event of this id\n")


def test_explain_words() -> None:
    done = run("explain", "--text", "talks resume on Sunday", "--published", "2025-02-11")
    assert done.returncode == 0
    assert "“Sunday” is DATE 2025-02-16" in done.stdout
    assert "why: " in done.stdout


# ---- add, remove, rebuild, backup -------------------------------------------------------------------------------


def test_add_stores_and_says_so(tmp_path: Path, text: Path) -> None:
    db = tmp_path / "new.db"
    done = run("add", text, "--source", "Example Wire", "--db", db)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"added: {text}; ")
    assert "published 2025-02-11 (header); 1 event" in done.stdout
    again = run("add", text, "--source", "Example Wire", "--db", db)
    assert again.returncode == 0
    assert again.stdout.startswith(f"already there: {text}; ")
    (event,) = json.loads(run("show", "--format", "json", "--db", db).stdout)["events"]
    assert (event["start"], event["article"]["source"]) == ("2025-02-08", "Example Wire")


def test_add_reads_standard_input_and_several_jobs_give_the_same(tmp_path: Path) -> None:
    lines = "".join(
        json.dumps({"text": f"Officials met in town {number} on Saturday.", "published": "2025-02-11"}) + "\n"
        for number in range(5)
    )
    shown = []
    for jobs in ("1", "2"):
        db = tmp_path / f"{jobs}.db"
        done = run("add", "-", "--jobs", jobs, "--db", db, data=lines)
        assert done.returncode == 0, done.stderr
        shown.append((done.stdout, run("export", "json", "--db", db).stdout))
    assert shown[0] == shown[1]
    assert len(json.loads(shown[0][1])["events"]) == 5


def test_a_refused_file_is_named_and_the_rest_is_done(tmp_path: Path, text: Path) -> None:
    empty, binary, none = tmp_path / "empty.txt", tmp_path / "binary.txt", tmp_path / "none.txt"
    unreachable = tmp_path / ("n" * 300)  # as a folder that may not be entered: the system does not look the name up
    empty.touch()
    binary.write_bytes(bytes(range(256)) * 8)
    done = run("add", empty, binary, none, unreachable, text, "--db", tmp_path / "new.db")
    assert done.returncode == 1
    assert done.stdout.count("\n") == 1
    for path in (empty, binary, none, unreachable):
        assert f"refused: {path}: " in done.stderr
    assert f"{unreachable}: unreadable: File name too long\n" in done.stderr


def test_a_dry_run_stores_nothing(tmp_path: Path, text: Path) -> None:
    db = tmp_path / "new.db"
    done = run("add", text, "--dry-run", "--db", db)
    assert done.returncode == 0
    assert done.stdout.startswith(f"would add: {text}; ")
    assert not db.exists()


def test_a_dry_run_counts_an_article_once(tmp_path: Path, text: Path) -> None:
    (again := tmp_path / "again.txt").write_bytes(text.read_bytes())
    done = run("add", text, again, "--dry-run")
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == ["would add", "already there"]
    assert done.stderr == "timeline: 1 added, 1 already there (dry run: nothing was stored)\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("shwo",), "there is no command 'shwo'; did you mean show?"),
        (("exprot", "--format", "csv"), "there is no command 'exprot'; did you mean export?"),
        (("--verison",), "there is no option --verison"),
        (("frobnicate",), "there is no command 'frobnicate'; there are add, watch, show, "),
    ],
)
def test_a_mistyped_command_is_told_what_was_meant(words: tuple[str, ...], told: str) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"timeline: {told}")
    assert done.stderr.endswith("; see timeline --help\n")


def test_an_unknown_option_leads_to_the_help_of_its_command() -> None:
    done = run("add", "a.txt", "--fast")
    assert (done.returncode, done.stderr) == (
        2,
        "timeline add: unrecognized arguments: --fast; see timeline add --help\n",
    )


def test_a_dry_run_says_which_reader_and_which_date(tmp_path: Path) -> None:
    table, page = tmp_path / "news.csv", tmp_path / "2025-02-12-page.html"
    table.write_text("headline,body,date\nBridge closed,Officials closed it on Monday.,2025-02-11\n", "utf-8")
    head = "<!doctype html><html lang='en'><head><meta name='pubdate' content='2025-02-11T09:33'></head>"
    page.write_text(f"{head}<body><h1>Bridge closed</h1><p>Officials closed it on Monday.</p></body></html>", "utf-8")
    done = run("add", table, page, tmp_path / "gone", "http://127.0.0.1/", "--dry-run", "--column", "text=body")
    first, second = done.stdout.splitlines()
    assert first.startswith(f"would add: {table}; ")
    assert '"Bridge closed"; published 2025-02-11 (metadata); table, columns text=body published=date' in first
    assert "1 event" in first
    assert "read as table: its first line names the columns body, date, headline" in first
    assert "published 2025-02-11T09:33 (metadata); HTML, UTF-8; 1 event" in second
    assert "publish dates found: the metadata says 2025-02-11T09:33; the file name says 2025-02-12" in second
    assert "read as HTML: it begins like a page, or has the tags of one" in second
    assert "refused: http://127.0.0.1/: an address is fetched only with --allow-network" in done.stderr
    assert done.returncode == 1


def test_a_column_that_is_none_of_ours_is_a_usage_error(text: Path) -> None:
    done = run("add", text, "--dry-run", "--column", "when=date")
    assert done.returncode == 2
    assert "'when=date' is not KEY=COLUMN with a KEY of text, published" in done.stderr


def test_an_article_without_a_date_says_so_and_is_dated_later(tmp_path: Path) -> None:
    path, db = tmp_path / "undated.txt", tmp_path / "new.db"
    path.write_text("Officials met in the town hall on Saturday.\n", "utf-8")
    done = run("add", path, "--db", db)
    key = done.stdout.split("; ")[1]
    what_next = f"cannot be dated yet: timeline date {key} YYYY-MM-DD"
    assert f"no publish date found: what leans on it {what_next}" in done.stdout
    assert done.stderr == "timeline: 1 added; 1 without a publish date\n"
    assert run("add", path, "--published", "2025-02-11", "--db", db).stdout.startswith(f"dated anew: {path}; ")
    assert len(json.loads(run("export", "json", "--db", db).stdout)["events"]) == 1


def test_an_article_is_given_its_date_by_its_id(tmp_path: Path) -> None:
    path, db = tmp_path / "undated.txt", tmp_path / "new.db"
    path.write_text("Officials met in the town hall on Saturday.\n", "utf-8")
    key = run("add", path, "--db", db).stdout.split("; ")[1]
    (before,) = json.loads(run("export", "json", "--undated", "include", "--db", db).stdout)["events"]
    done = run("date", key, "11 February 2025", "--db", db)
    assert (done.returncode, done.stdout) == (0, f"dated anew: {key}; published 2025-02-11; 1 event\n")
    (after,) = json.loads(run("export", "json", "--db", db).stdout)["events"]
    assert (before["id"], before["start"], after["id"], after["start"]) == (
        after["id"],
        None,
        before["id"],
        "2025-02-08",
    )
    assert after["why"]["anchor"]["basis"] == "user"
    again = f"already there: {path}; {key}; untitled; published 2025-02-11 (user)"
    assert run("add", path, "--db", db).stdout.startswith(again)
    assert run("date", key, "2025-02-11", "--db", db).stdout.startswith("dated so already: ")
    assert run("log", key, "--db", db).stdout.splitlines()[1].endswith(f" redated: {key}; 2025-02-11")
    doubtful = "publish date: 03/04/2025 was read with the month first"
    assert run("date", key, "03/04/2025", "--db", db).stdout.endswith(f"; 1 event; {doubtful}\n")
    assert run("check", "--db", db).returncode == 0
    assert run("date", "x", "2025-02-11", "--db", db).stderr == "timeline: x: there is no article of this id\n"


def test_a_date_given_later_keeps_the_kind_of_text_and_tells_what_it_changes(tmp_path: Path) -> None:
    db, path, history = tmp_path / "new.db", tmp_path / "mill.txt", tmp_path / "history.txt"
    path.write_text(
        "Mill burns down on Saturday\n\nThe mill burned down on 8 February 2025, the mayor said.\n", "utf-8"
    )
    key = run("add", path, "--db", db).stdout.split("; ")[1]
    done = run("date", key, "2025-02-11", "--db", db)
    assert done.stdout == f"dated anew: {key}; published 2025-02-11; 1 event; 1 event gone\n"
    text = "The mill was built in 1851, burned in 1860, was sold in 1872, was widened in 1880 and closed in 1899. "
    history.write_text(text + "In 1901 its walls were raised again, and they were painted in white. " * 4, "utf-8")
    key = run("add", history, "--db", db).stdout.split("; ")[1]
    run("date", key, "2025-02-11", "--db", db)
    with Store.open(db, readonly=True) as store:
        article = store.stored(key)
    assert article is not None
    assert (article.domain, article.notes) == (
        Domain.NARRATIVE,
        ("read as narrative: told in the past, 9 years from 1851 to 1901",),
    )


def test_a_day_that_there_is_not_is_refused_as_such(tmp_path: Path) -> None:
    done = run("date", "x", "31/02/2026", "--db", tmp_path / "none.db")
    assert done.returncode == 2
    assert "argument DATE: '31/02/2026' names no day there is in the years 1600 to 2199" in done.stderr


def test_explain_tells_how_the_events_of_an_article_are_listed(db: Path) -> None:
    key = saturday_timeline().article.id
    done = run("explain", key, "--db", db)
    how = f"`timeline show --article {key} --undated include` lists its events"
    assert (done.returncode, done.stderr) == (1, f"timeline: {key}: is an article and no event; {how}\n")


def test_a_changed_file_is_told_and_why_a_text_is_a_newer_version(tmp_path: Path) -> None:
    path, db = tmp_path / "notes.txt", tmp_path / "new.db"
    path.write_text("Officials met in the town hall on Saturday.\n", "utf-8")
    key = run("add", path, "--db", db).stdout.split("; ")[1]
    path.write_text("Officials met in the town hall on Sunday.\n", "utf-8")
    told = run("add", path, "--db", db).stdout
    assert re.search(
        rf"; its file has changed since \d{{4}}-\d\d-\d\d, when it gave {key}, which is kept beside it;", told
    )
    page = tmp_path / "page.json"
    for day, published in (("Monday", "2025-02-11"), ("Tuesday", "2025-02-12"), ("Friday", "2025-02-03")):
        record = {"text": f"They met on {day}.", "url": "https://a.example/talks", "published": published}
        page.write_text(json.dumps(record), "utf-8")
        told += run("add", page, "--db", db).stdout
    ids = re.findall(r"^added: .*?; ([0-9a-f]{16});", told, re.MULTILINE)
    assert f"; a newer version of {ids[1]}, for the text at its address has changed;" in told
    assert f"; kept as an older version of {ids[2]}: its publish date is earlier;" in told


def test_what_is_read_as_no_news_is_told(text: Path) -> None:
    told = run("add", text, "--domain", "narrative", "--dry-run").stdout
    assert "; published 2025-02-11 (header); read as narrative; plain text, UTF-8;" in told
    assert "read as news" not in run("add", text, "--dry-run").stdout


def test_remove(db: Path) -> None:
    key = saturday_timeline().article.id
    assert run("remove", key, "--db", db).stdout == f"removed: {key}\n"
    done = run("remove", key, "--db", db)
    assert (done.returncode, done.stderr) == (1, f"timeline: {key}: there is no article of this id\n")
    assert run("show", "--db", db).stdout == "no events\n"


def test_rebuild_of_what_is_as_it_was_changes_nothing(tmp_path: Path, text: Path) -> None:
    db = tmp_path / "new.db"
    run("add", text, "--db", db)
    before = run("export", "json", "--db", db).stdout
    done = run("rebuild", "--db", db)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "timeline: articles extracted again: 1; events: 0 added, 0 re-dated, 0 gone\n"
    assert run("export", "json", "--db", db).stdout == before


def test_backup(db: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert run("backup", copy, "--db", db).returncode == 0
    assert run("show", "--db", copy).stdout == run("show", "--db", db).stdout
    done = run("backup", copy, "--db", db)
    assert (done.returncode, done.stderr) == (1, f"timeline: {copy}: is there already; a backup overwrites nothing\n")


# ---- tag, when --------------------------------------------------------------------------------------------------

WORDS = "Officials met on Saturday."


def test_tag_in_every_format() -> None:
    published = ("--published", "11 February 2025")
    assert run("tag", *published, data=WORDS).stdout == "17-25 DATE 2025-02-08: Saturday\n"
    (timex,) = json.loads(run("tag", *published, "--format", "json", data=WORDS).stdout)["timexes"]
    assert (timex["start"], timex["end"], timex["text"], timex["value"]) == (17, 25, "Saturday", "2025-02-08")
    inline = run("tag", *published, "--format", "timeml", data=WORDS).stdout
    assert '<TIMEX3 tid="t1" type="DATE" value="2025-02-08">Saturday</TIMEX3>' in inline


def test_tag_reads_a_file_and_refuses_what_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("café on Saturday".encode("latin-1"))
    done = run("tag", path)
    assert (done.returncode, done.stderr) == (1, f"timeline: {path}: is not UTF-8 (at byte 3)\n")
    assert run("tag", tmp_path / "none").returncode == 1


def test_tag_says_what_is_no_plain_text(tmp_path: Path) -> None:
    (page := tmp_path / "page.html").write_text("<!doctype html><html><body><p>on Saturday</p></body></html>")
    assert run("tag", page).stderr == (
        f"timeline: {page}: looks like a page of HTML, whose tags are read as text here; `timeline add` reads pages\n"
    )
    (packed := tmp_path / "packed").write_bytes(b"PK\x00\x01on Saturday")
    done = run("tag", packed)
    assert (done.returncode, done.stderr) == (1, f"timeline: {packed}: is no text (a NUL at character 2)\n")


def test_tag_streams_lines_in_order_and_goes_on_after_a_bad_one() -> None:
    lines = [
        {"id": "a", "published": "2025-02-11", "text": WORDS, "more": 1},
        {"id": 2, "published": None, "text": "no time here"},
        {"id": "c", "text": 7},
        {"id": "d", "published": "2025-02-11", "text": "É 🙂 on Saturday"},
    ]
    data = "\n".join([*map(json.dumps, lines), "not json", json.dumps({"text": ""})])
    done = run("tag", "--jsonl", data=data)
    assert done.returncode == 1
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", 2, "d", None]
    expected = {"start": 17, "end": 25, "text": "Saturday", "type": "DATE", "value": "2025-02-08"}
    assert answers[0]["timexes"] == [{**expected, "mod": None, "quant": None, "freq": None}]
    assert answers[2]["timexes"][0]["start"] == 7
    third, fifth = done.stderr.splitlines()
    assert third == "timeline: standard input:3: text is not a string"
    assert fifth.startswith("timeline: standard input:5: ")


def test_tagging_loads_nothing_of_the_store_or_the_web() -> None:
    heavy = "{'flask', 'sqlite_utils', 'dateparser', 'marshmallow', 'waitress'}"
    script = f"import sys; from timeline.cli import main; main(['tag', '--jsonl']); print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], input=b"", capture_output=True, check=True)
    assert done.stdout == b"set()\n"


def test_when_dates_the_words_asked_for() -> None:
    line = {"id": "a", "published": "2025-02-11", "text": WORDS, "events": [{"start": 10, "end": 13}]}
    bad = {"id": "b", "text": WORDS, "events": [{"start": 10, "end": 99}]}
    done = run("when", "--jsonl", data="\n".join(map(json.dumps, (line, bad))))
    assert done.returncode == 1
    (answer,) = map(json.loads, done.stdout.splitlines())
    assert answer["id"] == "a"
    assert answer["events"] == [{"start": 10, "end": 13, "value": "2025-02-08", "basis": "stated"}]
    assert "standard input:2: events: " in done.stderr


# ---- serve ------------------------------------------------------------------------------------------------------


def serving(db: Path) -> tuple[subprocess.Popen[str], str]:
    """Start a server at a free port; give it and its address."""
    words = [sys.executable, "-m", "timeline", "serve", "--port", "0", "--db", str(db)]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    line = process.stderr.readline()
    assert " at http://127.0.0.1:" in line, line + process.stderr.read()
    return process, line.split(" at ")[1].split(" ")[0]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_serve_answers_and_stops_at_once(db: Path, number: int, code: int) -> None:
    process, address = serving(db)
    with process:
        with urllib.request.urlopen(f"{address}healthz", timeout=10) as answer:  # noqa: S310  our own server
            assert answer.status == 200
        before = time.monotonic()
        process.send_signal(number)
        assert process.wait(10) == code
        assert time.monotonic() - before < 2


def test_serve_makes_a_missing_store(tmp_path: Path) -> None:
    process, address = serving(tmp_path / "new.db")
    with process:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310  our own server
            assert answer.status == 200
        assert process.stderr is not None
        assert process.stderr.readline() == (
            f"timeline: {tmp_path / 'new.db'} was not there: it is new and empty; "
            f"`timeline add --db {tmp_path / 'new.db'} PATH` fills it\n"
        )
        process.send_signal(signal.SIGTERM)


def test_a_port_in_use_is_told(db: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", "--port", str(port), "--db", db)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"timeline: port {port} of 127.0.0.1 is in use; choose another with --port\n"


def test_an_address_that_is_not_here_is_told(db: Path) -> None:
    done = run("serve", "--host", "192.0.2.1", "--port", "8000", "--db", db)
    assert done.returncode == 1
    assert done.stderr.startswith("timeline: cannot listen at 192.0.2.1:8000: ")


def test_interrupted_is_130() -> None:
    words = [sys.executable, "-m", "timeline", "tag", "--jsonl"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(json.dumps({"text": WORDS}).encode() + b"\n")
        process.stdin.flush()
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b"timeline: interrupted; what was reported as done is done\n"
        assert process.wait(20) == 130


@pytest.mark.parametrize("command", [["tag", "-"], ["tag", "--jsonl"], ["when", "--jsonl"]])
def test_a_language_without_rules_is_refused(command: list[str]) -> None:
    done = run(*command, "--lang", "xx", data="x")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "timeline: no rules for the language 'xx' yet; there are rules for en\n"


def test_options_that_a_stored_article_does_not_follow_are_named(tmp_path: Path) -> None:
    file, store = tmp_path / "a.txt", tmp_path / "t.db"
    file.write_text("Published: 2025-02-11\nBridge closed\n\nThe bridge was closed on Monday.\n")
    assert run("add", file, "--db", store).returncode == 0
    again = run("add", file, "--domain", "narrative", "--title", "Bridge closed", "--db", store)
    assert again.returncode == 0
    assert again.stdout.count("was not applied") == 1
    assert "; --domain was not applied: `timeline remove " in again.stdout


def test_a_title_cannot_draw_on_the_terminal(tmp_path: Path) -> None:
    held = {"text": "Officials met on Saturday.", "title": "a\x1b[2J\u202eb\u2028", "published": "2025-02-11"}
    body = json.dumps(held)
    done = run("add", "-", "--db", tmp_path / "t.db", data=body + "\n")
    assert done.returncode == 0
    assert "\\u202e" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert not set("\x1b\u202e\u2028") & set(done.stdout)


def test_names_and_options_that_are_no_utf_8_can_be_stored(tmp_path: Path) -> None:
    name = tmp_path / os.fsdecode(b"caf\xe9.txt")
    name.write_text("Officials met on Saturday.\n", "utf-8")
    done = run("add", name, "--source", os.fsdecode(b"Gaz\xe9"), "--db", tmp_path / "t.db")
    assert (done.returncode, done.stderr) == (0, "timeline: 1 added; 1 without a publish date\n")
    assert done.stdout.startswith(f"added: {tmp_path}/caf\\xe9.txt; ")
    again = run("add", name, "--source", os.fsdecode(b"Gaz\xe9"), "--db", tmp_path / "t.db")
    assert again.stderr == "timeline: 1 already there; 1 without a publish date\n"


def test_adding_goes_on_when_nobody_hears_it(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "timeline", "add", "-", "--db", str(tmp_path / "t.db")]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        lines = [json.dumps({"text": f"Officials met on Saturday. {number}"}) for number in range(40)]
        _, errors = process.communicate("\n".join(lines).encode())
    assert (process.returncode, errors) == (0, b"timeline: 40 added; 40 without a publish date\n")


@pytest.mark.parametrize("command", [["add", "-"], ["show"]])
def test_output_that_cannot_be_written_is_told(db: Path, command: list[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    words = [sys.executable, "-m", "timeline", *command, "--db", str(db)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(words, input=b"They met.", stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"timeline: standard output: No space left on device\n")


def test_names_that_lead_nowhere_make_no_store(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("add", tmp_path / "none", tmp_path / "empty", "--db", tmp_path / "t.db")
    assert (done.returncode, done.stdout, done.stderr.count("refused: ")) == (1, "", 2)
    assert not (tmp_path / "t.db").exists()


def test_what_is_hidden_in_a_folder_is_counted(tmp_path: Path, text: Path) -> None:
    folder = tmp_path / "in"
    (folder / ".git").mkdir(parents=True)
    for name in (".git/inside", ".hidden.txt", "seen.txt"):
        (folder / name).write_bytes(text.read_bytes())
    done = run("add", folder, "--db", tmp_path / "t.db")
    assert (done.returncode, done.stderr) == (0, "timeline: 1 added, 2 hidden, passed over\n")
