// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "ui/views/manifests/manifest_text.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace orrery {

class DiffView;
class ToneLabel;

/// One document of a set: how it stands, the server's words, and how what is stored would change by it.
class ManifestDetail final : public QWidget
{
    Q_OBJECT
public:
    /// background: where texts are made.
    ManifestDetail(kube::ExecutorPtr gui, kube::ExecutorPtr background, QWidget *parent = nullptr);
    /// state null: none is chosen.
    void show(const kube::ManifestStatePtr &state, std::size_t item, const ManifestItemText &text);
    void clear();
    bool closeNearest();

Q_SIGNALS:
    void forceRequested();

private:
    void showTexts(const kube::ManifestItem &item);

    ToneLabel *m_headline;
    QLabel *m_lines;
    QPushButton *m_force;
    DiffView *m_difference;
    QWidget *m_filler;       ///< in the place of the difference
    std::string m_stored;    ///< what is shown: made anew only when it is another
    std::string m_result;
    bool m_isApplied = false;
    quint64 m_generation = 0;
    kube::ExecutorPtr m_background;
    kube::Owner m_owner;
};

} // namespace orrery
