# SPDX-License-Identifier: GPL-2.0-or-later
"""sarif_log.py SARIF JSON SOURCE: checks what a schema cannot, and prints the flows."""
import json
import re
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    log = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    findings = json.load(file)["findings"]
with open(sys.argv[3], encoding="utf-8") as file:
    source = file.read().splitlines()


def place(location):
    physical = location["physicalLocation"]
    artifact, region = physical["artifactLocation"], physical["region"]
    assert artifact["uriBaseId"] in run["originalUriBaseIds"] and ":" not in artifact["uri"]
    assert region["startLine"] == region["endLine"]
    line = source[region["startLine"] - 1].encode("utf-16-le")
    word = line[2 * region["startColumn"] - 2 : 2 * region["endColumn"] - 2].decode("utf-16-le")
    return f"{artifact['uri']}:{region['startLine']}:{region['startColumn']} '{word}'"


assert log["version"] == "2.1.0" and len(log["runs"]) == 1
run = log["runs"][0]
driver = run["tool"]["driver"]
assert run["columnKind"] == "utf16CodeUnits"
for rule in driver["rules"]:
    assert len(rule["shortDescription"]["text"]) <= 1024 and rule["shortDescription"]["text"].endswith(".")
    assert len(rule["fullDescription"]["text"]) <= 1024, rule["id"]
    assert rule["help"]["text"] and "```c" in rule["help"]["markdown"]
assert len(run["results"]) == len(findings)
for result, finding in zip(run["results"], findings):
    assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding["rule"]
    (name, value), = result["partialFingerprints"].items()
    assert f"{name}:{value}" == finding["fingerprint"]
    message = result["message"]["text"]
    assert message.replace("\\", "").startswith(finding["message"] + ".") and message.endswith(".")
    ids = [location["id"] for location in result["relatedLocations"]]
    assert [int(n) for n in re.findall(r"\]\((\d+)\)", message)] == ids == list(range(1, len(ids) + 1))
    print(result["ruleId"], result["level"], place(result["locations"][0]))
    for location in result["relatedLocations"]:
        place(location)
    for step in result["codeFlows"][0]["threadFlows"][0]["locations"]:
        print(step["nestingLevel"], *step["kinds"], place(step["location"]))
invocation = run["invocations"][0]
for notification in invocation["toolExecutionNotifications"]:
    descriptor = driver["notifications"][notification["descriptor"]["index"]]
    assert descriptor["id"] == notification["descriptor"]["id"]
    print(notification["message"]["text"])
print("succeeded:", invocation["executionSuccessful"])
