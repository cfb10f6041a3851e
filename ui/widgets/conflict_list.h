// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QLabel;
class QModelIndex;
class QPushButton;
class QTableView;

namespace orrery {

enum class ConflictChoice : unsigned char { Undecided, KeepMine, TakeTheirs };

/// One place that two people have changed, or that somebody else sets; texts as they are read, of several lines perhaps.
struct ConflictRow {
    QString path;
    QString base; ///< before both; empty: it was not there
    QString mine;
    QString theirs;
    QString owner = {}; ///< who sets it; then base is not shown
};

class ConflictModel;

/// Places that two people have changed, each with what it was, what each of them wrote, and the choice between those.
/// M keeps mine, T takes theirs, for the selected rows, and the next undecided row comes; a click on either text too.
/// Where rows have owners, S, or a click on one, selects all rows of the same.
class ConflictList final : public QWidget
{
    Q_OBJECT
public:
    explicit ConflictList(QWidget *parent = nullptr);
    void setRows(const QList<ConflictRow> &rows);
    void setChoice(int row, ConflictChoice choice);
    [[nodiscard]] QList<ConflictChoice> choices() const;
    [[nodiscard]] bool isDecided() const; ///< each of them

Q_SIGNALS:
    void choicesChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(ConflictChoice choice);
    void goToRow(int row);
    void selectSameOwner();
    void clicked(const QModelIndex &index);
    void showCount();

    ConflictModel *m_model;
    QTableView *m_table;
    QLabel *m_count;
    QPushButton *m_mine;
    QPushButton *m_theirs;
    QPushButton *m_same; ///< there only while several have an owner
};

} // namespace orrery
