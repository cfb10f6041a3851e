// SPDX-License-Identifier: Apache-2.0
#include "core/object/json_tree.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/apply/save_machine.h"

namespace save_without_dry_run_test {

using namespace kube;
using namespace kube::test;
namespace input = kube::save_input;
namespace effect = kube::save_effect;

class SaveWithoutDryRunTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whereAWebhookForbidsDryRunsTheLocalMergeIsAsked()
    {
        Status status;
        status.code = 400;
        status.reason = QStringLiteral("BadRequest");
        status.message = QStringLiteral("admission webhook \"checks.example.com\" does not support dry run");
        SaveMachine m;
        m.config.review = SaveConfig::Review::WhenNeeded;
        m.feed(input::Open{q("{'metadata':{'uid':'u','resourceVersion':'1'},'spec':{'a':1},'status':{'s':1}}")});
        m.edit(q("{'metadata':{'uid':'u','resourceVersion':'1'},'spec':{'a':2},'status':{'s':1}}"));
        m.feed(input::Save{});
        m.answer(fail(Error::fromStatus(status)));
        QCOMPARE(m.stands(), std::string("Review NoDryRun"));
        const auto would = JsonNode::parse(m.state.wouldStore, "the merge");
        QVERIFY(would && would->equals(*JsonNode::parse(q("{'metadata':{'uid':'u','resourceVersion':'1'},'spec':{'a':2},'status':{'s':1}}"), "the merge")));
        m.feed(input::Confirm{});
        QCOMPARE(m.last<effect::Send>()->dryRun, DryRun::No);
        m.answer(q("{'metadata':{'uid':'u','resourceVersion':'2'},'spec':{'a':2},'status':{'s':1}}"));
        QCOMPARE(m.stands(), std::string("Saved Stored"));
    }
};

ORRERY_GUILESS_TEST(SaveWithoutDryRunTest)
} // namespace save_without_dry_run_test
#include "save_without_dry_run_test.moc"
