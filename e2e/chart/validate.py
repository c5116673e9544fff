"""Validates the Kubernetes objects on standard input and prints them as JSON; fails for one that has no schema."""

import json
import sys

import jsonschema
import kubernetes_validate
import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    http_route = json.load(file)

objects = [each for each in yaml.safe_load_all(sys.stdin) if each]
for each in objects:
    if (each["apiVersion"], each["kind"]) == ("gateway.networking.k8s.io/v1", "HTTPRoute"):
        jsonschema.Draft202012Validator(http_route).validate(each)
    else:
        kubernetes_validate.validate(each, "1.37", strict=True)
json.dump(objects, sys.stdout)
