package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ethotag.problem.ProblemCode;
import org.ethotag.problem.ProblemException;

/** Claims about problems. */
public final class Problems {
    private Problems() {}

    /** What a call ends with; any other exception is a mistake of ours and goes through. */
    public static Optional<ProblemCode> problemOf(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (ProblemException problem) {
            return Optional.of(problem.problem().code());
        }
    }

    public static void assertProblem(ProblemCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().code()).isEqualTo(code));
    }
}
