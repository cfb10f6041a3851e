// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/openapi_client.h"

#include "core/rest/rest_client.h"

namespace kube {

namespace {

const QString openApiTwo = QStringLiteral("/openapi/v2");
constexpr auto openApiTimeout = std::chrono::seconds(32); // client-go's, of all of discovery

/// Of "api/v1" and "apis/apps/v1"; "apis/apps" and "version" are no group versions.
std::optional<GroupVersion> groupVersionOf(std::string_view path)
{
    std::vector<std::string> parts;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        parts.emplace_back(path.substr(0, slash));
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    }
    if (parts.size() == 2 && parts[0] == "api")
        return GroupVersion{{}, parts[1]};
    if (parts.size() == 3 && parts[0] == "apis")
        return GroupVersion{parts[1], parts[2]};
    return std::nullopt;
}

/// The server knows a newer document than the one asked for: it redirects, or has none under that hash.
bool isOutdated(const Error &error)
{
    const int code = error.status ? error.status->code : 0;
    return (code >= 301 && code <= 308) || code == 404;
}

Error notPublished(const GroupVersion &groupVersion)
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.message = QStringLiteral("the server publishes no schemas of %1").arg(QString::fromStdString(groupVersion.apiVersion()));
    return error;
}

} // namespace

OpenApiClient::OpenApiClient(RestClient &client, ExecutorPtr executor)
    : m_client(client), m_indexCalls(executor), m_documentCalls(executor), m_owner(std::move(executor))
{
}

void OpenApiClient::invalidate()
{
    ++m_generation;
    m_index.reset();
    m_twoIsCurrent = false;
}

QString OpenApiClient::pathOf(std::string_view serverRelativeUrl) const
{
    QString path = QString::fromUtf8(serverRelativeUrl.data(), static_cast<qsizetype>(serverRelativeUrl.size()));
    // A proxy that is reached below a path of its own may have put that in front; requests have it anyway.
    const QString prefix = m_client.config().host.path();
    if (!path.startsWith(QLatin1String("/openapi/v3")) && !prefix.isEmpty() && path.startsWith(prefix + QLatin1Char('/')))
        path.remove(0, prefix.size());
    return path;
}

Future<OpenApiIndexPtr> OpenApiClient::index(std::stop_token stop)
{
    if (m_index)
        return Future<OpenApiIndexPtr>::ready(m_index);
    return m_indexCalls.join(m_generation, stop, [this](std::stop_token all) { return downloadIndex(std::move(all)); });
}

Future<OpenApiIndexPtr> OpenApiClient::downloadIndex(std::stop_token stop)
{
    Request request = Request::get();
    request.absolutePath(QStringLiteral("/openapi/v3")).timeout(openApiTimeout);
    return then(m_client.send(std::move(request), std::move(stop)), m_owner,
                [this, generation = m_generation](Result<Response> answer) -> Result<OpenApiIndexPtr> {
        auto index = std::make_shared<OpenApiIndex>();
        if (!answer && !answer.error().is(ErrorKind::NotFound))
            return fail(answer.error());
        if (!answer) {
            index->version = OpenApiDocument::Version::Two;
        } else {
            const auto document = JsonDocument::parse({answer->body.constData(), static_cast<std::size_t>(answer->body.size())});
            if (!document || !document->root()["paths"].isObject())
                return fail(Error::badInput(QStringLiteral("the answer is no index of OpenAPI documents"), QStringLiteral("/openapi/v3")));
            document->root()["paths"].forEachMember([&](std::string_view path, JsonValue entry) {
                const QString url = pathOf(entry["serverRelativeURL"].string());
                if (auto groupVersion = groupVersionOf(path); groupVersion && url.startsWith(QLatin1Char('/')))
                    index->urls.emplace(std::move(*groupVersion), url);
            });
        }
        if (generation == m_generation)
            m_index = index;
        return OpenApiIndexPtr(std::move(index));
    });
}

