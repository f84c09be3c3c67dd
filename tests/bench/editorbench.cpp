// SPDX-License-Identifier: MIT
// What the GUI thread does between a key press and the painted result, in files of 1,000 to 100,000 lines: text,
// colours, gutter, squiggles and paint; offscreen, in a window of 1200 x 900.
#include "tests/bench/realistichcl.h"
#include "views/controls/codeeditor/codearea.h"
#include "views/controls/codeeditor/codeeditor.h"
#include "views/controls/codeeditor/highlighter.h"
#include "views/controls/syntax.h"
#include "views/controls/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollBar>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace drydock;
using namespace drydock::controls;

namespace {

QString textOfLines(qsizetype lines)
{
    static const QString large = QString::fromStdString(realisticHcl(5'000'000));
    qsizetype at = -1;
    for (qsizetype line = 0; line < lines; ++line)
        at = large.indexOf(u'\n', at + 1);
    return large.left(at + 1);
}

/// Has something to say about every fifth line and to offer at every word.
class Answers final : public Assistance
{
public:
    void complete(const AssistanceRequest &request, const Answer<CompletionList> &answer) override
    {
        int start = request.position;
        while (start > 0 && request.text.text[start - 1].isLetterOrNumber())
            --start;
        CompletionList list{{start, request.position}, {}, ListCoverage::Complete};
        for (int index = 0; index < 500; ++index) {
            CompletionItem item;
            item.label = u"aws_resource_number_%1"_s.arg(index);
            list.items << item;
        }
        answer(list);
    }
};

struct Window
{
    explicit Window(qsizetype lines)
        : syntax(theme)
        , editor(theme, syntax)
    {
        theme.install();
        editor.resize(1200, 900);
        editor.show();
        editor.open(textOfLines(lines), u"main.tf"_s);
        area().highlighter().finish();
        QList<Diagnostic> diagnostics;
        for (int line = 1; line < lines; line += 5) {
            const int start = editor.positionOf({line, 1});
            diagnostics << Diagnostic{{start, start + 8}, DiagnosticSeverity::Warning, u"x"_s, {}, {}, {}};
        }
        editor.setDiagnostics(editor.revision(), diagnostics);
        editor.goTo({static_cast<int>(lines) / 2, 1});
        editor.area()->setFocus();
        QApplication::processEvents();
    }

    [[nodiscard]] CodeArea &area() { return *static_cast<CodeArea *>(editor.area()); }

    void press(int key, const QString &text, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QKeyEvent event(QEvent::KeyPress, key, modifiers, text);
        QApplication::sendEvent(editor.area(), &event);
        // All of it is painted, though a key makes only parts dirty.
        editor.repaint();
    }

    Theme theme;
    Syntax syntax;
    CodeEditor editor;
};

double threadSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Times keys one by one: how long each takes, and how much of that the GUI thread works (the rest is other programs).
/// With several keys in an iteration its time is theirs together; the counters speak of one key.
class Keys
{
public:
    template <typename Press>
    void time(benchmark::State &state, Press press)
    {
        const auto start = std::chrono::steady_clock::now();
        const double startWork = threadSeconds();
        press();
        m_work.push_back((threadSeconds() - startWork) * 1000);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        state.SetIterationTime(took.count());
        // What may wait (colours further down, change bars) is done between keys.
        QApplication::processEvents();
    }

    void report(benchmark::State &state)
    {
        std::sort(m_work.begin(), m_work.end());
        state.counters["work_median_ms"] = m_work[m_work.size() / 2];
        state.counters["work_p99_ms"] = m_work[m_work.size() * 99 / 100];
        state.counters["lines"] = static_cast<double>(state.range(0));
    }

private:
    std::vector<double> m_work;
};

void lineCounts(benchmark::internal::Benchmark *benchmark)
{
    benchmark->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
}

template <int Iterations>
void keyTimes(benchmark::internal::Benchmark *benchmark)
{
    lineCounts(benchmark);
    benchmark->UseManualTime()->Iterations(Iterations);
}

/// One key again and again, from a line on.
void timeKey(benchmark::State &state, int firstLine, int key, const QString &text)
{
    Window window(state.range(0));
    window.editor.goTo({firstLine, 1});
    Keys keys;
    for (auto _ : state)
        keys.time(state, [&] { window.press(key, text); });
    keys.report(state);
}

int middle(const benchmark::State &state)
{
    return static_cast<int>(state.range(0) / 2);
}

} // namespace

static void letter(benchmark::State &state)
{
    Window window(state.range(0));
    Keys keys;
    int count = 0;
    for (auto _ : state)
        keys.time(state, [&] { window.press(Qt::Key_A, ++count % 8 == 0 ? u" "_s : u"a"_s); });
    keys.report(state);
}
BENCHMARK(letter)->Apply(keyTimes<300>);

static void newLine(benchmark::State &state)
{
    timeKey(state, middle(state), Qt::Key_Return, u"\r"_s);
}
BENCHMARK(newLine)->Apply(keyTimes<300>);

/// Opens and takes back a comment that recolours all lines behind it.
static void openComment(benchmark::State &state)
{
    Window window(state.range(0));
    window.editor.goTo({1, 1});
    Keys keys;
    for (auto _ : state) {
        keys.time(state, [&] { window.press(Qt::Key_Slash, u"/"_s); });
        keys.time(state, [&] { window.press(Qt::Key_Asterisk, u"*"_s); });
        keys.time(state, [&] { window.press(Qt::Key_Backspace, {}); });
        window.press(Qt::Key_Backspace, {});
    }
    keys.report(state);
}
BENCHMARK(openComment)->Apply(keyTimes<50>);

/// A letter that asks for completions and filters 500 of them, list painted.
static void letterWithCompletions(benchmark::State &state)
{
    Window window(state.range(0));
    Answers answers;
    window.editor.setAssistance(&answers);
    Keys keys;
    for (auto _ : state) {
        window.press(Qt::Key_Space, u" "_s);
        keys.time(state, [&] { window.press(Qt::Key_A, u"a"_s); });
        keys.time(state, [&] { window.press(Qt::Key_R, u"r"_s); });
    }
    keys.report(state);
    window.editor.setAssistance(nullptr);
}
BENCHMARK(letterWithCompletions)->Apply(keyTimes<100>);

static void cursorDown(benchmark::State &state)
{
    timeKey(state, middle(state), Qt::Key_Down, {});
}
BENCHMARK(cursorDown)->Apply(keyTimes<200>);

static void pageDown(benchmark::State &state)
{
    timeKey(state, 1, Qt::Key_PageDown, {});
}
BENCHMARK(pageDown)->Apply(keyTimes<20>);

/// From the text to the first paint; colours further down follow later.
static void openFile(benchmark::State &state)
{
    Window window(10);
    const QString text = textOfLines(state.range(0));
    for (auto _ : state) {
        window.editor.open(text, u"main.tf"_s);
        window.editor.area()->viewport()->repaint();
    }
    state.counters["lines"] = static_cast<double>(state.range(0));
}
BENCHMARK(openFile)->Apply(lineCounts);

static void foldAll(benchmark::State &state)
{
    Window window(state.range(0));
    for (auto _ : state) {
        window.editor.run(EditorCommand::FoldAll);
        QApplication::processEvents();
        window.editor.run(EditorCommand::UnfoldAll);
        QApplication::processEvents();
    }
    state.counters["lines"] = static_cast<double>(state.range(0));
}
BENCHMARK(foldAll)->Apply(lineCounts);

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
