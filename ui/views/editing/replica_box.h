// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSpinBox>

#include <optional>

namespace orrery {

/// A number of replicas. What is typed stays as it is typed, whatever it is: nothing is cut off, swallowed or put back
/// when it is left. typed() tells whether it is a number that the API takes (a 32 bit integer, not negative).
class ReplicaBox final : public QSpinBox
{
    Q_OBJECT
public:
    explicit ReplicaBox(QWidget *parent = nullptr);
    [[nodiscard]] std::optional<int> typed() const;

Q_SIGNALS:
    void edited(); ///< another text, by typing, stepping or setValue()

protected:
    [[nodiscard]] QValidator::State validate(QString &text, int &position) const override;
    [[nodiscard]] int valueFromText(const QString &text) const override;
    void fixup(QString &text) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void tell();
    [[nodiscard]] std::optional<int> numberOf(QString text) const;

    QString m_told; ///< the text of the last edited()
};

} // namespace orrery
