# SPDX-License-Identifier: Apache-2.0
"""openapi.json: what of OpenAPI documents is needed, and the resources they serve."""
import json
import re

REF = "#/components/schemas/"
SCALE = "io.k8s.api.autoscaling.v1.Scale"
KEPT = ("type", "format", "$ref", "items", "additionalProperties", "properties", "x-kubernetes-group-version-kind")


def reduced(schema):
    if "allOf" in schema:
        schema = {**schema, **schema["allOf"][0]}
    kept = {k: v for k, v in schema.items() if k in KEPT}
    if "properties" in kept:
        kept["properties"] = {name: reduced(s) for name, s in sorted(kept["properties"].items())}
    for inner in ("items", "additionalProperties"):
        if isinstance(kept.get(inner), dict):
            kept[inner] = reduced(kept[inner])
    return kept


def reduce_documents(files):
    schemas, paths = {}, {}
    for file in files:
        with open(file, encoding="utf-8") as f:
            document = json.load(f)
        for name, schema in document["components"]["schemas"].items():
            schemas.setdefault(name, reduced(schema))
        for path, item in document["paths"].items():
            verbs = {verb: {k: v for k, v in operation.items() if k == "x-kubernetes-group-version-kind"}
                     for verb, operation in item.items() if verb in ("get", "post", "put", "delete", "patch")}
            paths.setdefault(path, verbs)
    resources = resources_of(paths)
    used_paths = {p: v for p, v in paths.items() if any(p.startswith(r["path"]) for r in resources)}
    used, todo = {}, [r["schema"] for r in resources_with_schemas(resources, schemas)] + [SCALE]
    while todo:
        name = todo.pop()
        if name not in used:
            used[name] = schemas[name]
            todo += re.findall(re.escape(REF) + '([^"]+)"', json.dumps(schemas[name]))
    return used_paths, used


def document_text(paths, schemas):
    def lines(entries):
        return ",\n".join(f"{json.dumps(k)}:{json.dumps(v, separators=(',', ':'))}" for k, v in sorted(entries.items()))
    return ('{"openapi":"3.0.0","info":{"title":"Kubernetes","version":"1.36"},"paths":{\n' + lines(paths)
            + '},"components":{"schemas":{\n' + lines(schemas) + "}}}\n")


def resources_of(paths):
    """Every resource whose objects can be read, listed and written."""
    found = []
    for path, verbs in paths.items():
        if not re.fullmatch(r"/apis?(/[^/{}]+){1,2}(/namespaces/\{namespace\})?/[a-z]+/\{name\}", path):
            continue
        collection = path.rpartition("/")[0]
        if not {"get", "put", "delete", "patch"} <= set(verbs) or "post" not in paths.get(collection, {}):
            continue
        found.append({"path": collection, "resource": collection.rpartition("/")[2], "namespaced": "{namespace}" in path,
                      "gvk": verbs["get"]["x-kubernetes-group-version-kind"],
                      "status": "put" in paths.get(path + "/status", {}), "scale": "put" in paths.get(path + "/scale", {}),
                      "delete_collection": "delete" in paths[collection]})
    return found


def resources_with_schemas(resources, schemas):
    for resource in resources:
        resource["schema"] = next(name for name, schema in schemas.items()
                                  if resource["gvk"] in schema.get("x-kubernetes-group-version-kind", []))
    return sorted(resources, key=lambda r: r["schema"])
