// SPDX-License-Identifier: Apache-2.0
#include "core/rest/request_ring.h"

#include "core/base/log.h"

namespace kube {

void RequestRing::push(RequestRecord record)
{
    if (isOff())
        return;
    const std::uint64_t number = m_pushed++;
    const auto at = [this](std::uint64_t which) -> RequestRecord & { return m_records[static_cast<std::size_t>(which - (m_pushed - m_records.size()))]; };
    if (!record.body.isEmpty()) {
        m_bodyBytes += record.body.size();
        m_withBody.push_back(number);
    }
    m_records.push_back(std::move(record));
    while (!m_withBody.empty() && (m_bodyBytes > allBodyBytes || m_withBody.front() + m_capacity < m_pushed)) {
        RequestRecord &oldest = at(m_withBody.front());
        m_bodyBytes -= oldest.body.size();
        oldest.body = QByteArray();
        oldest.isBodyKept = false;
        m_withBody.pop_front();
    }
    if (m_records.size() > m_capacity)
        m_records.pop_front();
}

std::vector<RequestRecord> RequestRing::after(std::uint64_t count) const
{
    const std::uint64_t wanted = m_pushed - std::min(count, m_pushed);
    const std::size_t known = std::min(m_records.size(), static_cast<std::size_t>(wanted));
    return {m_records.end() - static_cast<std::ptrdiff_t>(known), m_records.end()};
}

bool mayKeepBody(const QUrl &url)
{
    static const QStringList withheld{QStringLiteral("secrets"), QStringLiteral("tokenreviews"), QStringLiteral("token"), QStringLiteral("proxy"),
                                      QStringLiteral("exec"), QStringLiteral("attach")};
    const QStringList segments = url.path(QUrl::FullyDecoded).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    return std::none_of(segments.begin(), segments.end(), [](const QString &segment) { return withheld.contains(segment); });
}

QList<Header> withoutCredentials(const QList<Header> &headers)
{
    const auto carriesOne = [](const Header &header) { return !header.second.isEmpty() && redactedHeader(header.first, header.second) != header.second; };
    if (std::none_of(headers.begin(), headers.end(), carriesOne))
        return headers;
    QList<Header> kept;
    std::remove_copy_if(headers.begin(), headers.end(), std::back_inserter(kept), carriesOne);
    return kept;
}

QList<Header> tellingHeaders(const QList<Header> &headers)
{
    static const std::array<QByteArray, 8> telling{"X-Kubernetes-Pf-Flowschema-Uid", "X-Kubernetes-Pf-Prioritylevel-Uid", "Audit-Id", "Retry-After",
                                                   "Content-Type", "Content-Encoding", "Warning", "Date"};
    QList<Header> kept;
    for (const Header &header : headers) {
        const auto isIt = [&header](const QByteArray &name) { return name.size() == header.first.size() && name.compare(header.first, Qt::CaseInsensitive) == 0; };
        if (std::any_of(telling.begin(), telling.end(), isIt))
            kept.append(header);
    }
    return kept;
}

} // namespace kube
