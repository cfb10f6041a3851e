// SPDX-License-Identifier: Apache-2.0
#include "app/composition/kept_drafts.h"
#include "tests/support/posted_tasks.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace kept_drafts_test {

using namespace orrery;

namespace {

const kube::DraftKey key{"https://prod", {"", "v1", "configmaps"}, {"web", "settings"}, {}};
const std::string base = R"({"metadata":{"uid":"u"}})";

/// A program that has one editor of the object.
struct Program {
    explicit Program(const QString &folder) : store(std::make_shared<kube::DraftStore>(folder)) { drafts = std::make_unique<KeptDrafts>(store, key, background); }

    void keep(const std::string &text, int minute)
    {
        const auto kept = drafts->keep({base, text, kube::WallTime(std::chrono::minutes(minute))});
        background->run();
    }
    [[nodiscard]] QString find()
    {
        QString text;
        kube::then(drafts->find(), owner, [&text](const kube::Result<std::optional<KeptDraft>> &found) {
            if (found && *found)
                text = QString::fromStdString((*found)->text);
        });
        background->run();
        return text;
    }
    void drop()
    {
        drafts->drop();
        background->run();
    }

    std::shared_ptr<kube::test::PostedTasks> background = std::make_shared<kube::test::PostedTasks>();
    kube::Owner owner{background};
    std::shared_ptr<kube::DraftStore> store;
    std::unique_ptr<KeptDrafts> drafts;
};

} // namespace

class KeptDraftsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatAnotherProgramKeepsStaysWhenThisOneHasSaved()
    {
        const QTemporaryDir folder;
        Program one(folder.path());
        Program other(folder.path());
        one.keep("mine", 1);
        other.keep("theirs", 2);
        one.drop();
        QCOMPARE(Program(folder.path()).find(), QStringLiteral("theirs"));
        other.drop();
        QCOMPARE(Program(folder.path()).find(), QString());
    }

    void theOneThatWasShownGoesWhoeverKeptIt()
    {
        const QTemporaryDir folder;
        Program(folder.path()).keep("of a crash", 1);
        Program next(folder.path());
        QCOMPARE(next.find(), QStringLiteral("of a crash"));
        next.keep("of a crash, and on", 2);
        next.drop();
        QCOMPARE(Program(folder.path()).find(), QString());
    }

    void anOlderOneThatWasNotShownComesNext()
    {
        const QTemporaryDir folder;
        Program(folder.path()).keep("older", 1);
        Program(folder.path()).keep("newer", 2);
        Program third(folder.path());
        QCOMPARE(third.find(), QStringLiteral("newer"));
        third.drop();
        QCOMPARE(Program(folder.path()).find(), QStringLiteral("older"));
    }
};

ORRERY_GUILESS_TEST(KeptDraftsTest)
} // namespace kept_drafts_test
#include "kept_drafts_test.moc"
