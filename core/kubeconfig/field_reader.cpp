// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/field_reader.h"

namespace kube::kubeconfig {

const YamlNode *FieldReader::field(const char *key)
{
    const QString name = QString::fromUtf8(key);
    const YamlNode *found = m_mapping.member(name);
    if (!found || found->kind == YamlNode::Kind::Null)
        return nullptr;
    m_entry.fields.insert(name, placeOf(*found));
    return found;
}

void FieldReader::complain(const YamlNode &at, const QString &what)
{
    m_entry.problems.append(Error::badInput(m_subject + QStringLiteral(": ") + what, placeOf(at).toString()));
}

QString FieldReader::text(const YamlNode &node, const QString &name)
{
    switch (node.kind) {
    case YamlNode::Kind::String: return node.text;
    case YamlNode::Kind::Null: return {};
    case YamlNode::Kind::Bool:
    case YamlNode::Kind::Number:
        complain(node, QStringLiteral("%1 must be text, but YAML reads what stands there as %2; put it in quotes")
                           .arg(name, node.kindInWords()));
        return {};
    default:
        complain(node, QStringLiteral("%1 must be text and is %2; write the text behind the colon")
                           .arg(name, node.kindInWords()));
        return {};
    }
}

QString FieldReader::string(const char *key)
{
    const YamlNode *node = field(key);
    return node ? text(*node, QString::fromUtf8(key)) : QString();
}

bool FieldReader::boolean(const char *key)
{
    const YamlNode *node = field(key);
    if (!node)
        return false;
    if (node->kind == YamlNode::Kind::Bool)
        return node->toJson().toBool();
    complain(*node, QStringLiteral("%1 must be true or false and is %2; write true or false, without quotes")
                        .arg(QString::fromUtf8(key), node->kindInWords()));
    return false;
}

QByteArray FieldReader::base64(const char *key)
{
    const YamlNode *node = field(key);
    if (!node)
        return {};
    const QString name = QString::fromUtf8(key);
    const QByteArray written = text(*node, name).toUtf8();
    if (written.contains("-----BEGIN")) {
        complain(*node, QStringLiteral("%1 holds PEM text as it is; put base64 of it there (base64 -w0 FILE), or name the file in %2")
                            .arg(name, QString(name).remove(QStringLiteral("-data"))));
        return {};
    }
    QByteArray compact;
    compact.reserve(written.size());
    std::copy_if(written.begin(), written.end(), std::back_inserter(compact),
                 [](char c) { return c != ' ' && c != '\n' && c != '\r' && c != '\t'; });
    const auto decoded = QByteArray::fromBase64Encoding(compact, QByteArray::AbortOnBase64DecodingErrors);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok || compact.size() % 4 != 0) {
        complain(*node, QStringLiteral("%1 is not base64, or cut short; copy it again, whole (base64 -w0 FILE)").arg(name));
        return {};
    }
    return decoded.decoded;
}

const YamlNode *FieldReader::sequence(const char *key)
{
    const YamlNode *node = field(key);
    if (!node)
        return nullptr;
    if (node->kind == YamlNode::Kind::Sequence)
        return node;
    complain(*node, QStringLiteral("%1 must be a list and is %2; begin each item on a line of its own with \"- \"")
                        .arg(QString::fromUtf8(key), node->kindInWords()));
    return nullptr;
}

const YamlNode *FieldReader::mapping(const char *key)
{
    const YamlNode *node = field(key);
    if (!node)
        return nullptr;
    if (node->kind == YamlNode::Kind::Mapping)
        return node;
    complain(*node, QStringLiteral("%1 must be a mapping (lines of \"key: value\", indented below it) and is %2; mend its indentation")
                        .arg(QString::fromUtf8(key), node->kindInWords()));
    return nullptr;
}

QStringList FieldReader::strings(const char *key)
{
    QStringList list;
    if (const YamlNode *node = sequence(key)) {
        for (const YamlNode &item : node->items)
            list.append(text(item, QStringLiteral("an item of %1").arg(QString::fromUtf8(key))));
    }
    return list;
}

} // namespace kube::kubeconfig
