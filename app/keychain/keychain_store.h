// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/base/secret_store.h"

#include <memory>

namespace orrery {

/// The desktop's keychain, through QtKeychain. Nothing is ever written to a file of our own instead: when there is no
/// keychain, it is locked or it does not answer in time, the error says so and the caller keeps the secret for the run.
/// read() of what is not there is NotFound; with a keychain that nobody unlocked too.
/// Thread: the scheduler's, with a Qt event loop. Destroying it ends open answers as Canceled.
class KeychainStore final : public kube::SecretStore
{
public:
    struct Options {
        QString service = QStringLiteral("Orrery");              ///< what the keychain files our entries under
        kube::Duration timeout = std::chrono::seconds(5);        ///< of each call; a locked keychain may wait for a person
    };
    KeychainStore(Options options, kube::Scheduler &scheduler);
    ~KeychainStore() override;

    [[nodiscard]] kube::Future<QByteArray> read(const QString &entry) override;
    [[nodiscard]] kube::Future<bool> write(const QString &entry, const QByteArray &secret) override;
    /// True when it is not there any more, whether it was or not: libsecret does not tell.
    [[nodiscard]] kube::Future<bool> remove(const QString &entry) override;

private:
    class Call;
    template <typename T>
    class TypedCall;

    template <typename T, typename Job, typename Take>
    kube::Future<T> start(std::unique_ptr<Job> job, const QString &entry, Take take);
    void forget(Call *call);

    Options m_options;
    kube::Scheduler &m_scheduler;
    std::vector<std::unique_ptr<Call>> m_calls;
};

} // namespace orrery
