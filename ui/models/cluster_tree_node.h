// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/cluster_ports.h"

#include "ui/base/tone.h"
#include "ui/models/instrument.h"

#include <memory>
#include <vector>

namespace orrery {

/// What a count in the tree is true of.
struct CountTruth {
    enum class State {
        Live,   ///< a table that is open counts along
        Paused, ///< … and stands still: it is the number that the table shows
        Stale,  ///< … but hears nothing new: likewise
        AsOf,
    };
    State state = State::Live;
    kube::WallTime asOf{};     ///< when it was true; unless Live
    QString where;             ///< "in all namespaces"; empty: it is in none
    QString why{};             ///< Stale: "reconnecting since 15:04:05"
    Tone tone = Tone::Pending; ///< likewise, of its mark
    bool isPausedToo = false;  ///< Stale, and paused besides
};

/// A row of the cluster tree. Contexts are roots; groups hold resources, the custom one a group for each API group.
struct ClusterTreeNode {
    enum class Kind { Root, Context, Group, Resource, Note, Instrument };

    Kind kind = Kind::Root;
    QString id; ///< unique among its siblings, stable over a new discovery
    QString title;
    ClusterTreeNode *parent = nullptr;
    std::vector<std::unique_ptr<ClusterTreeNode>> children;

    // Context
    kube::ContextInfo context;
    kube::Health health;
    kube::CatalogPtr catalog;
    bool opened = false;

    // Resource
    kube::ResourceInfo resource;
    std::optional<qint64> count;
    CountTruth countTruth;
    QString countProblem;    ///< why there is no count, or no newer one
    bool isCounting = false; ///< asked, not answered yet

    // Note
    QString detail;

    // Instrument
    orrery::Instrument instrument = orrery::Instrument::Pipeline;

    [[nodiscard]] int row() const
    {
        if (!parent)
            return 0;
        const auto at = std::find_if(parent->children.begin(), parent->children.end(),
                                     [this](const auto &child) { return child.get() == this; });
        return static_cast<int>(at - parent->children.begin());
    }
    [[nodiscard]] const ClusterTreeNode *contextNode() const
    {
        const ClusterTreeNode *node = this;
        while (node && node->kind != Kind::Context)
            node = node->parent;
        return node;
    }
    [[nodiscard]] bool listable() const { return resource.can("list"); }
};

} // namespace orrery
