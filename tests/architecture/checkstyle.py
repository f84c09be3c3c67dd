#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every source file begins with its licence line and is as clang-format 14 writes it."""
import pathlib
import subprocess
import sys


def main():
    root = pathlib.Path(sys.argv[1])
    formatter = sys.argv[2] if len(sys.argv) > 2 and not sys.argv[2].endswith("NOTFOUND") else ""
    files = [path for top in ("core", "views", "app", "tests") for path in sorted((root / top).rglob("*"))
             if path.suffix in (".h", ".cpp")]
    bad = [f"{path.relative_to(root)}: the first line is not the SPDX line" for path in files
           if not path.read_text(encoding="utf-8").startswith("// SPDX-License-Identifier: MIT\n")]
    bad += [f"{path.relative_to(root)}: #pragma once is missing" for path in files
            if path.suffix == ".h" and "#pragma once" not in path.read_text(encoding="utf-8")]
    if formatter:
        result = subprocess.run([formatter, "--dry-run", *map(str, files)], capture_output=True, text=True, check=False)
        names = {line.split(":", 1)[0] for line in result.stderr.splitlines() if "[-Wclang-format-violations]" in line}
        bad += [f"{pathlib.Path(name).relative_to(root)}: is not formatted (clang-format -i)" for name in sorted(names)]
    for line in bad:
        print(line)
    if bad:
        return 1
    if not formatter:
        print("skipped the formatting check: clang-format-14 is not installed")
        return 77
    return 0


sys.exit(main())
