// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/reflector_state.h"

namespace kube::test {

/// What a server says of itself in refusing.
[[nodiscard]] inline Error statusError(int code, const char *reason)
{
    Status status;
    status.code = code;
    status.reason = QLatin1String(reason);
    return Error::fromStatus(status);
}

[[nodiscard]] inline Error cut()
{
    return Error::transport(QStringLiteral("cut"));
}

/// Drives step() by hand and keeps what it answers as text, so that a test reads as a table.
class ReflectorSteps
{
public:
    ReflectorConfig config;
    ReflectorState state;
    SteadyTime now = SteadyTime{} + std::chrono::hours(1);
    double random = 0;

    /// What it does about it: "list rv=0 limit=500", "stream", "collect", "complete 7", "watch rv=7", "wait 800ms" …;
    /// watchdogs are left out, and so is what only ends what has ended.
    template <typename What>
    std::string on(What what)
    {
        auto result = step(config, std::move(state), ReflectorInput{std::move(what), now, random});
        state = std::move(result.state);
        std::string text;
        for (const ReflectorEffect &effect : result.effects) {
            const std::string one = std::visit([](const auto &e) { return textOf(e); }, effect);
            if (!one.empty())
                text += (text.empty() ? "" : ", ") + one;
        }
        return text;
    }
    std::string start() { return on(reflector_input::Start{}); }
    std::string listEnd(const std::string &version, const std::string &token = {})
    {
        return on(reflector_input::ListEnd{ListMeta{version, token, std::nullopt}});
    }
    std::string listFails(Error error) { return on(reflector_input::ListEnd{fail(std::move(error))}); }
    std::string opened() { return on(reflector_input::WatchOpened{}); }
    std::string event(WatchEventType type, ObjectPtr object, const std::string &version)
    {
        return on(reflector_input::Event{{type, std::move(object), version}});
    }
    std::string bookmark(const std::string &version) { return event(WatchEventType::Bookmark, nullptr, version); }
    std::string endOfInitialEvents(const std::string &version)
    {
        return on(reflector_input::Event{{WatchEventType::Bookmark, nullptr, version, true}});
    }
    std::string errorEvent(Error error)
    {
        return on(reflector_input::Event{{WatchEventType::Error, nullptr, {}, false, std::move(error)}});
    }
    std::string watchEnd(std::optional<Error> error = std::nullopt) { return on(reflector_input::WatchEnd{std::move(error)}); }
    std::string retryTimer() { return on(reflector_input::RetryTimer{}); }
    std::string watchdog(Duration after)
    {
        now += after;
        return on(reflector_input::WatchdogTimer{});
    }
    /// Listed at version and watching.
    void becomeLive(const std::string &version)
    {
        start();
        listEnd(version);
        opened();
        now += std::chrono::seconds(10);
    }

private:
    static std::string textOf(const reflector_effect::StartList &e)
    {
        return "list rv=" + e.options.resourceVersion + " limit=" + std::to_string(e.options.limit)
               + (e.options.continueToken.empty() ? "" : " continue=" + e.options.continueToken);
    }
    static std::string textOf(const reflector_effect::StartWatch &e)
    {
        return "watch rv=" + e.options.resourceVersion + (e.options.sendInitialEvents ? " from the start" : "");
    }
    static std::string textOf(const reflector_effect::BeginStreaming &) { return "stream"; }
    static std::string textOf(const reflector_effect::BeginCollecting &) { return "collect"; }
    static std::string textOf(const reflector_effect::Complete &e) { return "complete " + e.resourceVersion; }
    static std::string textOf(const reflector_effect::ApplyItem &) { return "item"; }
    static std::string textOf(const reflector_effect::ApplyEvent &) { return "apply"; }
    static std::string textOf(const reflector_effect::Bookmark &e) { return "bookmark " + e.resourceVersion; }
    static std::string textOf(const reflector_effect::SetRetryTimer &e)
    {
        return "wait " + std::to_string(std::chrono::round<std::chrono::milliseconds>(e.delay).count()) + "ms";
    }
    static std::string textOf(const reflector_effect::StartProbe &) { return "probe"; }
    static std::string textOf(const reflector_effect::Renew &) { return "renew"; }
    template <typename Other>
    static std::string textOf(const Other &)
    {
        return {};
    }
};

} // namespace kube::test
