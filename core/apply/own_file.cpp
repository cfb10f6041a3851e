// SPDX-License-Identifier: Apache-2.0
#include "core/apply/own_file.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace kube {

namespace {

constexpr QFileDevice::Permissions ownPermissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

Result<void> keepOwnFile(const QString &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = folder + QLatin1Char('/') + name;
    const auto failed = [&path](const QString &words) { return fail(Error{ErrorKind::Server, words, path, std::nullopt, {}}); };
    if (!QDir().mkpath(folder))
        return failed(QStringLiteral("the folder cannot be made"));
    if (!QFile::setPermissions(folder, ownPermissions | QFileDevice::ExeOwner))
        return failed(QStringLiteral("the folder cannot be closed to others"));
    QSaveFile file(path);
    // Closed to others before there is anything in it.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownPermissions) || file.write(bytes) != bytes.size() || !file.commit())
        return failed(file.errorString());
    return {};
}

Result<JsonDocument> readOwnJson(const QString &path, qint64 mostBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error{ErrorKind::Server, file.errorString(), path, std::nullopt, {}});
    if (file.size() > mostBytes)
        return fail(Error::badInput(QStringLiteral("larger than %1 bytes").arg(mostBytes), path));
    const QByteArray bytes = file.readAll();
    auto document = JsonDocument::parse({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!document)
        return fail(Error::badInput(document.error().message, path));
    return document;
}

} // namespace kube
