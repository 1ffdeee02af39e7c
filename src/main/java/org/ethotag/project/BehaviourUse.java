package org.ethotag.project;

/**
 * How much a behaviour is used in a study: what taking it away would touch.
 *
 * @param code of the behaviour
 * @param bouts with it, 0 or more
 * @param tracks with such a bout, 0 or more
 */
public record BehaviourUse(String code, long bouts, long tracks) {}
