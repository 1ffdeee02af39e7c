/**
 * The whole way on the sample study, from raw file to verified virtual tag.
 *
 * <p>Owns: the sample study and the demo settings. In and out: settings become a study and a receipt. Must not: do anything
 * that the steps do not. Start reading at {@link org.ethotag.workflow.demo.Demo}.
 */
@NullMarked
package org.ethotag.workflow.demo;

import org.jspecify.annotations.NullMarked;
