// SPDX-License-Identifier: MIT
#include "views/generate/inputfield.h"

#include "views/controls/theme.h"
#include "views/models/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::generator::InputType;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::generate {

namespace {

bool isList(InputType type)
{
    return type == InputType::StringList || type == InputType::CidrList;
}

bool isMap(InputType type)
{
    return type == InputType::StringMap || type == InputType::Tags;
}

QStringList linesOf(const QString &text)
{
    QStringList result;
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            result << line.trimmed();
    }
    return result;
}

Result<hcl::Value> listValue(const QStringList &lines)
{
    std::vector<hcl::Value> elements;
    for (const QString &line : lines)
        elements.push_back(hcl::Value::string(toUtf8(line)));
    return hcl::Value::list(hcl::Type::string(), std::move(elements));
}

Result<hcl::Value> mapValue(const QStringList &lines)
{
    hcl::Fields fields;
    for (const QString &line : lines) {
        const qsizetype sign = line.indexOf(u'=');
        const std::string key = toUtf8(line.left(sign).trimmed());
        if (sign <= 0 || key.empty())
            return failure("generator.value",
                           toUtf8(InputField::tr("“%1” has no “=”. Write one KEY = VALUE on each line.").arg(line)));
        for (const hcl::Field &field : fields) {
            if (field.name == key)
                return failure("generator.value", toUtf8(InputField::tr("“%1” is there twice.").arg(toText(key))));
        }
        fields.push_back({key, hcl::Value::string(toUtf8(line.mid(sign + 1).trimmed()))});
    }
    return hcl::Value::map(hcl::Type::string(), std::move(fields));
}

} // namespace

InputField::InputField(const controls::Theme &theme, const generator::Input &input, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_input(input)
    , m_problem(new QLabel(this))
{
    setObjectName("input."_L1 + toText(input.name));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, theme.px(8));
    layout->setSpacing(theme.px(4));
    if (input.type != InputType::Boolean) {
        auto *label =
            new QLabel(toText(input.label) + (input.need == generator::Need::Required ? u" *"_s : QString()), this);
        label->setProperty("tone", u"label"_s);
        layout->addWidget(label);
    }
    m_editor = makeEditor();
    m_editor->setAccessibleName(toText(input.label));
    m_editor->setAccessibleDescription(toText(input.help));
    layout->addWidget(m_editor);
    m_problem->setProperty("tone", u"critical"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setVisible(false);
    layout->addWidget(m_problem);
    if (!input.help.empty()) {
        QString text = toText(input.help);
        if (isMap(input.type))
            text += u' ' + tr("One KEY = VALUE on each line.");
        else if (isList(input.type))
            text += u' ' + tr("One on each line.");
        m_help = new QLabel(text, this);
        m_help->setProperty("tone", u"small"_s);
        m_help->setWordWrap(true);
        m_help->setTextFormat(Qt::PlainText);
        layout->addWidget(m_help);
    }
    // A help that wraps asks for more room than it uses; that room belongs below it, not around the label.
    layout->addStretch(1);
}

QWidget *InputField::makeEditor()
{
    if (m_input.type == InputType::Boolean) {
        auto *box = new QCheckBox(toText(m_input.label), this);
        connect(box, &QCheckBox::toggled, this, &InputField::touch);
        return box;
    }
    if (m_input.type == InputType::Choice) {
        auto *box = new QComboBox(this);
        for (const generator::Choice &choice : m_input.choices) {
            box->addItem(toText(choice.label), toText(choice.value));
            box->setItemData(box->count() - 1, toText(choice.help), Qt::ToolTipRole);
        }
        connect(box, &QComboBox::currentIndexChanged, this, &InputField::touch);
        return box;
    }
    if (isList(m_input.type) || isMap(m_input.type)) {
        auto *edit = new QPlainTextEdit(this);
        edit->setPlaceholderText(toText(m_input.placeholder));
        edit->setFont(m_theme.codeFont());
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(m_theme.px(92));
        connect(edit, &QPlainTextEdit::textChanged, this, &InputField::touch);
        return edit;
    }
    auto *edit = new QLineEdit(this);
    edit->setPlaceholderText(toText(m_input.placeholder));
    if (m_input.type == InputType::Number)
        edit->setMaximumWidth(m_theme.px(160));
    connect(edit, &QLineEdit::textEdited, this, &InputField::touch);
    return edit;
}

QString InputField::text() const
{
    if (const auto *edit = qobject_cast<QPlainTextEdit *>(m_editor))
        return edit->toPlainText();
    if (const auto *edit = qobject_cast<QLineEdit *>(m_editor))
        return edit->text().trimmed();
    return {};
}

Result<hcl::Value> InputField::value() const
{
    if (const auto *box = qobject_cast<QCheckBox *>(m_editor))
        return hcl::Value::boolean(box->isChecked());
    if (const auto *box = qobject_cast<QComboBox *>(m_editor)) {
        if (box->currentIndex() < 0)
            return hcl::Value::null(hcl::Type::string());
        return hcl::Value::string(toUtf8(box->currentData().toString()));
    }
    if (isList(m_input.type))
        return listValue(linesOf(text()));
    if (isMap(m_input.type))
        return mapValue(linesOf(text()));
    if (m_input.type == InputType::Number)
        return generator::parseInput(m_input, toUtf8(text()));
    return text().isEmpty() ? hcl::Value::null(hcl::Type::string()) : hcl::Value::string(toUtf8(text()));
}

void InputField::setValue(const hcl::Value &value)
{
    const QSignalBlocker blocker(m_editor);
    if (auto *box = qobject_cast<QCheckBox *>(m_editor)) {
        box->setChecked(!value.isNull() && value.asBool());
    } else if (auto *choice = qobject_cast<QComboBox *>(m_editor)) {
        choice->setCurrentIndex(value.isNull() ? -1 : choice->findData(toText(value.asString())));
    } else if (auto *edit = qobject_cast<QPlainTextEdit *>(m_editor)) {
        QStringList lines;
        if (!value.isNull()) {
            for (const hcl::Value &element : value.elements())
                lines << toText(element.asString());
            for (const hcl::Field &field : value.fields())
                lines << toText(field.name) + u" = "_s + toText(field.value.asString());
        }
        edit->setPlainText(lines.join(u'\n'));
    } else if (auto *line = qobject_cast<QLineEdit *>(m_editor)) {
        line->setText(value.isNull() ? QString() : toText(generator::inputText(m_input, value)));
    }
}

void InputField::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    // The problem says it more exactly, and in its place the fields below stay where they are.
    if (m_help)
        m_help->setVisible(problem.isEmpty());
    if (m_editor->property("problem").toBool() == !problem.isEmpty())
        return;
    m_editor->setProperty("problem", !problem.isEmpty());
    m_editor->style()->unpolish(m_editor);
    m_editor->style()->polish(m_editor);
}

void InputField::touch()
{
    m_touched = true;
    Q_EMIT edited();
}

} // namespace drydock::generate
