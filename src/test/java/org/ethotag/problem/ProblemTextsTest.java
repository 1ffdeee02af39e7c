package org.ethotag.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ethotag.language.Language;
import org.ethotag.language.Spoken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyProblemOfEveryPackageSaysWhatWhyAndWhatNext(Language language) throws Exception {
        Spoken.in(Locale.GERMANY, language, ProblemTextsTest::checkAll);
    }

    private static boolean checkAll() {
        assertThat(codes()).allSatisfy(code -> {
            var problem = Problem.of(code, "first", "second", "third", "fourth", "fifth");
            assertThat(List.of(problem.what(), problem.why(), problem.next()))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{"));
        });
        return true;
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
