// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/kubeconfig/config.h"

namespace kube::kubeconfig {

/// Bytes from a kubeconfig's "-data" field, or else from the file it names.
struct Material {
    QString subject;  ///< `user "jane": client-key`
    QString place;
    QString file;
    QByteArray data;  ///< wins over the file
    [[nodiscard]] bool isEmpty() const { return file.isEmpty() && data.isEmpty(); }
};

[[nodiscard]] Material authorityOf(const Cluster &cluster);
[[nodiscard]] Material certificateOf(const User &user);
[[nodiscard]] Material keyOf(const User &user);

/// A file that the kubeconfig names, at most 1 MiB. Errors: BadInput in the words of subject, with the mend.
[[nodiscard]] Result<QByteArray> readNamedFile(const QString &subject, const QString &file, const QString &place);
[[nodiscard]] Result<QByteArray> read(const Material &material);

/// PEM, after checking that Qt can use it. Errors: BadInput.
[[nodiscard]] Result<QByteArray> readCertificates(const Material &material);
/// Errors: BadInput; Unauthorized with code PassphraseRequired or PassphraseWrong.
[[nodiscard]] Result<QByteArray> readKey(const Material &material, const QByteArray &passphrase);

} // namespace kube::kubeconfig
