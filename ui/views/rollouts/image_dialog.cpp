// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/image_dialog.h"

#include "ui/base/theme.h"
#include "ui/views/rollouts/restart_dialog.h"
#include "ui/views/rollouts/workload_change.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace orrery {

ImageDialog::ImageDialog(WorkloadPorts ports, kube::ResourceInfo resource, kube::ObjectKey key, QWidget *parent)
    : WriteDialog(tr("Images of %1 %2").arg(QString::fromStdString(resource.kind), QString::fromStdString(key.name)), aboutObject(resource, key), tr("&Set Image"), parent),
      m_ports(std::move(ports)), m_resource(std::move(resource)), m_key(std::move(key)), m_form(new QFormLayout), m_owner(m_ports.gui)
{
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    content()->addLayout(m_form);
    setMinimumWidth(560);
    setReady(false);
    fit();
    read();
}

void ImageDialog::read()
{
    setBusy(true);
    kube::then(m_ports.changes->get(m_resource.gvr, m_key), m_owner, [this](const kube::Result<kube::ObjectReply> &reply) {
        setBusy(false);
        if (!reply) {
            sayError(reply.error(), false);
            return;
        }
        if (const auto object = nodeOf(reply))
            showFields(kube::containerImages(*object));
    });
}

void ImageDialog::showFields(const std::vector<kube::ContainerImage> &images)
{
    for (const kube::ContainerImage &image : images) {
        auto *edit = new QLineEdit(QString::fromStdString(image.image), this);
        const QString name = QString::fromStdString(image.container);
        const bool isInit = image.role == kube::ContainerImage::Role::Init;
        edit->setFont(monospaceFont(font()));
        edit->setCursorPosition(0);
        edit->setAccessibleName(isInit ? tr("Image of init container %1").arg(name) : tr("Image of container %1").arg(name));
        auto *label = new QLabel(isInit ? tr("%1 (init)").arg(name) : name, this);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(edit);
        label->setMinimumHeight(edit->sizeHint().height()); // on one line with it
        m_form->addRow(label, edit);
        label->show(); // counted at once, by fit()
        edit->show();
        setTabOrder(m_fields.empty() ? static_cast<QWidget *>(cancelButton()) : m_fields.back().edit, edit);
        connect(edit, &QLineEdit::textChanged, this, &ImageDialog::showState);
        m_fields.push_back({image, edit});
    }
    if (!m_fields.empty()) {
        setTabOrder(m_fields.back().edit, cancelButton());
        m_fields.front().edit->setFocus(Qt::OtherFocusReason);
        m_fields.front().edit->end(false);
    }
    showState();
    fit();
}

std::vector<kube::ContainerImage> ImageDialog::changedImages() const
{
    std::vector<kube::ContainerImage> images;
    for (const Field &field : m_fields) {
        kube::ContainerImage image = field.began;
        image.image = field.edit->text().trimmed().toStdString();
        if (image != field.began)
            images.push_back(std::move(image));
    }
    return images;
}

void ImageDialog::showState()
{
    const auto images = changedImages();
    const bool isComplete = std::none_of(images.begin(), images.end(), [](const kube::ContainerImage &image) { return image.image.empty(); });
    writeButton()->setText(images.empty() ? tr("&Set Image") : tr("&Set %n Image(s)", nullptr, static_cast<int>(images.size())));
    setReady(!images.empty() && isComplete);
}

void ImageDialog::write()
{
    sayNothing();
    setBusy(true);
    const auto images = changedImages();
    changeWorkload(*m_ports.changes, m_owner, m_resource.gvr, m_key, [images](const kube::JsonNode &object) { return kube::imagePatch(object, images); },
                   [this, images](const WorkloadChange &change) {
                       setBusy(false);
                       if (change.error) {
                           sayError(*change.error, change.wasSent);
                           return;
                       }
                       QStringList names;
                       for (const kube::ContainerImage &image : images)
                           names << QString::fromStdString(image.image);
                       Q_EMIT imagesSet(QString::fromStdString(m_key.name), names, generationOf(change.object));
                       accept();
                   });
}

} // namespace orrery
