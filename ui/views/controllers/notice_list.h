// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/controllers/queue_rows.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace orrery {

class ToneLabel;

/// What stands out, a sentence each and the gravest first; a click or Return on one goes to its row. At most three, and how
/// many more there are.
class NoticeList final : public QWidget
{
    Q_OBJECT
public:
    static constexpr qsizetype Most = 3;

    explicit NoticeList(QWidget *parent = nullptr);
    /// quiet: what is said when there are none; empty: nothing.
    void setNotices(const QList<QueueNotice> &notices, const QString &quiet);

Q_SIGNALS:
    void activated(const QString &rowId);

private:
    QList<ToneLabel *> m_lines;
    QStringList m_rowIds; ///< of the lines
    QLabel *m_more;
};

} // namespace orrery
