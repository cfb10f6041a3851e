// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QPair>
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
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int lineHeight() const;

    QList<QPair<QString, QString>> m_lines;
};

} // namespace orrery
