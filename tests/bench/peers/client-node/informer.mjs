// SPDX-License-Identifier: Apache-2.0

// @kubernetes/client-node's informer on Pods, as ../informer/main.go is client-go's: the same lines out, and "mark" and
// "events" in. node --expose-gc informer.mjs KUBECONFIG, where node_modules has the package (2.x needs Node 22.19).
import fs from 'node:fs';
import readline from 'node:readline';
import * as k8s from '@kubernetes/client-node';

const config = new k8s.KubeConfig();
config.loadFromFile(process.argv[2]);
const api = config.makeApiClient(k8s.CoreV1Api);

const cpuSeconds = () => { const used = process.resourceUsage(); return (used.userCPUTime + used.systemCPUTime) / 1e6; };
const mebibytes = name => {
  const line = fs.readFileSync('/proc/self/status', 'utf8').split('\n').find(one => one.startsWith(`${name}:`));
  return (Number(line.split(/\s+/)[1]) / 1024).toFixed(1);
};
const now = () => performance.timeOrigin + performance.now(); // milliseconds since 1970

let counts;
const mark = () => { counts = { adds: 0, updates: 0, deletes: 0, lags: [], cpu: cpuSeconds() }; };
mark();

const began = performance.now();
const informer = k8s.makeInformer(config, '/api/v1/pods', () => api.listPodForAllNamespaces());
informer.on('add', () => { counts.adds += 1; });
informer.on('update', pod => {
  counts.updates += 1;
  const written = pod.metadata?.annotations?.['bench/ts'];
  if (written) counts.lags.push(now() - Number(written) / 1e6);
});
informer.on('delete', () => { counts.deletes += 1; });
informer.on('error', error => {
  console.error(String(error));
  setTimeout(() => informer.start(), 1000);
});
await informer.start(); // ends when the list has been stored
const wall = (performance.now() - began) / 1000;
const cpu = cpuSeconds();
const peak = mebibytes('VmHWM');
const items = informer.list().length;
globalThis.gc?.();
await new Promise(resolve => { setTimeout(resolve, 300); });
globalThis.gc?.();
console.log(`synced items=${items} wall_s=${wall.toFixed(3)} cpu_s=${cpu.toFixed(3)} peak_MiB=${peak} settled_MiB=${mebibytes('VmRSS')}`);
mark();

const printEvents = () => {
  const lags = counts.lags.sort((a, b) => a - b);
  const quantile = q => (lags.length ? lags[Math.floor(q * (lags.length - 1))].toFixed(1) : -1);
  console.log(`events adds=${counts.adds} updates=${counts.updates} deletes=${counts.deletes} cpu_s=${(cpuSeconds() - counts.cpu).toFixed(3)} `
    + `lag_p50_ms=${quantile(0.5)} lag_p99_ms=${quantile(0.99)} lag_max_ms=${quantile(1)} peak_MiB=${mebibytes('VmHWM')} settled_MiB=${mebibytes('VmRSS')}`);
};
for await (const command of readline.createInterface({ input: process.stdin })) {
  if (command === 'mark') mark();
  if (command === 'events') printEvents();
}
process.exit(0);
