// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/session/ports/scale_port.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPushButton;
class QTimer;

namespace orrery {

class ProgressLine;
class ReplicaBox;
class ToneLabel;
enum class Tone : unsigned char;

/// Scales one object: shows what is and what is wanted, says the server's words when it refuses, and keeps the number
/// typed whatever happens. The scale is read first and written only over that version. A write that was sent and not
/// answered may have been carried out: the scale is read by itself until the server says which it was.
class ScaleDialog final : public QDialog
{
    Q_OBJECT
public:
    static constexpr int ReadAgainMsecs = 2000;
    static constexpr int OutcomesRead = 3; ///< that have to agree before a write is taken for not carried out

    ScaleDialog(kube::ScalePort &port, kube::ExecutorPtr gui, kube::ResourceInfo resource, kube::ObjectKey key, QWidget *parent = nullptr);

    /// Who else sets the number: to be known before it is set by hand. Empty: nobody is known.
    void sayOwners(Tone tone, const QStringList &sentences);

Q_SIGNALS:
    void scaled(const QString &name, qint64 from, qint64 to);

private:
    enum class Phase { Reading, Ready, Writing, Conflict, Failed, Unknown };
    void read();
    void write();
    void readQuietly(); ///< whether the write that was not answered was carried out
    void takeOutcome(const kube::ScaleState &state);
    void enter(Phase phase);
    void fit(); ///< as high as its words need
    void showState();
    void showError(const kube::Error &error);
    void say(Tone tone, const QStringList &lines);

    kube::ScalePort &m_port;
    kube::ResourceInfo m_resource;
    kube::ObjectKey m_key;
    kube::ScaleState m_state;
    Phase m_phase = Phase::Reading;
    bool m_everRead = false;
    bool m_done = false;                ///< carried out, as a reading has told
    bool m_edited = false;              ///< another number since the write: whoever types keeps the keys
    std::optional<qint64> m_unanswered; ///< sent, and no answer came
    int m_outcomes = 0;                 ///< readings since, that say it was not carried out
    int m_asked = 0;                    ///< requests so far: of two, only the newer one's answer counts
    QLabel *m_current;
    QLabel *m_desired;
    ReplicaBox *m_replicas;
    ToneLabel *m_range;
    ToneLabel *m_owners;
    ToneLabel *m_problem;
    ProgressLine *m_progress;
    QTimer *m_again;
    QPushButton *m_cancel;
    QPushButton *m_scale;
    QPushButton *m_reload;
    kube::Owner m_owner;
};

} // namespace orrery
