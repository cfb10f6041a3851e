// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/session/ports/manifest_port.h"
#include "ui/widgets/page.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace orrery {

class ElidedLabel;
class EmptyState;
class ManifestDetail;
class ManifestModel;
class ProgressLine;
class ToneLabel;

/// A set of documents, from its reading to what became of each: they are tried at once, and applied when that is asked for.
/// What is refused stays, with the server's words, and can be tried again.
class ManifestPage final : public Page
{
    Q_OBJECT
public:
    struct Target {
        QString contextName;
        QString title;         ///< "web.yaml"
        QString namespaceName; ///< of documents that name none, to begin with
    };
    struct Parts {
        kube::ManifestPort *port = nullptr; ///< outlives the page
        std::function<std::vector<kube::ManifestDocument>()> load; ///< reads the documents anew; called in the background
        kube::ExecutorPtr gui;
        kube::ExecutorPtr background;
    };

    ManifestPage(Target target, Parts parts, QWidget *parent = nullptr);
    ~ManifestPage() override;

    [[nodiscard]] QString title() const override { return m_target.title; }
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QString contextName() const override { return m_target.contextName; }
    void focusContent() override;
    bool closeNearest() override;

    [[nodiscard]] const kube::ManifestStatePtr &state() const { return m_state; } ///< null: nothing is read yet
    void readAgain();

Q_SIGNALS:
    void applied(int documents, int refused); ///< a run that wrote has ended

private:
    void buildHead(class QVBoxLayout *layout);
    void buildTable();
    void begin(std::vector<kube::ManifestDocument> documents);
    void restart(); ///< with another namespace or method
    void take(const kube::ManifestStatePtr &state);
    void feed(kube::ManifestInput input);
    void showState();
    void showDocument();
    [[nodiscard]] kube::ManifestConfig config() const;

    Target m_target;
    Parts m_parts;
    std::vector<kube::ManifestDocument> m_documents;
    std::unique_ptr<kube::ManifestRun> m_run;
    kube::ManifestStatePtr m_state;
    bool m_isTriedAtOnce = false;
    bool m_isReading = false;
    ElidedLabel *m_title;
    ToneLabel *m_summary;
    QComboBox *m_method;
    QLineEdit *m_namespace;
    QPushButton *m_read;
    QPushButton *m_dryRun;
    QPushButton *m_retry;
    QPushButton *m_stop;
    QPushButton *m_apply;
    ProgressLine *m_progress;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_body;
    ManifestModel *m_model;
    QTableView *m_table;
    ManifestDetail *m_detail;
    kube::Owner m_owner;
};

} // namespace orrery
