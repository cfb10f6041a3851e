// SPDX-License-Identifier: Apache-2.0
#include "app/composition/write_all.h"

#include "core/base/gather.h"
#include "ui/base/format.h"
#include "ui/base/tone.h"
#include "ui/widgets/toast.h"

#include <QCoreApplication>
#include <QPointer>

namespace orrery {

namespace {

struct WriteTexts {
    Q_DECLARE_TR_FUNCTIONS(orrery::WriteTexts)
};

} // namespace

void patchAll(kube::ChangePort &changes, const kube::Owner &owner, const kube::ResourceInfo &resource, const std::vector<kube::ObjectKey> &keys,
              const QByteArray &patch, Toast &toast, std::function<QString(const QString &what)> done)
{
    kube::WriteOptions options;
    options.fieldManager = kube::ownFieldManager;
    std::vector<kube::Future<kube::ObjectReply>> answers;
    for (const kube::ObjectKey &key : keys)
        answers.push_back(changes.patch(resource.gvr, key, kube::PatchType::Merge, patch, options));
    kube::then(kube::gather(std::move(answers), owner), owner,
               [keys, kind = QString::fromStdString(resource.kind), place = QPointer(&toast), done = std::move(done)](const kube::Result<std::vector<kube::Result<kube::ObjectReply>>> &replies) {
                   if (!replies || !place)
                       return;
                   QStringList failures;
                   for (std::size_t i = 0; i < keys.size(); ++i) {
                       if (!(*replies)[i])
                           failures << WriteTexts::tr("%1: %2").arg(QString::fromStdString(keys[i].name), (*replies)[i].error().message);
                   }
                   const auto written = static_cast<qint64>(keys.size()) - failures.size();
                   QStringList lines;
                   if (written > 0)
                       lines << done(keys.size() == 1 ? kind + QLatin1Char(' ') + QString::fromStdString(keys.front().name) : WriteTexts::tr("%1 of kind %2").arg(count(written), kind));
                   constexpr qsizetype most = 3;
                   lines << failures.first(std::min(most, failures.size()));
                   if (failures.size() > most)
                       lines << WriteTexts::tr("… and %1 more were refused").arg(count(failures.size() - most));
                   place->say(failures.isEmpty() ? Tone::Ready : Tone::Failing, lines.join(QLatin1Char('\n')));
               });
}

std::function<void()> unlocking(const kube::ClusterPorts &ports, const QString &context)
{
    // The session takes calls in their order: what is sent after this is let through.
    return [protection = ports.protection, context] { static_cast<void>(protection->unlock(context)); };
}

} // namespace orrery
