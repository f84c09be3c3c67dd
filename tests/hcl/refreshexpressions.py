#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes data/expressions.tsv: what the real `terraform console` prints for each line of data/expressions.txt.

A row is the expression, a tab, and the output as a JSON string: the printed value, or `error: SUMMARY: DETAIL`.
The expressions may use the names of data/console.tf. Run it after adding expressions, with terraform 1.11 on PATH; the
test then reads the table without it. Rows that are there are kept; with --all they are made again.
"""
import concurrent.futures
import json
import os
import pathlib
import queue
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE / "data" / "expressions.txt"
TABLE = HERE / "data" / "expressions.tsv"
CONFIGURATION = HERE / "data" / "console.tf"
WORKERS = 4


def error_text(output):
    """The box that terraform draws, as one line."""
    lines = [re.sub(r"^[│╷╵]? ?", "", line).rstrip() for line in output.splitlines()]
    lines = [line for line in lines if line and "<console-input> line" not in line and "source code not available" not in line]
    # Only the first error counts; the summary is the line that starts with "Error: ".
    starts = [i for i, line in enumerate(lines) if line.startswith("Error: ")]
    first = lines[starts[0] : starts[1] if len(starts) > 1 else None]
    detail = re.sub(r"\s+", " ", " ".join(first[1:])).strip()
    return "error: " + first[0][len("Error: ") :] + ": " + detail


def run(arguments, work, text=None):
    environment = dict(os.environ, TF_CLI_CONFIG_FILE="/dev/null", CHECKPOINT_DISABLE="1")
    return subprocess.run(["terraform", *arguments, "-no-color"], input=text, text=True, cwd=work, env=environment,
                          capture_output=True, check=False)


def prepare(work):
    shutil.copy(CONFIGURATION, work / "console.tf")
    run(["init"], work).check_returncode()


def evaluate(expression, works):
    work = works.get()
    try:
        done = run(["console"], work, expression + "\n")
    finally:
        works.put(work)
    if "Error: " in done.stderr or "Error: " in done.stdout:
        return error_text(done.stderr + done.stdout)
    return done.stdout.removesuffix("\n")


def main():
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    expressions = [line for line in lines if line.strip() and not line.startswith("#")]
    known = {}
    if "--all" not in sys.argv and TABLE.exists():
        known = dict(row.rsplit("\t", 1) for row in TABLE.read_text(encoding="utf-8").splitlines())
    missing = [expression for expression in expressions if expression not in known]
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(max_workers=WORKERS) as pool:
        # A console locks the state of its directory, so each worker has its own.
        works = queue.SimpleQueue()
        for number in range(WORKERS):
            work = pathlib.Path(folder) / str(number) / "console"
            work.mkdir(parents=True)
            prepare(work)
            works.put(work)
        for expression, result in zip(missing, pool.map(lambda one: evaluate(one, works), missing)):
            known[expression] = json.dumps(result.replace(folder, "FOLDER"), ensure_ascii=False)
    TABLE.write_text("".join(f"{one}\t{known[one]}\n" for one in expressions), encoding="utf-8")
    errors = sum(known[one].startswith('"error: ') for one in expressions)
    print(f"{len(expressions)} rows ({len(missing)} new), {errors} of them errors")


if __name__ == "__main__":
    main()
