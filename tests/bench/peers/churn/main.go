// SPDX-License-Identifier: Apache-2.0

// churn: changes the annotation bench/ts (nanoseconds since 1970) of Pods, so many times a second, through the API or
// straight into etcd, which costs the server less. At the end it prints one line:
//
//	churn via=api|etcd done=N failed=N seconds=S per_s=N cpu_s=S
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"log"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"go.etcd.io/etcd/clientv3"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/serializer/protobuf"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/client-go/tools/clientcmd"
)

// changer changes one Pod; nobody else changes that one meanwhile.
type changer func(pod *v1.Pod, stamp string) error

func byAPI(client kubernetes.Interface) changer {
	return func(pod *v1.Pod, stamp string) error {
		patch := `{"metadata":{"annotations":{"bench/ts":"` + stamp + `"}}}`
		_, err := client.CoreV1().Pods(pod.Namespace).Patch(context.TODO(), pod.Name, types.MergePatchType, []byte(patch), metav1.PatchOptions{})
		return err
	}
}

func byEtcd(endpoint string) changer {
	client, err := clientv3.New(clientv3.Config{Endpoints: []string{endpoint}, DialTimeout: 5 * time.Second})
	if err != nil {
		log.Fatal(err)
	}
	serializer := protobuf.NewSerializer(scheme.Scheme, scheme.Scheme)
	return func(pod *v1.Pod, stamp string) error {
		changed := pod.DeepCopy()
		changed.ResourceVersion = "" // etcd's own
		changed.GetObjectKind().SetGroupVersionKind(v1.SchemeGroupVersion.WithKind("Pod"))
		if changed.Annotations == nil {
			changed.Annotations = map[string]string{}
		}
		changed.Annotations["bench/ts"] = stamp
		var encoded bytes.Buffer
		if err := serializer.Encode(changed, &encoded); err != nil {
			return err
		}
		_, err := client.Put(context.TODO(), "/registry/pods/"+pod.Namespace+"/"+pod.Name, encoded.String())
		return err
	}
}

func cpuSeconds() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		log.Fatal(err)
	}
	seconds := func(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }
	return seconds(usage.Utime) + seconds(usage.Stime)
}

func main() {
	kubeconfig := flag.String("kubeconfig", "", "path of a kubeconfig")
	etcd := flag.String("etcd", "", "etcd's URL: change there, past the API server")
	namespace := flag.String("namespace", "", "of one namespace only")
	rate := flag.Float64("rate", 500, "changes a second")
	duration := flag.Duration("duration", 30*time.Second, "for how long")
	workers := flag.Int("workers", 16, "changes at a time")
	limit := flag.Int64("pods", 2000, "change no more Pods than these")
	flag.Parse()

	config, err := clientcmd.BuildConfigFromFlags("", *kubeconfig)
	if err != nil {
		log.Fatal(err)
	}
	config.ContentType = "application/vnd.kubernetes.protobuf"
	config.QPS = -1
	client := kubernetes.NewForConfigOrDie(config)
	list, err := client.CoreV1().Pods(*namespace).List(context.TODO(), metav1.ListOptions{Limit: *limit})
	if err != nil {
		log.Fatal(err)
	}
	pods := list.Items
	if len(pods) == 0 {
		log.Fatal("there are no Pods")
	}
	via, change := "api", byAPI(client)
	if *etcd != "" {
		via, change = "etcd", byEtcd(*etcd)
	}

	var taken, done, failed int64
	locks := make([]sync.Mutex, len(pods))
	began, cpu := time.Now(), cpuSeconds()
	var running sync.WaitGroup
	for worker := 0; worker < *workers; worker++ {
		running.Add(1)
		go func() {
			defer running.Done()
			for {
				n := atomic.AddInt64(&taken, 1) - 1
				due := time.Duration(float64(n) / *rate * float64(time.Second))
				if due > *duration {
					return
				}
				time.Sleep(time.Until(began.Add(due)))
				k := n % int64(len(pods))
				locks[k].Lock()
				err := change(&pods[k], strconv.FormatInt(time.Now().UnixNano(), 10))
				locks[k].Unlock()
				if err != nil {
					atomic.AddInt64(&failed, 1)
				} else {
					atomic.AddInt64(&done, 1)
				}
			}
		}()
	}
	running.Wait()
	seconds := time.Since(began).Seconds()
	fmt.Printf("churn via=%s done=%d failed=%d seconds=%.2f per_s=%.0f cpu_s=%.2f\n", via, done, failed, seconds, float64(done)/seconds, cpuSeconds()-cpu)
}
