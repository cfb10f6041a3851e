// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/inflate.h"
#include "core/rest/transport.h"

#include <deque>

namespace kube {

/// The body of an answer, with its Content-Encoding undone, piece by piece as one takes it. Thread: one.
class BodyDecoder
{
public:
    /// Errors show in next(): BadInput for an encoding we did not ask for.
    explicit BodyDecoder(const HttpHead &head);

    void feed(QByteArray bytes);
    /// As GzipInflater::next().
    [[nodiscard]] Result<std::optional<QByteArrayView>> next();
    /// As GzipInflater::finish().
    [[nodiscard]] std::optional<Error> finish() const;

private:
    std::optional<GzipInflater> m_inflater;
    std::deque<QByteArray> m_pieces;
    QByteArray m_current;
    std::optional<Error> m_error;
};

} // namespace kube
