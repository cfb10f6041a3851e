// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace orrery {

enum class DialState {
    Idle,    ///< nothing flows
    Flowing,
    Paused,  ///< held up by somebody
    Trouble, ///< drawn orange-red, with a glyph
    Absent,  ///< there is no such thing at present
};

/// What a dial shows.
struct DialReading {
    QString figure;       ///< in the middle
    QString unit;         ///< under it, in small letters
    double level = 0;     ///< 0 to 1: how far the face is filled
    double rate = 0;      ///< 0 to 1: how many of the graduations around it are lit
    DialState state = DialState::Idle;

    friend bool operator==(const DialReading &, const DialReading &) = default;
};

/// A round face with graduations: how much there is, how fast it goes. A button that is checked while its stage is the one
/// looked at. Its accessible name and description are whoever's who owns it; left and right are keyPressEvent()'s owner's.
/// Paints only when something on it would look different.
class Dial final : public QAbstractButton
{
    Q_OBJECT
public:
    static constexpr int Side = 96;
    static constexpr int FaceRadius = 32;  ///< of the disc that fills
    static constexpr int OuterRadius = 42; ///< of the graduations
    static constexpr int Graduations = 40;

    explicit Dial(QWidget *parent = nullptr);

    void setReading(const DialReading &reading);
    [[nodiscard]] const DialReading &reading() const { return m_reading; }
    [[nodiscard]] int litGraduations() const;
    /// Where a rate stands among the graduations: 0 is none, 1 a second the first few, 1,000 a second all of them.
    [[nodiscard]] static double rateMark(double perSecond);
    [[nodiscard]] QSize sizeHint() const override { return {Side, Side}; }

Q_SIGNALS:
    void neighbourWanted(int offset); ///< an arrow key: -1 the one before in reading order, 1 the one after

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override;

private:
    void paintFace(QPainter &painter, const QPointF &centre) const;
    void paintGraduations(QPainter &painter, const QPointF &centre) const;
    void paintFigure(QPainter &painter, const QPointF &centre) const;
    void paintGlyph(QPainter &painter, const QPointF &centre) const;

    DialReading m_reading;
};

} // namespace orrery
