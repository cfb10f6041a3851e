// SPDX-License-Identifier: Apache-2.0
#include "ui/views/controllers/charts_panel.h"

#include "ui/base/measure_text.h"
#include "ui/views/controllers/controllers_text.h"
#include "ui/widgets/line_chart.h"

#include <QGridLayout>

namespace orrery {

namespace {

constexpr qint64 leastSpan = 60; ///< seconds; short histories grow from the right
constexpr qint64 mostSpan = 15 * 60;
constexpr double leastRate = 0.05; ///< what rateText() still tells apart

} // namespace

ChartsPanel::ChartsPanel(QWidget *parent)
    : QWidget(parent), m_depth(new LineChart(tr("Keys that wait"), this)), m_rates(new LineChart(tr("Adds and retries a second"), this)),
      m_waits(new LineChart(tr("Wait, over the last minute"), this)), m_works(new LineChart(tr("Work, over the last minute"), this))
{
    m_rates->setFormat(rateText, leastRate);
    m_waits->setFormat(secondsText, 0);
    m_works->setFormat(secondsText, 0);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 4, 4); // the charts have margins of their own: one edge with the heading
    grid->setSpacing(8);
    grid->addWidget(m_depth, 0, 0);
    grid->addWidget(m_rates, 0, 1);
    grid->addWidget(m_waits, 1, 0);
    grid->addWidget(m_works, 1, 1);
    setFocusProxy(m_depth);
}

void ChartsPanel::show(const QList<QueueSample> &history)
{
    QList<qint64> times;
    const auto values = [&history](double QueueSample::*member) {
        QList<double> list;
        for (const QueueSample &sample : history)
            list << sample.*member;
        return list;
    };
    for (const QueueSample &sample : history)
        times << sample.at;
    const qint64 span = times.isEmpty() ? leastSpan : std::clamp((times.last() - times.first()) / 1000, leastSpan, mostSpan);
    m_depth->setData(times, {{{}, values(&QueueSample::depth)}}, span);
    m_rates->setData(times, {{tr("adds"), values(&QueueSample::addsPerSecond)}, {tr("retries"), values(&QueueSample::retriesPerSecond)}}, span);
    m_waits->setData(times, {{tr("p50"), values(&QueueSample::waitHalf)}, {tr("p99"), values(&QueueSample::waitMost)}}, span);
    m_works->setData(times, {{tr("p50"), values(&QueueSample::workHalf)}, {tr("p99"), values(&QueueSample::workMost)}}, span);
}

} // namespace orrery
