// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"
#include "app/demo/store/api_store.h"
#include "core/base/result.h"

#include <QJsonObject>

#include <random>

namespace orrery::demo {

/// Fills an empty store with a small company's cluster: namespaces, nodes, workloads with pods that already run, and
/// one of most other kinds. The same seed gives the same cluster. Thread: the server's.
class World
{
public:
    struct Options {
        std::uint64_t seed = 1;
        std::size_t pods = 120;
    };
    World(ApiStore &store, ResourceTypes &types, Options options);

    /// Errors: BadInput when the seed file is not what it should be.
    [[nodiscard]] kube::Result<void> build();

    [[nodiscard]] std::size_t nodes() const { return m_nodes; }

private:
    struct Workload {
        QString namespaceName;
        QString name;
        QString image;
        std::size_t replicas = 1;
        int restarts = 0;
        bool failing = false;
    };
    [[nodiscard]] kube::Result<void> seedFile();
    void makeNodes();
    void makeControllersPod();
    void makeOperatorPod();
    void putStaticPod(const QString &name, const QString &component, const QJsonObject &container, QJsonObject annotations);
    [[nodiscard]] std::vector<Workload> workloads();
    void makeWorkload(const Workload &workload);
    void put(const kube::GroupResource &resource, QJsonObject object);
    [[nodiscard]] QString ago(int seconds) const;

    ApiStore &m_store;
    ResourceTypes &m_types;
    Options m_options;
    std::mt19937_64 m_random;
    std::size_t m_nodes = 0;
    std::uint64_t m_serial = 0;
};

} // namespace orrery::demo
