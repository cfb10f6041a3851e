// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/credentials.h"
#include "app/composition/workspace.h"
#include "core/apply/draft_store.h"
#include "core/base/mailbox.h"
#include "core/base/memory_secret_store.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/frame/session_store.h"
#include "ui/models/background.h"
#include "ui/models/cluster_tree_model.h"
#include "ui/views/clusters/cluster_tree_view.h"
#include "ui/views/details/details_panel.h"
#include "ui/views/resources/resource_page.h"
#include "ui/widgets/table_view.h"

#include <QProcess>
#include <QTabWidget>
#include <QtTest>

namespace orrery::test {

/// What a wait for the cluster may take before the test gives up; nothing is slow on purpose.
inline constexpr int Patience = 60'000;

/// A demo cluster as a process of its own; ends with this object.
class DemoProcess
{
public:
    explicit DemoProcess(const QStringList &arguments = {})
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(ORRERY_DEMO), QStringList{QStringLiteral("--end-with-input")} + arguments);
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(Patience))
                qFatal("orrery-demo did not start: %s", qPrintable(m_process.errorString()));
        }
        m_kubeconfig = QString::fromLocal8Bit(m_process.readLine()).trimmed();
    }
    ~DemoProcess()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(Patience))
            m_process.kill();
    }
    [[nodiscard]] const QString &kubeconfig() const { return m_kubeconfig; }

private:
    QProcess m_process;
    QString m_kubeconfig;
};

/// The whole window as main() joins it, but for its store and keychain, which are of this run. writes: what outlives it.
class Window
{
public:
    /// drafts, writes: null: none are kept.
    explicit Window(CommandLine given, std::shared_ptr<kube::DraftStore> drafts = nullptr, std::shared_ptr<kube::WriteStore> writes = nullptr) : line(std::move(given)), m_store(QString()), m_credentials(m_secrets, m_gui), main(m_store)
    {
        clusters = std::make_unique<Clusters>(line, m_gui, m_credentials);
        const auto loaded = clusters->load();
        workspace = std::make_unique<Workspace>(Workspace::Parts{line, &main, clusters.get(), &m_credentials, m_gui, m_background, std::move(drafts), std::move(writes)});
        QObject::connect(workspace.get(), &Workspace::cannotStart, workspace.get(), [this](const QString &why) { cannotStart = why; });
        main.resize(1280, 800);
        main.show();
        if (loaded)
            workspace->start(line.kind, line.name);
        else
            workspace->fail(loaded.error());
    }
    ~Window()
    {
        for (Page *page : main.tabs()->pages())
            main.tabs()->closePage(page);
        workspace.reset();
        clusters.reset();
        m_gui->close();
    }

    [[nodiscard]] ResourcePage *page() const { return workspace->currentTable(); }
    [[nodiscard]] bool isLive() const { return page() && page()->isSettled() && page()->freshness().state == kube::FreshnessState::Live; }
    [[nodiscard]] QTabWidget *details() const { return workspace->details()->tabs(); }
    [[nodiscard]] QAction *action(ActionId id) const { return main.actions().action(id); }
    [[nodiscard]] QStringList tabs() const
    {
        QStringList titles;
        for (const Page *page : main.tabs()->pages())
            titles << page->title();
        return titles;
    }
    /// As a click in the tree.
    void open(const char *group, const char *plural) const
    {
        const kube::CatalogPtr catalog = clusters->catalog(workspace->currentContext());
        workspace->tree()->setCurrentIndex({});
        const kube::ResourceInfo *info = catalog ? catalog->find({group, plural}) : nullptr;
        if (!info)
            qFatal("the server has no %s", plural);
        auto *tree = workspace->tree();
        tree->reveal(tree->tree()->resourceIndex(workspace->currentContext(), {group, plural}));
        QTest::keyClick(tree, Qt::Key_Return);
    }
    /// The first row of the current table becomes current, as by the keyboard.
    void selectFirst() const
    {
        page()->focusContent();
        page()->table()->setCurrentIndex(page()->table()->model()->index(0, 1));
    }

    CommandLine line;

private:
    std::shared_ptr<kube::Mailbox> m_gui = kube::Mailbox::create();
    std::shared_ptr<Background> m_background = std::make_shared<Background>();
    kube::MemorySecretStore m_secrets;
    SessionStore m_store;
    Credentials m_credentials;

public:
    MainWindow main;
    std::unique_ptr<Clusters> clusters;
    std::unique_ptr<Workspace> workspace;
    QString cannotStart;
};

} // namespace orrery::test
