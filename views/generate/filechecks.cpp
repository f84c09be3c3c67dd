// SPDX-License-Identifier: MIT
#include "views/generate/filechecks.h"

#include "core/base/atomicfile.h"
#include "core/terraform/parsefile.h"
#include "views/models/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::generate {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FileChecks)
};

constexpr int initMilliseconds = 15000;
constexpr int validateMilliseconds = 60000;
constexpr int stepMilliseconds = 100;

Result<> writeInto(const QTemporaryDir &folder, const std::vector<generator::RenderedFile> &files)
{
    if (!folder.isValid())
        return failure("generate.no-temporary-folder", toUtf8(folder.errorString()), toUtf8(folder.path()),
                       "Make room in the folder for temporary files.");
    return generator::writeFiles(files, models::toPath(folder.path()), generator::Overwrite::Refuse);
}

struct Outcome
{
    int code = -1;
    QByteArray output;
    bool finished = false;
};

Outcome runTerraform(const QString &program, const QTemporaryDir &folder, const QStringList &arguments, int timeout,
                     const Task &task)
{
    QProcess process;
    process.setWorkingDirectory(folder.path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // The user's CLI configuration may name credentials and mirrors; a check must not use them.
    environment.insert(u"TF_CLI_CONFIG_FILE"_s, folder.filePath(u".terraformrc"_s));
    environment.insert(u"TF_IN_AUTOMATION"_s, u"1"_s);
    environment.insert(u"CHECKPOINT_DISABLE"_s, u"1"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    for (int waited = 0; waited < timeout && !task.stop.stop_requested(); waited += stepMilliseconds) {
        if (process.waitForFinished(stepMilliseconds) || process.state() == QProcess::NotRunning)
            return {process.exitCode(), process.readAll(), process.exitStatus() == QProcess::NormalExit};
    }
    process.kill();
    process.waitForFinished(1000);
    return {-1, process.readAll(), false};
}

TerraformCheck readValidation(const QByteArray &output)
{
    const QJsonObject document = QJsonDocument::fromJson(output).object();
    if (document.value("valid"_L1).toBool())
        return {TerraformCheck::State::Passed, Texts::tr("terraform validate finds the configuration valid.")};
    QStringList problems;
    for (const auto each : document.value("diagnostics"_L1).toArray()) {
        const QJsonObject problem = each.toObject();
        problems << problem.value("summary"_L1).toString() + u": "_s + problem.value("detail"_L1).toString();
    }
    return {TerraformCheck::State::Failed,
            problems.isEmpty() ? QString::fromUtf8(output.left(2000)) : problems.join(u'\n')};
}

} // namespace

project::ValidationSummary FileChecks::summary() const
{
    using project::ValidationState;
    project::ValidationSummary result;
    result.errors = static_cast<std::uint32_t>(syntaxProblems.size());
    result.findings = review.open.total();
    result.state = result.errors > 0     ? ValidationState::Failed
                   : result.findings > 0 ? ValidationState::Warnings
                                         : ValidationState::Passed;
    result.text = result.errors > 0     ? "The files do not parse."
                  : result.findings > 0 ? "The files parse; policies have open findings."
                                        : "The files parse and no policy has a finding.";
    return result;
}

Result<FileChecks> checkFiles(const std::vector<generator::RenderedFile> &files, const project::ReviewTools &tools,
                              const Task &task)
{
    const QTemporaryDir folder;
    if (const Result<> written = writeInto(folder, files); !written)
        return failure(written.error());
    FileChecks checks;
    for (const generator::RenderedFile &file : files) {
        if (!terraform::formatOf(file.path))
            continue;
        const hcl::ParsedFile parsed = terraform::parseFile(hcl::SourceFile(file.path, file.text));
        for (const hcl::Diagnostic &each : parsed.diagnostics)
            checks.syntaxProblems << toText(hcl::toError(each, parsed.source()).text());
    }
    auto review = tools.review(models::toPath(folder.path()), {}, task);
    if (!review)
        return failure(review.error());
    checks.review = std::move(*review);
    return checks;
}

static QString quoted(const std::vector<std::string> &sources)
{
    QStringList texts;
    for (const std::string &source : sources)
        texts << u'"' + toText(source) + u'"';
    return texts.join(u", "_s);
}

/// A CLI configuration that takes what our mirror has from it, offline, and all else from where terraform would.
static Result<> writeConfiguration(const QTemporaryDir &folder, const CheckTools &tools)
{
    QString text;
    if (tools.linkProviders) {
        const QString mirror = folder.filePath(u".mirror"_s);
        const auto sources = tools.linkProviders(models::toPath(mirror));
        if (!sources)
            return failure(sources.error());
        if (!sources->empty())
            text = u"provider_installation {\n  filesystem_mirror {\n    path    = \"%1\"\n    include = [%2]\n  }\n"
                   "  direct {\n    exclude = [%2]\n  }\n}\n"_s.arg(mirror, quoted(*sources));
    }
    return writeFileAtomically(models::toPath(folder.filePath(u".terraformrc"_s)), toUtf8(text));
}

Result<TerraformCheck> validateWithTerraform(const std::vector<generator::RenderedFile> &files, const CheckTools &tools,
                                             const Task &task)
{
    QString program = QStandardPaths::findExecutable(u"terraform"_s);
    if (program.isEmpty())
        program = QStandardPaths::findExecutable(u"tofu"_s);
    if (program.isEmpty())
        return TerraformCheck{TerraformCheck::State::NotRun,
                              Texts::tr("Neither terraform nor tofu is installed here.")};
    const QTemporaryDir folder;
    if (const Result<> written = writeInto(folder, files); !written)
        return failure(written.error());
    if (const Result<> written = writeConfiguration(folder, tools); !written)
        return failure(written.error());
    const Outcome init = runTerraform(
        program, folder, {u"init"_s, u"-backend=false"_s, u"-input=false"_s, u"-no-color"_s}, initMilliseconds, task);
    if (const Result<> going = task.check(); !going)
        return failure(going.error());
    if (!init.finished || init.code != 0)
        return TerraformCheck{
            TerraformCheck::State::NotRun,
            Texts::tr(
                "terraform validate needs the providers, and they could not be installed: this machine is offline "
                "and no mirror has them.")};
    const Outcome validate =
        runTerraform(program, folder, {u"validate"_s, u"-json"_s, u"-no-color"_s}, validateMilliseconds, task);
    if (const Result<> going = task.check(); !going)
        return failure(going.error());
    if (!validate.finished)
        return TerraformCheck{TerraformCheck::State::NotRun, Texts::tr("terraform validate did not end in time.")};
    return readValidation(validate.output);
}

} // namespace drydock::generate
