// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <stop_token>

namespace kube::examples {

/// SIGINT and SIGTERM as a stop_token: the first requests stop, the second ends the program with 1, as in the sample
/// controller's package signals. One a program, on its main thread, before its other threads. Thread: the main thread,
/// whose event loop must turn; the token from any.
class SignalHandler
{
public:
    SignalHandler();
    ~SignalHandler();
    SignalHandler(const SignalHandler &) = delete;
    SignalHandler &operator=(const SignalHandler &) = delete;

    [[nodiscard]] std::stop_token token() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace kube::examples
