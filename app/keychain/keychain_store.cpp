// SPDX-License-Identifier: Apache-2.0
#include "app/keychain/keychain_store.h"

#include <qt6keychain/keychain.h>

#include <QPointer>

namespace orrery {

namespace {

using kube::Error;
using kube::ErrorKind;

Error errorOf(const QKeychain::Job &job, const QString &entry)
{
    const QString words = job.errorString();
    const auto badInput = [&](const QString &message) {
        return Error::badInput(words.isEmpty() ? message : QStringLiteral("%1 (%2)").arg(message, words), entry);
    };
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return Error{ErrorKind::NotFound, QStringLiteral("the keychain holds nothing for this entry"), entry, {}, {}};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return badInput(QStringLiteral("the keychain is locked, or refused"));
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: return badInput(QStringLiteral("there is no keychain on this desktop"));
    default: return badInput(QStringLiteral("the keychain is missing or locked"));
    }
}

} // namespace

/// One job under way.
class KeychainStore::Call
{
public:
    virtual ~Call() = default;
    QObject context; ///< ends the connection to the job
    kube::Timer timer;
};

template <typename T>
class KeychainStore::TypedCall final : public Call
{
public:
    kube::Promise<T> promise;
};

KeychainStore::KeychainStore(Options options, kube::Scheduler &scheduler)
    : m_options(std::move(options)), m_scheduler(scheduler)
{
}

KeychainStore::~KeychainStore() = default;

void KeychainStore::forget(Call *call)
{
    std::erase_if(m_calls, [call](const auto &held) { return held.get() == call; });
}

template <typename T, typename Job, typename Take>
kube::Future<T> KeychainStore::start(std::unique_ptr<Job> owned, const QString &entry, Take take)
{
    auto held = std::make_unique<TypedCall<T>>();
    TypedCall<T> *call = held.get();
    auto future = call->promise.future();
    m_calls.push_back(std::move(held));

    // The job deletes itself when the keychain has answered: its backend holds a pointer to it until then, so one that
    // we no longer wait for must live on.
    Job *job = owned.release();
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(entry);
    QObject::connect(job, &QKeychain::Job::finished, &call->context, [this, call, job, entry, take] {
        kube::Promise<T> promise = std::move(call->promise);
        kube::Result<T> answer = take(*job, entry);
        forget(call);
        promise.finish(std::move(answer));
    });
    call->timer = m_scheduler.after(m_options.timeout, [this, call, entry] {
        kube::Promise<T> promise = std::move(call->promise);
        forget(call);
        const auto seconds = std::chrono::duration_cast<std::chrono::duration<double>>(m_options.timeout).count();
        promise.finish(kube::fail(Error::badInput(
            QStringLiteral("the keychain did not answer in %1 seconds; it may be locked and waiting for its password").arg(seconds), entry)));
    });
    job->start();
    return future;
}

kube::Future<QByteArray> KeychainStore::read(const QString &entry)
{
    return start<QByteArray>(std::make_unique<QKeychain::ReadPasswordJob>(m_options.service), entry,
                             [](QKeychain::ReadPasswordJob &job, const QString &name) -> kube::Result<QByteArray> {
                                 if (job.error() != QKeychain::NoError)
                                     return kube::fail(errorOf(job, name));
                                 return job.binaryData();
                             });
}

kube::Future<bool> KeychainStore::write(const QString &entry, const QByteArray &secret)
{
    auto job = std::make_unique<QKeychain::WritePasswordJob>(m_options.service);
    job->setBinaryData(secret);
    return start<bool>(std::move(job), entry, [](QKeychain::WritePasswordJob &done, const QString &name) -> kube::Result<bool> {
        if (done.error() != QKeychain::NoError)
            return kube::fail(errorOf(done, name));
        return true;
    });
}

kube::Future<bool> KeychainStore::remove(const QString &entry)
{
    return start<bool>(std::make_unique<QKeychain::DeletePasswordJob>(m_options.service), entry,
                       [](QKeychain::DeletePasswordJob &job, const QString &name) -> kube::Result<bool> {
                           if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
                               return kube::fail(errorOf(job, name));
                           return true;
                       });
}

} // namespace orrery
