// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/session/ports/freshness.h"

#include <QString>

namespace orrery {

/// Sentences for people, made from errors here and nowhere else: what failed, what the server said, what to do.
struct ErrorText {
    QString headline; ///< one line: what failed
    QString detail;   ///< the server's or the library's words
    QString mend;     ///< what to do; may be empty
};
[[nodiscard]] ErrorText describe(const kube::Error &error);
/// As describe(), of what is tried again by itself: without the advice to do that, whose time is the server's and not the next try's.
[[nodiscard]] ErrorText describeRetried(const kube::Error &error);
/// "anna may not list pods in namespace web": who, verb, resource, where.
[[nodiscard]] QString describe(const kube::DeniedRight &denied);

} // namespace orrery
