# SPDX-License-Identifier: Apache-2.0
# Sourced by ../cluster: certificates, token users and kubeconfigs.
# shellcheck shell=bash disable=SC2154 # pki, state, kubeconfig and api_port are the caller's

# What each token user may do is in ../rights.yaml; token-admin is of system:masters.
readonly token_users=(token-admin viewer nobody web-only pods-only)

cert() { # cert NAME /subject [subjectAltName [CA]]
  local ca=${4:-ca}
  openssl ecparam -name prime256v1 -genkey -noout -out "$pki/$1.key" 2>/dev/null
  openssl req -new -key "$pki/$1.key" -subj "$2" -out "$pki/$1.csr" 2>/dev/null
  openssl x509 -req -in "$pki/$1.csr" -CA "$pki/$ca.crt" -CAkey "$pki/$ca.key" -set_serial "0x$(openssl rand -hex 8)" \
    -days 3650 -sha256 -out "$pki/$1.crt" -extfile <(
      echo "keyUsage=critical,digitalSignature,keyEncipherment"
      echo "extendedKeyUsage=clientAuth,serverAuth"
      [[ -z ${3:-} ]] || echo "subjectAltName=$3") 2>/dev/null
  rm -f "$pki/$1.csr"
}

make_pki() {
  [[ ! -e $pki/done ]] || return 0
  rm -rf "$pki"; mkdir -p "$pki"; chmod 700 "$pki"
  local c u
  for c in ca front-proxy-ca; do
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -sha256 \
      -subj "/CN=orrery-cluster-$c" -keyout "$pki/$c.key" -out "$pki/$c.crt" \
      -addext "keyUsage=critical,keyCertSign,cRLSign,digitalSignature" 2>/dev/null
  done
  cert apiserver /CN=kube-apiserver "IP:127.0.0.1,IP:10.0.0.1,DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc"
  cert kubelet-server /CN=fake-kubelet "IP:127.0.0.1,DNS:localhost"
  cert apiserver-kubelet-client /O=system:masters/CN=kube-apiserver-kubelet-client
  cert front-proxy-client /CN=front-proxy-client "" front-proxy-ca
  cert admin /O=system:masters/CN=cluster-admin
  cert component /O=system:masters/CN=system:orrery-component
  openssl ecparam -name prime256v1 -genkey -noout -out "$pki/sa.key" 2>/dev/null
  openssl ec -in "$pki/sa.key" -pubout -out "$pki/sa.pub" 2>/dev/null
  for u in "${token_users[@]}"; do
    echo "$(openssl rand -hex 16),$u,uid-$u$([[ $u != token-admin ]] || echo ',"system:masters"')"
  done >"$pki/tokens.csv"
  touch "$pki/done"
}

b64() { base64 -w0 "$1"; }
token_of() { sed -n "s/^\([^,]*\),$1,.*/\1/p" "$pki/tokens.csv"; }

write_kubeconfigs() {
  local u
  (
    umask 077
    {
      cat <<YAML
apiVersion: v1
kind: Config
current-context: cluster-admin
clusters:
- name: orrery-test
  cluster: {server: "https://127.0.0.1:$api_port", certificate-authority-data: $(b64 "$pki/ca.crt")}
contexts:
- {name: cluster-admin, context: {cluster: orrery-test, user: cluster-admin}}
YAML
      for u in "${token_users[@]}"; do
        echo "- {name: $u, context: {cluster: orrery-test, user: $u$([[ $u != *-only ]] || echo ', namespace: web')}}"
      done
      cat <<YAML
users:
- name: cluster-admin
  user: {client-certificate-data: $(b64 "$pki/admin.crt"), client-key-data: $(b64 "$pki/admin.key")}
YAML
      for u in "${token_users[@]}"; do echo "- {name: $u, user: {token: $(token_of "$u")}}"; done
    } >"$kubeconfig.new"
    mv "$kubeconfig.new" "$kubeconfig"
    cat >"$state/component.kubeconfig" <<YAML
apiVersion: v1
kind: Config
current-context: c
clusters: [{name: c, cluster: {server: "https://127.0.0.1:$api_port", certificate-authority: "$pki/ca.crt"}}]
contexts: [{name: c, context: {cluster: c, user: u}}]
users: [{name: u, user: {client-certificate: "$pki/component.crt", client-key: "$pki/component.key"}}]
YAML
  )
}
