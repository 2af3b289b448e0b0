"""Mentions computed by Spark, here on two threads of this machine, on a cluster just the same.

python examples/spark_mentions.py     (needs: pip install 'govner[spark]', and Java 17 or later)
"""

import csv
import os
import sys
from pathlib import Path

from pyspark.sql import SparkSession

from govner import Extractor
from govner.integrations.spark import extract

REPORTS = Path(__file__).parent / "reports"

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")

with (REPORTS / "published.csv").open(encoding="utf-8", newline="") as lines:
    rows = [
        (name, day, (REPORTS / f"{name}.txt").read_text(encoding="utf-8")) for name, day in list(csv.reader(lines))[1:]
    ]
articles = spark.createDataFrame(rows, "report string, day string, text string")

own = Extractor(lexicons=[{"彩云教育网": "organisation"}])
mentions = extract(articles, text="text", id="report", published="day", extractor=own).cache()

print(mentions.select("id").distinct().count(), "reports")
for row in mentions.where("rule = 'user-word'").collect():
    print(row["id"], row["start"], row["text"], row["label"], sep="\t")
spark.stop()
