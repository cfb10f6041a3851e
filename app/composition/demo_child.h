// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"

#include <QProcess>

namespace orrery {

/// orrery-demo as a child that ends with the window. Thread: GUI.
class DemoChild final : public QObject
{
    Q_OBJECT
public:
    explicit DemoChild(QObject *parent = nullptr);
    ~DemoChild() override;

    /// Starts the program beside this one. ready(path of the kubeconfig) or failed(why) follows.
    void start(qint64 pods);

Q_SIGNALS:
    void ready(const QString &kubeconfig);
    void failed(const QString &why);

private:
    QProcess m_process;
    bool m_told = false;
};

} // namespace orrery
