// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/api_server.h"

#include "app/demo/api/alias.h"
#include "app/demo/api/discovery_writer.h"
#include "app/demo/api/eviction.h"
#include "app/demo/api/field_validation.h"
#include "app/demo/api/object_json.h"
#include "app/demo/api/openapi.h"
#include "app/demo/api/representation.h"
#include "app/demo/api/reviews.h"
#include "app/demo/api/text.h"
#include "app/demo/api/watch_writer.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

QString verbOf(const Call &call, const Route &route)
{
    if (call.method == "GET" || call.method == "HEAD") {
        if (!route.name.empty())
            return u"get"_s;
        return call.flag(u"watch"_s) ? u"watch"_s : u"list"_s;
    }
    if (call.method == "POST")
        return u"create"_s;
    if (call.method == "PUT")
        return u"update"_s;
    if (call.method == "PATCH")
        return u"patch"_s;
    if (call.method == "DELETE")
        return route.name.empty() ? u"deletecollection"_s : u"delete"_s;
    return {};
}

StatusReply forbidden(const Identity &identity, const QString &verb, const Route &route)
{
    // What comes after proxy/ is the Pod's own.
    const QString subresource = text(route.subresource).section(u'/', 0, 0);
    const QString resource = text(route.resource) + (subresource.isEmpty() ? QString() : u'/' + subresource);
    QString words = text(route.resource) + (route.group.empty() ? QString() : u'.' + text(route.group));
    if (!route.name.empty())
        words += u" \"%1\""_s.arg(text(route.name));
    words += u" is forbidden: User \"%1\" cannot %2 resource \"%3\" in API group \"%4\""_s.arg(identity.name, verb, resource, text(route.group));
    // A request about a namespace is one within it.
    const std::string &space = route.group.empty() && route.resource == "namespaces" ? route.name : route.namespaceName;
    words += space.empty() ? u" at the cluster scope"_s : u" in the namespace \"%1\""_s.arg(text(space));
    QJsonObject details{{"kind"_L1, text(route.resource)}};
    if (!route.name.empty())
        details["name"_L1] = text(route.name);
    if (!route.group.empty())
        details["group"_L1] = text(route.group);
    return {403, u"Forbidden"_s, words, details};
}

} // namespace

ApiServer::ApiServer(ApiStore &store, ResourceTypes &types, const Identities &identities, Options options)
    : m_store(store), m_types(types), m_identities(identities), m_options(options), m_lists(store), m_remover(store, types), m_writer(store, m_remover),
      m_definitions(store, types), m_fairShare(store)
{
    m_definitions.settle();
}

void ApiServer::handle(const Call &call, const ReplyPtr &reply)
{
    const auto identity = m_identities.authenticate(call);
    const bool open = call.path == "/healthz"_L1 || call.path == "/readyz"_L1 || call.path == "/livez"_L1 || call.path == "/version"_L1;
    // A token that is nobody's is refused everywhere; none at all may ask whether the server is well.
    if (!identity && (!open || !call.header("authorization").isEmpty()))
        return StatusReply{401, u"Unauthorized"_s, u"Unauthorized"_s, {}}.sendTo(reply);
    handleAs(identity.value_or(Identity{u"system:anonymous"_s, {u"system:unauthenticated"_s}, Identity::Rights::Nobody}), call, reply);
}

void ApiServer::handleAs(const Identity &identity, const Call &call, const ReplyPtr &reply)
{
    const Route route = Route::of(call.path);
    const QString verb = route.place == Route::Place::Objects ? verbOf(call, route) : QString::fromLatin1(call.method).toLower();
    if (m_options.newApi) {
        const FairShare::Place place = FairShare::placeOf(identity, route, call);
        reply->headers = m_fairShare.headers(place);
        m_fairShare.serve(place, identity, verb, call);
    }
    const auto begun = std::chrono::steady_clock::now();
    switch (route.place) {
    case Route::Place::Other: other(identity, call, reply); break;
    case Route::Place::Objects: objects(identity, route, call, reply); break;
    default: discovery(route, call, reply); break;
    }
    m_definitions.settle();
    if (!call.flag(u"watch"_s)) // which lasts as long as its client likes
        m_meter.served(Meter::verbOf(call.method, route.place == Route::Place::Objects && route.name.empty()), std::chrono::steady_clock::now() - begun);
}

