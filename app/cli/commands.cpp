// SPDX-License-Identifier: MIT
#include "app/cli/command.h"
#include "app/cli/consolecommand.h"
#include "app/cli/democommand.h"
#include "app/cli/evalcommand.h"
#include "app/cli/fmtcommand.h"
#include "app/cli/generatecommand.h"
#include "app/cli/graphcommand.h"
#include "app/cli/inspectcommand.h"
#include "app/cli/knowledgecommand.h"
#include "app/cli/librarycommand.h"
#include "app/cli/mirrorcommand.h"
#include "app/cli/projectcommand.h"
#include "app/cli/publishcommand.h"
#include "app/cli/renamecommand.h"
#include "app/cli/rulescommand.h"
#include "app/cli/scancommand.h"
#include "app/cli/schemacommand.h"
#include "app/cli/servecommand.h"
#include "app/cli/validatecommand.h"

namespace drydock::cli {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<ScanCommand>());
    commands.push_back(std::make_unique<RulesCommand>());
    commands.push_back(std::make_unique<FmtCommand>());
    commands.push_back(std::make_unique<ValidateCommand>());
    commands.push_back(std::make_unique<RenameCommand>());
    commands.push_back(std::make_unique<EvalCommand>());
    commands.push_back(std::make_unique<ConsoleCommand>());
    commands.push_back(std::make_unique<InspectCommand>());
    commands.push_back(std::make_unique<SchemaCommand>());
    commands.push_back(std::make_unique<GenerateCommand>());
    commands.push_back(std::make_unique<GraphCommand>());
    commands.push_back(std::make_unique<ProjectCommand>());
    commands.push_back(std::make_unique<LibraryCommand>());
    commands.push_back(std::make_unique<PublishCommand>());
    commands.push_back(std::make_unique<MirrorCommand>());
    commands.push_back(std::make_unique<KnowledgeCommand>());
    commands.push_back(std::make_unique<ServeCommand>());
    commands.push_back(std::make_unique<DemoCommand>());
    return commands;
}

} // namespace drydock::cli
