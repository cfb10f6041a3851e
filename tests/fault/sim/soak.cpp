// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/sim/run.h"

#include <QHashSeed>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <unistd.h>
#ifdef ORRERY_SANITIZED
#include <sanitizer/common_interface_defs.h>
#endif

namespace {

using namespace kube;

constexpr std::uint64_t scenariosShown = 3;
constexpr unsigned hangSeconds = 120; ///< of real time, for one run

std::string unexpectedWarning;
char runningNow[96] = "";

void takeMessage(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtDebugMsg || type == QtInfoMsg || message.contains(QLatin1String("thrown on purpose")))
        return;
    unexpectedWarning = message.toStdString();
}

/// A crash or a hang has a seed, too.
void sayWhatRuns()
{
    (void)!write(STDERR_FILENO, runningNow, strlen(runningNow));
}

void onSignal(int number)
{
    sayWhatRuns();
    signal(number, SIG_DFL);
    (void)raise(number);
}

sim::Run::Verdict play(std::uint64_t seed, sim::Journal &journal)
{
    snprintf(runningNow, sizeof runningNow, "while running: tests/fault/soak --seed %llu --runs 1\n", static_cast<unsigned long long>(seed));
    alarm(hangSeconds);
    unexpectedWarning.clear();
    sim::Run run(seed, journal);
    auto verdict = run.play();
    if (verdict.wrong.empty() && !unexpectedWarning.empty())
        verdict.wrong = "warned: " + unexpectedWarning;
    return verdict;
}

void show(std::uint64_t seed)
{
    sim::Journal journal(true);
    (void)play(seed, journal);
    fputs(journal.text().c_str(), stdout);
}

/// The values after --name, with commas between; ends the program when one is no number.
std::vector<std::uint64_t> arguments(int count, char **values, const char *name)
{
    std::vector<std::uint64_t> numbers;
    for (int i = 1; i + 1 < count; ++i) {
        if (qstrcmp(values[i], name) != 0)
            continue;
        for (const QByteArray &one : QByteArray(values[i + 1]).split(',')) {
            bool isNumber = false;
            numbers.push_back(one.toULongLong(&isNumber));
            if (isNumber)
                continue;
            fprintf(stderr, "%s needs a number\n", name);
            exit(2);
        }
    }
    return numbers;
}

/// --seeds A,B,C, or the --runs of them that begin at --seed.
std::vector<std::uint64_t> seedsToPlay(int count, char **values)
{
    auto seeds = arguments(count, values, "--seeds");
    if (!seeds.empty())
        return seeds;
    const auto first = arguments(count, values, "--seed");
    const auto runs = arguments(count, values, "--runs");
    seeds.resize(runs.empty() ? 2000 : runs.front());
    std::iota(seeds.begin(), seeds.end(), first.empty() ? 1 : first.front());
    return seeds;
}

} // namespace

/// soak [--seed S] [--runs N] [--seeds A,B,C]: the runs of seeds S to S + N - 1, or of those.
int main(int count, char **values)
{
    QHashSeed::setDeterministicGlobalSeed();
    qInstallMessageHandler(takeMessage);
    signal(SIGALRM, onSignal);
#ifdef ORRERY_SANITIZED
    __sanitizer_set_death_callback(sayWhatRuns); // and the rest of a crash is the sanitizer's to tell
#else
    signal(SIGABRT, onSignal);
    signal(SIGSEGV, onSignal);
#endif
    const auto seeds = seedsToPlay(count, values);
    std::uint64_t diverged = 0;
    Duration slowest{};
    std::uint64_t slowestSeed = 0;
    std::uint64_t requests = 0;
    std::size_t mostRequests = 0;
    std::array<std::uint64_t, 4> waits{};
    for (const std::uint64_t seed : seeds) {
        sim::Journal silent(false);
        const auto verdict = play(seed, silent);
        requests += verdict.requests;
        ++waits[std::min<std::size_t>(static_cast<std::size_t>(verdict.waits), waits.size() - 1)];
        mostRequests = std::max(mostRequests, verdict.requests);
        if (verdict.convergence > slowest) {
            slowest = verdict.convergence;
            slowestSeed = seed;
        }
        const bool isWrong = !verdict.wrong.empty();
        if (isWrong)
            printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), verdict.wrong.c_str());
        if (seeds.size() == 1 || (isWrong && diverged < scenariosShown))
            show(seed);
        if (isWrong)
            printf("again: tests/fault/soak --seed %llu --runs 1\n", static_cast<unsigned long long>(seed));
        diverged += isWrong ? 1 : 0;
        fflush(stdout);
    }
    printf("back-offs until convergence: none in %llu, 1 in %llu, 2 in %llu, more in %llu\n", static_cast<unsigned long long>(waits[0]),
           static_cast<unsigned long long>(waits[1]), static_cast<unsigned long long>(waits[2]), static_cast<unsigned long long>(waits[3]));
    printf("%llu requests, at most %zu a run; slowest convergence %.1f s (seed %llu)\n", static_cast<unsigned long long>(requests),
           mostRequests, std::chrono::duration<double>(slowest).count(), static_cast<unsigned long long>(slowestSeed));
    printf("%zu runs, %llu diverged, seed %llu\n", seeds.size(), static_cast<unsigned long long>(diverged),
           static_cast<unsigned long long>(seeds.empty() ? 0 : seeds.front()));
    return diverged > 0 ? 1 : 0;
}
