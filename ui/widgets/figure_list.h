// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QPair>
#include <QStaticText>
#include <QWidget>

namespace orrery {

/// A few short lines, a quiet word at one edge and its figure at the other; those that do not fit are left out, the last
/// first. One widget, since it changes often: its accessible name says all lines.
class FigureList final : public QWidget
{
    Q_OBJECT
public:
    explicit FigureList(QWidget *parent = nullptr);

    void setLines(const QList<QPair<QString, QString>> &lines);
    [[nodiscard]] const QList<QPair<QString, QString>> &lines() const { return m_lines; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {40, 0}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// A line as it is drawn: to lay out its letters costs more than to draw them.
    struct LaidOut {
        QStaticText word;
        QStaticText figure;
        bool isDone = false;
    };
    [[nodiscard]] int lineHeight() const;
    void layOut(qsizetype line);

    QList<QPair<QString, QString>> m_lines;
    QList<LaidOut> m_laidOut; ///< of each line
};

} // namespace orrery
