/**
 * The page where behaviours are edited. Owns: names, colours, keys, order, mergers and deletions as people do them. In: the
 * open study. Out: a changed ethogram, and a word to whoever shows it. Must not: change labels but through the study. Start
 * reading at {@link org.ethotag.ui.ethogram.EthogramViewModel}.
 */
@NullMarked
package org.ethotag.ui.ethogram;

import org.jspecify.annotations.NullMarked;
