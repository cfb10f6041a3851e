// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/request_log_port.h"

#include <QWidget>

namespace orrery {

/// Where the time of one request went, as a bar: waits, the server, the way of the answer. The words stand beside it.
class PhaseBar final : public QWidget
{
    Q_OBJECT
public:
    explicit PhaseBar(QWidget *parent = nullptr);

    void setSpent(const std::array<kube::Duration, kube::restPhases> &spent);
    [[nodiscard]] QSize sizeHint() const override { return {200, 6}; }
    /// What a phase is painted in.
    [[nodiscard]] static QColor colour(kube::RestPhase phase, const QPalette &palette);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::array<kube::Duration, kube::restPhases> m_spent{};
};

} // namespace orrery
