// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/protection_port.h"

#include <QWidget>

class QPushButton;

namespace orrery {

class IconLabel;
class ToneLabel;

/// Under the menus: that the context is protected, in words, and whether its writes are locked now. Hidden for others.
class ProtectionBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ProtectionBar(QWidget *parent = nullptr);
    /// isOpen: there is a session whose writes can be unlocked.
    void setProtection(const QString &context, const kube::Protection &protection, bool isOpen);

Q_SIGNALS:
    void unlockRequested();
    void lockRequested();

private:
    IconLabel *m_icon;
    ToneLabel *m_words;
    QPushButton *m_button;
    bool m_isLocked = true;
};

} // namespace orrery
