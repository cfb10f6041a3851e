# SPDX-License-Identifier: Apache-2.0
"""What is written: the structs of the kinds' schemas, and the header that each stands in."""
import re

from generator.document import REF, SCALE, resources_of, resources_with_schemas

SCHEMA_PROPS = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps"
SCALARS = {
    "io.k8s.apimachinery.pkg.apis.meta.v1.Time": "Time",
    "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime": "MicroTime",
    "io.k8s.apimachinery.pkg.api.resource.Quantity": "Amount",
    "io.k8s.apimachinery.pkg.util.intstr.IntOrString": "IntOrString",
}
# Either an object of the second or something rare: seen as the object.
SEEN_AS = {f"{SCHEMA_PROPS}{suffix}": SCHEMA_PROPS for suffix in ("OrArray", "OrBool")}
LONGEST = 240  # lines a header may grow to by taking in structs that only it uses


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


class Struct:
    """One class that is written: where it belongs, and its members by name."""

    def __init__(self, schema_name):
        words = schema_name.split(".")
        self.schema_name, self.name, self.namespace = schema_name, words[-1], (words[-3], words[-2])
        self.members, self.resource = {}, None

    def used(self):
        return {m[1] for m in self.members.values() if m[1] and m[1] != self.schema_name}

    def lines(self):
        return len(self.members) + (7 if self.resource else 5)


class Model:
    def __init__(self, document):
        self.schemas = document["components"]["schemas"]
        self.resources = resources_with_schemas(resources_of(document["paths"]), self.schemas)
        self.structs = {}
        for resource in self.resources:
            self.struct(resource["schema"]).resource = resource
        scale_kind = {"group": "autoscaling", "version": "v1", "kind": "Scale"}
        self.struct(SCALE).resource = {"gvk": scale_kind, "resource": "", "namespaced": True, "status": False, "scale": False,
                                       "delete_collection": False}
        self.files = self.placed()
        self.file_of = {s.schema_name: path for path, structs in self.files.items() for s in structs}

    def struct(self, name, schema=None):
        if name not in self.structs:
            struct = self.structs[name] = Struct(name)
            for member, inner in (schema or self.schemas[name])["properties"].items():
                struct.members[member] = self.type_of(inner, name + member[0].upper() + member[1:])
        return self.structs[name]

    def type_of(self, schema, inline_name):
        """(C++ pattern with {} for the struct's name, the struct's schema name or None)"""
        ref = schema.get("$ref", "")[len(REF):]
        ref = SEEN_AS.get(ref, ref)
        if ref in SCALARS:
            return "field::" + SCALARS[ref], None
        if ref and "properties" in self.schemas[ref]:
            self.struct(ref)
            return "{}", ref
        if ref:
            return "field::Json", None
        kind, form = schema.get("type"), schema.get("format")
        if kind == "array":
            inner, struct = self.type_of(schema["items"], inline_name)
            return f"field::List<{inner}>", struct
        if kind == "object" and isinstance(schema.get("additionalProperties"), dict):
            inner, struct = self.type_of(schema["additionalProperties"], inline_name)
            return f"field::Map<{inner}>", struct
        if kind == "object" and "properties" in schema:
            self.struct(inline_name, schema)
            return "{}", inline_name
        if kind == "string":
            return "field::" + {"byte": "Bytes", "date-time": "Time", "int-or-string": "IntOrString"}.get(form, "Text"), None
        return "field::" + {"integer": "Integer", "number": "Number", "boolean": "Flag"}.get(kind, "Json"), None

    def placed(self):
        """{path: [structs]}: a struct that only one header uses goes into it while there is room; small ones without
        structs of their own that many use share common.h; the others have a header each."""
        home = {name: name for name in self.structs}

        def lines(file):
            return sum(s.lines() for n, s in self.structs.items() if home[n] == file)
        changed = True
        while changed:
            changed = False
            for name, struct in sorted(self.structs.items(), key=lambda e: (e[1].lines(), e[0])):
                users = {home[n] for n, s in self.structs.items() if name in s.used()}
                target = next(iter(users), None)
                if struct.resource or home[name] != name or len(users) != 1 or target == name:
                    continue
                if self.structs[target].namespace == struct.namespace and lines(target) + lines(name) <= LONGEST:
                    home = {n: target if h == name else h for n, h in home.items()}
                    changed = True
        files = {}
        for name, struct in self.structs.items():
            folder = "/".join(struct.namespace)
            common = home[name] == name and not struct.resource and not struct.used() and lines(name) == struct.lines() \
                and struct.lines() <= 11
            file = f"{folder}/common.h" if common else f"{folder}/{snake(self.structs[home[name]].name)}.h"
            files.setdefault(file, []).append(struct)
        return {file: self.ordered(structs) for file, structs in sorted(files.items())}

    def ordered(self, structs):
        """What a struct uses stands before it."""
        names, done = {s.schema_name for s in structs}, []

        def visit(name, path=()):
            assert name not in path, f"{name} uses itself by way of others"
            if name in names and self.structs[name] not in done:
                for used in sorted(self.structs[name].used()):
                    visit(used, (*path, name))
                done.append(self.structs[name])
        for name in sorted(names):
            visit(name)
        return done
