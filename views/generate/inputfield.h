// SPDX-License-Identifier: MIT
#pragma once

#include "core/generator/input.h"

#include <QWidget>

class QLabel;

namespace drydock::controls {
class Theme;
}

namespace drydock::generate {

/// One question of a generator: label, editor for its type, help, and the problem below it.
class InputField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InputField)

public:
    InputField(const controls::Theme &theme, const generator::Input &input, QWidget *parent);

    [[nodiscard]] const std::string &name() const { return m_input.name; }
    /// What is typed, as a value of the input's type; an error says what cannot be read.
    [[nodiscard]] Result<hcl::Value> value() const;
    void setValue(const hcl::Value &value);
    /// An empty text takes the problem away.
    void setProblem(const QString &problem);
    /// Whether the user has changed it: an untouched required field is not scolded.
    [[nodiscard]] bool isTouched() const { return m_touched; }
    void setTouched() { m_touched = true; }

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] QWidget *makeEditor();
    [[nodiscard]] QString text() const;
    void touch();

    const controls::Theme &m_theme;
    generator::Input m_input;
    QWidget *m_editor;
    QLabel *m_problem;
    QLabel *m_help = nullptr;
    bool m_touched = false;
};

} // namespace drydock::generate
