// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iostream>
#include <string>

namespace kube::examples {

/// Waits for Return, or for the end of the input.
inline void prompt()
{
    std::cout << "-> Press Return key to continue." << std::flush;
    std::string line;
    std::getline(std::cin, line);
    std::cout << std::endl;
}

} // namespace kube::examples
