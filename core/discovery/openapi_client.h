// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/discovery/openapi_document.h"
#include "core/discovery/shared_calls.h"

#include <map>
#include <stop_token>

namespace kube {

class RestClient;

/// Which documents a server has: its /openapi/v3.
struct OpenApiIndex {
    OpenApiDocument::Version version = OpenApiDocument::Version::Three; ///< Two: there is one document, of everything
    std::map<GroupVersion, QString> urls; ///< below the server's address, with the hash of what is there
};
using OpenApiIndexPtr = std::shared_ptr<const OpenApiIndex>; ///< never null where it is an answer

/// The schemas of a server's kinds, group version by group version, each kept once it is here: after invalidate() the index is
/// read again, and those documents alone whose hash has changed (OpenAPI 2: whose ETag has). Asking for what is being
/// downloaded shares that.
/// Source: client-go openapi and openapi/cached; servers before 1.24 answer by /openapi/v2.
///
/// Thread: the RestClient's, which must outlive this; futures end as Canceled when this dies.
class OpenApiClient
{
public:
    OpenApiClient(RestClient &client, ExecutorPtr executor); ///< executor: of the client's thread

    /// Errors: as any call's, but for NotFound: such a server has version Two.
    [[nodiscard]] Future<OpenApiIndexPtr> index(std::stop_token stop = {});
    /// Errors: NotFound when the server publishes none for it; as any call's.
    [[nodiscard]] Future<OpenApiDocumentPtr> document(const GroupVersion &groupVersion, std::stop_token stop = {});
    /// What the server publishes may have changed: a CustomResourceDefinition or an APIService has.
    void invalidate();

private:
    struct Kept {
        QString url;     ///< OpenAPI 3: hash and all
        QByteArray etag; ///< OpenAPI 2
        OpenApiDocumentPtr document;
    };
    enum class Again { Yes, No };
    [[nodiscard]] Future<OpenApiDocumentPtr> find(const GroupVersion &groupVersion, Again again, std::stop_token stop);
    [[nodiscard]] Future<OpenApiIndexPtr> downloadIndex(std::stop_token stop);
    [[nodiscard]] Future<OpenApiDocumentPtr> versionThree(const GroupVersion &groupVersion, const QString &url, std::stop_token stop);
    [[nodiscard]] Future<OpenApiDocumentPtr> downloadThree(const GroupVersion &groupVersion, const QString &url, std::stop_token stop);
    [[nodiscard]] Future<OpenApiDocumentPtr> versionTwo(std::stop_token stop);
    [[nodiscard]] Future<OpenApiDocumentPtr> downloadTwo(std::stop_token stop);
    [[nodiscard]] QString pathOf(std::string_view serverRelativeUrl) const;

    RestClient &m_client;
    OpenApiIndexPtr m_index; ///< null: to be read
    std::map<GroupVersion, Kept> m_documents;
    Kept m_two;
    bool m_twoIsCurrent = false;
    int m_generation = 0; ///< one more with each invalidate()
    SharedCalls<int, OpenApiIndexPtr> m_indexCalls;                         ///< by generation
    SharedCalls<std::pair<QString, int>, OpenApiDocumentPtr> m_documentCalls; ///< by address and, without a hash in it, generation
    Owner m_owner;
};

} // namespace kube
