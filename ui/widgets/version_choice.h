// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/version_text.h"

#include <QToolButton>

namespace orrery {

/// In which version something is looked at: a button with its name, and a menu of those there are. Hidden while there are
/// fewer than two.
class VersionChoice final : public QToolButton
{
    Q_OBJECT
public:
    explicit VersionChoice(QWidget *parent = nullptr);
    void setVersions(const QList<VersionText> &versions, const QString &current);
    /// Greys it and says why in its tooltip and to screen readers; empty: it can be used.
    void setUnavailable(const QString &why);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(const QString &version); ///< by the person, and another than the current one

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace orrery
