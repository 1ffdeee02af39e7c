package org.ethotag.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.ethotag.workflow.UserFolder;

/** One command as a user runs it: exit code, standard output, standard error. */
record CommandRun(int exitCode, String out, String err) {
    static CommandRun of(Object... arguments) {
        return by(Caller.thisUser(), arguments);
    }

    /** As somebody runs it whose own things lie in a folder of the test. */
    static CommandRun of(UserFolder user, Object... arguments) {
        return by(new Caller(user, () -> false), arguments);
    }

    static CommandRun by(Caller caller, Object... arguments) {
        var words = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = arguments[i].toString();
        }
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = CommandLineTool.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                (study, _) -> {
                    throw new IllegalStateException("a test opens no window: " + study);
                },
                caller,
                words);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    /** Standard output as the one JSON document that it must be. */
    JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (JsonProcessingException failure) {
            throw new AssertionError("not one JSON document: " + out + "\n" + err, failure);
        }
    }
}
