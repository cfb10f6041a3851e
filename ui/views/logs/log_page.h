// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/log_port.h"
#include "core/base/executor.h"
#include "ui/widgets/page.h"

#include <QStringDecoder>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QToolButton;

namespace orrery {

class Badge;
class CodeView;
class FindBar;

/// The log of one container, followed live. Lines beyond the newest 50,000 leave; scrolling up stops following,
/// going to the end follows again.
class LogPage final : public Page
{
    Q_OBJECT
public:
    static constexpr int LinesKept = 50'000;
    LogPage(QString contextName, kube::LogPort &logs, kube::ExecutorPtr gui, kube::ObjectKey pod, QStringList containers, QString container,
            QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QString contextName() const override { return m_contextName; }
    [[nodiscard]] const kube::ObjectKey &pod() const { return m_pod; }
    void focusContent() override;
    void focusFilter() override;
    bool closeNearest() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// The switches take a line of their own where one is too short for all; then the box's label goes, which has a name.
    void arrange();
    void restart();
    void take(const kube::LogChunk &chunk);
    void append(const QByteArray &lines);
    void setState(const kube::LogChunk &chunk);

    QString m_contextName;
    kube::LogPort &m_logs;
    kube::ObjectKey m_pod;
    QGridLayout *m_bar;
    QLabel *m_containerLabel;
    QWidget *m_switches;
    QWidget *m_buttons;
    QComboBox *m_container;
    QCheckBox *m_previous;
    QCheckBox *m_timestamps;
    QToolButton *m_wrap;
    QToolButton *m_follow;
    Badge *m_badge;
    CodeView *m_view;
    FindBar *m_find;
    QLabel *m_note;
    QLabel *m_problem;
    QStringDecoder m_decoder;
    kube::Subscription m_following;
    kube::Owner m_owner;
};

/// Without the escape sequences a terminal would take for colours and cursor moves.
[[nodiscard]] QString withoutEscapes(const QString &text);

} // namespace orrery