Future<OpenApiDocumentPtr> OpenApiClient::document(const GroupVersion &groupVersion, std::stop_token stop)
{
    // An index that was read just now cannot be outdated.
    return find(groupVersion, m_index ? Again::Yes : Again::No, std::move(stop));
}

Future<OpenApiDocumentPtr> OpenApiClient::find(const GroupVersion &groupVersion, Again again, std::stop_token stop)
{
    auto found = then(index(stop), m_owner, [this, groupVersion, stop](Result<OpenApiIndexPtr> index) -> Future<OpenApiDocumentPtr> {
        if (!index)
            return Future<OpenApiDocumentPtr>::ready(fail(index.error()));
        if ((*index)->version == OpenApiDocument::Version::Two)
            return versionTwo(stop);
        const auto url = (*index)->urls.find(groupVersion);
        if (url == (*index)->urls.end())
            return Future<OpenApiDocumentPtr>::ready(fail(notPublished(groupVersion)));
        return versionThree(groupVersion, url->second, stop);
    });
    if (again == Again::No)
        return found;
    return then(std::move(found), m_owner, [this, groupVersion, stop, generation = m_generation](Result<OpenApiDocumentPtr> document) -> Future<OpenApiDocumentPtr> {
        if (document || (!isOutdated(document.error()) && !document.error().is(ErrorKind::NotFound)))
            return Future<OpenApiDocumentPtr>::ready(std::move(document));
        if (generation == m_generation)
            invalidate();
        return find(groupVersion, Again::No, stop);
    });
}

Future<OpenApiDocumentPtr> OpenApiClient::versionThree(const GroupVersion &groupVersion, const QString &url, std::stop_token stop)
{
    if (const auto kept = m_documents.find(groupVersion); kept != m_documents.end() && kept->second.url == url)
        return Future<OpenApiDocumentPtr>::ready(kept->second.document);
    return m_documentCalls.join({url, 0}, stop, [&](std::stop_token all) { return downloadThree(groupVersion, url, std::move(all)); });
}

Future<OpenApiDocumentPtr> OpenApiClient::downloadThree(const GroupVersion &groupVersion, const QString &url, std::stop_token stop)
{
    Request request = Request::get();
    request.absolutePath(url).timeout(openApiTimeout);
    return then(m_client.send(std::move(request), std::move(stop)), m_owner,
                [this, groupVersion, url](Result<Response> answer) -> Result<OpenApiDocumentPtr> {
        if (!answer)
            return fail(answer.error());
        auto document = std::make_shared<const OpenApiDocument>(OpenApiDocument{OpenApiDocument::Version::Three, std::move(answer->body)});
        m_documents[groupVersion] = {url, {}, document};
        return OpenApiDocumentPtr(std::move(document));
    });
}

Future<OpenApiDocumentPtr> OpenApiClient::versionTwo(std::stop_token stop)
{
    if (m_twoIsCurrent)
        return Future<OpenApiDocumentPtr>::ready(m_two.document);
    return m_documentCalls.join({openApiTwo, m_generation}, stop, [this](std::stop_token all) { return downloadTwo(std::move(all)); });
}

Future<OpenApiDocumentPtr> OpenApiClient::downloadTwo(std::stop_token stop)
{
    Request request = Request::get();
    request.absolutePath(openApiTwo).timeout(openApiTimeout);
    if (!m_two.etag.isEmpty())
        request.header("If-None-Match", m_two.etag);
    return then(m_client.send(std::move(request), std::move(stop)), m_owner,
                [this, generation = m_generation](Result<Response> answer) -> Result<OpenApiDocumentPtr> {
        if (!answer)
            return fail(answer.error());
        if (answer->status != 304 || !m_two.document) {
            const QByteArray etag = HttpHead{answer->status, answer->headers}.header("ETag");
            m_two = {{}, etag, std::make_shared<const OpenApiDocument>(OpenApiDocument{OpenApiDocument::Version::Two, std::move(answer->body)})};
        }
        m_twoIsCurrent = generation == m_generation;
        return m_two.document;
    });
}

} // namespace kube