void ApiServer::discovery(const Route &route, const Call &call, const ReplyPtr &reply)
{
    if (call.method != "GET")
        return methodNotAllowed().sendTo(reply);
    const QByteArray accept = call.header("accept");
    const bool wantsAggregated = m_options.newApi && accept.contains("APIGroupDiscoveryList") && accept.contains("v=v2;");
    QJsonObject answer;
    switch (route.place) {
    case Route::Place::Versions:
    case Route::Place::Groups: {
        const bool core = route.place == Route::Place::Versions;
        if (wantsAggregated) {
            const QByteArray json = QJsonDocument(aggregated(m_types, core)).toJson(QJsonDocument::Compact);
            const QByteArray tag = '"' + QCryptographicHash::hash(json, QCryptographicHash::Sha512).toHex().toUpper() + '"';
            const bool isKnown = call.header("if-none-match") == tag;
            reply->begin(isKnown ? 304 : 200, isKnown ? QByteArray() : QByteArray("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"),
                         {{"ETag", tag}, {"Vary", "Accept"}, {"Cache-Control", "public"}});
            if (!isKnown)
                reply->write(json);
            return reply->finish();
        }
        answer = core ? legacyVersions() : legacyGroups(m_types);
        break;
    }
    case Route::Place::Group:
        answer = legacyGroup(m_types, route.group);
        if (!answer.isEmpty()) {
            answer["kind"_L1] = "APIGroup"_L1;
            answer["apiVersion"_L1] = "v1"_L1;
        }
        break;
    default: answer = legacyResources(m_types, {route.group, route.version}); break;
    }
    if (answer.isEmpty())
        return reply->send(404, "text/plain; charset=utf-8", "404 page not found\n");
    sendJson(reply, 200, answer);
}

QByteArray ApiServer::metrics()
{
    QByteArray text = m_meter.text() + (m_moreMetrics ? m_moreMetrics() : QByteArray()) + (m_options.newApi ? m_fairShare.metrics() : QByteArray()) + "# TYPE apiserver_longrunning_requests gauge\n";
    std::map<QString, int> watches;
    for (const QObject *watch : m_watches.children())
        ++watches[watch->objectName()];
    for (const auto &[resource, count] : watches)
        text += metricLine("apiserver_longrunning_requests", "verb=\"WATCH\",resource=\"" + resource.toUtf8() + '"', count);
    text += "# TYPE apiserver_storage_objects gauge\n";
    double bytes = 0;
    for (const kube::GroupResource &resource : m_store.resources()) {
        text += metricLine("apiserver_storage_objects", "resource=\"" + metricName(resource) + '"', static_cast<double>(m_store.size(resource)));
        for (const StoredPtr &object : m_store.list(resource, {}))
            bytes += static_cast<double>(object->json.size());
    }
    return text + "# TYPE apiserver_storage_size_bytes gauge\n" + metricLine("apiserver_storage_size_bytes", "storage_cluster_id=\"demo\"", bytes);
}

