#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""generate.py: writes the typed objects, the Clientset and the typed informers from openapi.json.
generate.py --check: writes nothing; fails when what is checked in is not what would be written.
generate.py --reduce DOCUMENT…: makes openapi.json of OpenAPI v3 documents (kubectl get --raw /openapi/v3/apis/apps/v1),
the first to name a schema or path winning; descriptions and all that is not needed here are left out."""
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DOCUMENT = f"{HERE}/openapi.json"
sys.path.insert(0, HERE)

from generator import clients, document, headers  # noqa: E402: found beside this file
from generator.model import Model  # noqa: E402


def outputs(model):
    """{path below the root: text}"""
    files = {f"core/kubernetes/{path}": headers.header_text(model, path, structs) for path, structs in model.files.items()}
    files["core/kubernetes/clientset.h"] = clients.clientset_header(model)
    files["core/kubernetes/clientset.cpp"] = clients.clientset_source(model)
    files["core/informers/typed_informer_factory.h"] = clients.informers_header(model)
    files["core/informers/typed_informer_factory.cpp"] = clients.informers_source(model)
    return files


def checked_in():
    """Files below the root that say they are made by this script."""
    for folder in ("core/kubernetes", "core/informers"):
        for where, _, names in os.walk(f"{ROOT}/{folder}"):
            for name in names:
                path = os.path.join(where, name)
                if name.endswith((".h", ".cpp")):
                    with open(path, encoding="utf-8") as f:
                        text = f.read()
                    if text.startswith(headers.HEADER):
                        yield os.path.relpath(path, ROOT), text


def check(wanted, found):
    """What is wrong with what is checked in, as sentences."""
    for path in sorted(p for p in {**wanted, **found} if wanted.get(p) != found.get(p)):
        yield f"{path}: not what core/kubernetes/generate.py makes of openapi.json"
    with open(DOCUMENT, encoding="utf-8") as f:
        if f.read() != document.document_text(*document.reduce_documents([DOCUMENT])):
            yield "core/kubernetes/openapi.json: holds more than is needed, or is not as --reduce writes it"


def write(wanted, found):
    for path in found.keys() - wanted.keys():
        os.remove(f"{ROOT}/{path}")
    for path, text in wanted.items():
        if found.get(path) != text:
            os.makedirs(os.path.dirname(f"{ROOT}/{path}"), exist_ok=True)
            with open(f"{ROOT}/{path}", "w", encoding="utf-8") as f:
                f.write(text)


def main():
    if sys.argv[1:2] == ["--reduce"]:
        text = document.document_text(*document.reduce_documents(sys.argv[2:]))
        with open(DOCUMENT, "w", encoding="utf-8") as f:
            f.write(text)
        return 0
    with open(DOCUMENT, encoding="utf-8") as f:
        wanted = outputs(Model(json.load(f)))
    found = dict(checked_in())
    if sys.argv[1:] == ["--check"]:
        problems = list(check(wanted, found))
        print(*problems, f"{len(problems)} problems", sep="\n")
        return 1 if problems else 0
    write(wanted, found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
