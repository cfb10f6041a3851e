// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gui/clockwork/fake_clockwork.h"
#include "tests/gui/support/dialog_reader.h"
#include "tests/support/warnings.h"
#include "ui/views/clockwork/pipeline_page.h"
#include "ui/views/clockwork/stage_panel.h"
#include "ui/views/clockwork/stage_strip.h"
#include "ui/widgets/apply_theme.h"
#include "ui/widgets/gate_button.h"
#include "ui/widgets/table_view.h"

#include <QSplitter>

namespace orrery::test {

/// How often an event came to a widget.
class EventCount final : public QObject
{
public:
    EventCount(QWidget *watched, QEvent::Type type) : m_type(type) { watched->installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == m_type ? 1 : 0;
        return false;
    }

private:
    const QEvent::Type m_type;
};

/// The Pipeline page of one cluster whose machinery is calm, in time that a test moves.
class PipelinePageFixture
{
protected:
    std::unique_ptr<ThemeController> m_theme;
    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeClockwork> m_port;
    std::unique_ptr<FakeProtection> m_protection;
    std::unique_ptr<PipelinePage> m_page;
    kube::ClockworkSnapshot m_snapshot;

    void tell()
    {
        m_port->tell(m_snapshot);
        m_time->run();
    }
    void makePage()
    {
        m_page = std::make_unique<PipelinePage>(QStringLiteral("prod"), *m_port, m_protection.get(), m_time);
        m_page->resize(1030, 710);
        m_page->show();
        m_time->run();
    }
    [[nodiscard]] StageColumn *column(Stage stage) const { return m_page->strip()->column(stage); }
    [[nodiscard]] GateButton *gate(Stage stage, GateButton::Sign sign) const
    {
        for (GateButton *button : column(stage)->findChildren<GateButton *>()) {
            if (button->sign() == sign)
                return button;
        }
        return nullptr;
    }
    void choose(Stage stage)
    {
        column(stage)->dial()->click();
        m_time->run();
    }
    [[nodiscard]] TableView *contents() const { return m_page->findChild<StagePanel *>()->findChild<TableView *>(); }
    [[nodiscard]] QStringList shown() const
    {
        QStringList rows;
        const QAbstractItemModel *model = contents()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            rows << model->index(row, 0).data().toString();
        return rows;
    }
    [[nodiscard]] TableView *informers() const { return m_page->findChild<QSplitter *>()->findChild<TableView *>(QString(), Qt::FindDirectChildrenOnly); }

    void beforeAll()
    {
        kube::test::failOnWarnings();
        m_theme = std::make_unique<ThemeController>(*qApp, ThemeChoice::Dark);
    }
    void afterAll() { m_theme.reset(); }
    void before()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_port = std::make_unique<FakeClockwork>();
        m_protection = std::make_unique<FakeProtection>();
        m_snapshot = calmMachinery();
        makePage();
    }
    void after()
    {
        m_page.reset();
        m_time->run();
    }
};

} // namespace orrery::test
