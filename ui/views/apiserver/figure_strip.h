// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/apiserver/api_server_text.h"

#include <QWidget>

class QLabel;

namespace orrery {

/// Figures side by side, each under its caption, in several lines where there is little room; one that is not known is a dash.
class FigureStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit FigureStrip(QWidget *parent = nullptr);
    /// Always the same captions in the same order.
    void setFigures(const QList<ServerFigure> &figures);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    struct Part {
        QLabel *caption;
        QLabel *value;
    };
    QList<Part> m_parts;
    int m_columns = 0; ///< as they are arranged
};

} // namespace orrery
