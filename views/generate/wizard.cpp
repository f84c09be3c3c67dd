// SPDX-License-Identifier: MIT
#include "views/generate/wizard.h"

#include "app/wiring/services.h"
#include "core/hcl/json.h"
#include "views/controls/banner.h"
#include "views/controls/theme.h"
#include "views/generate/checksview.h"
#include "views/generate/destinationview.h"
#include "views/generate/formview.h"
#include "views/generate/previewpane.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"
#include "views/shell/notifications.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::generate {

namespace {

constexpr int renderDelay = 200;

QFrame *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("kind", u"line"_s);
    line->setFixedHeight(1);
    return line;
}

} // namespace

Wizard::Wizard(shell::PageContext &context, const wiring::Services &services, const CheckTools &tools,
               const generator::Generator &generator, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_services(services)
    , m_generator(generator)
    , m_steps(new QWidget(this))
    , m_banner(new controls::Banner(context.theme, this))
    , m_splitter(new QSplitter(this))
    , m_left(new QStackedWidget(m_splitter))
    , m_form(new FormView(context.theme, m_generator, m_left))
    , m_destination(new DestinationView(context, m_generator.info(), m_left))
    , m_checks(new ChecksView(context, tools, m_left))
    , m_preview(new PreviewPane(context, m_splitter))
    , m_delay(new QTimer(this))
    , m_renderTask(context.tasks, this)
{
    const controls::Theme &theme = context.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *row = new QHBoxLayout(m_steps);
    row->setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8));
    row->setSpacing(theme.px(4));
    QStringList titles;
    for (const generator::Step &each : m_generator.steps())
        titles << toText(each.title);
    titles << tr("Destination") << tr("Review");
    for (int index = 0; index < titles.size(); ++index) {
        auto *button = new QPushButton(u"%1  %2"_s.arg(index + 1).arg(titles.at(index)), m_steps);
        button->setProperty("kind", u"step"_s);
        button->setCheckable(true);
        connect(button, &QPushButton::clicked, this, [this, index] { goTo(index); });
        row->addWidget(button);
        m_stepButtons << button;
    }
    row->addStretch();
    layout->addWidget(m_steps);
    layout->addWidget(makeLine(this));
    layout->addWidget(m_banner);
    for (QWidget *each :
         {static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_destination), static_cast<QWidget *>(m_checks)})
        m_left->addWidget(each);
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(m_preview);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({theme.px(440), theme.px(740)});
    layout->addWidget(m_splitter, 1);
    layout->addWidget(makeLine(this));
    layout->addWidget(makeFooter());
    m_delay->setSingleShot(true);
    m_delay->setInterval(renderDelay);
    connect(m_delay, &QTimer::timeout, this, &Wizard::render);
    connect(m_form, &FormView::edited, this, &Wizard::edited);
    connect(m_destination, &DestinationView::edited, this, [this] {
        m_isSaved = false;
        refresh();
    });
    connect(m_checks, &ChecksView::changed, this, &Wizard::refresh);
    connect(m_checks, &ChecksView::articleWanted, this, &Wizard::articleWanted);
    edited();
    render();
}

Wizard::~Wizard() = default;

QWidget *Wizard::makeFooter()
{
    const controls::Theme &theme = m_context.theme;
    auto *footer = new QWidget(this);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8));
    row->setSpacing(theme.px(8));
    m_sentence = new QLabel(footer);
    m_sentence->setProperty("tone", u"muted"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_back = new QPushButton(tr("Back"), footer);
    m_next = new QPushButton(footer);
    m_back->setObjectName(u"generate.back"_s);
    m_next->setObjectName(u"generate.next"_s);
    m_next->setProperty("kind", u"primary"_s);
    m_next->setMinimumWidth(theme.px(96));
    row->addWidget(m_sentence, 1);
    row->addWidget(m_back);
    row->addWidget(m_next);
    connect(m_back, &QPushButton::clicked, this, &Wizard::back);
    connect(m_next, &QPushButton::clicked, this, &Wizard::next);
    return footer;
}

int Wizard::stepCount() const
{
    return static_cast<int>(m_stepButtons.size());
}

