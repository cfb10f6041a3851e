// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/form_rows.h"

#include <QStringList>

namespace orrery {

/// What a row of a form says beside its value.
struct FormWords {
    QString name;        ///< "replicas *"
    QString path;        ///< "spec.replicas": for screen readers
    QString placeholder; ///< of what is not set: its default, its limits, that it is required
    QString state;       ///< "required, cannot be changed: …": for screen readers and tooltips
    QStringList captions; ///< the rules of its schema, a sentence each
    QString count;       ///< "3 items"; of More "Show 50 of 70 more"
    QStringList choices; ///< of a Boolean or a Choice
    std::optional<double> minimum;
    std::optional<double> maximum;
};

[[nodiscard]] FormWords formWords(const kube::ObjectSchema &schema, const kube::FormRow &row);

} // namespace orrery
