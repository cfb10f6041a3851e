// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/cluster_client.h"

namespace kube::test {

[[nodiscard]] inline QByteArray foo(const QByteArray &name, const QByteArray &deployment)
{
    return json("{'apiVersion':'samplecontroller.k8s.io/v1alpha1','kind':'Foo','metadata':{'name':'NAME'},'spec':{'deploymentName':'DEPLOYMENT','replicas':1}}")
        .replace("NAME", name)
        .replace("DEPLOYMENT", deployment);
}

[[nodiscard]] inline QByteArray deployment(const QByteArray &name, int copies)
{
    return json("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'NAME'},'spec':{'replicas':COPIES,'strategy':{'rollingUpdate':{'maxSurge':'50%','maxUnavailable':'50%'}},'selector':{'matchLabels':{'app':'NAME'}},"
                "'template':{'metadata':{'labels':{'app':'NAME'}},'spec':{'terminationGracePeriodSeconds':0,'containers':[{'name':'c','image':'i'}]}}}}")
        .replace("NAME", name)
        .replace("COPIES", QByteArray::number(copies));
}

/// Every Deployment that is made in a namespace with the label holds=NAMESPACE waits for an answer from url.
[[nodiscard]] inline QByteArray webhook(const QByteArray &url, const QByteArray &namespaceName)
{
    return json("{'apiVersion':'admissionregistration.k8s.io/v1','kind':'ValidatingWebhookConfiguration','metadata':{'name':'holds'},'webhooks':[{'name':'holds.orrery.test',"
                "'clientConfig':{'url':'URL'},'timeoutSeconds':30,'failurePolicy':'Fail','sideEffects':'None','admissionReviewVersions':['v1'],"
                "'namespaceSelector':{'matchLabels':{'holds':'NAMESPACE'}},"
                "'rules':[{'apiGroups':['apps'],'apiVersions':['v1'],'operations':['CREATE'],'resources':['deployments']}]}]}")
        .replace("URL", url)
        .replace("NAMESPACE", namespaceName);
}

} // namespace kube::test
