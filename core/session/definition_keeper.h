// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/session/ports/definition_port.h"

#include <QByteArray>

#include <map>

namespace kube {

/// What of a CustomResourceDefinition a window needs. Errors: BadInput.
[[nodiscard]] Result<DefinitionPtr> definitionOf(const QByteArray &json);

/// Reads the definitions that somebody looks at, and again when they have changed; those of others stay where they are, for
/// they are large. Thread: the session's.
class DefinitionKeeper
{
public:
    /// read: the definition of that name as JSON.
    DefinitionKeeper(ExecutorPtr executor, std::function<Future<QByteArray>(const std::string &name)> read);

    using Told = std::function<void(Result<DefinitionPtr>)>;
    /// told is called at once if it is known, and from then on until remove().
    void add(std::uint64_t id, const std::string &name, Told told);
    void remove(std::uint64_t id);

    void changed(const std::string &name);
    void deleted(const std::string &name);
    /// The server answers again: what could not be read is read anew.
    void retry();

private:
    struct Looked {
        std::map<std::uint64_t, Told> told;
        std::optional<Result<DefinitionPtr>> last;
        std::uint64_t asked = 0; ///< number of the last question: earlier answers are passed over
    };
    void read(const std::string &name);
    void take(const std::string &name, Result<DefinitionPtr> definition);

    std::function<Future<QByteArray>(const std::string &)> m_read;
    std::map<std::string, Looked> m_looked;
    Owner m_owner;
};

} // namespace kube
