// SPDX-License-Identifier: Apache-2.0

// queues: how much client-go's WorkQueue and DeltaFIFO do in a second, one goroutine each, to compare with ours.
// Prints one line each: NAME operations=N seconds=S per_s=N.
package main

import (
	"flag"
	"fmt"
	"log"
	"strconv"
	"time"

	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/util/workqueue"
)

// measure runs do and prints how often a second it did what it counts.
func measure(name string, operations int, do func()) {
	began := time.Now()
	do()
	seconds := time.Since(began).Seconds()
	fmt.Printf("%s operations=%d seconds=%.3f per_s=%.0f\n", name, operations, seconds, float64(operations)/seconds)
}

func main() {
	operations := flag.Int("n", 1000000, "operations")
	keys := flag.Int("keys", 1000, "different keys")
	flag.Parse()

	names := make([]string, *keys)
	objects := make([]*v1.ConfigMap, *keys)
	for i := range names {
		names[i] = "default/object-" + strconv.Itoa(i)
		objects[i] = &v1.ConfigMap{ObjectMeta: metav1.ObjectMeta{Namespace: "default", Name: "object-" + strconv.Itoa(i), ResourceVersion: strconv.Itoa(i)}}
	}

	// A key is added, handed out and done.
	measure("workqueue", *operations, func() {
		queue := workqueue.New()
		defer queue.ShutDown()
		for i := 0; i < *operations; i++ {
			queue.Add(names[i%*keys])
			key, _ := queue.Get()
			queue.Done(key)
		}
	})
	// All keys are added twice, then handed out and done.
	measure("workqueue_backlog", *operations, func() {
		queue := workqueue.New()
		defer queue.ShutDown()
		for done := 0; done < *operations; {
			for i := 0; i < 2**keys; i++ {
				queue.Add(names[i%*keys])
			}
			for ; queue.Len() > 0; done++ {
				key, _ := queue.Get()
				queue.Done(key)
			}
		}
	})
	pop := func(fifo *cache.DeltaFIFO) {
		if _, err := fifo.Pop(func(interface{}) error { return nil }); err != nil {
			log.Fatal(err)
		}
	}
	// An object is updated and handed out.
	measure("delta_fifo", *operations, func() {
		fifo := cache.NewDeltaFIFOWithOptions(cache.DeltaFIFOOptions{})
		for i := 0; i < *operations; i++ {
			if err := fifo.Update(objects[i%*keys]); err != nil {
				log.Fatal(err)
			}
			pop(fifo)
		}
	})
	// All objects are updated twice, then handed out.
	measure("delta_fifo_backlog", *operations, func() {
		fifo := cache.NewDeltaFIFOWithOptions(cache.DeltaFIFOOptions{})
		for done := 0; done < *operations; {
			for i := 0; i < 2**keys; i++ {
				if err := fifo.Update(objects[i%*keys]); err != nil {
					log.Fatal(err)
				}
			}
			for i := 0; i < *keys; i++ {
				pop(fifo)
				done++
			}
		}
	})
}
