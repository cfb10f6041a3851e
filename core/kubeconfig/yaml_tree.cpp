// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/yaml_tree.h"

#include "core/kubeconfig/tree_builder.h"

#include <QJsonArray>
#include <QJsonObject>

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace kube::kubeconfig {

namespace {

/// Stops at the first event: is there another document, and where does it begin?
class SecondDocument final : public YAML::EventHandler
{
public:
    std::optional<YAML::Mark> start;
    void OnDocumentStart(const YAML::Mark &mark) override
    {
        start = mark;
        throw Refused{};
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark &, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark &, const std::string &, YAML::anchor_t, const std::string &) override {}
    void OnSequenceStart(const YAML::Mark &, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark &, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

/// Something after the first document: a second one, or text that belongs nowhere.
std::optional<Error> lookFurther(YAML::Parser &parser, const QByteArray &bytes, const QString &file, QList<Error> &oddities)
{
    SecondDocument second;
    try {
        (void)parser.HandleNextDocument(second);
    } catch (const Refused &) {
    }
    if (!second.start)
        return std::nullopt;
    const auto pos = std::clamp<qsizetype>(second.start->pos, 0, bytes.size());
    const auto marker = bytes.left(pos).lastIndexOf("\n---");
    const bool separated = marker >= 0 || bytes.mid(pos).startsWith("---");
    if (bytes.mid(pos).trimmed().isEmpty())
        return std::nullopt;
    const QString place = placeOf(bytes, pos, file).toString();
    if (!separated)
        return Error::badInput(QStringLiteral("the indentation fits nothing above; begin the keys of one mapping in the same column"), place);
    oddities.append(Error::badInput(QStringLiteral("a second YAML document begins here and is not read, as by kubectl; "
                                                   "put it into a file of its own and list both in KUBECONFIG"),
                                    place));
    return std::nullopt;
}

} // namespace

const YamlNode *YamlNode::member(QStringView key) const
{
    for (const YamlMember &candidate : members) {
        if (candidate.key == key)
            return &candidate.value;
    }
    return nullptr;
}

QString YamlNode::kindInWords() const
{
    switch (kind) {
    case Kind::Null: return QStringLiteral("nothing");
    case Kind::Bool: return QStringLiteral("a yes or no");
    case Kind::Number: return QStringLiteral("a number");
    case Kind::String: return QStringLiteral("text");
    case Kind::Sequence: return QStringLiteral("a list");
    case Kind::Mapping: return QStringLiteral("a mapping");
    }
    return {};
}

QJsonValue YamlNode::toJson() const
{
    switch (kind) {
    case Kind::Null: return QJsonValue::Null;
    case Kind::Bool: return QStringView(u"yYtToO").contains(text.at(0)) && text.compare(QLatin1String("off"), Qt::CaseInsensitive) != 0;
    case Kind::Number: {
        QString digits = text;
        digits.remove(QLatin1Char('_'));
        bool whole = false;
        const qlonglong integer = digits.toLongLong(&whole, 0);
        return whole ? QJsonValue(integer) : QJsonValue(digits.toDouble());
    }
    case Kind::String: return text;
    case Kind::Sequence: {
        QJsonArray array;
        for (const YamlNode &item : items)
            array.append(item.toJson());
        return array;
    }
    case Kind::Mapping: {
        QJsonObject object;
        for (const YamlMember &entry : members)
            object.insert(entry.key, entry.value.toJson());
        return object;
    }
    }
    return {};
}

Result<YamlDocument> parseYamlTree(const QByteArray &given, const QString &file, const YamlTreeLimits &limits)
{
    if (given.size() > limits.bytes) {
        return fail(Error::badInput(QStringLiteral("the file is larger than %1 MiB: this is no kubeconfig; check the path")
                                        .arg(limits.bytes / (1024 * 1024)),
                                    file));
    }
    const QByteArray bytes = given.startsWith("\xEF\xBB\xBF") ? given.mid(3) : given;
    if (auto error = checkText(bytes, file))
        return fail(std::move(*error));
    try {
        std::istringstream stream(bytes.toStdString());
        YAML::Parser parser(stream);
        TreeBuilder builder(bytes, file, limits);
        if (!parser.HandleNextDocument(builder))
            return YamlDocument{};
        YamlDocument document = builder.take();
        if (auto error = lookFurther(parser, bytes, file, document.oddities))
            return fail(std::move(*error));
        return document;
    } catch (const Refused &refused) {
        return fail(refused.error);
    } catch (const YAML::Exception &exception) {
        const int line = exception.mark.line + 1;
        if (auto error = explainSyntaxError(bytes, line, file))
            return fail(std::move(*error));
        return fail(Error::badInput(syntaxErrorInWords(QByteArray::fromStdString(exception.msg)),
                                    placeOf(bytes, exception.mark.pos, file).toString()));
    } catch (const std::exception &) {
        return fail(Error::badInput(QStringLiteral("the parser gave up on this file; compare it with a kubeconfig that works"), file));
    }
}

} // namespace kube::kubeconfig
