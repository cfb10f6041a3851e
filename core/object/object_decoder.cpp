// SPDX-License-Identifier: Apache-2.0
#include "core/object/object_decoder.h"

#include "core/object/json.h"
#include "core/object/json_strip.h"
#include "core/object/object_compressor.h"
#include "core/object/object_parts.h"
#include "core/object/recent_document.h"

#include <limits>

namespace kube {

namespace {

/// What a document says of itself; the views live as long as the parser that read it.
struct Identity {
    std::string_view apiVersion;
    std::string_view kind;
    bool hasApiVersion = false;
    bool hasKind = false;
    std::string_view namespaceName;
    std::string_view name;
    std::string_view uid;
    std::string_view resourceVersion;
};

Result<Identity> identify(const JsonValue root, std::size_t size)
{
    if (!root.isObject())
        return fail(Error::badInput(QStringLiteral("not a JSON object")));
    const JsonValue metadata = root["metadata"];
    Identity identity;
    identity.apiVersion = root["apiVersion"].string();
    identity.kind = root["kind"].string();
    identity.hasApiVersion = root["apiVersion"].exists();
    identity.hasKind = root["kind"].exists();
    identity.namespaceName = metadata["namespace"].string();
    identity.name = metadata["name"].string();
    identity.uid = metadata["uid"].string();
    identity.resourceVersion = metadata["resourceVersion"].string();
    if (identity.name.empty())
        return fail(Error::badInput(QStringLiteral("the object has no metadata.name")));
    constexpr std::size_t longest = std::numeric_limits<std::uint16_t>::max();
    if (identity.uid.size() > longest || identity.resourceVersion.size() > longest
        || size > std::numeric_limits<std::uint32_t>::max() - 2 * longest)
        return fail(Error::badInput(QStringLiteral("the object is too large")));
    return identity;
}

GroupVersionKind kindOf(const Identity &identity, const GroupVersionKind &otherwise)
{
    GroupVersionKind kind = otherwise;
    if (const auto version = GroupVersion::parse(identity.apiVersion)) {
        kind.group = version->group;
        kind.version = version->version;
    }
    if (!identity.kind.empty())
        kind.kind = identity.kind;
    return kind;
}

std::string withTypeMeta(std::string_view json, const Identity &identity, const GroupVersionKind &kind)
{
    std::string document(json);
    std::string members;
    if (!identity.hasApiVersion && !kind.version.empty()) {
        members += "\"apiVersion\":";
        appendJsonString(members, kind.groupVersion().apiVersion());
        members += ',';
    }
    if (!identity.hasKind && !kind.kind.empty()) {
        members += "\"kind\":";
        appendJsonString(members, kind.kind);
        members += ',';
    }
    return document.insert(document.find('{') + 1, members);
}

} // namespace

struct ObjectDecoder::State {
    Options options;
    std::shared_ptr<const ObjectCompressor> plain; ///< kind only: of what is not compressed
    std::shared_ptr<const ObjectCompressor> packed;
    std::unique_ptr<FrameWriter> writer; ///< there from the training on
    std::vector<std::weak_ptr<const Object>> samples;
    std::size_t sampleBytes = 0;

    void consider(const ObjectPtr &object)
    {
        if (options.trainAfter == 0 || writer)
            return;
        samples.push_back(object);
        sampleBytes += object->heldBytes();
        if (!isEnough())
            return;
        // Objects that were replaced or dropped meanwhile do not count: what is gone needs no compression.
        std::erase_if(samples, [](const auto &sample) { return sample.expired(); });
        sampleBytes = 0;
        for (const auto &sample : samples) {
            if (const auto living = sample.lock())
                sampleBytes += living->heldBytes();
        }
        if (isEnough())
            train();
    }

    [[nodiscard]] bool isEnough() const
    {
        return samples.size() >= options.trainAfter || sampleBytes >= options.trainAfterBytes;
    }

    void train()
    {
        std::vector<std::string> documents;
        for (const auto &sample : samples) {
            if (const auto living = sample.lock())
                documents.push_back(living->json());
        }
        const std::string dictionary = trainDictionary(documents, options.dictionaryBytes);
        packed = std::make_shared<ObjectCompressor>(plain->kind(), dictionary);
        writer = std::make_unique<FrameWriter>(dictionary, options.level);
        samples = {};
    }

    /// Fills stored, documentSize and compressor.
    void pack(Object::Parts &parts, std::string_view document)
    {
        const std::string_view frame = writer ? writer->compress(document) : std::string_view();
        parts.stored = frame.empty() ? document : frame;
        parts.documentSize = document.size();
        parts.compressor = frame.empty() ? plain : packed;
    }
};

ObjectDecoder::ObjectDecoder(GroupVersionKind kind, Options options)
    : m_kind(std::make_shared<const GroupVersionKind>(std::move(kind))), m_state(std::make_unique<State>())
{
    m_state->options = options;
    m_state->plain = std::make_shared<ObjectCompressor>(*m_kind);
}

ObjectDecoder::~ObjectDecoder() = default;

bool ObjectDecoder::hasDictionary() const
{
    return m_state->writer != nullptr;
}

Result<ObjectPtr> ObjectDecoder::decode(std::string_view json)
{
    auto parsed = RecentDocument::borrow();
    char *const buffer = parsed->buffer(json.size());
    const std::string_view stripped(buffer, copyWithoutManagedFields(json, buffer));
    if (const auto code = parsed->parseBuffer(stripped.size()))
        return fail(Error::badInput(QString::fromUtf8(simdjson::error_message(code))));
    const auto identity = identify(parsed->root(), json.size());
    if (!identity)
        return fail(identity.error());
    const bool isWhole = identity->hasApiVersion && identity->hasKind;
    const std::string completed = isWhole ? std::string() : withTypeMeta(stripped, *identity, *m_kind);
    const std::string_view document = isWhole ? stripped : completed;

    Object::Parts parts;
    parts.key = {std::string(identity->namespaceName), std::string(identity->name)};
    parts.uid = identity->uid;
    parts.resourceVersion = identity->resourceVersion;
    const GroupVersionKind kind = kindOf(*identity, *m_kind);
    if (kind == *m_kind) {
        m_state->pack(parts, document);
    } else {
        // Another version or kind than this decoder's: rare, so it carries its own.
        parts.stored = document;
        parts.documentSize = document.size();
        parts.compressor = std::make_shared<ObjectCompressor>(kind);
    }
    auto object = std::make_shared<const Object>(std::move(parts));
    RecentDocument::keep(std::move(parsed), isWhole ? object : nullptr);
    if (kind == *m_kind)
        m_state->consider(object);
    return object;
}

ObjectPtr ObjectDecoder::compact(ObjectPtr object)
{
    if (!object || !m_state->writer || object->isCompressed() || object->gvk() != *m_kind)
        return object;
    Object::Parts parts;
    parts.key = object->key();
    parts.uid = object->uid();
    parts.resourceVersion = object->resourceVersion();
    m_state->pack(parts, object->stored());
    if (parts.compressor == m_state->plain)
        return object;
    return std::make_shared<const Object>(std::move(parts));
}

Result<ObjectPtr> decodeObject(std::string_view json, GroupVersionKind otherwise)
{
    ObjectDecoder::Options options;
    options.trainAfter = 0;
    return ObjectDecoder(std::move(otherwise), options).decode(json);
}

} // namespace kube
