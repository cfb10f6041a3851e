// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/apiserver/api_server_follower.h"
#include "ui/views/apiserver/api_server_text.h"
#include "ui/widgets/page.h"

class QTabWidget;
class QVBoxLayout;

namespace orrery {

class Badge;
class FigureStrip;
class ReadingPane;
class ToneLabel;

/// How the API server of one context does: whether it is ready, how it shares itself out among its clients, how long
/// requests and etcd take, what is stored and watched. It reads while it is seen.
class ApiServerPage final : public Page
{
    Q_OBJECT
public:
    static constexpr int FindingsShown = 4;
    static constexpr int WithoutLevels = 200; ///< px, of what stands in the priority levels' place

    /// Of metrics and scheduler; both outlive the page.
    ApiServerPage(QString contextName, kube::MetricsPort &port, kube::ExecutorPtr gui, std::shared_ptr<kube::Scheduler> scheduler, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QString contextName() const override { return m_contextName; }
    [[nodiscard]] QString location() const override;
    void focusContent() override;
    [[nodiscard]] bool closeNearest() override; ///< the choice of a priority level

    [[nodiscard]] const ApiServerFollower &follower() const { return *m_follower; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();
    void showHead();
    void showFlowControl();
    void showMetrics();
    void showChecks();
    [[nodiscard]] QString chosenLevel() const; ///< empty: none
    /// The pane's caption, or what stands in its place; true: there is a value to show.
    template <typename T>
    bool showPart(const ServerPart<T> &part, ServerReading reading, std::initializer_list<ReadingPane *> panes, const QString &caption);
    void setTab(ReadingPane *pane, const QString &title, qsizetype count);

    QString m_contextName;
    std::shared_ptr<kube::Scheduler> m_scheduler;
    ApiServerFollower *m_follower;
    Badge *m_badge;
    QVBoxLayout *m_findingsLayout;
    QList<ToneLabel *> m_findings;
    FigureStrip *m_figures;
    ReadingPane *m_levels;
    bool m_isFillingLevels = false; ///< that its selection changes is not a person's doing
    QTabWidget *m_tabs;
    ReadingPane *m_requests;
    ReadingPane *m_queues;
    ReadingPane *m_verbs;
    ReadingPane *m_storage;
    ReadingPane *m_objects;
    ReadingPane *m_checks;
};

} // namespace orrery
