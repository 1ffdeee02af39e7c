package org.ethotag.flash;

/**
 * What an upload did.
 *
 * @param sentBytes how much of the file went over the line, repeats not counted
 * @param startedAt where the tag already was, 0 for a fresh upload
 * @param matchConfirmed whether the tag itself compared the SHA-256 of what it stored; older ones do not
 */
public record UploadResult(int sentBytes, int startedAt, boolean matchConfirmed) {}
