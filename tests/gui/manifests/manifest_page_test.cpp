// SPDX-License-Identifier: Apache-2.0
#include "core/manifest/manifest_reader.h"
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/fake_ports.h"
#include "tests/support/posted_tasks.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/table_roles.h"
#include "ui/views/manifests/manifest_page.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/tone_label.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

namespace manifest_page_test {

using namespace orrery;
using kube::ManifestState;
using kube::ManifestVerdict;
using kube::test::PostedTasks;

namespace {

const std::string files = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one, namespace: web}\ndata: {a: '1'}\n---\nkind: Broken\n---\n"
                          "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: two}\ndata: {a: '2'}\n";

/// What the page has asked for, and the state as a session would tell it.
struct FakeManifests final : kube::ManifestPort {
    struct Remote final : kube::ManifestRun {
        explicit Remote(FakeManifests &owner) : port(owner) {}
        void feed(kube::ManifestInput input) override
        {
            static const QStringList names = {QStringLiteral("begin"), QStringLiteral("dry run"), QStringLiteral("apply"), QStringLiteral("retry"), QStringLiteral("force"), QStringLiteral("stop")};
            port.did << names.value(static_cast<qsizetype>(input.index()));
        }
        FakeManifests &port;
    };
    std::unique_ptr<kube::ManifestRun> open(const kube::ManifestConfig &wanted, std::vector<kube::ManifestDocument> documents, const kube::Owner &,
                                            std::function<void(kube::ManifestStatePtr)> handler) override
    {
        config = wanted;
        state = {};
        for (const kube::ManifestDocument &document : documents) {
            kube::ManifestItem item;
            item.document = document;
            item.key = document.key;
            state.items.push_back(item);
        }
        tellNow = std::move(handler);
        return std::make_unique<Remote>(*this);
    }
    void tell() const { tellNow(std::make_shared<const ManifestState>(state)); }

    kube::ManifestConfig config;
    ManifestState state;
    QStringList did;
    std::function<void(kube::ManifestStatePtr)> tellNow;
};

struct Fixture {
    explicit Fixture(std::string text = files)
    {
        ManifestPage::Parts parts;
        parts.port = &port;
        parts.load = [text = std::move(text)] { return kube::readManifest(text, QStringLiteral("web.yaml")); };
        parts.gui = gui;
        parts.background = background;
        page = std::make_unique<ManifestPage>(ManifestPage::Target{QStringLiteral("prod"), QStringLiteral("web.yaml"), QStringLiteral("mine")}, std::move(parts));
        page->resize(900, 600);
        page->show();
        run();
        port.tell();
    }
    ~Fixture()
    {
        page.reset();
        port.tellNow = nullptr;
    }
    void run() const
    {
        for (int i = 0; i < 4; ++i) {
            background->run();
            gui->run();
        }
    }
    QTableView *table() const { return page->findChild<QTableView *>(); }
    QString word(int row) const { return table()->model()->index(row, 4).data().toString(); }
    QPushButton *button(const QString &start) const
    {
        for (auto *one : page->findChildren<QPushButton *>()) {
            if (one->text().remove(QLatin1Char('&')).startsWith(start))
                return one;
        }
        return nullptr;
    }
    QString said() const
    {
        QStringList texts;
        for (const auto *label : page->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(QLatin1Char('\n'));
    }
    void tried()
    {
        port.state.items[0].verdict = ManifestVerdict::WouldChange;
        port.state.items[0].stored = port.state.items[0].document.json;
        port.state.items[0].result = port.state.items[0].document.json;
        port.state.items[0].result.replace(port.state.items[0].result.find("\"1\""), 3, "\"9\"");
        port.state.items[2].verdict = ManifestVerdict::Conflict;
        port.state.items[2].error = orrery::test::serverError(409, "Conflict", QStringLiteral("conflict with helm"));
        port.state.items[2].owners = {{"helm", ".data.a", {}, {}}};
        port.state.refusedInDryRun = true;
        port.tell();
        run();
    }

    std::shared_ptr<PostedTasks> gui = std::make_shared<PostedTasks>();
    std::shared_ptr<PostedTasks> background = std::make_shared<PostedTasks>();
    FakeManifests port;
    std::unique_ptr<ManifestPage> page;
};

} // namespace

class ManifestPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatIsOpenedIsListedAndTriedAtOnce()
    {
        Fixture f;
        const QAbstractItemModelTester tester(f.table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(f.port.did, QStringList{QStringLiteral("dry run")});
        QCOMPARE(f.port.config.namespaceName, std::string("mine"));
        QCOMPARE(f.table()->model()->rowCount(), 3);
        QCOMPARE(f.table()->model()->index(2, 0).data().toString(), QStringLiteral("web.yaml:8"));
        QCOMPARE(f.word(1), QStringLiteral("cannot be read"));
        f.tried();
        QCOMPARE(f.word(0), QStringLiteral("would change"));
        QVERIFY(f.said().contains(QStringLiteral("3 documents")) || f.said().contains(QStringLiteral("3 document(s)")));
    }

