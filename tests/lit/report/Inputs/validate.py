# SPDX-License-Identifier: GPL-2.0-or-later
"""validate.py SCHEMA FILE...: every file is as its JSON schema says."""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    for error in kind(schema).iter_errors(document):
        sys.exit(f"{path}: {error.json_path}: {error.message}")
