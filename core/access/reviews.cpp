// SPDX-License-Identifier: Apache-2.0
#include "core/access/reviews.h"

#include "core/object/json.h"
#include "core/rest/rest_client.h"

#include <array>

namespace kube {

namespace {

constexpr auto callTimeout = std::chrono::seconds(30);
constexpr std::array<const char *, 3> selfVersions = {"v1", "v1beta1", "v1alpha1"};

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

Request review(const GroupVersionResource &resource, QByteArray body)
{
    Request request = Request::post();
    request.resource(resource).timeout(callTimeout).body(std::move(body));
    return request;
}

template <typename T>
Result<T> decoded(const Result<Response> &answer)
{
    if (!answer)
        return fail(answer.error());
    return T::decode(view(answer->body));
}

} // namespace

Future<AccessDecision> Reviews::access(const ResourceAttributes &attributes)
{
    return then(m_client.send(review({"authorization.k8s.io", "v1", "selfsubjectaccessreviews"}, accessReviewJson(attributes))),
                m_owner, [](Result<Response> answer) { return decoded<AccessDecision>(answer); });
}

Future<RulesReview> Reviews::rules(const std::string &namespaceName)
{
    std::string json = R"({"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectRulesReview","spec":{"namespace":)";
    appendJsonString(json, namespaceName);
    json += "}}";
    return then(m_client.send(review({"authorization.k8s.io", "v1", "selfsubjectrulesreviews"}, QByteArray::fromStdString(json))),
                m_owner, [](Result<Response> answer) { return decoded<RulesReview>(answer); });
}

Future<UserInfo> Reviews::self()
{
    return self(0);
}

Future<UserInfo> Reviews::self(std::size_t versionIndex)
{
    const std::string version = selfVersions.at(versionIndex);
    const std::string json = R"({"apiVersion":"authentication.k8s.io/)" + version + R"(","kind":"SelfSubjectReview"})";
    return then(m_client.send(review({"authentication.k8s.io", version, "selfsubjectreviews"}, QByteArray::fromStdString(json))),
                m_owner, [this, versionIndex](Result<Response> answer) -> Future<UserInfo> {
        const bool unknown = !answer && answer.error().is(ErrorKind::NotFound);
        if (unknown && versionIndex + 1 < selfVersions.size())
            return self(versionIndex + 1);
        return Future<UserInfo>::ready(decoded<UserInfo>(answer));
    });
}

} // namespace kube
