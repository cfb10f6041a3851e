// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/definition_port.h"

#include <QList>
#include <QString>

namespace orrery {

/// A version of a custom resource as a person chooses it.
struct VersionText {
    QString name;           ///< "v1"
    QString words;          ///< "preferred, stored"; empty: nothing is to be said of it
    bool isServed = true;   ///< false: it can be seen that there is one, and not chosen
};

/// In the definition's order. preferred: the version that discovery prefers; empty: not known.
[[nodiscard]] QList<VersionText> versionTexts(const kube::Definition &definition, const std::string &preferred);

} // namespace orrery
