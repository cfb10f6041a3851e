// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/scheduler.h"

#include <map>

namespace kube::examples {

/// Command line flags as Go's package flag reads them: -name value, -name=value, with one dash or two; a flag that is on or
/// off takes its value after = alone; flags end at "--" or at the first argument that is none.
class Flags
{
public:
    void stringVar(std::string *variable, const std::string &name, const std::string &value, const std::string &usage);
    void boolVar(bool *variable, const std::string &name, bool value, const std::string &usage);
    /// Written as in Go: 1m30s, 500ms.
    void durationVar(Duration *variable, const std::string &name, const std::string &value, const std::string &usage);

    /// Sets the variables; program is left out of arguments. Errors: BadInput in Go's words; NotFound, without words, when
    /// help was asked for.
    [[nodiscard]] Result<void> parse(const std::vector<std::string> &arguments);
    /// As main() calls it: on an error says so, tells the usage and ends the program, with 2, or 0 after help.
    void parse(int argc, char *argv[]);

    /// What is left after the flags.
    [[nodiscard]] const std::vector<std::string> &args() const { return m_args; }
    /// All flags in the order of their names, with their defaults.
    [[nodiscard]] std::string defaults() const;

private:
    struct Flag {
        std::string type; ///< as usage says it; empty: on or off
        std::string value;
        std::string usage;
        std::function<bool(const std::string &)> set;
    };
    std::map<std::string, Flag> m_flags;
    std::vector<std::string> m_args;
};

} // namespace kube::examples
