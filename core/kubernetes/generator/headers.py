# SPDX-License-Identifier: Apache-2.0
"""The text of the structs' headers."""
import re

# What a member cannot be called: C++'s words, macros of C libraries, and what every View has.
# Words of C++, of libc's macros, of GNU's dialects and of View.
TAKEN = set("continue default delete enum namespace not operator private protected public signed template union unsigned "
            "stdin stdout stderr major minor linux unix exists json read set remove write".split())
HEADER = "// SPDX-License-Identifier: Apache-2.0\n// Made by core/kubernetes/generate.py of openapi.json: change those.\n"


def lower_first(name):
    return name[0].lower() + name[1:]


def unplaced(namespace):
    return "::".join(namespace)


def member_name(json_name):
    words = re.split(r"[^A-Za-z0-9]+", json_name.lstrip("$"))
    name = lower_first(words[0]) + "".join(w[0].upper() + w[1:] for w in words[1:])
    return name + "_" if name in TAKEN else name


def qualified(struct, namespace):
    return struct.name if struct.namespace == namespace else f"{unplaced(struct.namespace)}::{struct.name}"


def struct_text(model, struct):
    flags = ""
    if struct.resource:
        r, g = struct.resource, struct.resource["gvk"]
        words = [f'"{w}"' for w in (g["group"], g["version"], g["kind"], r["resource"])]
        words += [str(r[k]).lower() for k in ("namespaced", "status", "scale", "delete_collection")]
        flags = f"    static constexpr ApiKind api{{{', '.join(words)}}};\n"
    base = f"KindOf<{struct.name}>" if struct.resource else "View"
    text = f"/// {struct.schema_name}\nstruct {struct.name} : {base} {{\n{flags}    using {base.partition('<')[0]}::{base.partition('<')[0]};\n"
    for json_name, (pattern, used) in sorted(struct.members.items()):
        if struct.resource and json_name in ("apiVersion", "kind", "metadata"):
            continue
        cpp = pattern.format(qualified(model.structs[used], struct.namespace)) if used else pattern
        text += f'    [[nodiscard]] {cpp} {member_name(json_name)}() const {{ return {{*this, "{json_name}"}}; }}\n'
    return text + "};\n"


def header_text(model, path, structs):
    used = {model.file_of[name] for s in structs for name in s.used()} - {path}
    is_kind = any(s.resource for s in structs)
    if is_kind:
        used.add("meta/v1/object_meta.h")
    includes = sorted(f'#include "core/kubernetes/{p}"\n' for p in used | {"typed_object.h" if is_kind else "fields.h"})
    namespace = "kube::" + unplaced(structs[0].namespace)
    return (HEADER + "#pragma once\n\n" + "".join(includes) + f"\nnamespace {namespace} {{\n\n"
            + "\n".join(struct_text(model, s) for s in structs) + f"\n}} // namespace {namespace}\n")