int Wizard::step() const
{
    return m_step;
}

QString Wizard::stepTitle() const
{
    return m_stepButtons.at(m_step)->text().section(u"  "_s, 1);
}

void Wizard::goTo(int step)
{
    const int questions = static_cast<int>(m_generator.steps().size());
    const int wanted = qBound(0, step, stepCount() - 1);
    // Going forward stops at the first step that is not complete; going back never does.
    int reached = m_step;
    while (reached < wanted) {
        if (reached < questions && !m_form->isStepComplete(reached))
            break;
        if (reached == questions && !m_destination->problem().isEmpty())
            break;
        ++reached;
    }
    m_step = wanted < m_step ? wanted : reached;
    if (m_step < questions) {
        m_left->setCurrentWidget(m_form);
        m_form->setCurrentIndex(m_step);
    } else if (m_step == questions) {
        m_left->setCurrentWidget(m_destination);
    } else {
        m_left->setCurrentWidget(m_checks);
        // Checked and saved is what was typed last: files of older values are made anew first.
        if (m_stale)
            render();
        else
            m_checks->run(m_preview->files());
    }
    refresh();
    Q_EMIT stepChanged();
}

void Wizard::next()
{
    if (m_step + 1 == stepCount())
        save();
    else
        goTo(m_step + 1);
}

void Wizard::back()
{
    if (m_step == 0)
        Q_EMIT closeWanted();
    else
        goTo(m_step - 1);
}

void Wizard::edited()
{
    std::ignore = m_form->check();
    m_stale = true;
    m_isSaved = false;
    m_delay->start();
    refresh();
}

void Wizard::render()
{
    m_delay->stop();
    const std::vector<generator::InputProblem> problems = m_form->check();
    if (!problems.empty()) {
        const generator::InputProblem &first = problems.front();
        const generator::Input *input = m_generator.input(first.input);
        const QString what = input ? toText(input->label) + u": "_s : QString();
        m_preview->setProblem(tr("The preview waits for: %1").arg(what + toText(first.message)));
        return refresh();
    }
    m_renderTask.run(
        tr("Render preview"),
        [generator = m_generator, values = m_form->values()](const Task &task) {
            return generator.render(values, task);
        },
        [this](const Result<std::vector<generator::RenderedFile>> &files) {
            if (files)
                m_preview->setFiles(*files);
            else
                m_preview->setProblem(toText(files.error().text()));
            m_stale = !files || m_delay->isActive();
            if (!m_stale && m_step + 1 == stepCount())
                m_checks->run(m_preview->files());
            refresh();
        });
}

void Wizard::refresh()
{
    for (int index = 0; index < stepCount(); ++index)
        m_stepButtons.at(index)->setChecked(index == m_step);
    const bool last = m_step + 1 == stepCount();
    m_back->setText(m_step == 0 ? tr("All generators") : tr("Back"));
    m_next->setText(!last                                        ? tr("Next")
                    : m_destination->target() == Target::Library ? tr("Save version")
                                                                 : tr("Write files"));
    const bool ready = !m_stale && m_checks->isDone() && !m_preview->files().empty() && !m_saving;
    enableNext(!last || (ready && !m_isSaved));
    m_sentence->setText(last && m_isSaved ? tr("Saved. After a change it can be saved again.")
                        : last            ? m_destination->sentence()
                        : m_step == stepCount() - 2 && m_destination->problem().isEmpty()
                            ? m_destination->sentence()
                            : tr("Nothing is written before the last step."));
}

/// A disabled button would give the focus to whatever comes next in the window.
void Wizard::enableNext(bool enabled)
{
    if (!enabled && m_next->hasFocus()) {
        m_back->setFocus();
        m_focusReturns = true;
    }
    m_next->setEnabled(enabled);
    if (!enabled || !m_focusReturns)
        return;
    m_focusReturns = false;
    if (m_back->hasFocus())
        m_next->setFocus();
}

