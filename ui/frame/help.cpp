// SPDX-License-Identifier: Apache-2.0
#include "ui/frame/help.h"

#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/frame/actions.h"
#include "ui/widgets/key_value_list.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace orrery {

namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QDialog *dialog(QWidget *parent, const QString &title, QWidget *content)
{
    auto *made = new QDialog(parent);
    made->setAttribute(Qt::WA_DeleteOnClose);
    made->setWindowTitle(title);
    auto *buttons = new QDialogButtonBox(made);
    buttons->addButton(Help::tr("Close"), QDialogButtonBox::RejectRole);
    QObject::connect(buttons, &QDialogButtonBox::rejected, made, &QDialog::reject);
    auto *layout = new QVBoxLayout(made);
    layout->addWidget(content, 1);
    layout->addWidget(buttons);
    return made;
}

} // namespace

void showShortcuts(QWidget *parent, const Actions &actions)
{
    QList<KeyValue> rows;
    for (const QAction *action : actions.all()) {
        if (!action->isVisible() || action->shortcut().isEmpty())
            continue;
        QString text = action->text();
        rows << KeyValue{action->shortcut().toString(QKeySequence::NativeText), text.remove(QLatin1Char('&')).remove(QChar(0x2026)), {}, {}, {}, false};
    }
    rows << KeyValue{QStringLiteral("/"), Help::tr("Filter the table"), {}, {}, {}, false}
         << KeyValue{Help::tr("Escape"), Help::tr("Close the nearest thing"), {}, {}, {}, false};
    auto *list = new KeyValueList;
    list->setKeyWidth(160);
    list->setRows(rows);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(list);
    area->setAccessibleName(Help::tr("Keyboard shortcuts"));
    QDialog *shown = dialog(parent, Help::tr("Keyboard shortcuts"), area);
    shown->resize(420, 520);
    shown->open();
}

void showAbout(QWidget *parent)
{
    auto *content = new QWidget;
    auto *mark = new QLabel;
    mark->setPixmap(applicationIcon().pixmap(QSize(72, 72), parent ? parent->devicePixelRatioF() : 1.0));
    auto *name = new QLabel(QStringLiteral("Orrery %1").arg(QCoreApplication::applicationVersion()).trimmed());
    name->setFont(titleFont(name->font()));
    auto *text = new QLabel(Help::tr("A desktop explorer for Kubernetes clusters that can open its own case: it shows the "
                                     "cluster, live, and the informers, caches and queues that drive it.\n\n"
                                     "Apache License 2.0. Kubernetes is a trademark of The Linux Foundation."));
    text->setWordWrap(true);
    text->setMinimumWidth(320);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *words = new QVBoxLayout;
    words->addWidget(name);
    words->addWidget(text);
    words->addStretch(1);
    auto *layout = new QHBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(mark, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    dialog(parent, Help::tr("About Orrery"), content)->open();
}

} // namespace orrery
