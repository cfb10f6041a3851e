// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/session/ports/scale_port.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QSpinBox;

namespace orrery {

class ProgressLine;
class ToneLabel;

/// Scales one object: shows what is and what is wanted, says the server's words when it refuses, and keeps the number
/// typed whatever happens. The scale is read first and written only over that version.
class ScaleDialog final : public QDialog
{
    Q_OBJECT
public:
    ScaleDialog(kube::ScalePort &port, kube::ExecutorPtr gui, kube::ResourceInfo resource, kube::ObjectKey key, QWidget *parent = nullptr);

Q_SIGNALS:
    void scaled(const QString &name, qint64 from, qint64 to);

private:
    enum class Phase { Reading, Ready, Writing, Conflict, Failed };
    void read();
    void write();
    void enter(Phase phase);
    void fit(); ///< as high as its words need
    void showState();
    void showError(const kube::Error &error);

    kube::ScalePort &m_port;
    kube::ResourceInfo m_resource;
    kube::ObjectKey m_key;
    kube::ScaleState m_state;
    Phase m_phase = Phase::Reading;
    bool m_everRead = false;
    bool m_mayBeDone = false; ///< sent, and no answer came
    QLabel *m_current;
    QLabel *m_desired;
    QSpinBox *m_replicas;
    ToneLabel *m_problem;
    ProgressLine *m_progress;
    QPushButton *m_scale;
    QPushButton *m_reload;
    kube::Owner m_owner;
};

} // namespace orrery
