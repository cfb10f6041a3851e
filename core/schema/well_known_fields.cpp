// SPDX-License-Identifier: Apache-2.0
#include "core/schema/well_known_fields.h"

#include <algorithm>
#include <array>

namespace kube {

namespace {

/// A path without what tells items apart: "spec.containers[].image".
std::string shapeOf(const SchemaPath &path)
{
    std::string shape;
    for (const auto &step : path.steps) {
        if (step.isItem) {
            shape += "[]";
        } else {
            shape += shape.empty() ? "" : ".";
            shape += step.key;
        }
    }
    return shape;
}

struct Reference {
    std::string_view end; ///< of the path's shape
    std::string_view kind;
    bool isOfCluster = false;
    std::string_view within = {}; ///< a part of the path before it, where the end alone is not enough
};

constexpr std::array references{
    Reference{"configMapKeyRef.name", "ConfigMap"},
    Reference{"configMapRef.name", "ConfigMap"},
    Reference{"configMap.name", "ConfigMap", false, "volumes[]."},
    Reference{"configMap.name", "ConfigMap", false, "sources[]."},
    Reference{"secretKeyRef.name", "Secret"},
    Reference{"secretRef.name", "Secret"},
    Reference{"secret.secretName", "Secret", false, "volumes[]."},
    Reference{"secret.name", "Secret", false, "sources[]."},
    Reference{"imagePullSecrets[].name", "Secret"},
    Reference{"nodePublishSecretRef.name", "Secret"},
    Reference{"tls[].secretName", "Secret"},
    Reference{"serviceAccountName", "ServiceAccount"},
    Reference{"serviceAccount", "ServiceAccount", false, "spec."},
    Reference{"persistentVolumeClaim.claimName", "PersistentVolumeClaim"},
    Reference{"priorityClassName", "PriorityClass", true},
    Reference{"runtimeClassName", "RuntimeClass", true},
    Reference{"storageClassName", "StorageClass", true},
    Reference{"volumeAttributesClassName", "VolumeAttributesClass", true},
    Reference{"volumeName", "PersistentVolume", true, "spec."},
    Reference{"ingressClassName", "IngressClass", true},
    Reference{"gatewayClassName", "GatewayClass", true},
    Reference{"nodeName", "Node", true, "spec."},
    Reference{"backend.service.name", "Service"},
    Reference{"defaultBackend.service.name", "Service"},
    Reference{"spec.serviceName", "Service"},
    Reference{"clientConfig.service.name", "Service"},
    Reference{"metadata.namespace", "Namespace", true},
    Reference{"subjects[].namespace", "Namespace", true},
    Reference{"clientConfig.service.namespace", "Namespace", true},
    Reference{"resourceClaimTemplateName", "ResourceClaimTemplate"},
    Reference{"resourceClaimName", "ResourceClaim"},
    Reference{"deviceClassName", "DeviceClass", true},
};

bool endsAt(std::string_view shape, std::string_view end)
{
    return shape.ends_with(end) && (shape.size() == end.size() || shape[shape.size() - end.size() - 1] == '.' || end.front() == '[');
}

struct Fixed {
    std::string_view kind; ///< with its group: "apps/Deployment"; "*": any
    std::string_view shape; ///< and what is below
    std::string_view because;
};

constexpr std::string_view identity = "it is part of what names the object";
constexpr std::string_view selection = "it decides which Pods are this object's";
constexpr std::string_view bound = "it is fixed when the object is created";
constexpr std::array fixedFields{
    Fixed{"*", "apiVersion", {}}, // another version is the same object
    Fixed{"*", "kind", identity},
    Fixed{"*", "metadata.name", identity},
    Fixed{"*", "metadata.namespace", identity},
    Fixed{"*", "metadata.uid", "the server makes it"},
    Fixed{"*", "metadata.creationTimestamp", "the server makes it"},
    Fixed{"apps/Deployment", "spec.selector", selection},
    Fixed{"apps/ReplicaSet", "spec.selector", selection},
    Fixed{"apps/DaemonSet", "spec.selector", selection},
    Fixed{"apps/StatefulSet", "spec.selector", selection},
    Fixed{"apps/StatefulSet", "spec.serviceName", bound},
    Fixed{"apps/StatefulSet", "spec.podManagementPolicy", bound},
    Fixed{"apps/StatefulSet", "spec.volumeClaimTemplates", bound},
    Fixed{"batch/Job", "spec.selector", selection},
    Fixed{"batch/Job", "spec.template", "Pods of a Job are all alike"},
    Fixed{"batch/Job", "spec.completionMode", bound},
    Fixed{"/Secret", "type", bound},
    Fixed{"/Service", "spec.clusterIP", "the address is kept as long as the Service is"},
    Fixed{"/PersistentVolumeClaim", "spec.accessModes", bound},
    Fixed{"/PersistentVolumeClaim", "spec.storageClassName", bound},
    Fixed{"/PersistentVolumeClaim", "spec.selector", bound},
    Fixed{"/PersistentVolumeClaim", "spec.volumeMode", bound},
    Fixed{"/Pod", "spec.initContainers[].name", bound},
    Fixed{"/Pod", "spec.containers[].name", bound},
    Fixed{"/Pod", "spec.containers[].command", bound},
    Fixed{"/Pod", "spec.containers[].args", bound},
    Fixed{"/Pod", "spec.containers[].env", bound},
    Fixed{"/Pod", "spec.containers[].ports", bound},
    Fixed{"/Pod", "spec.containers[].volumeMounts", bound},
    Fixed{"/Pod", "spec.volumes", bound},
    Fixed{"/Pod", "spec.nodeName", bound},
    Fixed{"/Pod", "spec.serviceAccountName", bound},
    Fixed{"/Pod", "spec.restartPolicy", bound},
    Fixed{"storage.k8s.io/StorageClass", "provisioner", bound},
    Fixed{"storage.k8s.io/StorageClass", "parameters", bound},
    Fixed{"storage.k8s.io/StorageClass", "reclaimPolicy", bound},
    Fixed{"storage.k8s.io/StorageClass", "volumeBindingMode", bound},
    Fixed{"scheduling.k8s.io/PriorityClass", "value", bound},
    Fixed{"rbac.authorization.k8s.io/RoleBinding", "roleRef", bound},
    Fixed{"rbac.authorization.k8s.io/ClusterRoleBinding", "roleRef", bound},
    Fixed{"networking.k8s.io/IngressClass", "spec.controller", bound},
    Fixed{"node.k8s.io/RuntimeClass", "handler", bound},
    Fixed{"apiextensions.k8s.io/CustomResourceDefinition", "spec.group", identity},
    Fixed{"apiextensions.k8s.io/CustomResourceDefinition", "spec.scope", bound},
};

bool isAtOrBelow(std::string_view shape, std::string_view top)
{
    return shape.starts_with(top) && (shape.size() == top.size() || shape[top.size()] == '.' || shape[top.size()] == '[');
}

} // namespace

ObjectReferenceWanted referenceWantedAt(const GroupVersionKind &kind, const SchemaPath &path)
{
    const std::string shape = shapeOf(path);
    using Namespace = ObjectReferenceWanted::Namespace;
    if (kind.group == "rbac.authorization.k8s.io" && shape == "roleRef.name")
        return {kind.kind == "ClusterRoleBinding" ? "ClusterRole" : "Role", kind.kind == "ClusterRoleBinding" ? Namespace::OfCluster : Namespace::OfObject, {}};
    for (const Reference &one : references) {
        if (!endsAt(shape, one.end) || (!one.within.empty() && shape.find(one.within) == std::string::npos))
            continue;
        ObjectReferenceWanted wanted{std::string(one.kind), one.isOfCluster ? Namespace::OfCluster : Namespace::OfObject, {}};
        if (one.end == "clientConfig.service.name") {
            wanted.nameSpace = Namespace::Named;
            wanted.namespacePath = path;
            wanted.namespacePath.steps.back().key = "namespace";
        }
        return wanted;
    }
    return {};
}

std::string_view immutableBecause(const GroupVersionKind &kind, const SchemaPath &path)
{
    const std::string shape = shapeOf(path);
    const std::string name = kind.group + "/" + kind.kind;
    const auto found = std::find_if(fixedFields.begin(), fixedFields.end(), [&](const Fixed &fixed) {
        return (fixed.kind == "*" ? shape == fixed.shape : fixed.kind == name && isAtOrBelow(shape, fixed.shape));
    });
    return found == fixedFields.end() ? std::string_view() : found->because;
}

bool isServersOwn(const SchemaPath &path)
{
    static constexpr std::array kept{"uid",         "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds",
                                     "generation",  "managedFields",     "resourceVersion",   "selfLink"};
    if (path.steps.empty())
        return false;
    if (path.steps.front().key != "metadata" || path.steps.size() < 2)
        return path.steps.front().key == "status";
    return std::find(kept.begin(), kept.end(), path.steps[1].key) != kept.end();
}

bool isMapOfTexts(const SchemaPath &path)
{
    static constexpr std::array maps{"labels", "annotations", "matchLabels", "nodeSelector", "data", "stringData"};
    if (path.steps.size() < 2 || path.steps.back().isItem)
        return false;
    const auto &map = path.steps[path.steps.size() - 2].key;
    return std::find(maps.begin(), maps.end(), map) != maps.end();
}

} // namespace kube
