<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::configurations::ConfigurationsPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n match(es) in %1?</source>
        <translation>
            <numerusform>Replace %n match in %1?</numerusform>
            <numerusform>Replace %n matches in %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n file(s) changed.</source>
        <translation>
            <numerusform>%1: %n file changed.</numerusform>
            <numerusform>%1: %n files changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::configurations::FileEditor</name>
    <message numerus="yes">
        <source>Another program changed the same lines of this file (%n place(s)).</source>
        <translation>
            <numerusform>Another program changed the same lines of this file (%n place).</numerusform>
            <numerusform>Another program changed the same lines of this file (%n places).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::configurations::SearchPanel</name>
    <message numerus="yes">
        <source>Stopped after %n match(es).</source>
        <translation>
            <numerusform>Stopped after %n match.</numerusform>
            <numerusform>Stopped after %n matches.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was found in %n file(s).</source>
        <translation>
            <numerusform>Nothing was found in %n file.</numerusform>
            <numerusform>Nothing was found in %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are no text or too large.</source>
        <translation>
            <numerusform>%n file is no text or too large.</numerusform>
            <numerusform>%n files are no text or too large.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n</source>
        <comment>matches</comment>
        <translation>
            <numerusform>Replace %n</numerusform>
            <numerusform>Replace %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is named %n time(s).</source>
        <translation>
            <numerusform>%1 is named %n time.</numerusform>
            <numerusform>%1 is named %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::controls::FindBar</name>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln replaced</source>
        <translation>
            <numerusform>%Ln replaced</numerusform>
            <numerusform>%Ln replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::generate::ChecksView</name>
    <message numerus="yes">
        <source>%n policies applied, no finding.</source>
        <translation>
            <numerusform>%n policy applied, no finding.</numerusform>
            <numerusform>%n policies applied, no finding.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open finding(s).</source>
        <translation>
            <numerusform>%n open finding.</numerusform>
            <numerusform>%n open findings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::generate::PreviewPane</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::generate::Wizard</name>
    <message numerus="yes">
        <source>Wrote %n file(s).</source>
        <translation>
            <numerusform>Wrote %n file.</numerusform>
            <numerusform>Wrote %n files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::graphview::GraphTools</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::graphview::GraphView</name>
    <message numerus="yes">
        <source>%1 of %n node(s)</source>
        <translation>
            <numerusform>%1 of %n node</numerusform>
            <numerusform>%1 of %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dependency(s)</source>
        <translation>
            <numerusform>%n dependency</numerusform>
            <numerusform>%n dependencies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cycle(s): what is drawn in red needs itself, so Terraform cannot plan it.</source>
        <translation>
            <numerusform>%n cycle: what is drawn in red needs itself, so Terraform cannot plan it.</numerusform>
            <numerusform>%n cycles: what is drawn in red needs itself, so Terraform cannot plan it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The configuration has %n error(s); the graph shows what could be read.</source>
        <translation>
            <numerusform>The configuration has %n error; the graph shows what could be read.</numerusform>
            <numerusform>The configuration has %n errors; the graph shows what could be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::hub::ProjectTile</name>
    <message numerus="yes">
        <source>%n asset(s)</source>
        <translation>
            <numerusform>%n asset</numerusform>
            <numerusform>%n assets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::hub::SummaryView</name>
    <message numerus="yes">
        <source>%n file(s) not read</source>
        <translation>
            <numerusform>%n file not read</numerusform>
            <numerusform>%n files not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::models::FileTreeModel</name>
    <message numerus="yes">
        <source>%1: %n problem(s)</source>
        <translation>
            <numerusform>%1: %n problem</numerusform>
            <numerusform>%1: %n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::models::FindingModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::models::RunListModel</name>
    <message numerus="yes">
        <source>%n critical</source>
        <translation>
            <numerusform>%n critical</numerusform>
            <numerusform>%n critical</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n high</source>
        <translation>
            <numerusform>%n high</numerusform>
            <numerusform>%n high</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n medium</source>
        <translation>
            <numerusform>%n medium</numerusform>
            <numerusform>%n medium</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n low</source>
        <translation>
            <numerusform>%n low</numerusform>
            <numerusform>%n low</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::models::SearchModel</name>
    <message numerus="yes">
        <source>%1: %n match(es)</source>
        <translation>
            <numerusform>%1: %n match</numerusform>
            <numerusform>%1: %n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::reviews::FindingDetail</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::shell::Header</name>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n task running</numerusform>
            <numerusform>%n tasks running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Notifications: %n new</source>
        <translation>
            <numerusform>Notifications: %n new</numerusform>
            <numerusform>Notifications: %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::shell::MainWindow</name>
    <message numerus="yes">
        <source>%n task(s) are still running.</source>
        <translation>
            <numerusform>%n task is still running.</numerusform>
            <numerusform>%n tasks are still running.</numerusform>
        </translation>
    </message>
</context>
</TS>
