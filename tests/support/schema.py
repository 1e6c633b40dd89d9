#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the programme's JSON Schema against programmes and the program's keys.

    schema.py SCHEMA accepts FILE…    every file is valid
    schema.py SCHEMA refuses FILE…    none is
    schema.py SCHEMA knows SOURCE…    every key of those C tables is in it
"""

import json
import re
import sys
import unicodedata

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: 'oui', 18:30 and dates are texts."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?[0-9]+\.[0-9]+$", "-+0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
):
    Loader.add_implicit_resolver(
        "tag:yaml.org,2002:" + tag, re.compile(pattern), list(first)
    )


def faults(validator, path):
    """What is wrong with a file; what is no YAML is wrong, too."""
    try:
        with open(path, encoding="utf-8") as file:
            programme = yaml.load(file, Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return [f"no YAML: {error}"]
    return [
        f"{'/'.join(map(str, error.path))}: {error.message}"
        for error in validator.iter_errors(programme)
    ]


def fold(key):
    """A key as the program compares it."""
    plain = unicodedata.normalize("NFKD", key).casefold()
    return "".join(c for c in plain if c.isalnum())


def keys_of(schema):
    """All keys the schema has a property for."""
    found = set()
    if isinstance(schema, dict):
        found.update(map(fold, schema.get("properties", {})))
        for part in schema.values():
            found |= keys_of(part)
    elif isinstance(schema, list):
        for part in schema:
            found |= keys_of(part)
    return found


def keys_read(path):
    """The keys in a source's tables of names: [KEY_X] = "a b c"."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    row = r'\[(?:KEY|THEME|PARTNER|VENUE|PAGE)_\w+\]\s*=\s*((?:"[^"]*"\s*)+)'
    return {
        key
        for match in re.finditer(row, text)
        for literal in [" ".join(re.findall(r'"([^"]*)"', match[1]))]
        for key in literal.split()
    }


def main():
    schema_path, question, *paths = sys.argv[1:]
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    wrong = 0
    for path in paths:
        if question == "knows":
            missing = keys_read(path) - keys_of(schema)
            if missing or not keys_read(path):
                print(f"{path}: not in the schema: {sorted(missing)}")
                wrong += 1
            continue
        found = faults(validator, path)
        if question == "accepts" and found:
            print(f"{path}: refused: {found[0]}")
            wrong += 1
        elif question == "refuses" and not found:
            print(f"{path}: accepted")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
