// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/object/json_value.h"

#include <QByteArray>

#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// A taint of a Node. Source: core/v1 Taint.
struct Taint {
    std::string key;
    std::string value;
    std::string effect; ///< NoSchedule, PreferNoSchedule or NoExecute
    friend bool operator==(const Taint &, const Taint &) = default;

    /// "key=value:effect" or "key:effect", as kubectl writes it.
    [[nodiscard]] std::string toString() const;
    /// Errors: BadInput when it has no effect. The parts are not judged: see taintProblem().
    [[nodiscard]] static Result<Taint> parse(std::string_view text);
    /// A Node has one taint at most of a key and an effect.
    [[nodiscard]] bool isSamePlace(const Taint &other) const { return key == other.key && effect == other.effect; }
};

/// What the server would refuse. Source: kubectl's and apimachinery's checks of taints.
enum class TaintProblem { None, Key, Value, Effect };
[[nodiscard]] TaintProblem taintProblem(const Taint &taint); ///< the first that is found

[[nodiscard]] std::vector<Taint> taintsOf(JsonValue node); ///< of a whole document, in its order

/// Taints to put on and to take off Nodes. Both are found by key and effect.
struct TaintChanges {
    std::vector<Taint> put; ///< one with another value there is replaced
    std::vector<Taint> taken;
};
[[nodiscard]] TaintChanges taintChanges(const std::vector<Taint> &from, const std::vector<Taint> &to); ///< what turns one into the other
/// An RFC 7386 patch that makes the changes to the Node; the others stay with all their fields. It names the Node's
/// resourceVersion, since it holds the whole list: the server answers Conflict when the Node has another by then.
[[nodiscard]] QByteArray taintPatch(JsonValue node, const TaintChanges &changes);

/// May new Pods be placed on a Node?
enum class Schedulable { Yes, No };
/// An RFC 7386 patch that cordons or uncordons a Node.
[[nodiscard]] QByteArray cordonPatch(Schedulable schedulable);

} // namespace kube
