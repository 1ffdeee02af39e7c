package org.ethotag.ui.result;

import org.ethotag.project.RunManifest;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.run.RunKind;

/** Where results can be counted from. */
sealed interface Choice {
    /** What people read. */
    String words();

    /** A label track. */
    record Track(String name) implements Choice {
        @Override
        public String words() {
            return name;
        }
    }

    /**
     * A run.
     *
     * @param judged whether it keeps answers on animals that it did not learn from
     */
    record Run(String id, boolean judged) implements Choice {
        private static final String HELD_OUT = "animals.heldOut";

        static Run of(RunManifest manifest) {
            boolean folds = manifest.kind().equals(RunKind.CROSSVALIDATION.id());
            return new Run(
                    manifest.id(),
                    folds || !manifest.settings().getOrDefault(HELD_OUT, "").isBlank());
        }

        @Override
        public String words() {
            return judged ? id : Texts.of("result.inSample", id);
        }
    }
}