QString Wizard::command() const
{
    QString result = u"drydockctl generate "_s + toText(m_generator.info().slug);
    const hcl::Fields defaults = m_generator.defaults();
    for (const hcl::Field &field : m_form->values()) {
        const auto usual = std::find_if(defaults.begin(), defaults.end(),
                                        [&field](const hcl::Field &each) { return each.name == field.name; });
        const generator::Input *input = m_generator.input(field.name);
        if (field.value.isNull() || !input || (usual != defaults.end() && usual->value.identical(field.value)))
            continue;
        QString value = toText(field.name) + u'=' + toText(generator::inputText(*input, field.value));
        result += u" --set '"_s + value.replace(u'\'', u"'\\''"_s) + u'\'';
    }
    return result + u" --output ."_s;
}

void Wizard::save()
{
    if (m_preview->files().empty())
        return;
    m_saving = true;
    refresh();
    if (m_destination->target() == Target::Library)
        saveVersion();
    else
        writeFolder();
}

void Wizard::saveVersion()
{
    project::GenerationRequest request;
    request.projectId = toUtf8(m_destination->project());
    request.assetName = toUtf8(m_destination->assetName());
    request.generator = m_generator.info().slug;
    request.note = toUtf8(m_destination->note());
    request.description = m_generator.info().summary;
    request.tags = m_generator.info().tags;
    request.validation = m_checks->summary();
    if (Result<std::string> inputs = hcl::toJson(hcl::Value::object(m_form->values())))
        request.inputs = std::move(*inputs);
    for (const generator::RenderedFile &file : m_preview->files())
        request.files.push_back({file.path, file.text});
    m_context.tasks.run(
        tr("Save “%1”").arg(m_destination->assetName()), this,
        [&service = m_services.generations(), request](const Task &task) { return service.save(request, task); },
        [this, slug = m_destination->project()](const Result<project::StoredGeneration> &stored) {
            m_saving = false;
            m_isSaved = stored.has_value();
            refresh();
            if (!stored) {
                m_banner->show(controls::Level::Critical, toText(stored.error().text()));
                return m_context.notifications.failed(tr("The version was not saved."), stored.error());
            }
            const project::SavedVersion &saved = stored->saved;
            const QString name = tr("“%1” version %2").arg(toText(saved.asset.name)).arg(saved.version.number);
            const shell::Link place{
                u"library"_s, toText(saved.asset.slug) + u'/' + QString::number(saved.version.number), slug, {}};
            const bool created = saved.outcome == project::SaveOutcome::Created;
            m_context.notifications.done(created ? tr("Saved %1.").arg(name)
                                                 : tr("%1 has these files already; nothing was saved.").arg(name),
                                         tr("Open in library"), place);
            if (created && saved.version.number > 1) {
                const QString asset = toText(saved.asset.slug) + u'/';
                m_context.notifications.done(
                    tr("Version %1 differs from version %2.").arg(saved.version.number).arg(saved.version.number - 1),
                    tr("Compare with previous"),
                    shell::Link{u"compare"_s,
                                {},
                                slug,
                                {{u"kind"_s, u"asset"_s},
                                 {u"left"_s, asset + QString::number(saved.version.number - 1)},
                                 {u"right"_s, asset + QString::number(saved.version.number)}}});
            }
            m_banner->show(controls::Level::Ok,
                           created ? tr("Saved %1.").arg(name) : tr("%1 has these files already.").arg(name));
            m_context.project.announceContentChange();
        });
}

void Wizard::writeFolder()
{
    m_context.tasks.run(
        tr("Write files"), this,
        [files = m_preview->files(), folder = models::toPath(m_destination->folder())](const Task &) {
            return generator::writeFiles(files, folder, generator::Overwrite::Refuse);
        },
        [this, folder = m_destination->folder()](const Result<> &written) {
            m_saving = false;
            m_isSaved = written.has_value();
            refresh();
            if (!written) {
                m_banner->show(controls::Level::Critical, toText(written.error().text()));
                return m_context.notifications.failed(tr("The files were not written."), written.error());
            }
            m_banner->show(controls::Level::Ok, tr("The files are in %1.").arg(folder));
            m_context.notifications.done(tr("Wrote %n file(s).", nullptr, static_cast<int>(m_preview->files().size())));
        });
}

} // namespace drydock::generate
