// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/text_marks.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace orrery {

/// The problems of a text, by line.
class ProblemModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { LineRole = Qt::UserRole, ToneRole, MendRole };

    using QAbstractListModel::QAbstractListModel;
    void setProblems(QList<TextMark> problems);
    [[nodiscard]] const TextMark &at(int row) const { return m_problems[row]; }
    [[nodiscard]] int count(Tone tone) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<TextMark> m_problems;
};

/// Glyph, line, message, and what to do, on one line.
class ProblemDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace orrery
