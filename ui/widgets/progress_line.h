// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

namespace orrery {

/// A line of two pixels at the top of what is loading; appears when that takes longer than 300 ms.
/// Takes its place whether it shows or not, so that nothing jumps.
class ProgressLine final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int DelayMsecs = 300;

    explicit ProgressLine(QWidget *parent = nullptr);

    void setRunning(bool running);
    [[nodiscard]] bool isShowing() const { return m_beat.isActive(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_delay;
    QTimer m_beat;
    int m_phase = 0;
};

} // namespace orrery
