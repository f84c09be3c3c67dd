// SPDX-License-Identifier: MIT
#pragma once

#include "core/generator/generator.h"
#include "views/generate/filechecks.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace drydock::controls {
class Banner;
class ChipRow;
} // namespace drydock::controls

namespace drydock::wiring {
class Services;
}

namespace drydock::generate {

class ChecksView;
class DestinationView;
class FormView;
class PreviewPane;

/// A generator as steps: its own, then destination and review; the files live at the right.
class Wizard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Wizard)

public:
    Wizard(shell::PageContext &context, const wiring::Services &services, const CheckTools &tools,
           const generator::Generator &generator, QWidget *parent);
    ~Wizard() override;

    [[nodiscard]] const generator::GeneratorInfo &info() const { return m_generator.info(); }
    [[nodiscard]] int step() const;
    [[nodiscard]] QString stepTitle() const;
    void goTo(int step);
    void next();
    void back();
    /// drydockctl with the same inputs.
    [[nodiscard]] QString command() const;

Q_SIGNALS:
    void stepChanged();
    void articleWanted(const QString &article);
    void closeWanted();

private:
    [[nodiscard]] QWidget *makeFooter();
    [[nodiscard]] int stepCount() const;
    void edited();
    void render();
    void refresh();
    void enableNext(bool enabled);
    void save();
    void saveVersion();
    void writeFolder();

    shell::PageContext &m_context;
    const wiring::Services &m_services;
    generator::Generator m_generator;
    QWidget *m_steps;
    QList<QPushButton *> m_stepButtons;
    controls::Banner *m_banner;
    QSplitter *m_splitter;
    QStackedWidget *m_left;
    FormView *m_form;
    DestinationView *m_destination;
    ChecksView *m_checks;
    PreviewPane *m_preview;
    QLabel *m_sentence = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QTimer *m_delay;
    int m_step = 0;
    bool m_saving = false;
    bool m_isSaved = false;      ///< what is shown; any change makes it new again
    bool m_focusReturns = false; ///< the focus waits on Back until Next can take it again
    bool m_stale = true;         ///< the files are not yet those of the values in the form
    shell::TaskSlot m_renderTask;
};

} // namespace drydock::generate
