// SPDX-License-Identifier: Apache-2.0
#include "core/manifest/workload_templates.h"

namespace kube {

const std::vector<TemplateText> &otherTemplates()
{
    static const std::vector<TemplateText> templates = {
        {"", "Namespace", "v1", ""},
        {"", "ServiceAccount", "v1", ""},
        {"", "ConfigMap", "v1", R"(data:
  key: value
)"},
        {"", "Secret", "v1", R"(type: Opaque
stringData: # written as text, kept as base64 in data
  key: value
)"},
        {"", "Service", "v1", R"(spec:
  selector:
    app: example
  ports:
  - name: http
    port: 80
    targetPort: 80
)"},
        {"", "PersistentVolumeClaim", "v1", R"(spec:
  accessModes:
  - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi
)"},
        {"", "ResourceQuota", "v1", R"(spec:
  hard:
    pods: "20"
    requests.cpu: "4"
    requests.memory: 8Gi
)"},
        {"", "LimitRange", "v1", R"(spec:
  limits:
  - type: Container
    defaultRequest:
      cpu: 100m
      memory: 128Mi
)"},
        {"networking.k8s.io", "Ingress", "v1", R"(spec:
  rules:
  - host: example.com
    http:
      paths:
      - path: /
        pathType: Prefix
        backend:
          service:
            name: example
            port:
              number: 80
)"},
        {"networking.k8s.io", "NetworkPolicy", "v1", R"(spec:
  podSelector:
    matchLabels:
      app: example
  policyTypes:
  - Ingress
  ingress:
  - from:
    - podSelector: {}
    ports:
    - protocol: TCP
      port: 80
)"},
        {"policy", "PodDisruptionBudget", "v1 v1beta1", R"(spec:
  minAvailable: 1
  selector:
    matchLabels:
      app: example
)"},
        {"autoscaling", "HorizontalPodAutoscaler", "v1", R"(spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: example
  minReplicas: 1
  maxReplicas: 5
  targetCPUUtilizationPercentage: 80
)"},
        {"autoscaling", "HorizontalPodAutoscaler", "v2 v2beta2", R"(spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: example
  minReplicas: 1
  maxReplicas: 5
  metrics:
  - type: Resource
    resource:
      name: cpu
      target:
        type: Utilization
        averageUtilization: 80
)"},
        {"rbac.authorization.k8s.io", "Role", "v1", R"(rules:
- apiGroups:
  - ""
  resources:
  - pods
  verbs:
  - get
  - list
  - watch
)"},
        {"rbac.authorization.k8s.io", "ClusterRole", "v1", R"(rules:
- apiGroups:
  - ""
  resources:
  - nodes
  verbs:
  - get
  - list
  - watch
)"},
        {"rbac.authorization.k8s.io", "RoleBinding", "v1", R"(roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
- kind: ServiceAccount
  name: default
  namespace: $NAMESPACE
)"},
        {"rbac.authorization.k8s.io", "ClusterRoleBinding", "v1", R"(roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
- kind: ServiceAccount
  name: default
  namespace: default
)"},
        {"storage.k8s.io", "StorageClass", "v1", R"(provisioner: example.com/provisioner
reclaimPolicy: Delete
volumeBindingMode: WaitForFirstConsumer
)"},
        {"scheduling.k8s.io", "PriorityClass", "v1", R"(value: 1000
description: What these Pods are for.
)"},
        {"apiextensions.k8s.io", "CustomResourceDefinition", "v1", R"(spec:
  group: example.com
  scope: Namespaced
  names:
    plural: examples
    singular: example
    kind: Example
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec:
            type: object
            properties:
              size:
                type: integer
                minimum: 1
)"},
    };
    return templates;
}

} // namespace kube
