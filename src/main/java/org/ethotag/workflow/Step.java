package org.ethotag.workflow;

/** One step from raw file to verified tag, as data: what the window and the command line ask for alike. */
public sealed interface Step
        permits ImportStep,
                TrainTeacherStep,
                DistilStep,
                CrossValidateStep,
                SweepStep,
                QuantizeStep,
                ExportStep,
                FlashStep,
                PrelabelStep {}
