// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/kubeconfig_file.h"

#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#endif

namespace kube::kubeconfig {

namespace {

Error unreadable(const QString &file, const QString &why)
{
    return Error::badInput(why, file);
}

Error refusedBySystem(const QString &file, const QString &why)
{
    return unreadable(file, QStringLiteral("the file cannot be read (%1); check its owner and permissions").arg(why));
}

#ifdef Q_OS_UNIX

/// A descriptor that closes itself.
struct Descriptor {
    int number;
    explicit Descriptor(int from) : number(from) {}
    ~Descriptor()
    {
        if (number >= 0)
            ::close(number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
};

Result<QByteArray> readPipe(const QString &path, qsizetype limit, const PipePatience &patience)
{
    // Opened for waiting, it would wait for a writer without end.
    const Descriptor pipe(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (pipe.number < 0)
        return fail(refusedBySystem(path, qt_error_string(errno)));
    QByteArray bytes;
    bool writerSeen = false;
    while (bytes.size() <= limit) {
        pollfd ready{pipe.number, POLLIN, 0};
        const auto wait = writerSeen ? patience.bytes : patience.writer;
        const int found = ::poll(&ready, 1, static_cast<int>(wait.count()));
        if (found < 0 && errno == EINTR)
            continue;
        QByteArray piece(64 * 1024, Qt::Uninitialized);
        const auto got = ::read(pipe.number, piece.data(), static_cast<std::size_t>(piece.size()));
        if (got < 0 && errno != EAGAIN && errno != EINTR)
            return fail(refusedBySystem(path, qt_error_string(errno)));
        // Without a writer reading meets the end; with one that is silent it would have to wait.
        const bool isSilent = got < 0 ? writerSeen : got == 0 && !writerSeen;
        if (found == 0 && isSilent)
            return fail(unreadable(path, QStringLiteral("this is a pipe, and nothing came out of it; start what writes to it, or name a file")));
        if (got == 0)
            return bytes;
        writerSeen = true;
        if (got > 0)
            bytes.append(piece.constData(), static_cast<qsizetype>(got));
    }
    return bytes.left(limit + 1);
}

#endif

} // namespace

Result<QByteArray> readKubeconfigFile(const QString &path, qsizetype limit, [[maybe_unused]] PipePatience patience)
{
    const QFileInfo info(path);
    if (info.isDir())
        return fail(unreadable(path, QStringLiteral("this is a folder, not a kubeconfig; name the file in it")));
#ifdef Q_OS_UNIX
    if (!info.isFile())
        return readPipe(path, limit, patience);
#endif
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(refusedBySystem(path, file.errorString()));
    return file.read(limit + 1);
}

} // namespace kube::kubeconfig
