# SPDX-License-Identifier: Apache-2.0
# Sourced by ../cluster: builds the control plane, and the peers that tests measure and compare with, from Debian
# bookworm's source package.
# shellcheck shell=bash disable=SC2154 # cache, built, bin and here are the caller's

have_binaries() {
  local b
  for b in kube-apiserver kube-controller-manager kube-scheduler kubectl; do [[ -x $bin/$b ]] || return 1; done
}

# Programs of ../../bench/peers, each a folder. They are kept by what they are made of: a cache from before them, or with
# older ones, is good for all else.
peer_sources=$here/../bench/peers
peers_folder() {
  echo "$cache/peers-$K8S_VERSION-$(cat "$peer_sources"/*/*.go | sha256sum | cut -c1-12)"
}
have_peers() {
  local source folder
  folder=$(peers_folder)
  for source in "$peer_sources"/*/main.go; do [[ -x $folder/$(basename "$(dirname "$source")") ]] || return 1; done
  touch "$folder" 2>/dev/null || true # in use, so build_peers lets it stay; a cache of another user stays anyway
}

# The machine's own bookworm repositories (whatever form /etc/apt has them in) with their deb-src
# twins; on another release, bookworm's from a mirror.
bookworm_sources() {
  local lines keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  lines=$(apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    grep -E ' bookworm[^ ]* ' | sort -u || true)
  if [[ -z $lines ]]; then
    [[ -r $keyring ]] || need /nonexistent=debian-archive-keyring
    lines="deb [signed-by=$keyring] ${ORRERY_CLUSTER_MIRROR:-http://deb.debian.org/debian} bookworm main"
  fi
  sed 'p; s/^deb /deb-src /' <<<"$lines"
}

# Builds what lacks.
build() {
  if have_binaries && have_peers; then return; fi
  have_binaries || [[ -z ${ORRERY_CLUSTER_BIN:-} ]] || die "no kube-apiserver in ORRERY_CLUSTER_BIN=$bin"
  need apt-get=apt dpkg=dpkg find=findutils xargs=findutils flock=util-linux
  local work=$built.work
  mkdir -p "$cache"
  exec 8>"$built.lock"; flock 8
  # shellcheck disable=SC2310
  if have_binaries && have_peers; then return; fi
  mkdir -p "$work"/apt/{lists/partial,cache/archives/partial} "$work/deb" "$work/out" "$work/peers"
  SECONDS=0
  (build_in "$work")
  rm -rf "$work"
  exec 8>&-
  say "built in $SECONDS s: $bin ($(du -sh "$bin" | cut -f1)), $(peers_folder) ($(du -sh "$(peers_folder)" | cut -f1))"
}

build_in() {
  local work=$1
  fetch_sources "$work"
  local go=go
  if [[ $(go version 2>/dev/null) != *\ go1.19* ]]; then
    go=$work/root/usr/lib/go-1.19/bin/go
    export GOROOT=$work/root/usr/lib/go-1.19
  fi
  # GOPATH mode: Go >= 1.16 refuses this go.mod under -mod=vendor.
  export GOPATH=$work/gopath GOCACHE=$work/gocache GO111MODULE=off GOFLAGS='' CGO_ENABLED=0 GOTOOLCHAIN=local
  unpack_sources "$work"
  cd "$GOPATH/src/k8s.io/kubernetes"
  local ld="-s -w" p
  for p in component-base/version client-go/pkg/version; do
    p=k8s.io/kubernetes/vendor/k8s.io/$p
    ld+=" -X $p.gitVersion=v$K8S_VERSION -X $p.gitMajor=1 -X $p.gitMinor=20 -X $p.gitTreeState=archive"
    ld+=" -X $p.buildDate=2021-01-13T13:20:00Z"
  done
  have_binaries || build_control_plane "$work" "$go" "$ld"
  have_peers || build_peers "$work" "$go" "$ld"
}

build_control_plane() {
  local work=$1 go=$2 ld=$3
  generate_openapi "$work" "$go"
  say "building kube-apiserver, kube-controller-manager, kube-scheduler, kubectl (some minutes)"
  nice "$go" build -trimpath -tags providerless -ldflags "$ld" -o "$work/out/" \
    ./cmd/kube-apiserver ./cmd/kube-controller-manager ./cmd/kube-scheduler ./cmd/kubectl
  cp "$work/root/usr/bin/etcd" "$work/out/"
  mkdir -p "$built"
  mv "$work/out" "$built/bin"
}

# Within the tree of Kubernetes, whose vendor folder has client-go.
build_peers() {
  local work=$1 go=$2 ld=$3 source
  rm -rf cmd/orrery
  for source in "$peer_sources"/*/main.go; do
    mkdir -p "cmd/orrery/$(basename "$(dirname "$source")")"
    cp "$source" "cmd/orrery/$(basename "$(dirname "$source")")/"
  done
  say "building the peers on client-go (a minute, seconds beside the control plane)"
  nice "$go" build -trimpath -tags providerless -ldflags "$ld" -o "$work/peers/" ./cmd/orrery/...
  rm -rf "$(peers_folder)"
  mv "$work/peers" "$(peers_folder)"
  find "$cache" -maxdepth 1 -name 'peers-*' -mtime +30 -exec rm -rf {} + # of sources that nobody has had for long
}

