// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace kube {

/// Gunzips a body as it arrives. A body may be several members one after another (Kubernetes 1.37 ends one with each
/// flush of a compressed watch). Memory: the bytes fed and not yet taken, zlib's window and one piece of output,
/// whatever the ratio. Thread: one.
class GzipInflater
{
public:
    static constexpr std::size_t pieceBytes = 64 * 1024;

    GzipInflater();
    ~GzipInflater();
    GzipInflater(GzipInflater &&) noexcept; ///< movable, in whatever state
    GzipInflater &operator=(GzipInflater &&) noexcept; ///< movable, in whatever state

    /// Takes the next bytes of the body.
    void feed(const QByteArray &bytes);
    /// The next piece, at most pieceBytes and never empty, valid until the next call; nothing: feed more.
    /// Errors: BadInput when it is no gzip, or anything but another member follows a member. They stick.
    [[nodiscard]] Result<std::optional<QByteArrayView>> next();
    /// To be asked when the body has ended and next() gives nothing. Errors: Transport when it stopped inside a member.
    [[nodiscard]] std::optional<Error> finish() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace kube
