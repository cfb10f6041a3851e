// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/delta_fifo.h"

namespace kube::test {

/// "default/a: Added 1, Deleted~ 2": ~ marks a tombstone. Whole ones: "Bookmark @5", "ReplacedAll default/a default/b @5".
[[nodiscard]] inline std::string textOf(const Deltas &deltas)
{
    if (deltas.whole) {
        std::string text = deltaTypeName(deltas.whole->type);
        for (const ObjectPtr &object : deltas.whole->objects)
            text.append(" ").append(object->key().toString());
        return text + " @" + deltas.whole->resourceVersion;
    }
    std::string text = deltas.key.toString() + ":";
    for (const Delta &delta : deltas.list) {
        text += text.back() == ':' ? " " : ", ";
        text += deltaTypeName(delta.type);
        text += delta.finalStateUnknown ? "~ " : " ";
        text += delta.object ? std::string(delta.object->resourceVersion()) : "?";
    }
    return text;
}

/// Pops one item; "" when there is none.
inline std::string popText(DeltaFIFO &queue)
{
    std::string text;
    queue.tryPop([&](const Deltas &deltas) {
        text = textOf(deltas);
        return std::nullopt;
    });
    return text;
}

/// Pops everything, items separated by "; ".
inline std::string popAll(DeltaFIFO &queue)
{
    std::string text;
    for (std::string one = popText(queue); !one.empty(); one = popText(queue))
        text += (text.empty() ? "" : "; ") + one;
    return text;
}

} // namespace kube::test
