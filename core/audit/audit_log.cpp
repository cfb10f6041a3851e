// SPDX-License-Identifier: Apache-2.0
#include "core/audit/audit_log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace kube {

namespace {

Unexpected failedAt(const QString &file, const QString &words)
{
    return fail(Error{ErrorKind::Server, words, file, std::nullopt, {}});
}

#ifdef Q_OS_UNIX
class Descriptor
{
public:
    Descriptor(const QString &file, int flags) : m_fd(::open(QFile::encodeName(file).constData(), flags | O_CLOEXEC, 0600)) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int fd() const { return m_fd; }

private:
    int m_fd;
};
#endif

} // namespace

Result<void> AuditLog::write(const AuditEntry &entry)
{
    const QByteArray line = entry.toLine();
    const std::lock_guard lock(m_mutex);
    if (!QDir().mkpath(QFileInfo(m_file).path()))
        return failedAt(m_file, QStringLiteral("the folder cannot be made"));
    if (QFileInfo(m_file).size() + line.size() > m_limits.bytes)
        rotate();
    return append(m_isTorn ? '\n' + line : line);
}

#ifdef Q_OS_UNIX

Result<void> AuditLog::append(const QByteArray &line)
{
    const Descriptor file(m_file, O_WRONLY | O_APPEND | O_CREAT);
    if (file.fd() < 0)
        return failedAt(m_file, qt_error_string(errno));
    if (::fchmod(file.fd(), 0600) != 0)
        return failedAt(m_file, qt_error_string(errno));
    const auto written = ::write(file.fd(), line.constData(), static_cast<std::size_t>(line.size()));
    const int error = errno;
    m_isTorn = written > 0 && written < line.size();
    if (written == line.size())
        return {};
    return failedAt(m_file, written < 0 ? qt_error_string(error) : QStringLiteral("the line was not written whole"));
}

void AuditLog::rotate() const
{
    // One process at a time; who waited finds a short file, and leaves it.
    const Descriptor turn(m_file + QStringLiteral(".lock"), O_RDWR | O_CREAT);
    if (turn.fd() < 0 || ::flock(turn.fd(), LOCK_EX) != 0)
        return;
    if (const qint64 size = QFileInfo(m_file).size(); size > 0 && size > m_limits.bytes / 2) {
        const auto name = [this](int number) { return number == 0 ? m_file : m_file + QLatin1Char('.') + QString::number(number); };
        for (int number = m_limits.older; number > 0; --number)
            (void)::rename(QFile::encodeName(name(number - 1)).constData(), QFile::encodeName(name(number)).constData());
        if (m_limits.older == 0)
            QFile::remove(m_file);
    }
}

#else

Result<void> AuditLog::append(const QByteArray &line)
{
    QFile file(m_file);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered) || file.write(line) != line.size())
        return failedAt(m_file, file.errorString());
    return {};
}

void AuditLog::rotate() const
{
    for (int number = m_limits.older; number > 0; --number) {
        const QString older = m_file + QLatin1Char('.') + QString::number(number);
        QFile::remove(older);
        QFile::rename(number == 1 ? m_file : m_file + QLatin1Char('.') + QString::number(number - 1), older);
    }
}

#endif

} // namespace kube
