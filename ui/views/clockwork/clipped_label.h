// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace orrery {

/// Words that wrap, centred, in as many lines as there is room for: what is left over is cut with an ellipsis, and whole in
/// the tool tip and for screen readers.
class ClippedLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit ClippedLabel(QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QStringList lines() const; ///< as they are drawn in its size
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QStringList wrapped(int width, int most) const;

    QString m_text;
};

} // namespace orrery
