// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/requests/request_summary.h"

#include <QWidget>

class QLabel;

namespace orrery {

class ToneLabel;

/// What stands out among the requests, as figures with their words below. Real labels, so that a screen reader reads them.
class RequestStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestStrip(QWidget *parent = nullptr);

    void setSummary(const kube::RequestSummary &summary);
    [[nodiscard]] QString text() const; ///< all of it in one line

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Figure {
        ToneLabel *value;
        QLabel *caption;
    };
    [[nodiscard]] Figure addFigure(class QHBoxLayout *layout);
    void show(const Figure &figure, const QString &value, const QString &caption, bool isTrouble = false);
    void setFonts();

    Figure m_rate;
    Figure m_flight;
    Figure m_watches;
    Figure m_throttled;
    Figure m_failed;
    Figure m_median;
    Figure m_slowest;
};

} // namespace orrery
