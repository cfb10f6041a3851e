// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/tone.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace orrery {

class ToneLabel;

/// Tells of work done or undone at the lower edge of its parent: a child widget, so that screen readers and testers
/// see it. Failures stay until closed; the rest leaves after eight seconds, but not while the mouse or focus is on it.
class Toast final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int StayMsecs = 8000;

    explicit Toast(QWidget *parent);

    void say(Tone tone, const QString &text);
    /// With a button; triggered() follows its click.
    void say(Tone tone, const QString &text, const QString &action);
    [[nodiscard]] QString text() const;
    void close();

Q_SIGNALS:
    void triggered();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void place();

    ToneLabel *m_glyph;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer m_stay;
};

} // namespace orrery
