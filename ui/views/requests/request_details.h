// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;

namespace orrery {

class ElidedLabel;
class KeyValueList;
class PhaseBar;
class RequestLogModel;
class ToneLabel;

/// All that is known of one request, and its copies as commands.
class RequestDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestDetails(QWidget *parent = nullptr);

    /// kubectl: the command; empty: kubectl has none like it.
    void show(const RequestLogModel &model, int row, const QString &kubectl);
    void clear();

Q_SIGNALS:
    void copyKubectlRequested();
    void copyCurlRequested();

private:
    ToneLabel *m_headline;
    QPushButton *m_kubectl;
    QPushButton *m_curl;
    PhaseBar *m_bar;
    KeyValueList *m_asked;
    KeyValueList *m_course;
    QWidget *m_body;
};

} // namespace orrery
