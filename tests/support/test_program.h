// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/test_list.h"

#include <QtTest>

/// The tests of a folder are one program, and each file of them one test: `build/ci/tests/core_cache_tests delta_fifo_test`.
/// A file's tests stand in a namespace of the file's name, for several are compiled together, and end with one of these.
/// A test class that needs windows:
#define ORRERY_TEST(Class)                                                                                             \
    ORRERY_TEST_WITH(Class, QTEST_MAIN_SETUP())
/// One that needs an event loop, or may have one:
#define ORRERY_GUILESS_TEST(Class)                                                                                     \
    ORRERY_TEST_WITH(Class, QTEST_QAPP_SETUP(QCoreApplication))
/// One without a QCoreApplication, for static code and those that make their own:
#define ORRERY_APPLESS_TEST(Class) ORRERY_TEST_WITH(Class, )

#define ORRERY_TEST_WITH(Class, ...)                                                                                   \
    [[maybe_unused]] static const bool added_ = kube::test::addTest(__FILE__, [](int argc, char **argv) {              \
        __VA_ARGS__                                                                                                    \
        Class test;                                                                                                    \
        return QTest::qExec(&test, argc, argv);                                                                        \
    });
