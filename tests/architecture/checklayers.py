#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads every include against the table of layers, and the linked libraries of the programs without a window."""
import pathlib
import re
import subprocess
import sys

# The architecture: a folder of core/ may include itself and those before it.
LAYERS = ["base", "diff", "hcl", "terraform", "language", "graph", "policy", "report", "git", "store", "blob", "jobs", "audit", "identity",
          "generator", "project", "knowledge", "registry", "mirror", "scm", "server"]
PURE = {"base", "hcl", "terraform", "language", "graph", "policy", "report", "diff"}  # no Qt at all
VIEW_TARGETS = {"shell", "models", "controls"}
WIDGETS = re.compile(r'#include\s*<(QtWidgets|QtGui|QWidget|QDialog|QMainWindow|Q\w*View\b|QPainter|QApplication|QGuiApplication|'
                     r'QIcon|QPixmap|QImage|QColor|QFont|QPalette|QTextDocument|QLabel|Q\w*Layout|QAction)')
QT = re.compile(r'#include\s*<(Q[A-Z]\w*|Qt\w+/)')
OWN = re.compile(r'#include\s*"((core|views|app|tests)/[^"]+)"')
ONLY_IN = {r'git2': "core/git", r'sqlite3\.h': "core/store", r'QSql': "core/store", r'KSyntaxHighlighting': "views/controls",
           r'boost/(asio|beast)': "core/server"}


def sources(root, top):
    for path in sorted((root / top).rglob("*")):
        if path.suffix in (".h", ".cpp"):
            yield path


def check_file(root, path):
    relative = path.relative_to(root).as_posix()
    parts = relative.split("/")
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        where = f"{relative}:{number}"
        for pattern, home in ONLY_IN.items():
            if re.search(r'#include\s*<' + pattern, line) and not relative.startswith(home):
                yield f"{where}: {line.strip()} belongs in {home} only"
        if parts[0] == "core" and WIDGETS.search(line):
            yield f"{where}: core/ must not know of widgets"
        if parts[0] == "core" and parts[1] in PURE and QT.search(line):
            yield f"{where}: core/{parts[1]} must not know of Qt"
        if parts[:2] == ["views", "models"] and WIDGETS.search(line):
            yield f"{where}: views/models links QtCore only"
        match = OWN.search(line)
        if not match:
            continue
        target = match.group(1).split("/")
        if not (root / match.group(1)).exists():
            continue  # generated
        if parts[0] == "core":
            if target[0] != "core":
                yield f"{where}: core/ may not include {match.group(1)}"
            elif target[1] in LAYERS and parts[1] in LAYERS and LAYERS.index(target[1]) > LAYERS.index(parts[1]):
                yield f"{where}: {parts[1]} may not include {target[1]}, which is below it in the table"
        if parts[0] == "views":
            # app/wiring is where the services that pages are handed are declared.
            if target[0] == "app" and target[1] != "wiring":
                yield f"{where}: views/ may not include {match.group(1)}"
            if target[0] == "views" and target[1] != parts[1] and target[1] not in VIEW_TARGETS:
                yield f"{where}: pages never include each other ({match.group(1)})"
            if target[0] == "views" and parts[1] == "controls" and target[1] == "shell":
                yield f"{where}: controls/ is reusable and may not include the shell"


def check_programs(binaries):
    for name in ("drydockctl", "drydockd"):
        program = binaries / name
        if not program.exists():
            yield f"{name} was not built"
            continue
        needed = subprocess.run(["readelf", "-d", program], capture_output=True, text=True, check=True).stdout
        for library in re.findall(r"\[(libQt6(?:Gui|Widgets)[^\]]*)\]", needed):
            yield f"{name} links {library}"


def check_folders(root):
    for path in sorted((root / "core").iterdir()):
        if path.is_dir() and path.name not in LAYERS:
            yield f"core/{path.name} is not in the table of layers"


def main():
    root = pathlib.Path(sys.argv[1])
    problems = list(check_folders(root))
    for top in ("core", "views", "app"):
        for path in sources(root, top):
            problems += check_file(root, path)
    problems += check_programs(pathlib.Path(sys.argv[2]))
    for problem in problems:
        print(problem)
    print(f"{len(problems)} breaches of the architecture")
    return 1 if problems else 0


sys.exit(main())
