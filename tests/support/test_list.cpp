// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_list.h"

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>

namespace kube::test {

namespace {

std::map<std::string, TestMain> &tests()
{
    static std::map<std::string, TestMain> all;
    return all;
}

} // namespace

bool addTest(const char *file, TestMain run)
{
    return tests().emplace(std::filesystem::path(file).stem().string(), run).second;
}

} // namespace kube::test

int main(int argc, char **argv)
{
    using kube::test::tests;
    // The test's name is its program's: what follows is what Qt Test gets.
    const auto named = argc > 1 ? tests().find(argv[1]) : tests().end();
    if (named != tests().end())
        return named->second(argc - 1, argv + 1);
    std::fprintf(stderr, "usage: %s TEST [Qt Test's arguments]\nTEST is one of:\n", argc > 0 ? argv[0] : "tests");
    for (const auto &[name, run] : tests())
        std::fprintf(stderr, "  %s\n", name.c_str());
    return 2;
}
