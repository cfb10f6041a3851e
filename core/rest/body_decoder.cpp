// SPDX-License-Identifier: Apache-2.0
#include "core/rest/body_decoder.h"

namespace kube {

BodyDecoder::BodyDecoder(const HttpHead &head)
{
    const QByteArray encoding = head.header("Content-Encoding").trimmed().toLower();
    if (encoding == "gzip" || encoding == "x-gzip")
        m_inflater.emplace();
    else if (!encoding.isEmpty() && encoding != "identity")
        m_error = Error::badInput(QStringLiteral("the server sent an encoding it was not asked for: ")
                                  + QString::fromLatin1(encoding));
}

void BodyDecoder::feed(QByteArray bytes)
{
    if (m_inflater)
        m_inflater->feed(bytes);
    else if (!bytes.isEmpty())
        m_pieces.push_back(std::move(bytes));
}

Result<std::optional<QByteArrayView>> BodyDecoder::next()
{
    if (m_error)
        return fail(*m_error);
    if (m_inflater)
        return m_inflater->next();
    if (m_pieces.empty())
        return std::nullopt;
    m_current = std::move(m_pieces.front());
    m_pieces.pop_front();
    return QByteArrayView(m_current);
}

std::optional<Error> BodyDecoder::finish() const
{
    return m_inflater ? m_inflater->finish() : m_error;
}

} // namespace kube
