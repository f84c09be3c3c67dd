// SPDX-License-Identifier: MIT
#include "tests/hcl/terraformfmt.h"

#include "core/base/filereader.h"
#include "core/base/identifier.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace drydock::hcl {

namespace fs = std::filesystem;

bool hasTerraform()
{
    return std::system("TF_CLI_CONFIG_FILE=/dev/null CHECKPOINT_DISABLE=1 terraform version >/dev/null 2>&1") == 0;
}

std::map<std::string, std::string> terraformFormat(const std::map<std::string, std::string> &texts)
{
    const fs::path folder = fs::temp_directory_path() / ("drydock-fmt-" + randomHex(8));
    fs::create_directories(folder);
    for (const auto &[name, text] : texts)
        std::ofstream(folder / (name + ".tf"), std::ios::binary) << text;
    const fs::path log = folder / "log";
    const std::string command =
        "TF_CLI_CONFIG_FILE=/dev/null CHECKPOINT_DISABLE=1 terraform fmt -list=false -no-color '" + folder.string() +
        "' >'" + log.string() + "' 2>&1";
    (void)!std::system(command.c_str());
    const std::string messages = readFile(log).value_or("");
    std::map<std::string, std::string> formatted;
    for (const auto &[name, text] : texts)
        if (messages.find("/" + name + ".tf line ") == std::string::npos)
            formatted[name] = readFile(folder / (name + ".tf")).value_or("");
    fs::remove_all(folder);
    return formatted;
}

} // namespace drydock::hcl
