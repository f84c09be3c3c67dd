// SPDX-License-Identifier: MIT
#include "tests/pages/workspace.h"

#include "core/base/filereader.h"
#include "core/diff/linediff.h"
#include "core/diff/treediff.h"

#include <QApplication>

#include <gtest/gtest.h>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace drydock::test {

namespace fs = std::filesystem;

namespace {

template <typename T>
T value(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().text());
    return std::move(*result);
}

std::string quotedPart(std::string_view line, int number)
{
    std::size_t position = 0;
    for (int i = 0; i < 2 * number; ++i)
        position = line.find('"', position) + 1;
    const std::size_t start = line.find('"', position) + 1;
    return std::string(line.substr(start, line.find('"', start) - start));
}

policy::Finding findingAt(const std::string &file, std::string_view line, std::uint32_t number, std::uint32_t byte)
{
    policy::Finding finding;
    const std::string type = quotedPart(line, 0);
    finding.ruleId = "demo-" + type;
    finding.title = type + " does not follow the baseline of the platform team";
    finding.resource = type + "." + quotedPart(line, 1);
    finding.instances = {finding.resource};
    const auto length = static_cast<std::uint32_t>(line.size() - (line.ends_with('\n') ? 1 : 0));
    finding.range = {file, byte, byte + length, number, 1, number, length + 1};
    finding.message = "The resource " + finding.resource + " is open to everyone who can reach the network.";
    finding.fingerprint = finding.resource + "@" + file;
    finding.article = "policies/aws-cloudtrail-enabled";
    return finding;
}

} // namespace

Workspace::Workspace()
{
    const fs::path base(folder.path().toStdString());
    const fs::path demo = fs::path(DRYDOCK_SOURCE_DIR) / "resources/demo/landing-zone";
    fs::copy(demo, base / "landing-zone", fs::copy_options::recursive);
    // Older than every review, as files are that nobody touched since.
    for (const auto &entry : fs::recursive_directory_iterator(base / "landing-zone"))
        fs::last_write_time(entry.path(), fs::file_time_type::clock::now() - std::chrono::hours(48));
    services = value(wiring::Services::open(base / "workspace"));
    project::NewProject wanted;
    wanted.name = "Landing zone";
    project = value(services->projects().openFolder(base / "landing-zone", wanted));
}

fs::path Workspace::root() const
{
    return project.root;
}

policy::ReviewResult Workspace::findings(std::size_t atLeast) const
{
    policy::ReviewResult result;
    result.root = root().string();
    result.started = SystemClock().now();
    result.duration = std::chrono::milliseconds(420);
    const auto files = value(diff::readTree(root(), Task{}));
    for (const diff::TreeFile &file : files) {
        if (!file.path.ends_with(".tf"))
            continue;
        ++result.files;
        const std::string text = value(readFile(root() / file.path));
        std::uint32_t number = 0;
        std::uint32_t byte = 0;
        for (const std::string_view line : diff::splitLines(text)) {
            ++number;
            if (line.starts_with("resource \""))
                result.findings.push_back(findingAt(file.path, line, number, byte));
            byte += static_cast<std::uint32_t>(line.size());
        }
    }
    result.resources = static_cast<std::uint32_t>(result.findings.size());
    result.rules = 41;
    const std::size_t real = result.findings.size();
    while (result.findings.size() < atLeast) {
        policy::Finding copy = result.findings[result.findings.size() % real];
        copy.fingerprint += std::to_string(result.findings.size());
        copy.resource = "module.copy" + std::to_string(result.findings.size()) + "." + copy.resource;
        result.findings.push_back(std::move(copy));
    }
    for (std::size_t i = 0; i < result.findings.size(); ++i) {
        policy::Finding &finding = result.findings[i];
        finding.severity = static_cast<policy::Severity>(i % 4);
        if (i % 7 == 3) {
            finding.status = policy::FindingStatus::Waived;
            finding.statusReason = "accepted until the migration (core-team)";
            ++result.waived;
        } else {
            result.open.add(finding.severity);
        }
    }
    policy::Finding &first = result.findings.front();
    const std::uint32_t end = first.range.endByte;
    first.severity = policy::Severity::Critical;
    first.fix = policy::Fix{"Forbid destroying it by accident",
                            {{first.range.file, end, end, "\n  lifecycle {\n    prevent_destroy = true\n  }\n"}}};
    first.derivation = {{"the resource has no lifecycle block", first.range},
                        {"nothing else in the module protects it", std::nullopt}};
    result.gate = {false, policy::Severity::High, "Some open findings are high or worse."};
    return result;
}

project::Run Workspace::store(const policy::ReviewResult &result)
{
    return value(services->reviews().store(project, result, root(), "Review"));
}

void savePictures(Shell &shell, QWidget &widget, const QString &name)
{
    for (const auto mode : {controls::ThemeMode::Light, controls::ThemeMode::Dark}) {
        shell.theme.setMode(mode);
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            widget.resize(size);
            QApplication::processEvents();
            savePicture(
                widget,
                u"%1-%2-%3"_s.arg(name, mode == controls::ThemeMode::Light ? u"light"_s : u"dark"_s).arg(size.width()));
        }
    }
    shell.theme.setMode(controls::ThemeMode::Light);
}

} // namespace drydock::test
