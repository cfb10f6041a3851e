// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/text_marks.h"

#include <QWidget>

class QListView;

namespace orrery {

class ProblemModel;
class ToneLabel;

/// What is wrong with the text above it, each with its line and what to do; Return or a click goes there. One quiet line
/// when there is nothing.
class ProblemList final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int RowsShown = 4; ///< more are scrolled to

    explicit ProblemList(QWidget *parent = nullptr);
    void setProblems(const QList<TextMark> &problems);
    /// In place of the count, until problems are set: why nothing is known of them.
    void setUnchecked(const QString &why);
    [[nodiscard]] QString summary() const; ///< "2 problems, 1 warning"

Q_SIGNALS:
    void chosen(int line, int column); ///< from 1 both

private:
    void fit();

    ProblemModel *m_model;
    ToneLabel *m_summary;
    QListView *m_view;
};

} // namespace orrery
