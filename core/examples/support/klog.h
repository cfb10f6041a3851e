// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"

#include <source_location>
#include <string>

/// Lines on standard error as klog writes them: "I0102 15:04:05.123456  4711 main.cpp:55] text". Thread: any.
namespace kube::examples::klog {

void info(const std::string &text, std::source_location where = std::source_location::current());
void warning(const std::string &text, std::source_location where = std::source_location::current());
void error(const Error &error, const std::string &text, std::source_location where = std::source_location::current());

/// main()'s last words: return klog::fatal(config.error()).
[[nodiscard]] int fatal(const Error &error, const std::string &text = {}, std::source_location where = std::source_location::current());
[[nodiscard]] int fatal(const std::string &text, std::source_location where = std::source_location::current());

} // namespace kube::examples::klog
