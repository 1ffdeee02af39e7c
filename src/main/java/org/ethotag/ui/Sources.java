package org.ethotag.ui;

import org.ethotag.ui.recording.Importer;
import org.ethotag.ui.study.Traces;

/**
 * Where pages get what they show.
 *
 * @param traces samples of a session
 * @param importer raw files into the study
 */
record Sources(Traces traces, Importer importer) {}