void ApiServer::other(const Identity &identity, const Call &call, const ReplyPtr &reply)
{
    const bool isForTheFew = call.path == "/metrics"_L1 || call.path.startsWith("/debug/"_L1);
    if (isForTheFew && identity.rights != Identity::Rights::Admin)
        return StatusReply{403, u"Forbidden"_s, u"forbidden: User \"%1\" cannot get path \"%2\""_s.arg(identity.name, call.path), {}}.sendTo(reply);
    if (call.path == "/metrics"_L1)
        return reply->send(200, "text/plain; version=0.0.4; charset=utf-8", metrics());
    if (m_options.newApi && call.path.startsWith("/debug/"_L1)) {
        if (const auto dump = m_fairShare.dump(call.path, call.flag(u"includeRequestDetails"_s)))
            return reply->send(200, "text/plain; charset=utf-8", *dump);
    }
    if (call.path == "/version"_L1) {
        return sendJson(reply, 200,
                        {{"major"_L1, "1"_L1}, {"minor"_L1, m_options.newApi ? "36"_L1 : "20"_L1},
                         {"gitVersion"_L1, m_options.newApi ? "v1.36.0-orrery-demo"_L1 : "v1.20.0-orrery-demo"_L1},
                         {"gitCommit"_L1, "demo"_L1}, {"gitTreeState"_L1, "clean"_L1}, {"buildDate"_L1, "2026-01-01T00:00:00Z"_L1},
                         {"goVersion"_L1, "none"_L1}, {"compiler"_L1, "g++"_L1}, {"platform"_L1, "linux/amd64"_L1}});
    }
    const bool isHealth = call.path == "/healthz"_L1 || call.path == "/readyz"_L1 || call.path == "/livez"_L1;
    // What it consists of; it answers nobody before all of it is there.
    if (isHealth && call.query.hasQueryItem(u"verbose"_s))
        return reply->send(200, "text/plain; charset=utf-8", "[+]ping ok\n[+]store ok\n[+]definitions ok\n" + call.path.mid(1).toUtf8() + " check passed\n");
    if (isHealth)
        return reply->send(200, "text/plain; charset=utf-8", "ok");
    if (call.path == "/openapi/v2"_L1)
        return answerOpenApiTwo(m_types, m_options.newApi, call, reply);
    if (m_options.newApi && call.path.startsWith("/openapi/v3"_L1) && answerOpenApi(m_types, call, reply))
        return;
    reply->send(404, "text/plain; charset=utf-8", "404 page not found\n");
}

