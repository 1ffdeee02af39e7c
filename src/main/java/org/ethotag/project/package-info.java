/**
 * The study on disk.
 *
 * <p>Owns: the study's folder, its database with the log of label edits, the runs and their files, backups, ethogram
 * templates; the libraries for SQLite and JSON. In and out: values of the packages above, durable when a method returns.
 * Must not: compute anything. Start reading at {@link org.ethotag.project.Project}.
 */
@NullMarked
package org.ethotag.project;

import org.jspecify.annotations.NullMarked;
