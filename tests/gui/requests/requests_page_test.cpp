// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/posted_tasks.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/table_roles.h"
#include "ui/base/tone.h"
#include "ui/views/requests/request_details.h"
#include "ui/views/requests/request_log_model.h"
#include "ui/views/requests/request_strip.h"
#include "ui/views/requests/requests_page.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/table_view.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace requests_page_test {

using namespace orrery;
using namespace std::chrono_literals;
using kube::RequestRecord;
using kube::RestPhase;
using kube::test::PostedTasks;

namespace {

const kube::WallTime began = kube::WallTime{} + 24h;

struct FakeRequests final : kube::RequestLogPort {
    kube::Subscription onRequests(const kube::Owner &owner, std::function<void(kube::RequestLogBatch)> handler) override
    {
        tell = owner.bind(std::move(handler));
        return kube::Subscription([this] { tell = nullptr; });
    }
    kube::Future<kube::PriorityNames> priorityNames() override
    {
        ++askedNames;
        return kube::Future<kube::PriorityNames>::ready(names);
    }
    std::function<void(kube::RequestLogBatch)> tell;
    kube::Result<kube::PriorityNames> names = kube::PriorityNames{{{"schema-1", "global-default"}}, {{"level-1", "workload-low"}}};
    int askedNames = 0;
};

void spend(RequestRecord &record, RestPhase phase, kube::Duration duration)
{
    record.spent[static_cast<std::size_t>(phase)] = duration;
}

RequestRecord request(std::uint64_t id, const char *method, const char *path, int status = 200)
{
    RequestRecord record;
    record.id = id;
    record.method = method;
    record.url = QUrl(QStringLiteral("https://api.example:6443") + QLatin1String(path));
    record.began = began + std::chrono::seconds(id);
    record.status = status;
    record.phase = RestPhase::Receiving;
    record.end = status < 400 ? kube::RequestEnd::Succeeded : kube::RequestEnd::Failed;
    spend(record, RestPhase::Sent, 12ms);
    record.received = 1500;
    return record;
}

RequestRecord watch(std::uint64_t id)
{
    RequestRecord record = request(id, "GET", "/api/v1/namespaces/web/pods?watch=true");
    record.lane = kube::HttpRequest::Lane::Stream;
    record.end = kube::RequestEnd::None;
    return record;
}

RequestRecord missing(std::uint64_t id)
{
    RequestRecord record = request(id, "DELETE", "/api/v1/namespaces/web/pods/gone", 404);
    kube::Status status;
    status.code = 404;
    status.reason = QStringLiteral("NotFound");
    status.message = QStringLiteral("pods gone not found");
    record.error = kube::Error::fromStatus(status);
    return record;
}

struct Fixture {
    Fixture()
    {
        RequestsPage::Parts parts;
        parts.contextName = QStringLiteral("prod");
        parts.location = QStringLiteral("requests");
        parts.port = &port;
        parts.gui = gui;
        parts.target.context = "prod";
        parts.target.access.credential = kube::ServerAccess::Credential::Token;
        parts.now = [this] { return now; };
        page = std::make_unique<RequestsPage>(std::move(parts));
        page->resize(1100, 700);
        page->show();
    }
    void tell(std::vector<RequestRecord> ended, std::vector<RequestRecord> running = {})
    {
        port.tell({std::move(running), std::move(ended)});
        for (int each = 0; each < 4; ++each)
            gui->run();
    }
    [[nodiscard]] TableView *table() const { return page->findChild<TableView *>(); }
    [[nodiscard]] QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    [[nodiscard]] QStringList column(int which) const
    {
        QStringList cells;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            cells << cell(row, which);
        return cells;
    }
    void choose(int row) const { table()->setCurrentIndex(table()->model()->index(row, 0)); }
    [[nodiscard]] QString details() const
    {
        QStringList texts;
        for (const QLabel *label : page->findChild<RequestDetails *>()->findChildren<QLabel *>()) {
            if (label->isVisibleTo(page.get()))
                texts << label->text();
        }
        return texts.join(QLatin1Char('\n'));
    }
    [[nodiscard]] QString strip() const { return page->findChild<RequestStrip *>()->text(); }

    kube::WallTime now = began + 60s;
    FakeRequests port;
    std::shared_ptr<PostedTasks> gui = std::make_shared<PostedTasks>();
    std::unique_ptr<RequestsPage> page;
};

} // namespace

class RequestsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theNewestRequestStandsInFront()
    {
        Fixture f;
        const QAbstractItemModelTester tester(f.table()->model());
        f.tell({request(1, "GET", "/api/v1/nodes"), request(2, "GET", "/apis/apps/v1/namespaces/web/deployments/api")});
        QCOMPARE(f.column(RequestLogModel::Path), QStringList({QStringLiteral("deployments.apps web/api"), QStringLiteral("nodes")}));
        QCOMPARE(f.column(RequestLogModel::Verb), QStringList({QStringLiteral("get"), QStringLiteral("list")}));
        QCOMPARE(f.cell(0, RequestLogModel::Status), QStringLiteral("200"));
        QVERIFY(f.cell(0, RequestLogModel::Took).startsWith(QLatin1String("12")));
        QVERIFY(f.cell(0, RequestLogModel::Received).startsWith(QLatin1String("1.5")));
        QVERIFY(f.cell(0, RequestLogModel::Waited).isEmpty());
        f.tell({request(3, "GET", "/version")});
        QCOMPARE(f.cell(0, RequestLogModel::Path), QStringLiteral("/version"));
    }

    void aWatchRunsAndThenHasEnded()
    {
        Fixture f;
        const QAbstractItemModelTester tester(f.table()->model());
        f.tell({}, {watch(1)});
        QCOMPARE(f.cell(0, RequestLogModel::Verb), QStringLiteral("watch"));
        QCOMPARE(f.cell(0, RequestLogModel::Status), QStringLiteral("200 open"));
        QCOMPARE(f.cell(0, RequestLogModel::Took), QStringLiteral("59s"));
        QVERIFY(f.strip().contains(QLatin1String("1 open stream, for 59s")));
        RequestRecord ended = watch(1);
        ended.end = kube::RequestEnd::Canceled;
        f.tell({ended}, {});
        QCOMPARE(f.table()->model()->rowCount(), 1);
        QCOMPARE(f.cell(0, RequestLogModel::Status), QStringLiteral("200 canceled"));
        ended.id = 2;
        ended.error = kube::canceledFor(kube::error_code::Relisted);
        f.tell({ended}, {});
        QVERIFY(f.column(RequestLogModel::Status).contains(QStringLiteral("200 canceled: listed anew")));
        QVERIFY(f.cell(0, RequestLogModel::Took).startsWith(QLatin1String("12")));
    }

    void whereNothingCameTheStatusSaysSo()
    {
        Fixture f;
        kube::RequestRecord lost = request(1, "GET", "/api/v1/nodes");
        lost.end = kube::RequestEnd::Failed;
        lost.status = 0;
        lost.error = kube::Error::transport(QStringLiteral("Connection refused"));
        kube::RequestRecord torn = lost, strange = lost;
        torn.id = 2;
        torn.status = 200;
        strange.id = 3;
        strange.error->kind = kube::ErrorKind::Tls;
        f.tell({lost, torn, strange});
        QStringList told = f.column(RequestLogModel::Status);
        told.sort();
        QCOMPARE(told, (QStringList{QStringLiteral("200 cut short"), QStringLiteral("no answer"), QStringLiteral("not trusted")}));
    }

    void aFailureHasAToneAGlyphAndTheServersWords()
    {
        Fixture f;
        f.tell({missing(1)});
        const QModelIndex status = f.table()->model()->index(0, RequestLogModel::Status);
        QCOMPARE(status.data().toString(), QStringLiteral("404 NotFound"));
        QCOMPARE(status.data(ToneRole).toInt(), static_cast<int>(Tone::Failing));
        f.choose(0);
        QVERIFY(f.details().contains(QLatin1String("pods gone not found")));
        QVERIFY(f.details().contains(toneGlyph(Tone::Failing)));
        QVERIFY(f.details().contains(QLatin1String("kubectl delete pods gone -n web --wait=false --context=prod")));
    }

    void aWaitForFlowControlIsSeen()
    {
        Fixture f;
        RequestRecord throttled = request(55, "GET", "/api/v1/nodes");
        spend(throttled, RestPhase::Throttled, 1500ms);
        f.tell({throttled});
        QCOMPARE(f.table()->model()->index(0, RequestLogModel::Waited).data(ToneRole).toInt(), static_cast<int>(Tone::Pending));
        QVERIFY(f.cell(0, RequestLogModel::Waited).startsWith(QLatin1String("1.50")));
        QVERIFY(f.strip().contains(QLatin1String("throttled, 1 call")));
        f.choose(0);
        QVERIFY(f.details().contains(QLatin1String("Waited for flow control")));
    }

    void priorityLevelsGetTheirNames()
    {
        Fixture f;
        RequestRecord record = request(1, "GET", "/api/v1/nodes");
        record.answerHeaders = {{"X-Kubernetes-Pf-Flowschema-Uid", "schema-1"}, {"X-Kubernetes-Pf-Prioritylevel-Uid", "level-1"}};
        f.tell({record});
        QCOMPARE(f.port.askedNames, 1);
        QCOMPARE(f.cell(0, RequestLogModel::Priority), QStringLiteral("workload-low"));
        f.choose(0);
        QVERIFY(f.details().contains(QLatin1String("global-default")));
    }

    void whoMayNotReadThemSeesUidsAndIsAskedOnce()
    {
        Fixture f;
        f.port.names = kube::fail(kube::Error{kube::ErrorKind::Forbidden, {}, {}, {}, {}});
        RequestRecord record = request(1, "GET", "/api/v1/nodes");
        record.answerHeaders = {{"X-Kubernetes-Pf-Prioritylevel-Uid", "0123456789"}};
        f.tell({record});
        f.now += 1h;
        record.id = 2;
        f.tell({record});
        QCOMPARE(f.cell(0, RequestLogModel::Priority), QStringLiteral("01234567"));
        QCOMPARE(f.port.askedNames, 1);
    }

    void theFilterNarrows()
    {
        Fixture f;
        f.tell({request(1, "GET", "/api/v1/nodes"), missing(2), request(3, "GET", "/api/v1/namespaces/web/pods")});
        auto *filter = f.page->findChild<FilterField *>();
        const auto narrowed = [&](const char *text) {
            filter->setText(QLatin1String(text));
            return f.table()->model()->rowCount();
        };
        QCOMPARE(narrowed("pods"), 2);
        QCOMPARE(narrowed("pods verb=list"), 1);
        QCOMPARE(narrowed("status>=400"), 1);
        QCOMPARE(narrowed("!pods"), 1);
        QCOMPARE(narrowed("status!=404 duration<100"), 2);
        QCOMPARE(narrowed("\"in web\""), 1);
        QCOMPARE(narrowed("duration<1h"), 3);
        QCOMPARE(narrowed("duration>=1min"), 0);
        const auto said = [&](const char *text) {
            filter->setText(QLatin1String(text));
            const auto labels = f.page->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QStringLiteral("There is no column “nosuch”")); });
        };
        QVERIFY(said("nosuch=3") && !said("verb=get"));
        QCOMPARE(narrowed(""), 3);
    }

    void whilePausedTheTableStandsAndNothingIsLost()
    {
        Fixture f;
        f.tell({request(1, "GET", "/api/v1/nodes")}, {watch(2)});
        f.page->setPaused(true);
        f.tell({request(3, "GET", "/version")}, {watch(2)});
        f.tell({request(4, "GET", "/version")}, {watch(2)});
        QCOMPARE(f.table()->model()->rowCount(), 2);
        f.page->setPaused(false);
        QCOMPARE(f.table()->model()->rowCount(), 4);
    }

    void theChosenRequestStaysChosen()
    {
        Fixture f;
        f.tell({request(1, "GET", "/api/v1/nodes")});
        f.choose(0);
        f.tell({request(2, "GET", "/version"), request(3, "GET", "/version")});
        QCOMPARE(f.table()->currentIndex().row(), 2);
        QVERIFY(f.details().contains(QLatin1String("kubectl get nodes --context=prod")));
    }

    void aRequestIsCopiedAsACommand()
    {
        Fixture f;
        f.tell({request(1, "GET", "/api/v1/namespaces/web/pods")});
        f.choose(0);
        const auto press = [&f](const char *text) {
            for (QPushButton *button : f.page->findChildren<QPushButton *>()) {
                if (button->text().remove(u'&') == QLatin1String(text))
                    button->click();
            }
            return QGuiApplication::clipboard()->text();
        };
        QCOMPARE(press("Copy as kubectl"), QStringLiteral("kubectl get pods -n web --context=prod"));
        QVERIFY(press("Copy as curl").contains(QLatin1String("--context=prod")));
        QVERIFY(press("Copy as curl").contains(QLatin1String("\ncurl --globoff https://api.example:6443/api/v1/namespaces/web/pods")));
        QVERIFY(press("Copy as curl").contains(QLatin1String("$TOKEN")));
    }

    void onlyTheLastTwoThousandAreKept()
    {
        Fixture f;
        std::vector<RequestRecord> many;
        for (std::uint64_t id = 2; id < 2102; ++id)
            many.push_back(request(id, "GET", "/version"));
        f.tell(many, {watch(1)});
        QCOMPARE(f.table()->model()->rowCount(), 2001);
        QCOMPARE(f.cell(2000, RequestLogModel::Verb), QStringLiteral("watch"));
    }

    void everythingHasANameForScreenReaders()
    {
        Fixture f;
        f.tell({missing(1)});
        f.choose(0);
        QCOMPARE(test::unnamedWidgets(f.page.get()), QStringList());
    }
};

ORRERY_TEST(RequestsPageTest)
} // namespace requests_page_test
#include "requests_page_test.moc"
