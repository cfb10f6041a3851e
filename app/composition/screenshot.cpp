// SPDX-License-Identifier: Apache-2.0
#include "app/composition/screenshot.h"

#include "app/composition/workspace.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/views/resources/resource_page.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPixmap>
#include <QTextStream>

namespace orrery {

namespace {

constexpr int lookMilliseconds = 50;
constexpr int looksUntilFlowing = 60; ///< an instrument tells rates only after some seconds
constexpr int looksUntilSettled = 24; ///< counts, columns, the first ages and the figures of the first second have been painted by then

QString nameOf(kube::FreshnessState state)
{
    switch (state) {
    case kube::FreshnessState::Idle: return QStringLiteral("idle");
    case kube::FreshnessState::Connecting: return QStringLiteral("connecting");
    case kube::FreshnessState::Loading: return QStringLiteral("loading");
    case kube::FreshnessState::Live: return QStringLiteral("live");
    case kube::FreshnessState::Paused: return QStringLiteral("paused");
    case kube::FreshnessState::Reconnecting: return QStringLiteral("reconnecting");
    case kube::FreshnessState::Forbidden: return QStringLiteral("forbidden");
    case kube::FreshnessState::Failed: return QStringLiteral("failed");
    case kube::FreshnessState::AsOf: return QStringLiteral("as-of");
    }
    return {};
}

} // namespace

Screenshot::Screenshot(Workspace &workspace, MainWindow &window, QString file, QString view, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_window(window), m_file(std::move(file)), m_view(std::move(view)), m_instrument(instrumentIn(m_view))
{
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
    m_timer.start(lookMilliseconds);
}

std::optional<Instrument> Screenshot::instrumentIn(const QString &view)
{
    const auto instrument = instrumentOf(view);
    return instrument == Instrument::Leases ? std::nullopt : instrument;
}

void Screenshot::giveUp(const QString &why)
{
    QTextStream(stderr) << "orrery: " << why << Qt::endl;
    QTimer::singleShot(0, this, [this] { take(QStringLiteral("failed"), false); });
}

void Screenshot::lookAtInstrument()
{
    const Page *page = m_window.tabs()->currentPage();
    if (!page || page->location() != m_view) {
        m_why = tr("%1 has no instrument “%2”").arg(m_workspace.currentContext(), m_view);
        QTextStream(stderr) << "orrery: " << m_why << Qt::endl;
        take(QStringLiteral("failed"), false);
        return;
    }
    m_settled = page->hasContent() ? m_settled + 1 : 0;
    if (m_settled >= looksUntilFlowing)
        take(nameOf(kube::FreshnessState::Live), true);
}

void Screenshot::look()
{
    if (m_isOpened) {
        lookAtInstrument();
        return;
    }
    const ResourcePage *page = m_workspace.currentTable();
    const kube::FreshnessState state = page ? page->freshness().state : kube::FreshnessState::Idle;
    bool ended = state == kube::FreshnessState::Live || state == kube::FreshnessState::AsOf;
    ended = (ended && page->isSettled()) || state == kube::FreshnessState::Forbidden || state == kube::FreshnessState::Failed;
    if (!page) {
        // No catalog, no page: the cluster as a whole has failed.
        const kube::Health health = m_workspace.health();
        ended = health.state == kube::HealthState::Failed || health.state == kube::HealthState::Forbidden;
        m_why = ended && health.reason ? health.reason->toString() : QString();
    }
    m_settled = ended ? m_settled + 1 : 0;
    if (m_settled < looksUntilSettled)
        return;
    const bool live = state == kube::FreshnessState::Live || state == kube::FreshnessState::AsOf;
    if (page && m_instrument) {
        m_isOpened = true;
        m_settled = 0;
        m_workspace.openInstrument(*m_instrument);
        return;
    }
    if (page && !live && page->freshness().reason)
        m_why = page->freshness().reason->toString();
    if (!m_why.isEmpty())
        QTextStream(stderr) << "orrery: " << m_why << Qt::endl;
    take(page ? nameOf(state) : QStringLiteral("failed"), live);
}

void Screenshot::take(const QString &state, bool live)
{
    if (std::exchange(m_done, true))
        return;
    m_timer.stop();
    const ResourcePage *page = m_workspace.currentTable();
    const bool written = m_window.grab().save(m_file, "PNG");
    if (!written)
        QTextStream(stderr) << "orrery: " << tr("%1 could not be written").arg(m_file) << Qt::endl;
    const QJsonObject line{{QStringLiteral("view"), page ? QString::fromStdString(page->resource().gvr.toString()) : m_view},
                           {QStringLiteral("context"), m_workspace.currentContext()},
                           {QStringLiteral("state"), state},
                           {QStringLiteral("rows"), page ? page->rows() : 0},
                           {QStringLiteral("objects"), page ? page->objects() : 0}};
    QTextStream(stdout) << QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)) << Qt::endl;
    Q_EMIT finished(live && written ? 0 : 1);
}

} // namespace orrery
