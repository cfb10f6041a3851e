// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/line_diff.h"

#include <QRandomGenerator>

namespace line_diff_test {

using namespace orrery;

namespace {

QStringList lines(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QStringList applied(const QStringList &left, const QStringList &right, const QList<LineChange> &changes)
{
    QStringList out = left;
    for (qsizetype i = changes.size() - 1; i >= 0; --i) {
        const LineChange &change = changes[i];
        out.remove(change.left, change.leftCount);
        for (int added = change.rightCount - 1; added >= 0; --added)
            out.insert(change.left, right[change.right + added]);
    }
    return out;
}

QString spansOf(const QString &line, const QList<TextSpan> &spans)
{
    QStringList texts;
    for (const TextSpan &span : spans)
        texts << line.mid(span.at, span.length);
    return texts.join(QLatin1Char('|'));
}

} // namespace

class LineDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void equalTextsHaveNoChange()
    {
        QCOMPARE(lineChanges({}, {}).size(), 0);
        QCOMPARE(lineChanges(lines("a b c"), lines("a b c")).size(), 0);
    }

    void aChangedLineAnAddedAndARemovedAreThreeChanges()
    {
        const QList<LineChange> changes = lineChanges(lines("a b c d e f"), lines("a B c d x e"));
        QCOMPARE(changes, (QList<LineChange>{{1, 1, 1, 1}, {4, 0, 4, 1}, {5, 1, 6, 0}}));
    }

    void allIsOneChangeWhereNothingIsCommon()
    {
        QCOMPARE(lineChanges(lines("a b"), lines("c d e")), (QList<LineChange>{{0, 2, 0, 3}}));
        QCOMPARE(lineChanges({}, lines("c")), (QList<LineChange>{{0, 0, 0, 1}}));
    }

    void theChangesMakeOneTextOfTheOtherWhateverTheyAre()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 500; ++round) {
            const auto text = [&random] {
                QStringList some;
                for (int i = random.bounded(20); i > 0; --i)
                    some << QString(QChar(u'a' + random.bounded(5)));
                return some;
            };
            const QStringList left = text();
            const QStringList right = text();
            QCOMPARE(applied(left, right, lineChanges(left, right)), right);
        }
    }

    void aLongTextInAnotherOrderIsComparedToo()
    {
        QStringList left;
        for (int i = 0; i < 6000; ++i)
            left << QString::number(i);
        QStringList right = left;
        std::reverse(right.begin(), right.end());
        QCOMPARE(applied(left, right, lineChanges(left, right)), right);
    }

    void onlyTheWordsThatDifferAreMarked()
    {
        const QString left = QStringLiteral("  image: registry.example/web:1.24.0");
        const QString right = QStringLiteral("  image: registry.example/web:1.25.0-rc1");
        const WordChanges words = wordChanges(left, right);
        QCOMPARE(spansOf(left, words.left), QStringLiteral("24"));
        QCOMPARE(spansOf(right, words.right), QStringLiteral("25|-rc1"));
    }

    void aLineThatIsAnotherHasNoWordMarked()
    {
        const WordChanges words = wordChanges(QStringLiteral("replicas: 3"), QStringLiteral("image: web"));
        QVERIFY(words.left.isEmpty() && words.right.isEmpty());
    }
};

ORRERY_GUILESS_TEST(LineDiffTest)
} // namespace line_diff_test
#include "line_diff_test.moc"
