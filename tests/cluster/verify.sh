#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# verify.sh: what a cluster explorer needs of an API server, asked of the running test cluster
# (the one that ORRERY_CLUSTER_NAME or ORRERY_CLUSTER_STATE names). Exit status 0 when all of it is there.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
eval "$("$here/cluster" env)"
read -r port _ <"$ORRERY_CLUSTER_STATE/ports"
pki=$ORRERY_CLUSTER_STATE/pki
minor=$("$ORRERY_CLUSTER_BIN/kube-apiserver" --version | sed 's/^.* v1\.\([0-9]*\).*/\1/')
ns=verify-$$
group=$ns.example.com
failures=0
scratch=$(mktemp -d)
export no_proxy='*' NO_PROXY='*'

k() { "$here/cluster" kubectl "$@"; }
kn() { k -n "$ns" "$@"; }
request() { curl -sS --max-time 30 --cacert "$pki/ca.crt" "https://127.0.0.1:$port$1" "${@:2}"; }
as_admin() { request "$@" --cert "$pki/admin.crt" --key "$pki/admin.key"; }
as_token() { request "${@:2}" -H "Authorization: Bearer $1"; }
token_of() { sed -n "s/,$1,.*//p" "$pki/tokens.csv"; }
json='Content-Type: application/json'
meta='v=v1;g=meta.k8s.io,application/json'
pods=/api/v1/namespaces/$ns/pods
deployments=/apis/apps/v1/namespaces/$ns/deployments

ok() { # ok WHAT command…: it succeeds
  local what=$1 began out; shift
  began=$(date +%s%N)
  if out=$("$@" 2>&1); then
    printf 'ok   %-48s %5d ms\n' "$what" $((($(date +%s%N) - began) / 1000000))
  else
    printf 'FAIL %s\n%s\n' "$what" "$(tail -5 <<<"$out")"
    failures=$((failures + 1))
  fi
}
since() { local m=$1; shift; if ((minor >= m)); then ok "$@"; fi; } # since MINOR WHAT command…
has() { # has PATTERN command…: its output has the pattern, whatever its exit status
  local pattern=$1 out; shift
  "$@" >"$scratch/out" 2>&1
  grep -aqE -- "$pattern" "$scratch/out" || { head -c 600 "$scratch/out"; return 1; }
}
soon() { # soon command…: it succeeds within 20 s
  local i
  for ((i = 0; i < 100; i++)); do "$@" && return; sleep 0.2; done
  return 1
}
all() { local c; for c in "$@"; do eval "$c" || return 1; done; } # all 'command' …: each succeeds
apply() { kn apply -f - "$@"; }
pod_named() { kn get pods -l app=web -o name | sed -n "$1{s#pod/##;p}"; }

k create namespace "$ns" >/dev/null || exit 1
trap 'k delete namespace "$ns" --wait=false >/dev/null 2>&1; k delete crd "widgets.$group" >/dev/null 2>&1; rm -rf "$scratch"' EXIT

ok "version" has gitVersion as_admin /version
ok "deployment: 3 pods available" all 'kn create deployment web --image=nginx:1.25' \
  'kn scale deployment web --replicas=3' 'kn rollout status deployment web --timeout=30s'
ok "replicaset owned by the deployment" has '"Deployment"' as_admin "/apis/apps/v1/namespaces/$ns/replicasets"
ok "events: ScalingReplicaSet" soon has ScalingReplicaSet kn get events
ok "events: Scheduled" soon has Scheduled kn get events
ok "events: Started, by the kubelet" soon has Started kn get events
ok "scale subresource GET" has '"replicas": ?3' as_admin "$deployments/web/scale"
ok "scale subresource PATCH" has '"replicas": ?5' as_admin "$deployments/web/scale" -X PATCH \
  -H 'Content-Type: application/merge-patch+json' -d '{"spec":{"replicas":5}}'
ok "rollout restart" all 'kn rollout restart deployment web' 'kn rollout status deployment web --timeout=30s'
ok "table" has '"kind": ?"Table"' as_admin "$pods" -H "Accept: application/json;as=Table;$meta"
ok "partial metadata list" has PartialObjectMetadataList as_admin "$pods" -H "Accept: application/json;as=PartialObjectMetadataList;$meta"
ok "limit and continue" has '"continue": ?"[^"]' as_admin "$pods?limit=2"
ok "protobuf" has k8s as_admin "$pods" -H 'Accept: application/vnd.kubernetes.protobuf' --output -
# 1.20 sends bookmarks only where something of the kind has changed.
(sleep 1; kn annotate pod --all "touch=$RANDOM" >/dev/null) &
ok "watch bookmark" has BOOKMARK as_admin "$pods?watch=1&allowWatchBookmarks=true&timeoutSeconds=6"
version=$(as_admin "$pods?limit=1" | sed -nE 's/.*"resourceVersion": ?"([0-9]+)".*/\1/p' | head -1)
kn create configmap bump >/dev/null
ok "bounce the API server" "$here/cluster" bounce
ok "watch 410 Gone on an old version" has '"code": ?410' as_admin "$pods?watch=1&resourceVersion=$version&timeoutSeconds=3"
ok "watch as table" has Table as_admin "$pods?watch=1&timeoutSeconds=2" -H "Accept: application/json;as=Table;$meta"

