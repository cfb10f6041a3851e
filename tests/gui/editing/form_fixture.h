// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/posted_tasks.h"
#include "ui/views/editing/form_panel.h"
#include "ui/views/editing/form_row_widget.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/text_replace.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QTextDocument>
#include <QTimer>
#include <QToolButton>
#include <QtTest>

namespace orrery::test {

using kube::test::PostedTasks;

/// A form beside something else, of a text and a schema.
struct Form {
    Form(const char *text, const kube::ObjectSchemaPtr &schema) : document(CodeEdit::makeDocument(QString::fromUtf8(text)))
    {
        panel = std::make_unique<FormPanel>(*document, schema, gui, background);
        panel->setFindNames([this](const kube::ObjectReferenceWanted &wanted, const std::string &namespaceName) {
            namesAsked << QString::fromStdString(wanted.kind + " in " + namespaceName);
            return kube::Future<QStringList>::ready(names);
        });
        for (QTimer *timer : panel->findChildren<QTimer *>())
            timer->setInterval(0);
        // As in the page: beside the text, and made before it.
        auto *other = new QLineEdit;
        other->setAccessibleName(QStringLiteral("The text"));
        window.addWidget(other);
        window.insertWidget(0, panel.get());
        window.resize(900, 600);
        window.show();
        static_cast<void>(QTest::qWaitForWindowActive(&window));
        settle();
    }
    ~Form()
    {
        panel.reset();
        settle();
    }
    /// What was begun is done: answers, rows of later turns, pauses of typing.
    void settle()
    {
        for (int i = 0; i < 6; ++i) {
            QTest::qWait(1);
            background->run();
            gui->run();
        }
    }
    [[nodiscard]] FormRowWidget *row(const char *pointer) const
    {
        for (FormRowWidget *one : panel->findChildren<FormRowWidget *>()) {
            if (one->row().pointer == pointer && one->row().kind < kube::FormRow::Kind::AddField && !one->isHidden())
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] FormRowWidget *addition(const char *pointer) const
    {
        for (FormRowWidget *one : panel->findChildren<FormRowWidget *>()) {
            if (one->row().pointer == pointer && one->row().kind >= kube::FormRow::Kind::AddField && !one->isHidden())
                return one;
        }
        return nullptr;
    }
    template <typename Field>
    [[nodiscard]] Field *field(const char *pointer) const
    {
        FormRowWidget *one = row(pointer);
        const auto all = one ? one->findChildren<Field *>() : QList<Field *>();
        return all.isEmpty() ? nullptr : all.last();
    }
    [[nodiscard]] QString text() const { return textOf(*document); }
    void type(const char *pointer, const char *words)
    {
        auto *edit = field<QLineEdit>(pointer);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QString::fromUtf8(words));
        settle();
    }
    void toggle(const char *pointer)
    {
        row(pointer)->findChild<QToolButton *>()->click();
        settle();
    }
    void choose(const char *addTo, const char *name)
    {
        addition(addTo)->findChild<QToolButton *>()->click();
        auto *menu = panel->findChild<QMenu *>();
        for (QAction *action : menu->actions()) {
            if (action->text() == QLatin1String(name))
                action->trigger();
        }
        menu->close();
        settle();
    }
    [[nodiscard]] QString says(const char *pointer) const
    {
        QStringList words;
        for (const QLabel *label : row(pointer)->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                words << label->text();
        }
        return words.join(QLatin1Char('|'));
    }

    QStringList names; ///< of live objects
    QStringList namesAsked;
    QSplitter window;
    std::shared_ptr<PostedTasks> gui = std::make_shared<PostedTasks>();
    std::shared_ptr<PostedTasks> background = std::make_shared<PostedTasks>();
    std::unique_ptr<QTextDocument> document;
    std::unique_ptr<FormPanel> panel;
};

} // namespace orrery::test
