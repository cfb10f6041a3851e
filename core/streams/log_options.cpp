// SPDX-License-Identifier: Apache-2.0
#include "core/streams/log_options.h"

#include "core/object/object_meta.h"
#include "core/rest/request.h"

namespace kube {

std::optional<Error> LogOptions::check() const
{
    if (pod.name.empty() || pod.namespaceName.empty())
        return Error::badInput(QStringLiteral("a log is of a pod in a namespace"));
    if (sinceSeconds && sinceTime)
        return Error::badInput(QStringLiteral("a log begins at sinceSeconds or at sinceTime, not at both"));
    for (const auto &number : {sinceSeconds, tailLines, limitBytes}) {
        if (number && *number < 0)
            return Error::badInput(QStringLiteral("a log's limits are not negative"));
    }
    return std::nullopt;
}

Request logRequest(const LogOptions &options, const std::string &since)
{
    Request request = Request::get();
    request.resource({"", "v1", "pods"}).inNamespace(options.pod.namespaceName).name(options.pod.name).subresource("log");
    const auto flag = [&](const char *name, bool value) {
        if (value)
            request.parameter(QString::fromLatin1(name), QStringLiteral("true"));
    };
    const auto number = [&](const char *name, const std::optional<std::int64_t> &value) {
        if (value)
            request.parameter(QString::fromLatin1(name), QString::number(*value));
    };
    request.parameter(QStringLiteral("container"), QString::fromStdString(options.container));
    flag("follow", options.follow);
    flag("previous", options.previous);
    // A follow is taken up again by its timestamps, wanted or not.
    flag("timestamps", options.timestamps || options.follow);
    if (since.empty()) {
        number("sinceSeconds", options.sinceSeconds);
        if (options.sinceTime)
            request.parameter(QStringLiteral("sinceTime"), QString::fromStdString(formatTime(*options.sinceTime)));
        number("tailLines", options.tailLines);
        number("limitBytes", options.limitBytes);
    } else {
        // The rest of the log, all of it: a tail would leave a hole.
        request.parameter(QStringLiteral("sinceTime"), QString::fromStdString(since));
    }
    request.accept("*/*").lane(HttpRequest::Lane::Stream);
    return request;
}

bool endsFollowing(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Transport:
    case ErrorKind::Throttled:
    case ErrorKind::Server:
        return false;
    case ErrorKind::Invalid:
        // The kubelet's only word for it, and no other reason than BadRequest.
        return !error.message.contains(QStringLiteral("is waiting to start"));
    default:
        return true;
    }
}

} // namespace kube
