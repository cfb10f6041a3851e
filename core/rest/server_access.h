// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace kube {

/// How a context's server is reached and what is shown to it, as somebody must know who asks it with another program.
/// No secret is in it: a kubeconfig has them.
struct ServerAccess {
    /// Where a certificate or key is.
    struct Pem {
        /// Of its text: in the kubeconfig, or in a file that it names.
        enum class Place { None, Kubeconfig, File };
        Place place = Place::None;
        std::string file; ///< absolute; only where it is a file
    };
    /// What goes into the Authorization.
    enum class Credential { None, Token, TokenFile, Password, Plugin };

    Credential credential = Credential::None;
    std::string tokenFile;       ///< absolute; only where it is one
    Pem certificate;             ///< the client's
    Pem key;                     ///< of that certificate
    Pem authority;               ///< none: the system's
    bool isVerified = true;      ///< false: whoever answers is believed
    std::string serverName;      ///< that is verified, and SNI; empty: the URL's host
    bool hasProxy = false;       ///< the kubeconfig names one
    /// The entries of the kubeconfig, both or neither; empty: those of the context.
    std::string clusterEntry, userEntry;
};

} // namespace kube
