// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rollout/rollout_change.h"
#include "ui/views/rollouts/workload_follower.h"
#include "ui/views/rollouts/write_dialog.h"

class QFormLayout;
class QLineEdit;

namespace orrery {

/// The images of a workload's containers, a field each, init containers first. Only those that were changed are written.
class ImageDialog final : public WriteDialog
{
    Q_OBJECT
public:
    ImageDialog(WorkloadPorts ports, kube::ResourceInfo resource, kube::ObjectKey key, QWidget *parent = nullptr);

Q_SIGNALS:
    void imagesSet(const QString &name, const QStringList &images, qint64 generation);

private:
    void read();
    void write() override;
    void showFields(const std::vector<kube::ContainerImage> &images);
    void showState();
    [[nodiscard]] std::vector<kube::ContainerImage> changedImages() const;

    struct Field {
        kube::ContainerImage began;
        QLineEdit *edit;
    };
    WorkloadPorts m_ports;
    kube::ResourceInfo m_resource;
    kube::ObjectKey m_key;
    QFormLayout *m_form;
    std::vector<Field> m_fields;
    kube::Owner m_owner;
};

} // namespace orrery
