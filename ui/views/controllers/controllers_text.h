// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/metrics/suspects.h"
#include "ui/base/error_text.h"
#include "ui/base/tone.h"
#include "ui/views/controllers/controllers_watch.h"

namespace orrery {

/// How soon somebody should look, from 0: what stands still, then what falls behind, then what is held up.
[[nodiscard]] int gravityOf(kube::QueueFinding::Kind kind);
[[nodiscard]] Tone findingTone(kube::QueueFinding::Kind kind);
[[nodiscard]] QString findingWord(kube::QueueFinding::Kind kind); ///< "stuck"
/// "2 workers have not come back; the longest for 5m20s": what is the matter, without the queue's name.
[[nodiscard]] QString findingText(const kube::QueueFinding &finding);

/// Why a program does not tell, and the mend: who refuses, and which right or flag it takes. all: of the same cluster; when
/// the API server knows this identity no more, it is not the program that refuses.
[[nodiscard]] ErrorText describeScrape(const kube::Error &error, const ControllerProgram &program, const std::vector<ControllerProgram> &all);
/// "5.5 · 10 ms": seconds that half took at most, and 99 of 100; the unit once when it is the same.
[[nodiscard]] QString spreadText(double half, double most);
/// Of what was counted: "5.5 · >10 s", or ">10 s" when half took longer than is counted. Empty: nothing was.
[[nodiscard]] QString spreadText(const kube::MetricHistogram &histogram);

[[nodiscard]] QString scrapeWord(const kube::Error &error); ///< "no access", "no answer"
/// How many programs could not be read, by why, with what it takes; empty: none.
[[nodiscard]] QStringList unreadTexts(const std::vector<ControllerProgram> &programs);
[[nodiscard]] bool isRefusal(const kube::Error &error); ///< somebody answers and does not want to tell
[[nodiscard]] bool isUnreached(const kube::Error &error); ///< the API server answers that it does not get through to the program

/// Why an object is suspected, in one line.
[[nodiscard]] QString suspicionText(const kube::Suspicion &suspicion);

} // namespace orrery
