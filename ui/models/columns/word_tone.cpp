// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/word_tone.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace orrery {

namespace {

std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

template <std::size_t N>
bool isOneOf(const std::string &word, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 17> readyWords = {"ready", "true", "running", "healthy", "synced", "active", "bound", "available", "ok",
                                                         "up", "online", "established", "reconciled", "deployed", "issued", "approved", "attached"};
constexpr std::array<std::string_view, 17> pendingWords = {"pending", "progressing", "creating", "updating", "provisioning", "waiting", "starting",
                                                           "degraded", "unhealthy", "outofsync", "notready", "reconciling", "initializing",
                                                           "scaling", "released", "suspended", "paused"};
constexpr std::array<std::string_view, 8> failingWords = {"failed", "error", "false", "lost", "invalid", "denied", "unavailable", "missing"};
constexpr std::array<std::string_view, 6> completedWords = {"completed", "complete", "succeeded", "done", "finished", "unknown"};
constexpr std::array<std::string_view, 9> statusTitles = {"status", "ready", "phase", "state", "health", "health status", "sync status", "synced", "available"};

} // namespace

Tone toneOfWord(std::string_view text)
{
    const std::string word = lower(text);
    if (isOneOf(word, readyWords))
        return Tone::Ready;
    if (isOneOf(word, pendingWords))
        return Tone::Pending;
    if (isOneOf(word, failingWords))
        return Tone::Failing;
    if (isOneOf(word, completedWords))
        return Tone::Completed;
    return word == "terminating" || word == "deleting" ? Tone::Terminating : Tone::Neutral;
}

bool holdsStatusWords(std::string_view title)
{
    return isOneOf(lower(title), statusTitles);
}

} // namespace orrery
