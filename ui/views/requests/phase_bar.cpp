// SPDX-License-Identifier: Apache-2.0
#include "ui/views/requests/phase_bar.h"

#include "ui/base/tone.h"

#include <QPainter>

#include <numeric>

namespace orrery {

PhaseBar::PhaseBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PhaseBar::setSpent(const std::array<kube::Duration, kube::restPhases> &spent)
{
    if (spent == m_spent)
        return;
    m_spent = spent;
    update();
}

QColor PhaseBar::colour(kube::RestPhase phase, const QPalette &palette)
{
    QColor colour = toneColor(Tone::Informative, palette);
    switch (phase) {
    case kube::RestPhase::Held:
    case kube::RestPhase::Throttled:
    case kube::RestPhase::Retrying:
        return toneColor(Tone::Pending, palette);
    case kube::RestPhase::Credential:
        return toneColor(Tone::Completed, palette);
    case kube::RestPhase::Sent:
        break;
    case kube::RestPhase::Receiving:
        colour.setAlphaF(0.45F);
        break;
    }
    return colour;
}

void PhaseBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), hairlineColor(palette()));
    const double all = static_cast<double>(std::accumulate(m_spent.begin(), m_spent.end(), kube::Duration::zero()).count());
    if (all <= 0)
        return;
    // In the order of a request's life, whatever the order of its retries was.
    static constexpr std::array order{kube::RestPhase::Held, kube::RestPhase::Throttled, kube::RestPhase::Credential, kube::RestPhase::Retrying, kube::RestPhase::Sent, kube::RestPhase::Receiving};
    double before = 0;
    for (const kube::RestPhase phase : order) {
        const double after = before + static_cast<double>(m_spent[static_cast<std::size_t>(phase)].count()) / all;
        const int left = qRound(before * width());
        const int right = qRound(after * width());
        const QRect part = isRightToLeft() ? QRect(width() - right, 0, right - left, height()) : QRect(left, 0, right - left, height());
        painter.fillRect(part, colour(phase, palette()));
        before = after;
    }
}

} // namespace orrery
