// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/transport.h"

#include <mutex>
#include <string>

namespace orrery::bench {

/// When the list of one resource was asked for and when its first byte came, and how many bytes came in all.
/// Thread: any.
class TransportRecord
{
public:
    explicit TransportRecord(QString collection) : m_collection(std::move(collection)) {}
    void sent(const QString &path, const QString &query);
    void received(bool ofTheList, qsizetype bytes);
    [[nodiscard]] bool isTheList(const QString &path, const QString &query) const;

    [[nodiscard]] std::optional<std::chrono::steady_clock::time_point> listSent() const;
    [[nodiscard]] std::optional<std::chrono::steady_clock::time_point> firstByte() const;
    [[nodiscard]] quint64 bytes() const;

private:
    const QString m_collection; ///< "/pods"
    mutable std::mutex m_mutex;
    std::optional<std::chrono::steady_clock::time_point> m_sent;
    std::optional<std::chrono::steady_clock::time_point> m_first;
    quint64 m_bytes = 0;
};

/// Another transport, with a record of what passes.
class RecordingTransport final : public kube::Transport
{
public:
    RecordingTransport(std::shared_ptr<kube::Transport> inner, std::shared_ptr<TransportRecord> record)
        : m_inner(std::move(inner)), m_record(std::move(record))
    {
    }
    [[nodiscard]] std::unique_ptr<kube::TransportStream> open(kube::HttpRequest request, kube::TransportSink &sink) override;
    void renew() override { m_inner->renew(); }
    [[nodiscard]] std::optional<kube::Error> useClientCertificate(const QByteArray &certData, const QByteArray &keyData) override
    {
        return m_inner->useClientCertificate(certData, keyData);
    }

private:
    std::shared_ptr<kube::Transport> m_inner;
    std::shared_ptr<TransportRecord> m_record;
};

} // namespace orrery::bench
