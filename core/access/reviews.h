// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/access/rules_review.h"
#include "core/access/user_info.h"
#include "core/base/future.h"

namespace kube {

class RestClient;

/// Questions about oneself that every server lets one ask; a read-only session may ask them too.
/// Thread: the RestClient's, which must outlive this; futures end as Canceled when this dies.
class Reviews
{
public:
    /// executor: of the client's thread.
    Reviews(RestClient &client, ExecutorPtr executor) : m_client(client), m_owner(std::move(executor)) {}

    /// SelfSubjectAccessReview: may I do this?
    [[nodiscard]] Future<AccessDecision> access(const ResourceAttributes &attributes);
    /// SelfSubjectRulesReview: what may I do in this namespace?
    [[nodiscard]] Future<RulesReview> rules(const std::string &namespaceName);
    /// Asks v1 (Kubernetes 1.28), then v1beta1 and v1alpha1. Errors: NotFound from servers before 1.26, which cannot
    /// say, or Forbidden, for those who may not ask there: use the kubeconfig's name.
    [[nodiscard]] Future<UserInfo> self();

private:
    [[nodiscard]] Future<UserInfo> self(std::size_t versionIndex);

    RestClient &m_client;
    Owner m_owner;
};

} // namespace kube
