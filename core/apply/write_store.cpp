// SPDX-License-Identifier: Apache-2.0
#include "core/apply/write_store.h"

#include "core/apply/draft_store.h"
#include "core/apply/own_file.h"
#include "core/object/json.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>

#include <algorithm>

namespace kube {

namespace {

const QString writeSuffix = QStringLiteral(".write.json");

QString hashOf(std::initializer_list<const std::string *> parts, int length)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const std::string *part : parts) {
        hash.addData(QByteArray::fromStdString(*part));
        hash.addData(QByteArrayView("\0", 1));
    }
    return QString::fromLatin1(hash.result().toHex().left(length));
}

/// The cluster's part comes first: its files are found without being read. Names may hold what files may not.
QString nameOf(const std::string &cluster, const RememberedWrite &write)
{
    return hashOf({&cluster}, 16) + QLatin1Char('-') + hashOf({&write.resource.group, &write.resource.resource, &write.key.namespaceName, &write.key.name}, 32) + writeSuffix;
}

std::int64_t msecsOf(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

QByteArray writtenWrite(const std::string &cluster, const RememberedWrite &write)
{
    std::string json = "{\"version\":1,\"msecs\":" + std::to_string(msecsOf(write.time)) + ",\"part\":" + std::to_string(static_cast<int>(write.part))
        + ",\"noRevert\":" + std::to_string(static_cast<int>(write.noRevert));
    const auto add = [&json](const char *name, std::string_view value) {
        json.append(",\"").append(name).append("\":");
        appendJsonString(json, value);
    };
    add("cluster", cluster);
    add("group", write.resource.group);
    add("resource", write.resource.resource);
    add("namespace", write.key.namespaceName);
    add("name", write.key.name);
    add("before", write.before);
    add("after", write.after);
    // The last thing written: a file without it was cut short, whatever the disk promised.
    add("end", "write");
    return QByteArray::fromStdString(json + "}\n");
}

template <typename Enum>
std::optional<Enum> enumOf(JsonValue value, Enum last)
{
    const std::int64_t number = value.integer(-1);
    return number >= 0 && number <= static_cast<std::int64_t>(last) ? std::optional(static_cast<Enum>(number)) : std::nullopt;
}

Result<RememberedWrite> readWrite(const QString &path, const std::string &cluster)
{
    const auto document = readOwnJson(path, static_cast<qint64>(8 * WriteStore::mostBytes));
    if (!document)
        return fail(document.error());
    const JsonValue root = document->root();
    const auto text = [&root](const char *name) { return std::string(root[name].string()); };
    const auto part = enumOf(root["part"], EditPart::Whole);
    const auto noRevert = enumOf(root["noRevert"], NoRevert::Large);
    if (root["version"].integer(0) != 1 || root["end"].string() != "write" || text("cluster") != cluster || !part || !noRevert)
        return fail(Error::badInput(QStringLiteral("this is no write"), path));
    return RememberedWrite{{text("group"), text("resource")}, {text("namespace"), text("name")}, text("before"), text("after"),
                           WallTime(std::chrono::milliseconds(root["msecs"].integer(0))), *part, *noRevert};
}

/// What of it may be on disk.
RememberedWrite keepable(const RememberedWrite &write)
{
    RememberedWrite kept = write;
    if (isSecret({{}, {write.resource.group, {}, write.resource.resource}, write.key, {}}, write.before, write.after))
        kept.noRevert = NoRevert::Secret;
    else if (write.before.size() + write.after.size() > WriteStore::mostBytes)
        kept.noRevert = NoRevert::Large;
    if (kept.noRevert != NoRevert::None)
        kept.before = kept.after = {};
    return kept;
}

} // namespace

Result<void> WriteStore::keep(const std::string &cluster, const RememberedWrite &write)
{
    const QString name = nameOf(cluster, write);
    auto kept = keepOwnFile(m_folder, name, writtenWrite(cluster, keepable(write)));
    if (!kept)
        QFile::remove(m_folder + QLatin1Char('/') + name); // else the write before would be taken for the last
    else
        removeOldest(cluster, name);
    return kept;
}

void WriteStore::removeOldest(const std::string &cluster, const QString &butNot) const
{
    std::size_t count = 0;
    qint64 bytes = 0;
    const QDir folder(m_folder);
    for (const QFileInfo &file : folder.entryInfoList({hashOf({&cluster}, 16) + QStringLiteral("-*") + writeSuffix}, QDir::Files, QDir::Time)) {
        ++count;
        bytes += file.size();
        if ((count > mostWrites || bytes > mostBytesOfAll) && file.fileName() != butNot)
            QFile::remove(file.filePath());
    }
}

std::vector<RememberedWritePtr> WriteStore::all(const std::string &cluster, WallTime now)
{
    std::vector<RememberedWritePtr> writes;
    const QString ofCluster = hashOf({&cluster}, 16) + QLatin1Char('-');
    const QDir folder(m_folder);
    for (const QFileInfo &file : folder.entryInfoList({QLatin1Char('*') + writeSuffix}, QDir::Files)) {
        const QString path = file.filePath();
        if (msecsOf(now) - file.lastModified().toMSecsSinceEpoch() > std::chrono::milliseconds(lifetime).count()) {
            QFile::remove(path);
        } else if (file.fileName().startsWith(ofCluster)) {
            auto write = readWrite(path, cluster);
            if (write)
                writes.push_back(std::make_shared<const RememberedWrite>(std::move(*write)));
            else if (write.error().is(ErrorKind::BadInput))
                QFile::rename(path, path + QStringLiteral(".damaged"));
        }
    }
    std::stable_sort(writes.begin(), writes.end(), [](const RememberedWritePtr &left, const RememberedWritePtr &right) { return left->time > right->time; });
    return writes;
}

} // namespace kube
