// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/freshness.h"
#include "ui/models/instrument.h"

#include <QObject>
#include <QTimer>

namespace orrery {

class MainWindow;
class Workspace;

/// --screenshot: waits until the view is live or has failed, writes the picture, prints one line of JSON and says how
/// it went. Thread: GUI.
class Screenshot final : public QObject
{
    Q_OBJECT
public:
    /// The instrument that view names, if it has a page of its own: Leases are a table as any kind's.
    [[nodiscard]] static std::optional<Instrument> instrumentIn(const QString &view);
    Screenshot(Workspace &workspace, MainWindow &window, QString file, QString view, QObject *parent = nullptr);

    /// The window has nothing to wait for: the configuration is bad, the kind unknown.
    void giveUp(const QString &why);

Q_SIGNALS:
    void finished(int exitCode);

private:
    void look();
    void lookAtInstrument();
    void take(const QString &state, bool live);

    Workspace &m_workspace;
    MainWindow &m_window;
    QString m_file;
    QString m_view;
    QTimer m_timer;
    std::optional<Instrument> m_instrument; ///< what the picture is of; else a table
    bool m_isOpened = false; ///< the instrument is
    QString m_why; ///< of what has failed
    int m_settled = 0;
    bool m_done = false;
};

} // namespace orrery
