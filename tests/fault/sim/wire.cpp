// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/sim/wire.h"

namespace kube::sim {

namespace {

using Object = test::ModelCluster::Object;

std::string metadataJson(const std::string &name, const Object &object)
{
    const auto slash = name.find('/');
    std::string json = R"({"name":")" + name.substr(slash + 1) + R"(","namespace":")" + name.substr(0, slash) + R"(","uid":")" + object.uid;
    json += R"(","resourceVersion":")" + std::to_string(object.version) + R"(","annotations":{"of":")" + stateMark(object);
    return json + R"("},"managedFields":[{"manager":"m","operation":"Update","fieldsV1":{"f:data":{}}}]})";
}

std::string objectJson(WireForm form, const std::string &name, const Object &object, bool withKind)
{
    std::string json = "{";
    if (form == WireForm::Metadata)
        json += R"("kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1",)";
    else if (withKind)
        json += R"("kind":"ConfigMap","apiVersion":"v1",)";
    json += R"("metadata":)" + metadataJson(name, object);
    if (form == WireForm::Objects)
        json += R"(,"data":{"a\"}]":"\\\"{[é✓\u00e9\ud83d\ude80","b":""})"; // to be cut within
    return json + "}";
}

constexpr std::string_view columns = R"([{"name":"Name","type":"string","format":"name","priority":0}])";

std::string rowJson(const std::string &name, const Object &object)
{
    return R"({"cells":[")" + name + R"("],"object":)" + objectJson(WireForm::Metadata, name, object, true) + "}";
}

} // namespace

std::string stateMark(const Object &object)
{
    return object.uid + "@" + std::to_string(object.version);
}

WireForm formOf(std::string_view accept)
{
    if (accept.find("as=Table") != std::string_view::npos)
        return WireForm::Table;
    return accept.find("as=PartialObjectMetadata") != std::string_view::npos ? WireForm::Metadata : WireForm::Objects;
}

std::string listJson(WireForm form, const ListPart &part)
{
    std::string json;
    switch (form) {
    case WireForm::Objects: json = R"({"kind":"ConfigMapList","apiVersion":"v1")"; break;
    case WireForm::Table: json = R"({"kind":"Table","apiVersion":"meta.k8s.io/v1")"; break;
    case WireForm::Metadata: json = R"({"kind":"PartialObjectMetadataList","apiVersion":"meta.k8s.io/v1")"; break;
    }
    json += R"(,"metadata":{"resourceVersion":")" + std::to_string(part.version) + "\"";
    if (!part.continueToken.empty())
        json += R"(,"continue":")" + part.continueToken + "\"";
    json += '}';
    if (form == WireForm::Table)
        json += R"(,"columnDefinitions":)" + std::string(columns) + R"(,"rows":[)";
    else
        json += R"(,"items":[)";
    bool isFirst = true;
    for (const auto &[name, object] : part.items) {
        if (!std::exchange(isFirst, false))
            json += ',';
        json += form == WireForm::Table ? rowJson(name, object) : objectJson(form, name, object, false);
    }
    return json + "]}\n";
}

std::string eventJson(WireForm form, WatchEventType type, const std::string &name, const Object &object, bool isFirst)
{
    const char *word = type == WatchEventType::Added ? "ADDED" : type == WatchEventType::Modified ? "MODIFIED" : "DELETED";
    std::string json = std::string(R"({"type":")") + word + R"(","object":)";
    if (form == WireForm::Table) {
        json += R"({"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":")" + std::to_string(object.version);
        json += R"("},"columnDefinitions":)" + (isFirst ? std::string(columns) : "null") + R"(,"rows":[)" + rowJson(name, object) + "]}";
    } else {
        json += objectJson(form, name, object, true);
    }
    return json + "}\n";
}

std::string bookmarkJson(WireForm form, std::uint64_t version, bool initialEventsEnd)
{
    std::string metadata = R"({"resourceVersion":")" + std::to_string(version) + R"(","creationTimestamp":null)";
    if (initialEventsEnd)
        metadata += R"(,"annotations":{"k8s.io/initial-events-end":"true"})";
    metadata += '}';
    std::string json = R"({"type":"BOOKMARK","object":)";
    if (form == WireForm::Table)
        json += R"({"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":")" + std::to_string(version)
                + R"("},"columnDefinitions":null,"rows":[{"cells":[""],"object":{"kind":"PartialObjectMetadata","metadata":)" + metadata + "}}]}";
    else
        json += R"({"kind":"ConfigMap","apiVersion":"v1","metadata":)" + metadata + "}";
    return json + "}\n";
}

std::string statusJson(const WireStatus &status)
{
    std::string message;
    for (const char c : status.message)
        message += c == '"' ? "\\\"" : std::string(1, c);
    std::string json = R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":")" + message
                       + R"(","reason":")" + status.reason + R"(","details":{)";
    if (!status.cause.empty())
        json += R"("causes":[{"reason":")" + status.cause + R"(","message":"Too large resource version"}])";
    if (status.retryAfter > 0)
        json += (status.cause.empty() ? "" : ",") + std::string(R"("retryAfterSeconds":)") + std::to_string(status.retryAfter);
    return json + R"(},"code":)" + std::to_string(status.code) + "}\n";
}

std::string errorEventJson(const WireStatus &status)
{
    std::string json = statusJson(status);
    json.pop_back();
    return R"({"type":"ERROR","object":)" + json + "}\n";
}

} // namespace kube::sim
