"""Spark gives what one process gives, row for row, also when an executor is killed during the job."""

import datetime
import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from govner import DateError, Extractor, InputError, MissingPackageError
from govner.formats.columns import COLUMNS, rows
from govner.integrations import spark as ours

try:
    import pyspark
    from pyspark.sql import SparkSession
except ImportError:
    pyspark = None
needs_spark = pytest.mark.skipif(
    pyspark is None or shutil.which("java") is None,
    reason="Spark needs pyspark (pip install 'govner[spark]') and Java 17 or later",
)
# Spark 4 says so of pandas 3 wherever a frame is made of rows, of which no part goes through pandas.
pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
NEWS = Path(os.environ.get("GOVNER_SHARED", Path(__file__).parents[3] / "shared")) / "corpora" / "news.jsonl"
NAMES = [column.name for column in COLUMNS]

Article = tuple[str, str, str]


@pytest.fixture(scope="module")
def news() -> list[Article]:
    """Identity, text and day of real news where it lies beside the checkout, else of our own example reports."""
    if NEWS.is_file():
        with NEWS.open(encoding="utf-8") as lines:
            return [(one["id"], one["text"], one["published"]) for one in map(json.loads, lines)]
    reports = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))
    return [(f"{path.stem}-{i}", path.read_text("utf-8"), f"2026-06-{i:02}") for path in reports for i in range(1, 21)]


@pytest.fixture
def articles(news: list[Article]) -> list[Article]:
    """So many that a job is not done before an executor is killed."""
    return news[:200]


@contextmanager
def session(master: str, monkeypatch: pytest.MonkeyPatch) -> "Iterator[SparkSession]":
    """A Spark of our own, whose workers run this Python."""
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parents[2]), *sys.path]))
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "2g",
        "spark.executor.memory": "1g",
        "spark.sql.shuffle.partitions": "4",
        "spark.log.level": "ERROR",
    }
    builder = SparkSession.builder.master(master).appName("govner")
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    try:
        yield spark
    finally:
        spark.stop()


def frame(spark: "SparkSession", articles: list[Article], partitions: int) -> Any:
    """The articles as a data frame."""
    return spark.createDataFrame(articles, "id string, text string, day string").repartition(partitions, "id")


def in_order(found: list[Any]) -> list[tuple[object, ...]]:
    """The rows of a job, in the order of texts and mentions."""
    return sorted((tuple(one) for one in found), key=lambda one: one[:2])


def alone(extractor: Extractor, articles: list[Article]) -> list[tuple[object, ...]]:
    """What one process makes of the articles, in the same order."""
    every = (row for name, text, day in articles for row in rows(name, extractor.extract(text, day)))
    return sorted((tuple(row[name] for name in NAMES) for row in every), key=lambda one: one[:2])


def test_what_an_executor_makes_of_its_part(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed; pip install 'govner[arrow]'")
    monkeypatch.setattr(ours, "ROWS", 4)
    text = "广东省省长王伟昨天出席"
    given = pa.RecordBatch.from_pydict(
        {"id": [7, 8, 9, 10], "text": [text, None, text, text], "published": ["2026-06-18", "x", None, "heute"]}
    )
    with caplog.at_level(logging.WARNING, logger="govner.integrations.spark"):
        found = list(ours._read([given], extractor, skip=True))
    assert [batch.num_rows for batch in found] == [4, 4, 0]
    assert [batch.column(0).to_pylist() for batch in found[:2]] == [[7] * 4, [9] * 4]
    assert found[0].column("timex").to_pylist()[3] == "2026-06-17"
    assert all(batch.schema.names == NAMES for batch in found)
    assert "the text with the id 10 is left out: published is 'heute'" in caplog.text
    with pytest.raises(DateError) as caught:
        list(ours._read([given], extractor, skip=False))
    assert caught.value.__notes__ == ["govner: the text with the id 10"]


def test_a_wrong_policy_is_refused() -> None:
    with pytest.raises(InputError, match='give "raise" or "skip"'):
        ours.extract(object(), on_error="ignore")  # type: ignore[arg-type]


@needs_spark
def test_spark_gives_what_one_process_gives(news: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    own = Extractor(lexicons=[[("央视网", "organisation"), ("成都", "organisation")]])
    with session("local[2]", monkeypatch) as spark:
        given = frame(spark, news, 16)
        found = ours.extract(given, published="day", extractor=own)
        assert found.columns == NAMES
        assert in_order(found.collect()) == alone(own, news)

        few = [(7, "广东省省长王伟昨天出席", datetime.date(2026, 6, 18)), (9, None, None), (8, "", None)]
        other = ours.extract(spark.createDataFrame(few, "n long, body string, day date"), "body", "n", "day")
        assert [(r.id, r.text, r.first) for r in other.collect()] == [
            (7, "广东省", None),
            (7, "省长", None),
            (7, "王伟", None),
            (7, "昨天", datetime.date(2026, 6, 17)),
        ]

        wrong = spark.createDataFrame(
            [("x", "北京", "heute"), ("y", "北京", None)], "id string, text string, day string"
        )
        assert [r.id for r in ours.extract(wrong, published="day", on_error="skip").collect()] == ["y"]
        with pytest.raises(Exception, match="published is 'heute'"):
            ours.extract(wrong, published="day").collect()
        with pytest.raises(InputError, match="no column 'body'; it has 'id', 'text', 'day'"):
            ours.extract(wrong, text="body")


@needs_spark
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="executors are looked up in /proc")
def test_a_killed_executor_changes_nothing(
    articles: list[Article], extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session("local-cluster[2,1,1024]", monkeypatch) as spark, ThreadPoolExecutor(1) as jobs:
        job = jobs.submit(lambda: ours.extract(frame(spark, articles, 24), published="day").collect())
        done_before = wait_for_tasks(spark, job)
        victim, *others = executors(spark)
        os.kill(victim, signal.SIGKILL)
        found = job.result(timeout=300)
        assert len(others) == 1
        assert 0 < done_before < 24
        assert victim not in executors(spark)
        assert in_order(found) == alone(extractor, articles)


def wait_for_tasks(spark: "SparkSession", job: "Future[list[Any]]") -> int:
    """How many tasks of the last stage are done, when some are and some are not."""
    tracker = spark.sparkContext.statusTracker()
    while not job.done():
        stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        done = [stage.numCompletedTasks for stage in stages if stage and stage.numTasks == 24]
        if done and done[0] >= 2:
            return int(done[0])
        time.sleep(0.02)
    return len(job.result())


def executors(spark: "SparkSession") -> list[int]:
    """The processes of the executors that this Spark has started."""
    shown = subprocess.run(["ps", "-wweo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    table = [line.split(None, 2) for line in shown.splitlines()[1:]]
    family = {spark.sparkContext._gateway.proc.pid}
    for _ in range(4):  # spark-submit, its master and workers, their executors
        family |= {int(pid) for pid, parent, _ in table if int(parent) in family}
    return [int(pid) for pid, _, said in table if int(pid) in family and "CoarseGrainedExecutorBackend" in said]


def test_without_pyspark_one_sentence_says_what_to_install(absent: Callable[[str], None]) -> None:
    absent("pyspark")
    with pytest.raises(MissingPackageError, match=r"pyspark is not installed; pip install 'govner\[spark\]'"):
        ours.extract(object())