    void theDifferenceOfTheChosenDocumentIsShown()
    {
        Fixture f;
        f.tried();
        const auto *difference = f.page->findChild<DiffView *>();
        QVERIFY(difference->isVisible());
        QCOMPARE(difference->changes(), 1);
        f.table()->selectRow(1);
        QVERIFY(!difference->isVisible());
        QVERIFY2(f.said().contains(QStringLiteral("web.yaml:6, column 1: \"apiVersion\" is missing")), qPrintable(f.said()));
    }

    void aConflictNamesTheManagersAndIsForcedAlone()
    {
        Fixture f;
        f.tried();
        f.table()->selectRow(2);
        QVERIFY2(f.said().contains(QStringLiteral(".data.a is managed by helm")), qPrintable(f.said()));
        QVERIFY(f.button(QStringLiteral("Take"))->isVisible());
        f.button(QStringLiteral("Take"))->click();
        QCOMPARE(f.port.did.last(), QStringLiteral("force"));
        f.table()->selectRow(0);
        QVERIFY(!f.button(QStringLiteral("Take"))->isVisible());
    }

    void theButtonsDoWhatTheySay()
    {
        Fixture f;
        f.tried();
        QSignalSpy applied(f.page.get(), &ManifestPage::applied);
        QVERIFY(!f.button(QStringLiteral("Stop"))->isVisible());
        f.button(QStringLiteral("Apply"))->click();
        QCOMPARE(f.port.did.last(), QStringLiteral("apply"));
        f.port.state.run = ManifestState::Run::Apply;
        f.port.state.queue = {0};
        f.port.state.runSize = 1;
        f.port.state.phase = ManifestState::Phase::Sending;
        f.port.tell();
        QCOMPARE(f.word(0), QStringLiteral("applying…"));
        QVERIFY(!f.button(QStringLiteral("Apply"))->isEnabled());
        f.button(QStringLiteral("Stop"))->click();
        QCOMPARE(f.port.did.last(), QStringLiteral("stop"));
        f.port.state.run = ManifestState::Run::None;
        f.port.state.queue.clear();
        f.port.state.items[0].verdict = ManifestVerdict::Configured;
        f.port.tell();
        QCOMPARE(f.word(0), QStringLiteral("configured"));
        QCOMPARE(applied.count(), 1);
        QCOMPARE(applied.first(), (QList<QVariant>{1, 1}));
        f.button(QStringLiteral("Retry"))->click();
        QCOMPARE(f.port.did.last(), QStringLiteral("retry"));
    }

    void whatOneMayNotWriteIsMarkedWithTheRightThatIsMissing()
    {
        Fixture f;
        kube::ManifestItem &first = f.port.state.items[0];
        first.verdict = ManifestVerdict::NotAllowed;
        first.missingVerb = "patch";
        first.mapping = kube::RestMapping{{"", "v1", "configmaps"}, first.document.gvk, {}, true};
        f.port.state.items[2].verdict = ManifestVerdict::WouldCreate;
        f.port.tell();
        QCOMPARE(f.word(0), QStringLiteral("may not patch configmaps"));
        QVERIFY2(f.said().contains(QStringLiteral("You may not patch configmaps in web")), qPrintable(f.said()));
        QVERIFY2(f.said().contains(QStringLiteral("1 not allowed")), qPrintable(f.said()));
        QVERIFY(f.button(QStringLiteral("Apply 1")));
        QVERIFY(f.button(QStringLiteral("Apply"))->isEnabled());
        f.port.state.items[2] = first;
        f.port.tell();
        QVERIFY(!f.button(QStringLiteral("Apply"))->isEnabled());
        QVERIFY(f.button(QStringLiteral("Retry 2"))->isEnabled());
    }

    void anotherNamespaceOrMethodBeginsAnew()
    {
        Fixture f;
        f.tried();
        auto *space = f.page->findChild<QLineEdit *>();
        space->setText(QStringLiteral("other"));
        Q_EMIT space->editingFinished();
        QCOMPARE(f.port.config.namespaceName, std::string("other"));
        f.port.tell();
        auto *method = f.page->findChild<QComboBox *>();
        method->setCurrentIndex(1);
        Q_EMIT method->activated(1);
        QVERIFY(f.port.config.method == kube::ManifestConfig::Method::Create);
        f.port.tell();
        QVERIFY(f.button(QStringLiteral("Create 2")));
    }

    void aFileOfCommentsAloneSaysSo()
    {
        Fixture f("# nothing\n");
        QVERIFY(f.page->findChild<EmptyState *>()->isVisible());
    }

    void everythingHasAName()
    {
        Fixture f;
        f.tried();
        QCOMPARE(orrery::test::unnamedWidgets(f.page.get()), QStringList());
    }
};

ORRERY_TEST(ManifestPageTest)
} // namespace manifest_page_test
#include "manifest_page_test.moc"
