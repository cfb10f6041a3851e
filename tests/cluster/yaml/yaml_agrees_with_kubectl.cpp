// SPDX-License-Identifier: Apache-2.0
// Our YAML beside kubectl's own reader, there and back: `kubectl label --local` prints as JSON what it has read, and asks no server.
#include "core/object/json.h"
#include "core/object/yaml.h"
#include "tests/support/awkward_yaml.h"
#include "tests/support/cluster.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QRegularExpression>

namespace yaml_agrees_with_kubectl {

using namespace kube;
using kube::test::AwkwardYaml;

namespace {

constexpr int wanted = 10'000;
constexpr std::size_t batchSize = 250;

struct Case {
    std::string yaml;
    std::string json; ///< ours; empty: refused
    QString refusal;
};

std::vector<QByteArray> objectsIn(const QByteArray &printed)
{
    std::vector<QByteArray> objects;
    qsizetype begin = 0;
    while (begin < printed.size()) {
        qsizetype end = printed.indexOf("\n}\n", begin);
        end = end < 0 ? printed.size() : end + 3;
        objects.push_back(printed.mid(begin, end - begin));
        begin = end;
    }
    return objects;
}

/// The value with members sorted, and numbers as kubectl keeps them: whole ones of 64 bits, else doubles.
void canonical(std::string &out, JsonValue value)
{
    if (value.isObject()) {
        std::map<std::string_view, JsonValue> members;
        value.forEachMember([&](std::string_view key, JsonValue member) { members.emplace(key, member); });
        out += '{';
        for (const auto &[key, member] : members) {
            appendJsonString(out, key);
            out += ':';
            canonical(out, member);
            out += ',';
        }
        out += '}';
    } else if (value.isArray()) {
        out += '[';
        value.forEachItem([&](JsonValue item) {
            canonical(out, item);
            out += ',';
        });
        out += ']';
    } else if (value.isNumber()) {
        const auto whole = value.integer();
        const double number = value.number().value_or(0);
        out += whole ? std::to_string(*whole) : number == 0 ? "0" : QByteArray::number(number, 'g', 17).toStdString();
    } else {
        out += value.toJson();
    }
}

QString canonicalOf(std::string_view json)
{
    // Our reader of JSON has 64 bits for whole numbers; kubectl writes doubles of that size without an exponent.
    static const QRegularExpression large(QStringLiteral("(?<=[: ])(-?\\d{19,})(?=,?\\n)"));
    QString given = QString::fromUtf8(json.data(), static_cast<qsizetype>(json.size()));
    for (auto match = large.match(given); match.hasMatch(); match = large.match(given, match.capturedEnd())) {
        bool fits = false;
        static_cast<void>(match.captured().toLongLong(&fits));
        if (!fits)
            given.insert(match.capturedEnd(), QStringLiteral(".0"));
    }
    const auto document = JsonDocument::parse(given.toStdString());
    if (!document)
        return QStringLiteral("no JSON: ") + document.error().message;
    std::string out;
    canonical(out, document->root());
    return QString::fromStdString(out);
}

test::Cluster::Output read(const std::vector<const std::string *> &documents)
{
    QByteArray stream;
    for (const std::string *document : documents) {
        stream += (document == documents.front() ? "" : "---\n") + QByteArray::fromStdString(*document);
        if (!stream.endsWith('\n'))
            stream += '\n';
    }
    return test::Cluster::kubectl({QStringLiteral("label"), QStringLiteral("--local"), QStringLiteral("-f"), QStringLiteral("-"), QStringLiteral("--overwrite"), QStringLiteral("t=1"),
                                   QStringLiteral("-o"), QStringLiteral("json")},
                                  stream);
}

/// What kubectl reads of each, in canonical form; of one that it refuses why.
QStringList readAll(const std::vector<const std::string *> &documents)
{
    const auto hasByteOrderMark = [](const std::string *document) { return document->starts_with("\xef\xbb\xbf"); };
    if (documents.size() > 1) { // such a mark begins a file
        const auto marked = std::find_if(documents.begin(), documents.end(), hasByteOrderMark);
        if (marked != documents.end()) {
            QStringList parts = marked == documents.begin() ? QStringList() : readAll({documents.begin(), marked});
            parts += readAll({*marked});
            return marked + 1 == documents.end() ? parts : parts + readAll({marked + 1, documents.end()});
        }
    }
    const auto output = read(documents);
    const auto objects = output.ok() ? objectsIn(output.out) : std::vector<QByteArray>{};
    QStringList all;
    if (objects.size() == documents.size()) {
        for (const QByteArray &object : objects)
            all += canonicalOf({object.constData(), static_cast<std::size_t>(object.size())});
    } else if (documents.size() == 1) {
        all += QStringLiteral("refused: ") + QString::fromUtf8(output.error);
    } else {
        const auto middle = documents.begin() + std::ptrdiff_t(documents.size() / 2);
        all = readAll({documents.begin(), middle}) + readAll({middle, documents.end()});
    }
    return all;
}

const std::vector<Case> &cases()
{
    static const std::vector<Case> all = [] {
        std::vector<Case> made;
        AwkwardYaml yaml(20260101);
        while (made.size() < static_cast<std::size_t>(wanted)) {
            Case one;
            one.yaml = yaml.document("a" + std::to_string(made.size()));
            if (!one.yaml.ends_with('\n'))
                one.yaml += '\n'; // kubectl's splitter of documents adds it
            auto json = yamlToJson(one.yaml);
            if (json)
                one.json = std::move(*json);
            else if (json.error().message.contains(QStringLiteral("is there twice")))
                continue; // kubectl takes the last: ours asks
            else
                one.refusal = json.error().toString();
            made.push_back(std::move(one));
        }
        return made;
    }();
    return all;
}

/// Disagreements, a few of them whole.
class Report
{
public:
    void add(const QString &words)
    {
        if (++m_count <= 30)
            m_text += words + QStringLiteral("\n\n");
    }
    /// Qt Test would cut it short.
    [[nodiscard]] bool isEmpty() const
    {
        std::fputs(qPrintable(m_text), stderr);
        return m_count == 0;
    }

private:
    int m_count = 0;
    QString m_text;
};

} // namespace

class YamlAgreesWithKubectl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }

    void whatWeReadIsWhatKubectlReads()
    {
        Report report;
        std::vector<const Case *> readable;
        for (const Case &one : cases()) {
            if (!one.json.empty())
                readable.push_back(&one);
        }
        for (std::size_t begin = 0; begin < readable.size(); begin += batchSize) {
            std::vector<const std::string *> documents;
            for (std::size_t i = begin; i < std::min(begin + batchSize, readable.size()); ++i)
                documents.push_back(&readable[i]->yaml);
            const QStringList theirs = readAll(documents);
            for (qsizetype i = 0; i < theirs.size(); ++i) {
                const Case &one = *readable[begin + static_cast<std::size_t>(i)];
                const QString ours = canonicalOf(one.json);
                if (ours != theirs[i])
                    report.add(QString::fromStdString(one.yaml) + QStringLiteral("\nours:   ") + ours + QStringLiteral("\ntheirs: ") + theirs[i]);
            }
        }
        QVERIFY(report.isEmpty());
    }

    void whatWeRefuseKubectlRefuses()
    {
        Report report;
        int refused = 0;
        for (const Case &one : cases()) {
            if (!one.json.empty())
                continue;
            ++refused;
            const QString theirs = readAll({&one.yaml}).constFirst();
            if (!theirs.startsWith(QStringLiteral("refused")))
                report.add(QString::fromStdString(one.yaml) + QStringLiteral("\nours:   ") + one.refusal + QStringLiteral("\ntheirs: ") + theirs);
        }
        QVERIFY(report.isEmpty());
        QVERIFY(refused < wanted / 20);
    }

    void whatWeWriteKubectlReadsAsTheSame()
    {
        Report report;
        std::vector<std::string> written;
        QStringList ours;
        for (const Case &one : cases()) {
            const auto document = one.json.empty() ? JsonDocument::parse("{}") : JsonDocument::parse(one.json);
            if (!document) {
                report.add(QString::fromStdString(one.json) + QStringLiteral("\nis no JSON: ") + document.error().message);
                continue;
            }
            if (one.json.empty())
                continue;
            written.push_back(toYaml(document->root()));
            ours += canonicalOf(one.json);
        }
        for (std::size_t begin = 0; begin < written.size(); begin += batchSize) {
            std::vector<const std::string *> documents;
            for (std::size_t i = begin; i < std::min(begin + batchSize, written.size()); ++i)
                documents.push_back(&written[i]);
            const QStringList theirs = readAll(documents);
            for (qsizetype i = 0; i < theirs.size(); ++i) {
                const auto index = begin + static_cast<std::size_t>(i);
                if (ours[static_cast<qsizetype>(index)] != theirs[i])
                    report.add(QString::fromStdString(written[index]) + QStringLiteral("\nours:   ") + ours[static_cast<qsizetype>(index)] + QStringLiteral("\ntheirs: ") + theirs[i]);
            }
        }
        QVERIFY(report.isEmpty());
    }
};

ORRERY_GUILESS_TEST(YamlAgreesWithKubectl)
} // namespace yaml_agrees_with_kubectl
#include "yaml_agrees_with_kubectl.moc"
