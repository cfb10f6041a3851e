// SPDX-License-Identifier: Apache-2.0
#include "core/rest/user_agent.h"

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

} // namespace

QByteArray defaultUserAgent()
{
    return "orrery/" ORRERY_VERSION " (" + goSystem() + '/' + goArchitecture() + ") kubernetes/unknown";
}

} // namespace kube
