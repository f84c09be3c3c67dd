// SPDX-License-Identifier: MIT
#pragma once

#include "core/generator/generator.h"

#include <QStackedWidget>

namespace drydock::controls {
class Theme;
}

namespace drydock::generate {

class InputField;

/// The steps of a generator as forms; fields come and go with their conditions.
class FormView final : public QStackedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormView)

public:
    FormView(const controls::Theme &theme, const generator::Generator &generator, QWidget *parent);

    [[nodiscard]] hcl::Fields values() const;
    void setValues(const hcl::Fields &values);
    /// Shows every problem under its field and hides fields that do not apply; returns what is wrong in all.
    [[nodiscard]] std::vector<generator::InputProblem> check();
    /// Problems of one step; asks for touching so that required fields tell they are empty.
    [[nodiscard]] bool isStepComplete(int step);
    /// The step an input is on; -1 for cross-field problems.
    [[nodiscard]] int stepOf(const std::string &input) const;

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] QWidget *makeStep(const generator::Step &step);

    const controls::Theme &m_theme;
    generator::Generator m_generator;
    QList<QList<InputField *>> m_fields; ///< by step
};

} // namespace drydock::generate
