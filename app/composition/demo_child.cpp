// SPDX-License-Identifier: Apache-2.0
#include "app/composition/demo_child.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace orrery {

DemoChild::DemoChild(QObject *parent) : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
        if (m_told || !m_process.canReadLine())
            return;
        m_told = true;
        Q_EMIT ready(QString::fromLocal8Bit(m_process.readLine()).trimmed());
    });
    const auto gone = [this] {
        if (!std::exchange(m_told, true)) {
            const QString words = QString::fromLocal8Bit(m_process.readAllStandardError()).trimmed();
            Q_EMIT failed(words.isEmpty() ? m_process.errorString() : words);
        }
    };
    connect(&m_process, &QProcess::errorOccurred, this, gone);
    connect(&m_process, &QProcess::finished, this, gone);
}

// It ends when its input closes, even if this program is killed.
DemoChild::~DemoChild()
{
    m_told = true;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(2000))
        m_process.kill();
    m_process.waitForFinished(1000);
}

void DemoChild::start(qint64 pods)
{
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/orrery-demo");
    m_process.start(QFileInfo::exists(beside) ? beside : QStringLiteral("orrery-demo"),
                    {QStringLiteral("--end-with-input"), QStringLiteral("--pods"), QString::number(pods)});
}

} // namespace orrery
