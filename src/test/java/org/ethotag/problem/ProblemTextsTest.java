package org.ethotag.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
    @Test
    void everyProblemOfEveryPackageSaysWhatWhyAndWhatNext() {
        assertThat(codes()).allSatisfy(code -> {
            var problem = Problem.of(code, "first", "second", "third", "fourth", "fifth");
            assertThat(List.of(problem.what(), problem.why(), problem.next()))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{"));
        });
    }

    private static List<ProblemCode> codes() {
        var found = new ArrayList<ProblemCode>();
        for (JavaClass type : new ClassFileImporter().importPackages("org.ethotag")) {
            if (type.isEnum() && type.isAssignableTo(ProblemCode.class)) {
                for (Object constant : type.reflect().getEnumConstants()) {
                    found.add((ProblemCode) constant);
                }
            }
        }
        return found;
    }
}
