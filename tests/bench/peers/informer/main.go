// SPDX-License-Identifier: Apache-2.0

// informer: client-go's shared informer of one resource, to measure and to compare with.
//
// When it has synced it prints
//
//	synced items=N wall_s=S cpu_s=S peak_MiB=M settled_MiB=M
//
// and then does what each line of its standard input says, until that ends:
//
//	mark     counts from here
//	events   prints what has come since the mark (lag: from the annotation bench/ts, nanoseconds since 1970, to the handler)
//	set      prints its store, one "NAMESPACE/NAME UID RESOURCEVERSION" a line and in order, then "end"
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"os"
	"runtime"
	"runtime/debug"
	"sort"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/dynamic/dynamicinformer"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/metadata"
	"k8s.io/client-go/metadata/metadatainformer"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
)

// counters are what has come since the last mark.
type counters struct {
	mutex                  sync.Mutex
	adds, updates, deletes int
	lags                   []float64 // milliseconds
	cpuAtMark              float64
}

func (c *counters) mark() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.adds, c.updates, c.deletes, c.lags, c.cpuAtMark = 0, 0, 0, nil, cpuSeconds()
}

func (c *counters) noteLag(object interface{}) {
	accessor, err := meta.Accessor(object)
	if err != nil {
		return
	}
	if written, err := strconv.ParseInt(accessor.GetAnnotations()["bench/ts"], 10, 64); err == nil {
		c.lags = append(c.lags, float64(time.Now().UnixNano()-written)/1e6)
	}
}

func (c *counters) handlers() cache.ResourceEventHandlerFuncs {
	locked := func(do func()) {
		c.mutex.Lock()
		defer c.mutex.Unlock()
		do()
	}
	return cache.ResourceEventHandlerFuncs{
		AddFunc:    func(interface{}) { locked(func() { c.adds++ }) },
		UpdateFunc: func(_, now interface{}) { locked(func() { c.updates++; c.noteLag(now) }) },
		DeleteFunc: func(interface{}) { locked(func() { c.deletes++ }) },
	}
}

func (c *counters) print() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	sort.Float64s(c.lags)
	quantile := func(q float64) float64 {
		if len(c.lags) == 0 {
			return -1
		}
		return c.lags[int(q*float64(len(c.lags)-1))]
	}
	fmt.Printf("events adds=%d updates=%d deletes=%d cpu_s=%.3f lag_p50_ms=%.1f lag_p99_ms=%.1f lag_max_ms=%.1f peak_MiB=%.1f settled_MiB=%.1f\n",
		c.adds, c.updates, c.deletes, cpuSeconds()-c.cpuAtMark, quantile(0.5), quantile(0.99), quantile(1), mebibytes("VmHWM"), mebibytes("VmRSS"))
}

func cpuSeconds() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		log.Fatal(err)
	}
	seconds := func(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }
	return seconds(usage.Utime) + seconds(usage.Stime)
}

// mebibytes is a line of /proc/self/status.
func mebibytes(name string) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		log.Fatal(err)
	}
	for _, line := range strings.Split(string(status), "\n") {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == name+":" {
			kibibytes, _ := strconv.ParseFloat(fields[1], 64)
			return kibibytes / 1024
		}
	}
	return -1
}

func newInformer(config *rest.Config, mode string, resource schema.GroupVersionResource, namespace, selector string) cache.SharedIndexInformer {
	tweak := func(options *metav1.ListOptions) { options.LabelSelector = selector }
	switch mode {
	case "dynamic":
		client := dynamic.NewForConfigOrDie(config)
		return dynamicinformer.NewFilteredDynamicSharedInformerFactory(client, 0, namespace, tweak).ForResource(resource).Informer()
	case "metadata":
		client := metadata.NewForConfigOrDie(config)
		return metadatainformer.NewFilteredSharedInformerFactory(client, 0, namespace, tweak).ForResource(resource).Informer()
	case "typed":
		factory := informers.NewSharedInformerFactoryWithOptions(kubernetes.NewForConfigOrDie(config), 0,
			informers.WithNamespace(namespace), informers.WithTweakListOptions(tweak))
		informer, err := factory.ForResource(resource)
		if err != nil {
			log.Fatal(err)
		}
		return informer.Informer()
	}
	log.Fatalf("-mode %s: it is typed, dynamic or metadata", mode)
	return nil
}

func printSet(store cache.Store) {
	var lines []string
	for _, object := range store.List() {
		accessor, err := meta.Accessor(object)
		if err != nil {
			log.Fatal(err)
		}
		lines = append(lines, accessor.GetNamespace()+"/"+accessor.GetName()+" "+string(accessor.GetUID())+" "+accessor.GetResourceVersion())
	}
	sort.Strings(lines)
	out := bufio.NewWriter(os.Stdout)
	for _, line := range lines {
		fmt.Fprintln(out, line)
	}
	fmt.Fprintln(out, "end")
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

func main() {
	kubeconfig := flag.String("kubeconfig", "", "path of a kubeconfig")
	mode := flag.String("mode", "typed", "typed, dynamic or metadata")
	content := flag.String("content", "json", "json or protobuf; newer client-go speaks protobuf unless told")
	resource := flag.String("resource", "pods.v1.", "RESOURCE.VERSION.GROUP")
	namespace := flag.String("namespace", "", "of one namespace only")
	selector := flag.String("selector", "", "label selector")
	compression := flag.Bool("gzip", true, "ask the server to compress")
	flag.Parse()
	began := time.Now()
	config, err := clientcmd.BuildConfigFromFlags("", *kubeconfig)
	if err != nil {
		log.Fatal(err)
	}
	config.QPS = -1
	config.DisableCompression = !*compression
	config.ContentType, config.AcceptContentTypes = "application/json", "application/json"
	if *content == "protobuf" {
		config.ContentType = "application/vnd.kubernetes.protobuf"
		config.AcceptContentTypes = "application/vnd.kubernetes.protobuf,application/json"
	}
	gvr, _ := schema.ParseResourceArg(*resource)
	if gvr == nil {
		log.Fatalf("-resource %s: it is RESOURCE.VERSION.GROUP, as pods.v1. is", *resource)
	}
	informer := newInformer(config, *mode, *gvr, *namespace, *selector)
	var counts counters
	informer.AddEventHandler(counts.handlers())
	stop := make(chan struct{})
	defer close(stop)
	go informer.Run(stop)
	for !informer.HasSynced() {
		time.Sleep(2 * time.Millisecond)
	}
	wall, cpu, peak := time.Since(began).Seconds(), cpuSeconds(), mebibytes("VmHWM")
	items := len(informer.GetStore().ListKeys())
	runtime.GC()
	debug.FreeOSMemory()
	fmt.Printf("synced items=%d wall_s=%.3f cpu_s=%.3f peak_MiB=%.1f settled_MiB=%.1f\n", items, wall, cpu, peak, mebibytes("VmRSS"))
	counts.mark()
	for commands := bufio.NewScanner(os.Stdin); commands.Scan(); {
		switch commands.Text() {
		case "mark":
			counts.mark()
		case "events":
			counts.print()
		case "set":
			printSet(informer.GetStore())
		}
	}
}