cat >"$scratch/crd.yaml" <<YAML
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.$group}
spec:
  group: $group
  scope: Namespaced
  names: {plural: widgets, singular: widget, kind: Widget, shortNames: [wd]}
  versions:
  - name: v1
    served: true
    storage: true
    subresources: {status: {}, scale: {specReplicasPath: .spec.replicas, statusReplicasPath: .status.replicas}}
    additionalPrinterColumns: [{name: Size, type: integer, jsonPath: .spec.replicas}]
    schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {replicas: {type: integer}}}, status: {type: object, properties: {replicas: {type: integer}}}}}}
YAML
widget() { printf 'apiVersion: %s/v1\nkind: Widget\nmetadata: {name: w}\nspec: {replicas: 4}\n' "$group" | apply; }
configmap() { printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: cm}\ndata: {a: %s}\n' "$1" | apply --server-side "--field-manager=$2"; }
pod_in_state() { printf 'apiVersion: v1\nkind: Pod\nmetadata: {name: %s, annotations: {orrery.test/state: %s, orrery.test/run-seconds: "1"}}\nspec: {containers: [{name: c, image: x}]}\n' "$1" "$2" | apply; }
ok "custom resource definition established" all 'k apply -f "$scratch/crd.yaml"' 'k wait --for condition=established --timeout=20s "crd/widgets.$group"'
ok "custom resource" soon widget
ok "its printer column" soon has '^w +4' kn get "widgets.$group"
ok "server-side apply" configmap one a
ok "server-side apply: conflict" has onflict configmap two b
ok "server-side apply: forced, dry run" has '"two"' as_admin "/api/v1/namespaces/$ns/configmaps/cm?fieldManager=b&force=true&dryRun=All" \
  -X PATCH -H 'Content-Type: application/apply-patch+yaml' -d '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cm"},"data":{"a":"two"}}'
ok "optimistic lock: 409" has '"code": ?409' as_admin "/api/v1/namespaces/$ns/configmaps/cm" -X PUT -H "$json" \
  -d '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cm","resourceVersion":"1"}}'
ok "job completes" all 'kn create job j --image=busybox' 'kn wait --for=condition=complete --timeout=30s job/j'
ok "pod in a crash loop" all 'pod_in_state loop crashloop' 'soon has CrashLoopBackOff kn get pod loop'
ok "pod restarts" all 'pod_in_state again restart' 'soon has "again +1/1 +Running +[1-9]" kn get pod again'
ok "logs --tail" has '^7$' eval 'kn logs "$(pod_named 1)" --tail=7 | wc -l'
ok "logs -f" has '^6$' eval 'timeout 20 "$here/cluster" kubectl -n "$ns" logs -f "$(pod_named 1)" --tail=1 | head -6 | wc -l'

ok "viewer: get pods allowed" kn --context viewer get pods
ok "viewer: create forbidden" has '[Ff]orbidden' kn --context viewer create configmap x
ok "nobody: 403" has '"code": ?403' as_token "$(token_of nobody)" /api/v1/pods
ok "web-only: may do all in its namespace" all 'k --context web-only create configmap "$ns"' 'k --context web-only delete configmap "$ns"'
ok "web-only: 403 for namespaces" has '"code": ?403' as_token "$(token_of web-only)" /api/v1/namespaces
ok "pods-only: lists pods" has '"PodList"' as_token "$(token_of pods-only)" /api/v1/namespaces/web/pods
ok "pods-only: 403 for the rest" has '"code": ?403' as_token "$(token_of pods-only)" /api/v1/namespaces/web/configmaps
ok "bad token: 401" has '"code": ?401' as_token x /api/v1/pods
ok "SelfSubjectRulesReview" has resourceRules as_admin /apis/authorization.k8s.io/v1/selfsubjectrulesreviews -X POST -H "$json" \
  -d '{"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectRulesReview","spec":{"namespace":"default"}}'
ok "OpenAPI v2" has swagger as_admin /openapi/v2
since 24 "OpenAPI v3" has serverRelativeURL as_admin /openapi/v3
since 27 "aggregated discovery" has APIGroupDiscoveryList as_admin /apis -H 'Accept: application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json'
since 27 "watch list" has 'k8s.io/initial-events-end' as_admin "/api/v1/namespaces/$ns/configmaps?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&timeoutSeconds=3"
policy=v1; if ((minor < 22)); then policy=v1beta1; fi
evicted=$(pod_named 1)
ok "eviction" has Success as_admin "$pods/$evicted/eviction" -X POST -H "$json" \
  -d "{\"apiVersion\":\"policy/$policy\",\"kind\":\"Eviction\",\"metadata\":{\"name\":\"$evicted\",\"namespace\":\"$ns\"}}"
ok "exec over WebSocket" "$(command -v /usr/bin/python3 || command -v python3)" "$here/lib/exec_check.py" "$port" "$pki" "$ns" "$(pod_named '$')"
freeze_and_thaw() {
  "$here/cluster" freeze && ! as_admin /readyz --max-time 1 && "$here/cluster" thaw && soon has '^ok$' as_admin /readyz
}
ok "freeze and thaw" freeze_and_thaw
ok "delete a pod" kn delete pod loop --timeout=20s
ok "delete the namespace" k delete namespace "$ns" --timeout=60s
echo "failures: $failures"
exit $((failures > 0))
