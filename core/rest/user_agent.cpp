// SPDX-License-Identifier: Apache-2.0
#include "core/rest/user_agent.h"

#include <QCoreApplication>
#include <QString>
#include <QSysInfo>

namespace kube {

namespace {

QByteArray goArchitecture()
{
    const QByteArray qts = QSysInfo::buildCpuArchitecture().toLatin1();
    return qts == "x86_64" ? QByteArrayLiteral("amd64") : qts == "i386" ? QByteArrayLiteral("386") : qts;
}

QByteArray goSystem()
{
    const QByteArray qts = QSysInfo::kernelType().toLatin1();
    return qts == "winnt" ? QByteArrayLiteral("windows") : qts;
}

/// What RFC 9110 calls a token, with '-' in place of what is none.
QByteArray tokenOf(const QString &text)
{
    QByteArray token = text.toLatin1();
    for (char &c : token) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!isPlain && !QByteArrayLiteral("!#$%&'*+-.^_`|~").contains(c))
            c = '-';
    }
    return token;
}

QByteArray programName()
{
    const QByteArray name = tokenOf(QCoreApplication::applicationName());
    const bool isOfAPerson = name.startsWith("curl") || name.startsWith("Wget") || name.startsWith("Mozilla");
    return name.isEmpty() ? QByteArrayLiteral("orrery") : isOfAPerson ? "orrery-" + name : name;
}

QByteArray programVersion()
{
    const QByteArray version = tokenOf(QCoreApplication::applicationVersion());
    return version.isEmpty() ? QByteArrayLiteral(ORRERY_VERSION) : version;
}

} // namespace

QByteArray defaultUserAgent()
{
    return programName() + '/' + programVersion() + " (" + goSystem() + '/' + goArchitecture() + ") kubernetes/unknown";
}

} // namespace kube
