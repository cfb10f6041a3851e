// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/save_state.h"
#include "tests/unit/core/apply/quoted.h"

namespace kube::test {

/// A save driven by hand: inputs in, the last effects kept.
struct SaveMachine {
    SaveConfig config;
    SaveState state;
    std::vector<SaveEffect> effects;

    template <typename Input>
    void feed(Input what)
    {
        SaveInput input;
        input.what = std::move(what);
        auto result = step(config, std::move(state), input);
        state = std::move(result.state);
        effects = std::move(result.effects);
    }
    void edit(const std::string &json, save_input::Onto onto = save_input::Onto::Base) { feed(save_input::Edit{"text of " + json, json, onto}); }
    void answer(Result<std::string> result) { feed(save_input::Reply{state.request, std::move(result)}); }
    void firstChange(Result<std::optional<std::string>> object) { feed(save_input::FirstChange{state.request, std::move(object)}); }

    template <typename Effect>
    [[nodiscard]] const Effect *last() const
    {
        for (const SaveEffect &effect : effects) {
            if (const auto *const found = std::get_if<Effect>(&effect))
                return found;
        }
        return nullptr;
    }
    [[nodiscard]] std::string stands() const { return std::string(saveStepName(state.step)) + " " + saveReasonName(state.reason); }
    [[nodiscard]] std::string body() const { return last<save_effect::Send>() ? last<save_effect::Send>()->body : std::string("-"); }
};

/// A ConfigMap: data is the inside of its object, as q() takes it.
[[nodiscard]] inline std::string configMap(int version, const std::string &data, const std::string &uid = "u")
{
    return q("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c','namespace':'n','uid':'") + uid + q("','resourceVersion':'")
        + std::to_string(version) + q("'},'data':{") + q(data) + "}}";
}

[[nodiscard]] inline Unexpected refused(int code, const char *reason, QList<StatusCause> causes = {})
{
    Status status;
    status.code = code;
    status.reason = QString::fromLatin1(reason);
    status.message = QStringLiteral("the server's words");
    status.causes = std::move(causes);
    return fail(Error::fromStatus(std::move(status)));
}

[[nodiscard]] inline Unexpected cut()
{
    return fail(Error::transport(QStringLiteral("connection closed")));
}

} // namespace kube::test
