#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes data/expressions.tsv: what the real `terraform console` prints for each line of data/expressions.txt.

A row is the expression, a tab, and the output as a JSON string: the printed value, or `error: SUMMARY: DETAIL`.
Run it after adding expressions, with terraform 1.11 on PATH; the test then reads the table without it.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE / "data" / "expressions.txt"
TABLE = HERE / "data" / "expressions.tsv"


def error_text(output):
    """The box that terraform draws, as one line."""
    lines = [re.sub(r"^[│╷╵]? ?", "", line).rstrip() for line in output.splitlines()]
    lines = [line for line in lines if line and "<console-input> line" not in line and "source code not available" not in line]
    # Only the first error counts; the summary is the line that starts with "Error: ".
    starts = [i for i, line in enumerate(lines) if line.startswith("Error: ")]
    first = lines[starts[0] : starts[1] if len(starts) > 1 else None]
    detail = re.sub(r"\s+", " ", " ".join(first[1:])).strip()
    return "error: " + first[0][len("Error: ") :] + ": " + detail


def evaluate(expression, folder):
    environment = dict(os.environ, TF_CLI_CONFIG_FILE="/dev/null", CHECKPOINT_DISABLE="1")
    with tempfile.TemporaryDirectory(dir=folder) as work:
        done = subprocess.run(["terraform", "console", "-no-color"], input=expression + "\n", text=True, cwd=work,
                              env=environment, capture_output=True, check=False)
    if "Error: " in done.stderr or "Error: " in done.stdout:
        return error_text(done.stderr + done.stdout)
    return done.stdout.removesuffix("\n")


def main():
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    expressions = [line for line in lines if line.strip() and not line.startswith("#")]
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(max_workers=4) as pool:
        results = list(pool.map(lambda expression: evaluate(expression, folder), expressions))
    rows = [f"{expression}\t{json.dumps(result, ensure_ascii=False)}\n" for expression, result in zip(expressions, results)]
    TABLE.write_text("".join(rows), encoding="utf-8")
    print(f"{len(rows)} rows, {sum(result.startswith('error: ') for result in results)} of them errors")


if __name__ == "__main__":
    main()
