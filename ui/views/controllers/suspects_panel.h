// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/suspect_port.h"
#include "ui/base/tone.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace orrery {

class EmptyState;
class ProgressLine;
class SuspectModel;
class TableView;
class ToneLabel;

/// Who is stuck: the objects most likely behind a queue, of the kind that its name tells or a person chooses, and the way
/// to them. Reads only while it is seen.
class SuspectsPanel final : public QWidget
{
    Q_OBJECT
public:
    /// port outlives it; null: nothing can be looked for.
    SuspectsPanel(kube::SuspectPort *port, const kube::ExecutorPtr &gui, QWidget *parent = nullptr);

    void setCatalog(const kube::CatalogPtr &catalog); ///< null: not known yet
    /// leases: of the program, in its namespace. The same queue again changes nothing.
    void setQueue(const QString &queue, const std::string &programNamespace, const std::vector<std::string> &leases);

Q_SIGNALS:
    void objectActivated(const kube::ResourceInfo &resource, const kube::ObjectKey &key);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void fillKinds();
    void guessKind();
    void forget();
    void look();
    void showReport();
    void say(const QString &headline, const QString &detail, const QString &mend);
    void goThere();
    [[nodiscard]] const kube::ResourceInfo *kind() const;
    [[nodiscard]] QString leaseText(Tone &tone) const;

    kube::SuspectPort *m_port;
    kube::CatalogPtr m_catalog;
    std::vector<kube::ResourceInfo> m_kinds; ///< as in the box, behind its first line
    QString m_queue;
    std::string m_programNamespace;
    std::vector<std::string> m_leases;
    kube::SuspectReportPtr m_report; ///< null: nothing has been read
    QComboBox *m_kind;
    ToneLabel *m_verdict;
    QPushButton *m_again;
    QPushButton *m_go;
    ProgressLine *m_progress;
    QStackedWidget *m_stack;
    TableView *m_table;
    SuspectModel *m_model;
    EmptyState *m_empty;
    kube::Subscription m_reading;
    kube::Owner m_owner;
};

} // namespace orrery
