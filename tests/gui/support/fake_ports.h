// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object_decoder.h"
#include "core/session/ports/cluster_ports.h"
#include "tests/gui/support/json_text.h"

#include <deque>

namespace orrery::test {

/// json: as for jsonText().
inline kube::ObjectPtr objectOf(const std::string &json, const char *kind, const char *group = "", const char *version = "v1")
{
    const auto object = kube::decodeObject(jsonText(json), {group, version, kind});
    if (!object)
        qFatal("%s", qPrintable(object.error().toString()));
    return *object;
}

/// Answers that a test gives when it likes, in the order they were asked for.
template <typename T>
class Answers
{
public:
    [[nodiscard]] kube::Future<T> ask()
    {
        m_asked.emplace_back();
        return m_asked.back().future();
    }
    [[nodiscard]] std::size_t open() const { return m_asked.size(); }
    void give(kube::Result<T> answer)
    {
        if (m_asked.empty())
            qFatal("nothing was asked");
        auto first = std::move(m_asked.front());
        m_asked.pop_front();
        first.finish(std::move(answer));
    }

private:
    std::deque<kube::Promise<T>> m_asked;
};

class FakeObjects final : public kube::ObjectPort
{
public:
    [[nodiscard]] kube::Subscription observe(const kube::ResourceInfo &resource, const kube::ObjectKey &key, const kube::Owner &owner,
                                             std::function<void(kube::ObjectPtr, kube::Freshness)> handler) override
    {
        observed.push_back(QString::fromStdString(resource.gvr.toString() + '/' + key.name));
        auto mine = std::make_shared<bool>(true);
        ++following;
        m_tell = [tell = owner.bind(std::move(handler)), mine](const kube::ObjectPtr &object, const kube::Freshness &freshness) {
            if (*mine)
                tell(object, freshness);
        };
        return kube::Subscription([this, mine] {
            *mine = false;
            --following;
        });
    }
    [[nodiscard]] kube::Future<QByteArray> fetch(const kube::ResourceInfo &, const kube::ObjectKey &) override { return fetches.ask(); }

    void tell(const kube::ObjectPtr &object, kube::FreshnessState state = kube::FreshnessState::Live) const { m_tell(object, {.state = state}); }
    void tell(const kube::ObjectPtr &object, const kube::Freshness &freshness) const { m_tell(object, freshness); }

    QStringList observed; ///< "deployments.apps/web"
    int following = 0;
    Answers<QByteArray> fetches;

private:
    std::function<void(kube::ObjectPtr, kube::Freshness)> m_tell;
};

class FakeScale final : public kube::ScalePort
{
public:
    [[nodiscard]] kube::Future<kube::ScaleState> scale(const kube::ResourceInfo &, const kube::ObjectKey &) override { return reads.ask(); }
    [[nodiscard]] kube::Future<kube::ScaleState> setScale(const kube::ResourceInfo &, const kube::ObjectKey &, std::int64_t replicas,
                                                          const std::string &expectedResourceVersion) override
    {
        written << QStringLiteral("%1@%2").arg(replicas).arg(QString::fromStdString(expectedResourceVersion));
        return writes.ask();
    }

    Answers<kube::ScaleState> reads;
    Answers<kube::ScaleState> writes;
    QStringList written; ///< "5@101": replicas, over which resourceVersion
};

class FakeLogs final : public kube::LogPort
{
public:
    [[nodiscard]] kube::Subscription follow(kube::LogRequest request, const kube::Owner &owner, std::function<void(kube::LogChunk)> handler) override
    {
        requests.push_back(std::move(request));
        auto mine = std::make_shared<bool>(true);
        ++following;
        m_tell = [tell = owner.bind(std::move(handler)), mine](const kube::LogChunk &chunk) {
            if (*mine)
                tell(chunk);
        };
        return kube::Subscription([this, mine] {
            *mine = false;
            --following;
        });
    }

    void lines(const QByteArray &lines) const { m_tell({.state = kube::LogChunk::State::Live, .lines = lines, .reason = {}}); }
    void state(kube::LogChunk::State state, std::optional<kube::Error> reason = {}) const { m_tell({.state = state, .lines = {}, .reason = std::move(reason)}); }

    std::vector<kube::LogRequest> requests;
    int following = 0;

private:
    std::function<void(kube::LogChunk)> m_tell;
};

/// As a server answers: kind by the code, the words in message.
inline kube::Error serverError(int code, const char *reason, const QString &message)
{
    kube::Status status;
    status.code = code;
    status.reason = QString::fromLatin1(reason);
    status.message = message;
    return kube::Error::fromStatus(std::move(status));
}

} // namespace orrery::test