# A private apt configuration: nothing on the system is changed and no root is needed.
fetch_sources() {
  local work=$1 d debs version
  bookworm_sources >"$work/apt/sources.list"
  cat >"$work/apt/apt.conf" <<CONF
Dir::Etc::SourceList "$work/apt/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::State::Lists "$work/apt/lists";
Dir::Cache "$work/apt/cache";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
APT::Sandbox::User "";
CONF
  say "fetching the Debian packages"
  (
    export APT_CONFIG=$work/apt/apt.conf
    apt-get -qq update
    cd "$work/deb"
    version=$(apt-cache showsrc kubernetes | sed -n 's/^Version: //p' | grep -F "$DEB_VERSION" | sort -V | tail -1)
    [[ -n $version ]] || die "no source package kubernetes $DEB_VERSION in $(cat "$work/apt/sources.list")"
    apt-get -qq source --download-only "kubernetes=$version"
    # reflect2: Kubernetes 1.20 vendors 1.0.1, with which every JSON map panics under Go >= 1.18;
    # Debian has 1.0.2.
    debs=(golang-github-modern-go-reflect2-dev)
    have_binaries || debs+=(etcd-server)
    [[ $(go version 2>/dev/null) == *\ go1.19* ]] || debs+=(golang-1.19-go golang-1.19-src)
    apt-get -qq download "${debs[@]}"
    for d in "${debs[@]}"; do dpkg -x "$d"_*.deb "$work/root"; done
  )
}

unpack_sources() {
  local work=$1 src=$GOPATH/src/k8s.io/kubernetes
  [[ ! -d $src ]] || return 0
  rm -rf "$src.part"
  mkdir -p "$src.part"
  tar -xf "$work"/deb/kubernetes_*.orig.tar.gz -C "$src.part" --strip-components=1
  rm -r "$src.part/vendor/github.com/modern-go/reflect2"
  cp -r "$work/root/usr/share/gocode/src/github.com/modern-go/reflect2" "$src.part/vendor/github.com/modern-go/"
  mv "$src.part" "$src"
}

# The one generated file that the tarball lacks. The generator must not be built with -trimpath: it
# looks for the standard library in its GOROOT.
generate_openapi() {
  local work=$1 go=$2 dirs
  [[ ! -s pkg/generated/openapi/zz_generated.openapi.go ]] || return 0
  say "generating the OpenAPI definitions"
  nice "$go" build -o "$work/openapi-gen" ./vendor/k8s.io/kube-openapi/cmd/openapi-gen
  dirs=$({ find -L cmd pkg plugin -name '*.go'
           find -L vendor/k8s.io/*/ -name '*.go' -not -path '*/code-generator/*' -not -path '*/sample-*'
         } | xargs grep -l '^// *+k8s:openapi-gen=' | xargs -n1 dirname | LC_ALL=C sort -u |
         sed 's#^#k8s.io/kubernetes/#' | paste -sd,)
  GOROOT=$("$go" env GOROOT) "$work/openapi-gen" --logtostderr -i "$dirs" -o "$GOPATH/src" \
    -p k8s.io/kubernetes/pkg/generated/openapi -O zz_generated.openapi \
    -h vendor/k8s.io/code-generator/hack/boilerplate.go.txt -r "$work/violations"
}
