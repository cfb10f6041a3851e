// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/session/ports/change_port.h"
#include "ui/views/verbs/verb_dialog.h"

namespace orrery {

class DiffView;

/// Makes an object anew that was deleted: tries it at once, shows what the server would store, says what does not come back
/// with it, and creates it when that is asked for. A refusal stays with the server's words, and can be tried again.
class RecreateDialog final : public VerbDialog
{
    Q_OBJECT
public:
    struct Parts {
        kube::ChangePort *port = nullptr; ///< outlives the dialog
        kube::ExecutorPtr gui;
        QString context;                  ///< as it is called
        QString confirmation;             ///< has to be typed before; empty: nothing has
        std::function<void()> confirmed;  ///< called before anything is written; may be empty
        std::function<QString(const std::string &json)> shown; ///< a document as a person may see it
    };
    /// document: JSON of what is created.
    RecreateDialog(Parts parts, kube::ResourceInfo resource, kube::ObjectKey key, std::string document, QWidget *parent = nullptr);

Q_SIGNALS:
    void recreated();

private:
    enum class Phase { Trying, Refused, Ready, Creating };
    void create(kube::DryRun dryRun);
    void take(kube::DryRun dryRun, const kube::Result<kube::ObjectReply> &reply);
    void showState();

    Parts m_parts;
    kube::ResourceInfo m_resource;
    kube::ObjectKey m_key;
    std::string m_document;
    Phase m_phase = Phase::Trying;
    DiffView *m_difference;
    kube::Owner m_owner;
};

} // namespace orrery
