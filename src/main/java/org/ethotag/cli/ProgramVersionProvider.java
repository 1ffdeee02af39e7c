package org.ethotag.cli;

import org.ethotag.workflow.run.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class ProgramVersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Ethotag " + ProgramVersion.text()};
    }
}
