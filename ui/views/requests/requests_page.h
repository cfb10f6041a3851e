// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/requests/kubectl_command.h"
#include "core/session/ports/request_log_port.h"
#include "ui/widgets/page.h"

#include <QTimer>

class QToolButton;

namespace orrery {

class ElidedLabel;
class FilterField;
class RequestDetails;
class RequestLogModel;
class RequestOrder;
class RequestStrip;
class TableView;

/// Every API call of one session: what was asked, what came of it, how long it waited and for what, and the same as a
/// kubectl or a curl.
class RequestsPage final : public Page
{
    Q_OBJECT
public:
    struct Parts {
        QString contextName;
        QString location;                     ///< what to open again
        kube::RequestLogPort *port = nullptr; ///< outlives the page
        kube::ExecutorPtr gui;
        kube::CommandTarget target; ///< whom copied commands are to ask
        std::function<kube::WallTime()> now = [] { return std::chrono::system_clock::now(); };
    };
    explicit RequestsPage(Parts parts, QWidget *parent = nullptr);
    ~RequestsPage() override;

    [[nodiscard]] QString title() const override { return tr("Requests"); }
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QString contextName() const override { return m_parts.contextName; }
    [[nodiscard]] QString location() const override { return m_parts.location; }
    void focusContent() override;
    void focusFilter() override;
    bool closeNearest() override;

    /// While it is paused the table stands; what comes meanwhile is shown when it goes on.
    void setPaused(bool isPaused);
    void copyKubectl();
    void copyCurl();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildHead(class QVBoxLayout *layout);
    void buildTable();
    void take(kube::RequestLogBatch batch);
    void hold(kube::RequestLogBatch batch);
    void tick();
    void showCounts();
    void showSelected();
    void askForNames();
    void showMenu(const QPoint &at);
    [[nodiscard]] int currentRow() const; ///< of the model; -1: none is chosen
    [[nodiscard]] QString kubectlOf(int row) const;
    void copy(const QString &text);

    Parts m_parts;
    RequestLogModel *m_model;
    RequestOrder *m_order;
    RequestStrip *m_strip;
    QToolButton *m_pause;
    FilterField *m_filter;
    ElidedLabel *m_count;
    TableView *m_table;
    RequestDetails *m_details;
    bool m_isPaused = false;
    kube::RequestLogBatch m_heldBack;
    std::optional<kube::WallTime> m_askedNames; ///< when, last
    bool m_hasNoNames = false;                  ///< they may not be read
    QTimer m_clock;
    kube::Subscription m_log;
    kube::Owner m_owner;
};

} // namespace orrery
