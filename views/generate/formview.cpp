// SPDX-License-Identifier: MIT
#include "views/generate/formview.h"

#include "views/controls/theme.h"
#include "views/generate/inputfield.h"
#include "views/models/text.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using drydock::models::toText;

namespace drydock::generate {

FormView::FormView(const controls::Theme &theme, const generator::Generator &generator, QWidget *parent)
    : QStackedWidget(parent)
    , m_theme(theme)
    , m_generator(generator)
{
    for (const generator::Step &step : m_generator.steps())
        addWidget(makeStep(step));
    setValues(m_generator.defaults());
}

QWidget *FormView::makeStep(const generator::Step &step)
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inner = new QWidget(scroll);
    inner->setProperty("kind", u"page"_s);
    auto *column = new QVBoxLayout(inner);
    const int margin = m_theme.px(16);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(m_theme.px(4));
    auto *title = new QLabel(toText(step.title), inner);
    title->setProperty("tone", u"section"_s);
    column->addWidget(title);
    if (!step.help.empty()) {
        auto *help = new QLabel(toText(step.help), inner);
        help->setProperty("tone", u"muted"_s);
        help->setWordWrap(true);
        column->addWidget(help);
    }
    column->addSpacing(m_theme.px(12));
    QList<InputField *> fields;
    for (const generator::Input &input : step.inputs) {
        auto *field = new InputField(m_theme, input, inner);
        connect(field, &InputField::edited, this, &FormView::edited);
        column->addWidget(field);
        fields << field;
    }
    column->addStretch(1); // fields would take their share of what is left
    m_fields << fields;
    scroll->setWidget(inner);
    return scroll;
}

hcl::Fields FormView::values() const
{
    hcl::Fields result;
    for (const QList<InputField *> &fields : m_fields) {
        for (const InputField *field : fields) {
            if (Result<hcl::Value> value = field->value())
                result.push_back({field->name(), std::move(*value)});
        }
    }
    return result;
}

void FormView::setValues(const hcl::Fields &values)
{
    for (const QList<InputField *> &fields : std::as_const(m_fields)) {
        for (InputField *field : fields) {
            const auto value = std::find_if(values.begin(), values.end(),
                                            [field](const hcl::Field &each) { return each.name == field->name(); });
            if (value != values.end())
                field->setValue(value->value);
        }
    }
}

std::vector<generator::InputProblem> FormView::check()
{
    const hcl::Fields typed = values();
    std::vector<generator::InputProblem> problems = m_generator.validateInputs(typed);
    for (const QList<InputField *> &fields : std::as_const(m_fields)) {
        for (InputField *field : fields) {
            const generator::Input *input = m_generator.input(field->name());
            const bool applies = input && m_generator.applies(*input, typed);
            field->setVisible(applies);
            QString problem;
            if (const Result<hcl::Value> value = field->value(); !value && applies) {
                problem = toText(value.error().message);
                problems.push_back({field->name(), value.error().message});
            }
            for (const generator::InputProblem &each : problems) {
                if (each.input == field->name() && problem.isEmpty())
                    problem = toText(each.message);
            }
            field->setProblem(field->isTouched() ? problem : QString());
        }
    }
    return problems;
}

bool FormView::isStepComplete(int step)
{
    for (InputField *field : m_fields.value(step))
        field->setTouched();
    const auto problems = check();
    return std::none_of(problems.begin(), problems.end(),
                        [this, step](const generator::InputProblem &each) { return stepOf(each.input) == step; });
}

int FormView::stepOf(const std::string &input) const
{
    for (int step = 0; step < m_fields.size(); ++step) {
        for (const InputField *field : m_fields.at(step)) {
            if (field->name() == input)
                return step;
        }
    }
    return -1;
}

} // namespace drydock::generate
