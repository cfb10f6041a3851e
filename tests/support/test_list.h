// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kube::test {

/// A test's main(): its arguments are Qt Test's.
using TestMain = int (*)(int argc, char **argv);

/// Makes it one of the program's tests, by the name of the file without its folder and ending. Before main().
bool addTest(const char *file, TestMain run);

} // namespace kube::test
