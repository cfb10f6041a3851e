// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QWidget>

namespace orrery {

/// Three pixels of the context's colour across the window's top; nothing when it has none.
class ContextBand final : public QWidget
{
    Q_OBJECT
public:
    explicit ContextBand(QWidget *parent = nullptr);
    void setColour(const QColor &colour);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_colour;
};

/// The colours a context may have, by name.
struct ContextColour {
    QString id; ///< for saving
    QString title;
    QColor colour;
};
[[nodiscard]] QList<ContextColour> contextColours();

} // namespace orrery
