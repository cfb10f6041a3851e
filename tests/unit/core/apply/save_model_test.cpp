// SPDX-License-Identifier: Apache-2.0
#include "core/object/patch.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/apply/save_machine.h"

#include <map>
#include <random>

namespace save_model_test {

using namespace kube;
using kube::test::configMap;
using kube::test::cut;
using kube::test::q;
using kube::test::refused;
using kube::test::SaveMachine;

namespace {

namespace input = save_input;
namespace effect = save_effect;
using At = SaveState::Step;

JsonNode node(const std::string &json)
{
    return JsonNode::parse(json, "test").value();
}

std::string versionOf(const std::string &object)
{
    return findField(node(object), parseFieldPath("metadata.resourceVersion"))->text;
}

/// One object behind a bad path: it refuses, is busy, fails before and after, and lets lost requests arrive late.
class Server
{
public:
    explicit Server(std::mt19937 &random) : m_random(random) { history.push_back(configMap(1, "'shared':'0'")); }

    std::vector<std::string> history;
    std::vector<std::string> late;

    Result<std::string> patch(const std::string &body, DryRun dryRun)
    {
        const JsonNode conditions = node(body);
        if (findField(conditions, parseFieldPath("metadata.resourceVersion"))->text != versionOf(history.back()))
            return refused(409, "Conflict");
        std::string next = applyMergePatch(history.back(), body).value();
        if (dryRun == DryRun::No && !node(next).equals(node(history.back()))) {
            JsonNode stored = node(next);
            JsonNode version;
            version.kind = JsonNode::Kind::String;
            version.text = std::to_string(std::stoi(versionOf(history.back())) + 1);
            setField(stored, parseFieldPath("metadata.resourceVersion"), version);
            next = jsonText(stored);
            history.push_back(next);
        }
        return next;
    }
    Result<std::string> badPath(const effect::Send &send)
    {
        switch (m_random() % 14) {
        case 0: return refused(409, "Conflict");
        case 1: return refused(429, "TooManyRequests");
        case 2: return refused(500, "InternalError");
        case 3: return cut();
        case 4: (void)patch(send.body, send.dryRun); return refused(500, "InternalError");
        case 5: (void)patch(send.body, send.dryRun); return cut();
        case 6: (void)patch(send.body, send.dryRun); return refused(409, "Conflict"); // a retry below us met its own first try
        case 7:
            if (send.dryRun == DryRun::No)
                late.push_back(send.body);
            return cut();
        default: return patch(send.body, send.dryRun);
        }
    }
    Result<std::optional<std::string>> firstAfter(const std::string &version)
    {
        if (m_random() % 20 == 0)
            return refused(410, "Expired");
        for (const std::string &object : history) {
            if (std::stoi(versionOf(object)) > std::stoi(version))
                return object;
        }
        return cut();
    }

private:
    std::mt19937 &m_random;
};

struct Editor {
    SaveMachine m;
    std::string name;
    int edits = 0;
    std::vector<std::string> waiting; ///< keys of edits that are in the buffer
    std::map<std::string, std::string> saved, buffered;

    void begin(Server &server, std::mt19937 &random)
    {
        m.config.review = SaveConfig::Review::WhenNeeded;
        const std::string object = server.history.back();
        m.feed(input::Open{object});
        JsonNode edited = node(object);
        JsonNode &data = *edited.find("data");
        const std::string key = name + std::to_string(edits++);
        data.set(key, node("\"1\""));
        if (random() % 4 == 0)
            data.set("shared", node("\"" + key + "\""));
        // What the other added may go again: coming back would be a save stored twice.
        for (const auto &[other, value] : JsonNode(data).members) {
            if (other.front() != name.front() && other != "shared" && random() % 3 == 0)
                data.remove(other);
        }
        waiting = {key};
        m.edit(jsonText(edited));
        m.feed(input::Save{});
    }
    /// One thing happens. False when the edit has come to its end.
    bool turn(Server &server, std::mt19937 &random)
    {
        if (const auto *const send = m.last<effect::Send>()) {
            m.answer(server.badPath(effect::Send(*send)));
        } else if (m.last<effect::Fetch>()) {
            m.answer(random() % 5 == 0 ? Result<std::string>(cut()) : server.history.back());
        } else if (const auto *const first = m.last<effect::AskFirstChange>()) {
            m.firstChange(server.firstAfter(std::string(first->resourceVersion)));
        } else if (m.state.nextTry) {
            m.feed(input::Timer{});
        } else if (m.state.step == At::TheirsMoved) {
            random() % 2 ? m.feed(input::TakeTheirs{}) : m.feed(input::ForceMine{});
        } else if (m.state.step == At::UnknownOutcome) {
            m.feed(input::RetryNow{});
        } else {
            for (const std::string &key : waiting)
                (m.state.step == At::Saved ? saved : buffered)[key] = m.stands();
            return false;
        }
        return true;
    }
};

} // namespace

class SaveModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void noEditOfTwoIsLostOrStoredTwice()
    {
        std::size_t saved = 0;
        std::size_t buffered = 0;
        for (unsigned seed = 1; seed <= 300; ++seed) {
            std::mt19937 random(seed);
            Server server(random);
            Editor editors[2];
            editors[0].name = "a";
            editors[1].name = "b";
            for (Editor &editor : editors)
                editor.begin(server, random);
            for (int turns = 0; editors[0].edits + editors[1].edits < 30; ++turns) {
                QVERIFY2(turns < 20000, "it does not end");
                Editor &editor = editors[random() % 2];
                if (!editor.turn(server, random))
                    editor.begin(server, random);
                if (!server.late.empty() && random() % 3 == 0) {
                    (void)server.patch(server.late.front(), DryRun::No);
                    server.late.erase(server.late.begin());
                }
            }
            for (Editor &editor : editors) {
                while (editor.turn(server, random)) { }
                for (const auto *const keys : {&editor.saved, &editor.buffered}) {
                    for (const auto &[key, how] : *keys) {
                        int appearances = 0;
                        bool wasThere = false;
                        for (const std::string &object : server.history) {
                            const bool isThere = findField(node(object), {FieldStep::name("data"), FieldStep::name(key)}) != nullptr;
                            appearances += isThere && !wasThere ? 1 : 0;
                            wasThere = isThere;
                        }
                        const bool mayBe = how == "Review OutcomeUncertain";
                        const int should = keys == &editor.saved ? 1 : 0;
                        QVERIFY2(appearances == should || (mayBe && appearances <= 1),
                                 (std::to_string(seed) + " " + key + " " + how + " " + std::to_string(appearances)).c_str());
                    }
                }
                saved += editor.saved.size();
                buffered += editor.buffered.size();
            }
        }
        QVERIFY2(saved > 7000 && buffered > 10, (std::to_string(saved) + " " + std::to_string(buffered)).c_str());
    }
};

ORRERY_APPLESS_TEST(SaveModelTest)
} // namespace save_model_test
#include "save_model_test.moc"
