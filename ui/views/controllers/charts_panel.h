// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/controllers/controllers_watch.h"

#include <QWidget>

namespace orrery {

class LineChart;

/// One queue over time: depth, adds and retries, how long keys wait and how long the work on them takes.
class ChartsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ChartsPanel(QWidget *parent = nullptr);
    void show(const QList<QueueSample> &history); ///< the oldest first

private:
    LineChart *m_depth;
    LineChart *m_rates;
    LineChart *m_waits;
    LineChart *m_works;
};

} // namespace orrery
