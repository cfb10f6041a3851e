// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/fake_ports.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/details/yaml_page.h"
#include "ui/widgets/code_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>

namespace yaml_page_test {

using namespace orrery;
using namespace orrery::test;

namespace {

/// As an item of a list: without kind.
const std::string secret = "{'metadata':{'namespace':'shop','name':'db','uid':'s-1','annotations':{"
        "'kubectl.kubernetes.io/last-applied-configuration':'{\\'data\\':{\\'password\\':\\'aHVudGVyMg==\\'},\\'kind\\':\\'Secret\\'}','team':'payments'}},"
        "'type':'Opaque','data':{'password':'aHVudGVyMg==','user':'YW5uYQ=='},'stringData':{'plain':'hunter2'}}";
const QString dots = QStringLiteral("••••••");

} // namespace

class YamlPageTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<YamlPage> m_page;

    void set(const kube::ObjectPtr &object)
    {
        m_page->setObject(object);
        m_time->run();
    }
    [[nodiscard]] CodeView *view() const { return m_page->findChild<CodeView *>(); }
    [[nodiscard]] QString text() const { return view()->toPlainText(); }
    [[nodiscard]] QToolButton *reveal() const
    {
        for (QToolButton *one : m_page->findChildren<QToolButton *>()) {
            if (one->isCheckable())
                return one;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_page = std::make_unique<YamlPage>(m_time, m_time);
        m_page->resize(400, 300);
        m_page->setVisible(true);
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_time->run();
    }

    void theObjectIsYamlInKubectlsForm()
    {
        set(objectOf("{'metadata':{'name':'plain','uid':'c-1','labels':{'on':'yes'}},'data':{'text':'a\\nb\\n','number':'8080'}}", "ConfigMap"));
        QCOMPARE(text(), QStringLiteral("apiVersion: v1\ndata:\n  number: \"8080\"\n  text: |\n    a\n    b\nkind: ConfigMap\nmetadata:\n"
                                        "  labels:\n    \"on\": \"yes\"\n  name: plain\n  uid: c-1\n"));
        QVERIFY(view()->isReadOnly());
        QVERIFY(!reveal()->isVisible());
    }

    void aSecretIsMaskedUntilAskedFor()
    {
        set(objectOf(secret, "Secret"));
        for (const char *value : {"aHVudGVyMg", "YW5uYQ", "hunter2"})
            QVERIFY2(!text().contains(QString::fromUtf8(value)), qPrintable(text()));
        for (const char *key : {"password:", "user:", "plain:", "type: Opaque", "team: payments"})
            QVERIFY2(text().contains(QString::fromUtf8(key)), key);
        QCOMPARE(text().count(dots), 4);

        QVERIFY(reveal()->isVisible());
        QTest::mouseClick(reveal(), Qt::LeftButton);
        m_time->run();
        QVERIFY(text().contains(QStringLiteral("password: aHVudGVyMg==")));
        QTest::mouseClick(reveal(), Qt::LeftButton);
        m_time->run();
        QVERIFY(!text().contains(QStringLiteral("aHVudGVyMg")));
    }

    void anotherSecretIsMaskedAgain()
    {
        set(objectOf(secret, "Secret"));
        reveal()->click();
        m_time->run();
        set(objectOf(QByteArray(secret.c_str()).replace("s-1", "s-2").toStdString(), "Secret"));
        QVERIFY(!reveal()->isChecked());
        QVERIFY(!text().contains(QStringLiteral("aHVudGVyMg")));
    }

    void aChangeOfTheShownSecretKeepsWhatWasAskedFor()
    {
        set(objectOf(secret, "Secret"));
        reveal()->click();
        set(objectOf(QByteArray(secret.c_str()).replace("YW5uYQ==", "YmVydA==").toStdString(), "Secret"));
        QVERIFY(text().contains(QStringLiteral("user: YmVydA==")));
    }

    void aValueThatIsShownNeverFlashesUpLate()
    {
        set(objectOf(secret, "Secret"));
        m_page->setObject(objectOf(secret, "Secret"));
        reveal()->click();  // asked for …
        reveal()->click();  // … and taken back before it was made
        m_time->run();
        QVERIFY(!text().contains(QStringLiteral("aHVudGVyMg")));
    }

    void onlyTheNewestIsShown()
    {
        m_page->setObject(objectOf("{'metadata':{'name':'one','uid':'1'}}", "ConfigMap"));
        m_page->setObject(objectOf("{'metadata':{'name':'two','uid':'2'}}", "ConfigMap"));
        m_time->run();
        QVERIFY(text().contains(QStringLiteral("name: two")));
        m_page->setObject(objectOf("{'metadata':{'name':'three','uid':'3'}}", "ConfigMap"));
        m_page->setObject(nullptr);
        m_time->run();
        QCOMPARE(text(), QString());
    }

    void anUpdateLeavesScrollSelectionAndSearchWhereTheyAre()
    {
        std::string data;
        for (int i = 100; i < 300; ++i)
            data.append(data.empty() ? "" : ",").append("\"key-").append(std::to_string(i)).append("\":\"value\"");
        const auto object = [&](const char *version) {
            return objectOf("{'metadata':{'name':'long','uid':'1','resourceVersion':'" + std::string(version) + "'},'data':{" + data + "}}", "ConfigMap");
        };
        set(object("1"));
        m_page->openFind();
        QTest::keyClicks(m_page->findChild<QLineEdit *>(), QStringLiteral("key-200"));
        QCOMPARE(view()->textCursor().selectedText(), QStringLiteral("key-200"));
        const int scroll = view()->verticalScrollBar()->value();
        QVERIFY(scroll > 0);
        set(object("2"));
        QVERIFY(text().contains(QStringLiteral("resourceVersion: \"2\"")));
        QCOMPARE(view()->verticalScrollBar()->value(), scroll);
        QCOMPARE(view()->textCursor().selectedText(), QStringLiteral("key-200"));
        QVERIFY(m_page->closeNearest());
        QVERIFY(!m_page->closeNearest());
    }

    void everythingHasAName()
    {
        set(objectOf(secret, "Secret"));
        m_page->openFind();
        QCOMPARE(unnamedWidgets(m_page.get()).join(QLatin1Char('\n')), QString());
    }
};

ORRERY_TEST(YamlPageTest)
} // namespace yaml_page_test
#include "yaml_page_test.moc"
