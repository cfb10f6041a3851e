// SPDX-License-Identifier: Apache-2.0
#include "core/manifest/workload_templates.h"

namespace kube {

const std::vector<TemplateText> &workloadTemplates()
{
    static const std::vector<TemplateText> templates = {
        {"", "Pod", "v1", R"(spec:
  containers:
  - name: main
    image: nginx:1.27
    resources:
      requests:
        cpu: 100m
        memory: 128Mi
)"},
        {"apps", "Deployment", "v1", R"(spec:
  replicas: 1
  selector:
    matchLabels:
      app: example
  template:
    metadata:
      labels:
        app: example
    spec:
      containers:
      - name: main
        image: nginx:1.27
        ports:
        - name: http
          containerPort: 80
        resources:
          requests:
            cpu: 100m
            memory: 128Mi
)"},
        {"apps", "StatefulSet", "v1", R"(spec:
  replicas: 1
  serviceName: example
  selector:
    matchLabels:
      app: example
  template:
    metadata:
      labels:
        app: example
    spec:
      containers:
      - name: main
        image: nginx:1.27
        volumeMounts:
        - name: data
          mountPath: /data
  volumeClaimTemplates:
  - metadata:
      name: data
    spec:
      accessModes:
      - ReadWriteOnce
      resources:
        requests:
          storage: 1Gi
)"},
        {"apps", "DaemonSet", "v1", R"(spec:
  selector:
    matchLabels:
      app: example
  template:
    metadata:
      labels:
        app: example
    spec:
      containers:
      - name: main
        image: nginx:1.27
)"},
        {"apps", "ReplicaSet", "v1", R"(spec:
  replicas: 1
  selector:
    matchLabels:
      app: example
  template:
    metadata:
      labels:
        app: example
    spec:
      containers:
      - name: main
        image: nginx:1.27
)"},
        {"batch", "Job", "v1", R"(spec:
  backoffLimit: 3
  template:
    spec:
      restartPolicy: Never
      containers:
      - name: main
        image: busybox:1.36
        command:
        - sh
        - -c
        - echo done
)"},
        {"batch", "CronJob", "v1 v1beta1", R"(spec:
  schedule: "0 3 * * *" # minute hour day month weekday
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
          - name: main
            image: busybox:1.36
            command:
            - sh
            - -c
            - echo done
)"},
    };
    return templates;
}

} // namespace kube
