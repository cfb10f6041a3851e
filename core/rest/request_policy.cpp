// SPDX-License-Identifier: Apache-2.0
#include "core/rest/request_policy.h"

#include "core/object/json.h"
#include "core/rest/write_lock.h"

#include <QUrlQuery>

#include <array>

namespace kube {

namespace {

/// Decoded segments below the server's prefix.
QStringList segmentsOf(const RestConfig &config, const QUrl &url)
{
    QStringList segments = url.path(QUrl::FullyDecoded).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const QStringList prefix = config.host.path(QUrl::FullyDecoded).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (segments.mid(0, prefix.size()) == prefix)
        segments.remove(0, prefix.size());
    return segments;
}

/// A POST that only asks the server what we may do or who we are.
bool isReviewOfOneself(const QStringList &segments)
{
    static const std::array<std::pair<const char *, const char *>, 3> reviews = {{
        {"authorization.k8s.io", "selfsubjectaccessreviews"},
        {"authorization.k8s.io", "selfsubjectrulesreviews"},
        {"authentication.k8s.io", "selfsubjectreviews"},
    }};
    if (segments.size() != 4 || segments[0] != QLatin1String("apis"))
        return false;
    return std::any_of(reviews.begin(), reviews.end(), [&segments](const auto &review) {
        return segments[1] == QLatin1String(review.first) && segments[3] == QLatin1String(review.second);
    });
}

/// /api/v1/namespaces/N/pods/P/exec and its like run a command or open a port.
bool opensAChannel(QStringList segments)
{
    if (segments.size() < 3 || segments[0] != QLatin1String("api"))
        return false;
    segments.remove(0, 2);
    if (segments.size() > 2 && segments[0] == QLatin1String("namespaces"))
        segments.remove(0, 2);
    if (segments.size() < 3 || segments[0] != QLatin1String("pods"))
        return false;
    return segments[2] == QLatin1String("exec") || segments[2] == QLatin1String("attach")
        || segments[2] == QLatin1String("portforward");
}

bool asksForUpgrade(const QList<Header> &headers)
{
    return std::any_of(headers.begin(), headers.end(),
                       [](const Header &header) { return header.first.compare("Upgrade", Qt::CaseInsensitive) == 0; });
}

/// In the words that the server goes by: a deletion's options stand in its body where it has one, and are not looked for
/// elsewhere then.
bool asksForDryRun(const HttpRequest &request)
{
    if (request.method != "DELETE" || request.body.isEmpty())
        return QUrlQuery(request.url).allQueryItemValues(QStringLiteral("dryRun")) == QStringList(QStringLiteral("All"));
    const auto options = JsonDocument::parse({request.body.constData(), static_cast<std::size_t>(request.body.size())});
    if (!options)
        return false;
    const JsonValue dryRun = options->root()["dryRun"];
    return dryRun.at(0).string() == "All" && !dryRun.at(1).exists();
}

/// What reaches beyond the server, by a channel or a proxy, is nothing that it could try dry.
bool isDryRun(const RestConfig &config, const HttpRequest &request)
{
    const QStringList segments = segmentsOf(config, request.url);
    return asksForDryRun(request) && !segments.contains(QStringLiteral("proxy")) && !opensAChannel(segments) && !asksForUpgrade(request.headers);
}

} // namespace

bool isWrite(const RestConfig &config, const HttpRequest &request)
{
    const QStringList segments = segmentsOf(config, request.url);
    const bool reads = (request.method == "GET" || request.method == "HEAD") && !opensAChannel(segments)
        && !asksForUpgrade(request.headers);
    return !reads && !(request.method == "POST" && isReviewOfOneself(segments));
}

std::optional<Error> refusedByPolicy(const RestConfig &config, const HttpRequest &request)
{
    const bool isLocked = config.writeLock && config.writeLock->isLocked();
    if (!(config.readOnly || isLocked) || !isWrite(config, request))
        return std::nullopt;
    const auto refusal = [&request](const QString &why, QLatin1StringView code) {
        return Error{ErrorKind::Forbidden, why.arg(QString::fromLatin1(request.method)), request.url.path(), std::nullopt, code};
    };
    if (config.readOnly)
        return refusal(QStringLiteral("this session is read-only: %1 was not sent"), error_code::ReadOnly);
    if (isDryRun(config, request))
        return std::nullopt;
    return refusal(QStringLiteral("this context is protected: %1 was not sent"), error_code::Protected);
}

} // namespace kube
