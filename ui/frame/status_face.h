// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/health.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace orrery {

class Sparkline;
class ToneLabel;

/// The instrument's face at the window's lower edge: which cluster, as whom, and how its clockwork does. Real labels;
/// a click on a figure says which.
class StatusFace final : public QWidget
{
    Q_OBJECT
public:
    enum class Figure { Context, Latency, Watches, Events, Queues, Memory };

    explicit StatusFace(QWidget *parent = nullptr);

    void setHealth(const QString &context, const kube::Health &health);
    /// No cluster is open.
    void clear();
    void setMemory(qint64 bytes);
    void setReadOnly(bool readOnly);
    /// A short word at the far end (a tip of what the mouse is on); empty: nothing.
    void setMessage(const QString &message);

Q_SIGNALS:
    void figureActivated(orrery::StatusFace::Figure figure);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *addFigure(Figure figure, const QString &what);

    ToneLabel *m_glyph;
    QLabel *m_context;
    QLabel *m_note;
    QLabel *m_readOnly;
    QLabel *m_message;
    QList<QLabel *> m_figures;
    Sparkline *m_spark;
};

} // namespace orrery
