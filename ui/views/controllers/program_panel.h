// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/controllers/controllers_watch.h"

#include <QWidget>

class QLabel;

namespace orrery {

class InformerModel;
class KeyValueList;
class TableView;

/// One program as it tells of itself: where it was asked, whether it leads, how its requests end and wait, its informers.
class ProgramPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ProgramPanel(QWidget *parent = nullptr);
    /// isOld: it tells no more, or nothing comes.
    void show(const ControllerProgram &program, bool isOld);

private:
    KeyValueList *m_facts;
    QLabel *m_without;
    TableView *m_table;
    InformerModel *m_informers;
};

} // namespace orrery
