// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/codeeditor/codearea.h"

#include <QTimer>

namespace drydock::controls {

/// Marks every place of the name that the cursor rests on.
class OccurrenceMarks final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OccurrenceMarks)

public:
    explicit OccurrenceMarks(CodeArea &area);

    void setAssistance(Assistance *assistance);

private:
    void cursorMoved();
    void ask();
    void clear();
    [[nodiscard]] bool isOnMark() const;

    CodeArea &m_area;
    Assistance *m_assistance = nullptr;
    QTimer m_rest;
    int m_question = 0;
};

} // namespace drydock::controls
