// SPDX-License-Identifier: Apache-2.0
#include "core/apply/draft_store.h"

#include "core/apply/own_file.h"
#include "core/object/json.h"
#include "core/object/object_meta.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QUuid>

namespace kube {

namespace {

const QString suffix = QStringLiteral(".draft.json");

QByteArray written(const Draft &draft)
{
    std::string json = "{\"version\":1";
    const auto add = [&json](const char *name, std::string_view value) {
        json.append(",\"").append(name).append("\":");
        appendJsonString(json, value);
    };
    add("cluster", draft.key.cluster);
    add("group", draft.key.resource.group);
    add("apiVersion", draft.key.resource.version);
    add("resource", draft.key.resource.resource);
    add("namespace", draft.key.object.namespaceName);
    add("name", draft.key.object.name);
    add("uid", draft.key.uid);
    add("time", formatTime(draft.time));
    add("base", draft.base);
    add("text", draft.text);
    // The last thing written: a file without it was cut short, whatever the disk promised.
    add("end", "draft");
    return QByteArray::fromStdString(json + "}\n");
}

Result<Draft> readDraft(const QString &path)
{
    const auto document = readOwnJson(path, static_cast<qint64>(8 * DraftStore::mostBytes));
    if (!document)
        return fail(document.error());
    const JsonValue root = document->root();
    const auto text = [&root](const char *name) { return std::string(root[name].string()); };
    const auto time = parseTime(root["time"].string());
    if (root["version"].integer(0) != 1 || root["end"].string() != "draft" || !root["text"].isString() || !time)
        return fail(Error::badInput(QStringLiteral("this is no draft"), path));
    return Draft{{text("cluster"), {text("group"), text("apiVersion"), text("resource")}, {text("namespace"), text("name")}, text("uid")},
                 text("base"), text("text"), *time, path};
}

bool isSecretResource(const GroupVersionResource &resource)
{
    return resource.group.empty() && resource.resource == "secrets";
}

/// "kind: Secret" at the beginning of a line, or in JSON, however it is quoted and spaced.
bool namesSecretAsKind(std::string_view text)
{
    for (std::size_t at = text.find("kind"); at != std::string_view::npos; at = text.find("kind", at + 1)) {
        std::size_t next = at + 4;
        const auto skip = [&](std::string_view what) {
            while (next < text.size() && what.find(text[next]) != std::string_view::npos)
                ++next;
        };
        skip("\"' \t");
        if (next >= text.size() || text[next] != ':')
            continue;
        ++next;
        skip("\"' \t\r\n");
        if (text.substr(next, 6) == "Secret" && (next + 6 == text.size() || std::string_view("\"' \t\r\n,}#").find(text[next + 6]) != std::string_view::npos))
            return true;
    }
    return false;
}

} // namespace

bool isSecret(const DraftKey &key, std::string_view base, std::string_view text)
{
    return isSecretResource(key.resource) || namesSecretAsKind(base) || namesSecretAsKind(text);
}

DraftStore::DraftStore(QString folder, QString process)
    : m_folder(std::move(folder)), m_process(process.isEmpty() ? QUuid::createUuid().toString(QUuid::Id128).left(12) : std::move(process))
{
}

/// The object's part is the same for every process; names may hold what files may not.
QString DraftStore::fileOf(const DraftKey &key) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const std::string *part : {&key.cluster, &key.resource.group, &key.resource.resource, &key.object.namespaceName, &key.object.name, &key.uid}) {
        hash.addData(QByteArray::fromStdString(*part));
        hash.addData(QByteArrayView("\0", 1));
    }
    return m_folder + QLatin1Char('/') + QString::fromLatin1(hash.result().toHex().left(32)) + QLatin1Char('-') + m_process + suffix;
}

Result<void> DraftStore::keep(const Draft &draft)
{
    if (isSecret(draft.key, draft.base, draft.text))
        return fail(Error{ErrorKind::Forbidden, QStringLiteral("drafts of Secrets are not kept on disk"), {}, std::nullopt, {}});
    if (draft.key.resource.resource.empty())
        return fail(Error::badInput(QStringLiteral("the draft is of no resource")));
    if (draft.base.size() + draft.text.size() > mostBytes)
        return fail(Error::badInput(QStringLiteral("the draft is larger than %1 bytes").arg(mostBytes)));
    return keepOwnFile(m_folder, QFileInfo(fileOf(draft.key)).fileName(), written(draft));
}

DraftStore::Contents DraftStore::read()
{
    Contents contents;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({QLatin1Char('*') + suffix}, QDir::Files, QDir::Name)) {
        const QString path = folder.filePath(name);
        auto draft = readDraft(path);
        if (draft) {
            contents.drafts.push_back(std::move(*draft));
            continue;
        }
        if (!QFile::exists(path))
            continue; // another process has just dropped it
        // Aside: never taken for one again, and there for who wants to save what can be saved.
        if (draft.error().is(ErrorKind::BadInput) && QFile::rename(path, path + QStringLiteral(".damaged")))
            draft.error().place = path + QStringLiteral(".damaged");
        contents.damaged.push_back(std::move(draft.error()));
    }
    std::stable_sort(contents.drafts.begin(), contents.drafts.end(), [](const Draft &left, const Draft &right) { return left.time > right.time; });
    return contents;
}

DraftStore::Contents DraftStore::all(WallTime now)
{
    Contents contents = read();
    std::erase_if(contents.drafts, [now](const Draft &draft) { return now - draft.time > lifetime && QFile::remove(draft.file); });
    return contents;
}

std::vector<Draft> DraftStore::draftsOf(const DraftKey &key)
{
    std::vector<Draft> found;
    for (Contents contents = read(); Draft &draft : contents.drafts) {
        if (draft.key.cluster == key.cluster && draft.key.resource.groupResource() == key.resource.groupResource() && draft.key.object == key.object)
            found.push_back(std::move(draft));
    }
    return found;
}

bool DraftStore::isOwn(const Draft &draft) const
{
    return draft.file.endsWith(QLatin1Char('-') + m_process + suffix);
}

void DraftStore::drop(const Draft &draft)
{
    if (draft.file.isEmpty()) {
        QFile::remove(fileOf(draft.key));
        return;
    }
    const auto now = readDraft(draft.file);
    if (now && now->text == draft.text && now->base == draft.base)
        QFile::remove(draft.file);
}

} // namespace kube
