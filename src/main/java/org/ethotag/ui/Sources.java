package org.ethotag.ui;

import org.ethotag.ui.flash.TagBench;
import org.ethotag.ui.recording.Importer;
import org.ethotag.ui.study.Traces;
import org.ethotag.workflow.UserFolder;

/**
 * Where pages get what they show.
 *
 * @param traces samples of a session
 * @param importer raw files into the study
 * @param tags what is plugged in
 * @param user where the sample study lies
 */
record Sources(Traces traces, Importer importer, TagBench tags, UserFolder user) {}
