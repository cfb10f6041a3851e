// SPDX-License-Identifier: Apache-2.0
#include "core/examples/support/flags.h"

#include <charconv>
#include <cstdlib>
#include <iostream>

namespace kube::examples {

namespace {

/// Go's time.ParseDuration, without signs.
std::optional<Duration> parseDuration(std::string_view text)
{
    static const std::pair<std::string_view, double> units[] = {{"ns", 1}, {"us", 1e3}, {"ms", 1e6}, {"s", 1e9}, {"m", 6e10}, {"h", 3.6e12}};
    if (text == "0")
        return Duration::zero();
    double total = 0;
    bool any = false;
    while (!text.empty()) {
        double number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
        if (error != std::errc() || number < 0)
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        const std::string_view unit = text.substr(0, text.find_first_of("0123456789."));
        const auto known = std::find_if(std::begin(units), std::end(units), [&](const auto &one) { return one.first == unit; });
        if (known == std::end(units))
            return std::nullopt;
        total += number * known->second;
        text.remove_prefix(unit.size());
        any = true;
    }
    if (!any || !(total <= 9e18)) // "nans" is not either
        return std::nullopt;
    return Duration(static_cast<Duration::rep>(total));
}

std::optional<bool> parseBool(const std::string &text)
{
    for (const char *yes : {"1", "t", "T", "true", "TRUE", "True"}) {
        if (text == yes)
            return true;
    }
    for (const char *no : {"0", "f", "F", "false", "FALSE", "False"}) {
        if (text == no)
            return false;
    }
    return std::nullopt;
}

Unexpected refuse(const std::string &message)
{
    return fail(Error::badInput(QString::fromStdString(message)));
}

} // namespace

void Flags::stringVar(std::string *variable, const std::string &name, const std::string &value, const std::string &usage)
{
    *variable = value;
    m_flags[name] = {"string", value.empty() ? "" : '"' + value + '"', usage, [variable](const std::string &text) {
                         *variable = text;
                         return true;
                     }};
}

void Flags::boolVar(bool *variable, const std::string &name, bool value, const std::string &usage)
{
    *variable = value;
    m_flags[name] = {"", value ? "true" : "", usage, [variable](const std::string &text) {
                         const auto flag = parseBool(text);
                         *variable = flag.value_or(*variable);
                         return flag.has_value();
                     }};
}

void Flags::durationVar(Duration *variable, const std::string &name, const std::string &value, const std::string &usage)
{
    *variable = parseDuration(value).value();
    m_flags[name] = {"duration", value, usage, [variable](const std::string &text) {
                         const auto duration = parseDuration(text);
                         *variable = duration.value_or(*variable);
                         return duration.has_value();
                     }};
}

Result<void> Flags::parse(const std::vector<std::string> &arguments)
{
    m_args.clear();
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &argument = arguments[i];
        if (argument.size() < 2 || argument[0] != '-') {
            m_args.assign(arguments.begin() + static_cast<std::ptrdiff_t>(i), arguments.end());
            break;
        }
        if (argument == "--") {
            m_args.assign(arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1, arguments.end());
            break;
        }
        std::string name = argument.substr(argument[1] == '-' ? 2 : 1);
        if (name.empty() || name[0] == '-' || name[0] == '=')
            return refuse("bad flag syntax: " + argument);
        std::optional<std::string> value;
        if (const auto equals = name.find('='); equals != std::string::npos) {
            value = name.substr(equals + 1);
            name.resize(equals);
        }
        const auto found = m_flags.find(name);
        if (found == m_flags.end()) {
            if (name == "help" || name == "h")
                return fail(Error{ErrorKind::NotFound, {}, {}, {}});
            return refuse("flag provided but not defined: -" + name);
        }
        if (!value && found->second.type.empty())
            value = "true";
        if (!value && i + 1 < arguments.size())
            value = arguments[++i];
        if (!value)
            return refuse("flag needs an argument: -" + name);
        if (!found->second.set(*value))
            return refuse("invalid value \"" + *value + "\" for flag -" + name + ": parse error");
    }
    return {};
}

void Flags::parse(int argc, char *argv[])
{
    const auto parsed = parse(std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
    if (parsed)
        return;
    const bool isHelp = parsed.error().is(ErrorKind::NotFound);
    if (!isHelp)
        std::cerr << parsed.error().message.toStdString() << '\n';
    std::cerr << "Usage of " << (argc > 0 ? argv[0] : "") << ":\n" << defaults();
    std::exit(isHelp ? 0 : 2);
}

std::string Flags::defaults() const
{
    std::string text;
    for (const auto &[name, flag] : m_flags) {
        text += "  -" + name + (flag.type.empty() ? "" : ' ' + flag.type) + "\n    \t" + flag.usage;
        if (!flag.value.empty())
            text += " (default " + flag.value + ')';
        text += '\n';
    }
    return text;
}

} // namespace kube::examples
