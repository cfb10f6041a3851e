// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace orrery {

class Badge;
class ElidedLabel;
class FilterField;
class NamespacePicker;
class ProgressLine;
class VersionChoice;
struct TableStanding;

/// What stands above a table: what it is of, in which namespaces, the filter, how many there are and how true it is.
class TableHead final : public QWidget
{
    Q_OBJECT
public:
    enum class Warnings { NotOffered, Offered }; ///< a switch that leaves only events of type Warning

    TableHead(const QString &title, Warnings warnings, QWidget *parent);

    [[nodiscard]] NamespacePicker *namespaces() const { return m_namespaces; }
    /// Hidden while there is nothing to choose.
    [[nodiscard]] VersionChoice *versions() const { return m_versions; }
    /// "/" on this page goes to the filter.
    void listenOn(QWidget *page);
    void focusFilter();
    void setFilterExample(const QString &example);

    [[nodiscard]] QString typed() const; ///< in the filter field
    void setTyped(const QString &text);
    [[nodiscard]] bool warningsOnly() const;
    void setWarningsOnly(bool only);
    /// The switch and the field as one filter.
    [[nodiscard]] QString filterText() const;

    void say(const TableStanding &standing);

Q_SIGNALS:
    void filterChanged();
    void left(); ///< the person is done with the filter: give the focus to the table

private:
    QLabel *m_title;
    VersionChoice *m_versions;
    NamespacePicker *m_namespaces;
    QToolButton *m_warnings;
    FilterField *m_filter;
    ElidedLabel *m_count;
    Badge *m_badge;
    ProgressLine *m_progress;
};

} // namespace orrery
