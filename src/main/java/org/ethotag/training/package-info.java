/**
 * Learning on the PyTorch engine.
 *
 * <p>Owns: the engine, networks on it, losses, optimisers, augmentation, training of teacher and student, folds as
 * self-contained jobs. In and out: a {@link org.ethotag.dataset.Dataset} becomes models as plain data and a
 * {@link org.ethotag.training.TrainingRecord}. Must not: let native memory or engine types out. Start reading at
 * {@link org.ethotag.training.TeacherTraining}, then {@link org.ethotag.training.Distillation} and
 * {@link org.ethotag.training.FoldJob}.
 */
@NullMarked
package org.ethotag.training;

import org.jspecify.annotations.NullMarked;