void ApiServer::objects(const Identity &identity, const Route &route, const Call &call, const ReplyPtr &reply)
{
    // To see a Pod is not to talk to it.
    const bool isProxy = (route.subresource + '/').starts_with("proxy/");
    if (const auto refusal = unreadable(call); refusal && call.method != "PATCH" && !isProxy)
        return refusal->sendTo(reply);
    if (answerReview(identity, route, call, reply))
        return;
    const ResourceTypePtr type = m_types.find(route.group, route.version, route.resource);
    if (!type) {
        if (m_types.of({route.group, route.version}).empty())
            return reply->send(404, "text/plain; charset=utf-8", "404 page not found\n");
        return unknownPath().sendTo(reply);
    }
    const QString verb = verbOf(call, route);
    const std::string resource = route.subresource.empty() ? route.resource : route.resource + "/" + route.subresource;
    if (!identity.may(verb, route.group, route.resource) || (isProxy && identity.rights != Identity::Rights::Admin))
        return forbidden(identity, verb, route).sendTo(reply);
    for (const Extension &extension : m_extensions) {
        if (extension(route, call, reply))
            return;
    }
    if (type->namespaced && route.namespaceName.empty() && verb != "list"_L1 && verb != "watch"_L1)
        return unknownPath().sendTo(reply);
    const bool isEviction = route.subresource == "eviction" && type->group.empty() && type->plural == "pods" && verb == "create"_L1;
    if (!route.subresource.empty() && !isEviction && !(route.subresource == "status" && type->status) && !(route.subresource == "scale" && type->scale))
        return unknownPath().sendTo(reply);

    if (verb == "list"_L1 || verb == "watch"_L1) {
        auto selection = Selection::of(call, *type, route.namespaceName);
        if (!selection)
            return badRequest(selection.error().message).sendTo(reply);
        if (verb == "list"_L1)
            return m_lists.answer(type, call, *selection, reply);
        if (!m_options.newApi && !call.parameter(u"resourceVersionMatch"_s).isEmpty()) {
            return invalid(u"meta.k8s.io"_s, u"ListOptions"_s, {},
                           {{u"FieldValueForbidden"_s, u"Forbidden: resourceVersionMatch is forbidden for watch"_s, u"resourceVersionMatch"_s}})
                .sendTo(reply);
        }
        const bool initialEvents = m_options.newApi && call.flag(u"sendInitialEvents"_s);
        if (initialEvents && call.parameter(u"resourceVersionMatch"_s) != "NotOlderThan"_L1) {
            return invalid(u"meta.k8s.io"_s, u"ListOptions"_s, {},
                           {{u"FieldValueForbidden"_s, u"Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"_s, u"resourceVersionMatch"_s}})
                .sendTo(reply);
        }
        bool isNumber = true;
        const QString version = call.parameter(u"resourceVersion"_s);
        if (!version.isEmpty())
            (void)version.toULongLong(&isNumber);
        if (!isNumber)
            return badRequest(u"strconv.ParseUint: parsing \"%1\": invalid syntax"_s.arg(version)).sendTo(reply);
        return answerWatch(m_store, type, call, std::move(*selection), initialEvents, reply, m_watches);
    }
    if (verb == "deletecollection"_L1)
        return removeCollection(*type, route, call, reply);

    const FieldCheck fields = m_options.newApi && route.subresource.empty() ? checkFields(*type, call) : FieldCheck();
    if (fields.refusal)
        return fields.refusal->sendTo(reply);
    WriteResult result = tl::unexpected<StatusReply>(methodNotAllowed());
    if (verb == "get"_L1 && route.subresource == "scale") {
        result = m_writer.getScale(*type, route);
    } else if (verb == "get"_L1) {
        const StoredPtr object = m_store.get(type->storedResource(), {route.namespaceName, route.name});
        if (!object)
            return notFound(text(type->group), text(type->plural), text(route.name)).sendTo(reply);
        const Representation form = Representation::of(call, type);
        return reply->send(200, "application/json", form.eventObject(*object, true) + '\n');
    } else if (isEviction) {
        result = evict(m_remover, *type, {route.namespaceName, route.name}, call);
    } else if (verb == "create"_L1) {
        result = m_writer.create(*type, route, call);
    } else if (verb == "update"_L1) {
        result = m_writer.update(*type, route, call);
    } else if (verb == "patch"_L1) {
        result = m_writer.patch(*type, route, call);
    } else if (verb == "delete"_L1) {
        result = m_remover.remove(*type, {route.namespaceName, route.name}, call);
    }
    if (!result)
        return result.error().sendTo(reply);
    const bool isItself = result->object.value("kind"_L1).toString() == text(type->kind);
    sendJson(reply, result->code, isItself ? asServed(*type, result->object) : result->object, fields.warnings());
}

void ApiServer::removeCollection(const ResourceType &type, const Route &route, const Call &call, const ReplyPtr &reply)
{
    auto selection = Selection::of(call, type, route.namespaceName);
    if (!selection)
        return badRequest(selection.error().message).sendTo(reply);
    QJsonArray items;
    for (const StoredPtr &object : m_store.list(type.storedResource(), route.namespaceName)) {
        if (!selection->matches(*object))
            continue;
        if (m_remover.remove(type, object->key, call))
            items.append(asServed(type, parseObject(object->json)));
    }
    sendJson(reply, 200,
             {{"kind"_L1, QString(text(type.kind) + u"List"_s)}, {"apiVersion"_L1, text(type.groupVersion().apiVersion())},
              {"metadata"_L1, QJsonObject{{"resourceVersion"_L1, QString::number(m_store.revision())}}}, {"items"_L1, items}});
}

} // namespace orrery::demo
