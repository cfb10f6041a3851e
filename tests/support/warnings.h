// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"

#include <QtTest>

#include <optional>
#include <utility>

/// QCOMPARE-like checks for Result: prints the error instead of "false".
#define QVERIFY_RESULT(result)                                                                                         \
    do {                                                                                                               \
        const auto &checked_ = (result);                                                                               \
        if (!checked_)                                                                                                 \
            QFAIL(qPrintable(checked_.error().toString()));                                                            \
    } while (false)

namespace kube {

/// What QCOMPARE prints of it; Qt Test finds it by its name and frees the text.
inline char *toString(ErrorKind kind)
{
    return qstrdup(errorKindName(kind));
}

} // namespace kube

namespace kube::test {

/// From now on a Qt warning or worse fails the test that caused it, but for the offscreen platform's own three
/// (propagateSizeHints, raise, grabbing the keyboard) and those a test expects by QTest::ignoreMessage.
/// Call it in initTestCase().
void failOnWarnings();

} // namespace kube::test
