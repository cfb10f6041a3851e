// SPDX-License-Identifier: Apache-2.0
#include "core/streams/line_splitter.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace line_splitter_test {

using kube::LineSplitter;

namespace {

QByteArrayList linesOf(LineSplitter &splitter, const QByteArray &bytes, qsizetype piece)
{
    QByteArrayList lines;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        splitter.feed(bytes.mid(at, piece).toStdString(),
                      [&](std::string_view line) { lines.append(QByteArray(line.data(), static_cast<qsizetype>(line.size()))); });
    }
    return lines;
}

} // namespace

class LineSplitterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void piecesOfAnySizeGiveTheSameLines()
    {
        const QByteArray text = "first\n\nzwölf Bären 🐻\r\nlast";
        for (const qsizetype piece : {1, 2, 3, 5, 100}) {
            LineSplitter splitter;
            QCOMPARE(linesOf(splitter, text, piece), (QByteArrayList{"first", "", "zwölf Bären 🐻"}));
            QCOMPARE(splitter.rest(), std::string_view("last"));
        }
    }

    void aLineTooLongIsCutAtAWholeCharacter()
    {
        LineSplitter splitter(7);
        QCOMPARE(linesOf(splitter, "abcdeöööö\nnext\n", 3), (QByteArrayList{"abcdeö", "next"}));
        LineSplitter other(6);
        QCOMPARE(linesOf(other, "abcdeöööö\n", 100), QByteArrayList{"abcde"});
        LineSplitter bear(3);
        QCOMPARE(linesOf(bear, "🐻\n", 100), QByteArrayList{""});
        LineSplitter exact(4);
        QCOMPARE(linesOf(exact, "🐻\n", 1), QByteArrayList{"🐻"});
    }

    void bytesThatAreNoTextPassThrough()
    {
        LineSplitter splitter;
        QCOMPARE(linesOf(splitter, QByteArray("\xff\xfe\0x\n", 5), 2), (QByteArrayList{QByteArray("\xff\xfe\0x", 4)}));
        LineSplitter cut(2);
        QCOMPARE(linesOf(cut, "\x80\x80\x80\x80\n", 9), (QByteArrayList{"\x80\x80"}));
    }

    void aClearedSplitterBeginsAnew()
    {
        LineSplitter splitter;
        QVERIFY(linesOf(splitter, "half", 100).isEmpty());
        splitter.clear();
        QCOMPARE(linesOf(splitter, "whole\n", 100), QByteArrayList{"whole"});
    }
};

ORRERY_GUILESS_TEST(LineSplitterTest)
} // namespace line_splitter_test
#include "line_splitter_test.moc"
