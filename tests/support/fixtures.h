// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>
#include <QtTest>

namespace kube::test {

/// The bytes of a file below tests/fixtures; fails the test when there is none.
inline QByteArray fixture(const QString &path)
{
    QFile file(QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/") + path);
    if (!file.open(QIODevice::ReadOnly))
        QTest::qFail(qPrintable(QStringLiteral("no fixture ") + file.fileName()), __FILE__, __LINE__);
    return file.readAll();
}

inline QByteArray fixture(const char *path)
{
    return fixture(QString::fromLatin1(path));
}

/// One recorded answer of a Kubernetes 1.36 API server: its body, whatever the suffix.
inline QByteArray kubernetesFixture(const QString &name)
{
    const QString folder = QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/kubernetes-1.36/");
    for (const char *suffix : {".json", ".ndjson", ".txt"}) {
        if (QFile::exists(folder + name + QLatin1String(suffix)))
            return fixture(QStringLiteral("kubernetes-1.36/") + name + QLatin1String(suffix));
    }
    QTest::qFail(qPrintable(QStringLiteral("no fixture ") + name), __FILE__, __LINE__);
    return {};
}

/// Names (without suffix) of the recorded answers in one folder, such as "errors".
inline QStringList kubernetesFixtures(const QString &folder, const QString &suffix)
{
    const QDir dir(QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/kubernetes-1.36/") + folder);
    QStringList names;
    for (const QString &file : dir.entryList({QStringLiteral("*") + suffix}, QDir::Files, QDir::Name))
        names.append(folder + QLatin1Char('/') + file.left(file.size() - suffix.size()));
    return names;
}

} // namespace kube::test
