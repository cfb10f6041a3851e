// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/decoder.h"

#include "core/kubeconfig/field_reader.h"
#include "core/kubeconfig/user_decoder.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace kube {

using kubeconfig::FieldReader;
using kubeconfig::YamlNode;

namespace {

Cluster decodeCluster(FieldReader &reader, Cluster cluster)
{
    cluster.server = reader.string("server").trimmed();
    cluster.tlsServerName = reader.string("tls-server-name");
    cluster.insecureSkipTlsVerify = reader.boolean("insecure-skip-tls-verify");
    cluster.certificateAuthority = kubeconfig::resolvedPath(reader.string("certificate-authority"), reader.file());
    cluster.certificateAuthorityData = reader.base64("certificate-authority-data");
    cluster.proxyUrl = reader.string("proxy-url");
    cluster.disableCompression = reader.boolean("disable-compression");
    const YamlNode *extensions = reader.sequence("extensions");
    for (std::size_t i = 0; extensions && i < extensions->items.size(); ++i) {
        const YamlNode *name = extensions->items[i].member(u"name");
        const YamlNode *extension = extensions->items[i].member(u"extension");
        if (name && extension && name->text == QLatin1String("client.authentication.k8s.io/exec"))
            cluster.execConfig = QJsonDocument(QJsonObject{{QStringLiteral("config"), extension->toJson()}})
                                     .toJson(QJsonDocument::Compact);
    }
    return cluster;
}

Context decodeContext(FieldReader &reader, Context context)
{
    context.cluster = reader.string("cluster");
    context.user = reader.string("user");
    context.namespaceName = reader.string("namespace");
    return context;
}

class FileDecoder
{
public:
    FileDecoder(const YamlNode &root, const QString &file) : m_root(root), m_file(file) {}

    DecodedKubeconfig run()
    {
        m_result.config.clusters = entries<Cluster>("clusters", "cluster", "server", decodeCluster);
        m_result.config.users = entries<User>("users", "user", "token", kubeconfig::decodeUser);
        m_result.config.contexts = entries<Context>("contexts", "context", "user", decodeContext);
        KubeconfigEntry top{{}, {m_file, m_root.line, m_root.column}, {}, {}};
        FieldReader reader(m_root, m_file, QStringLiteral("the file"), top);
        m_result.config.currentContext = reader.string("current-context");
        m_result.config.currentContextOrigin = top.fields.value(QStringLiteral("current-context"));
        m_result.problems.append(top.problems);
        return std::move(m_result);
    }

private:
    void complain(const YamlNode &at, const QString &what)
    {
        m_result.problems.append(Error::badInput(what, Origin{m_file, at.line, at.column}.toString()));
    }

    template <typename Entry, typename Decode>
    QList<Entry> entries(const char *listKey, const char *itemKey, const char *innerKey, Decode decode)
    {
        QList<Entry> list;
        const QString listName = QString::fromLatin1(listKey);
        const YamlNode *sequence = m_root.member(listName);
        if (!sequence || sequence->kind == YamlNode::Kind::Null)
            return list;
        if (sequence->kind != YamlNode::Kind::Sequence) {
            complain(*sequence, QStringLiteral("%1 must be a list and is %2; begin each entry with \"- name: …\"")
                                    .arg(listName, sequence->kindInWords()));
            return list;
        }
        QHash<QString, qsizetype> seen;
        for (const YamlNode &item : sequence->items) {
            auto entry = this->entry<Entry>(item, QString::fromLatin1(itemKey), innerKey, decode);
            if (!entry)
                continue;
            if (const auto earlier = seen.constFind(entry->name); earlier != seen.constEnd()) {
                Entry &first = list[*earlier];
                first.problems.append(Error::badInput(
                    QStringLiteral("%1 \"%2\" stands twice in this file, first on line %3; rename or remove one")
                        .arg(QString::fromLatin1(itemKey), entry->name).arg(first.origin.line),
                    entry->origin.toString()));
                m_result.problems.append(first.problems.last());
                continue;
            }
            m_result.problems.append(entry->problems);
            seen.insert(entry->name, list.size());
            list.append(std::move(*entry));
        }
        return list;
    }

