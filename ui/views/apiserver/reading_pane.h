// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/apiserver/reading_model.h"
#include "ui/widgets/empty_state.h"

class QStackedWidget;

namespace orrery {

class TableView;
class ToneLabel;

/// A table of readings with a caption above it, or in its place why there is none.
class ReadingPane final : public QWidget
{
    Q_OBJECT
public:
    /// name: for a screen reader. bar: the column that is drawn as one; -1: none.
    ReadingPane(const QString &name, QList<ReadingModel::Column> columns, int bar = -1, QWidget *parent = nullptr);

    void showRows(QList<ReadingRow> rows);
    void showState(const EmptyStateText &text);
    void setCaption(const QString &text, Tone tone = Tone::Neutral); ///< empty: none

    [[nodiscard]] ReadingModel *model() const { return m_model; }
    [[nodiscard]] TableView *table() const { return m_table; }
    [[nodiscard]] bool isTable() const;

private:
    ReadingModel *m_model;
    ToneLabel *m_caption;
    QStackedWidget *m_stack;
    TableView *m_table;
    EmptyState *m_empty;
};

} // namespace orrery
