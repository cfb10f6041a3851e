// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <memory>
#include <string>

namespace kube::sim {

/// Content-Encoding: gzip as servers and proxies flush it. Thread: one.
class GzipWriter
{
public:
    enum class Kind {
        None,
        Members, ///< each flush ends a member (Kubernetes 1.37)
        Flushed, ///< each flush is a boundary within one member
    };

    GzipWriter();
    ~GzipWriter();

    void begin(Kind kind);
    /// What plain becomes on the wire, all of it.
    [[nodiscard]] QByteArray encode(const std::string &plain);
    /// What ends the body.
    [[nodiscard]] QByteArray end();

private:
    struct State;
    Kind m_kind = Kind::None;
    std::unique_ptr<State> m_state;
};

} // namespace kube::sim