    template <typename Entry, typename Decode>
    std::optional<Entry> entry(const YamlNode &item, const QString &itemName, const char *innerKey, Decode decode)
    {
        if (item.kind != YamlNode::Kind::Mapping) {
            complain(item, QStringLiteral("an entry must be a mapping with name and %1, and is %2; write \"- name: …\" and below it \"%1:\"")
                               .arg(itemName, item.kindInWords()));
            return std::nullopt;
        }
        Entry entry;
        entry.origin = {m_file, item.line, item.column};
        FieldReader outer(item, m_file, QStringLiteral("a %1").arg(itemName), entry);
        entry.name = outer.string("name");
        if (entry.name.isEmpty()) {
            if (entry.problems.isEmpty())
                outer.complain(item, QStringLiteral("it has no name, so nothing can use it; add \"name: …\""));
            m_result.problems.append(entry.problems);
            return std::nullopt;
        }
        const QString subject = QStringLiteral("%1 \"%2\"").arg(itemName, entry.name);
        FieldReader named(item, m_file, subject, entry);
        const YamlNode *inner = named.mapping(itemName.toLatin1().constData());
        const YamlNode *astray = item.member(QString::fromLatin1(innerKey));
        if (!inner) {
            // What has been complained of already is not missed again.
            if (astray || !entry.problems.isEmpty())
                entry.fields.insert(QString::fromLatin1(innerKey), entry.origin);
            if (astray)
                named.complain(*astray, QStringLiteral("\"%1\" stands beside \"%2:\" and not below it; indent it by two more spaces")
                                            .arg(QString::fromLatin1(innerKey), itemName));
            return entry;
        }
        entry.fields.clear();
        entry.fields.reserve(static_cast<qsizetype>(inner->members.size()));
        Entry decoded = entry;
        FieldReader reader(*inner, m_file, subject, decoded);
        Entry filled = decode(reader, decoded);
        filled.fields = decoded.fields;
        filled.problems = decoded.problems;
        return filled;
    }

    const YamlNode &m_root;
    const QString &m_file;
    DecodedKubeconfig m_result;
};

std::optional<Error> checkHeader(const YamlNode &root, const QString &file)
{
    const auto refuse = [&](const YamlNode &at, const QString &what) {
        return Error::badInput(what, Origin{file, at.line, at.column}.toString());
    };
    if (root.kind != YamlNode::Kind::Mapping) {
        return refuse(root, QStringLiteral("a kubeconfig is a mapping with clusters, users and contexts, and this file holds "
                                           "only %1; check the path")
                                .arg(root.kindInWords()));
    }
    const YamlNode *kind = root.member(u"kind");
    const YamlNode *apiVersion = root.member(u"apiVersion");
    if (kind && kind->kind != YamlNode::Kind::Null && kind->text != QLatin1String("Config")) {
        return refuse(*kind, QStringLiteral("kind is \"%1\" and a kubeconfig's is \"Config\"; check the path, or write \"kind: Config\"")
                                 .arg(kind->text.left(80)));
    }
    if (apiVersion && apiVersion->kind != YamlNode::Kind::Null && apiVersion->text != QLatin1String("v1")) {
        return refuse(*apiVersion, QStringLiteral("apiVersion is \"%1\" and only \"v1\" is known; write \"apiVersion: v1\"")
                                       .arg(apiVersion->text.left(80)));
    }
    return std::nullopt;
}

} // namespace

namespace kubeconfig {

QString resolvedPath(const QString &path, const QString &file)
{
    if (path.isEmpty() || QDir::isAbsolutePath(path))
        return path;
    return QDir::cleanPath(QFileInfo(file).path() + QLatin1Char('/') + path);
}

} // namespace kubeconfig

Result<DecodedKubeconfig> decodeKubeconfig(const QByteArray &bytes, const QString &file)
{
    auto document = kubeconfig::parseYamlTree(bytes, file);
    if (!document)
        return fail(std::move(document.error()));
    if (document->root.kind == YamlNode::Kind::Null)
        return DecodedKubeconfig{};
    if (auto error = checkHeader(document->root, file))
        return fail(std::move(*error));
    DecodedKubeconfig decoded = FileDecoder(document->root, file).run();
    decoded.problems = document->oddities + decoded.problems;
    return decoded;
}

} // namespace kube
