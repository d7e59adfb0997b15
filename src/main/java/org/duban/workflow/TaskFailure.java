package org.duban.workflow;

/**
 * What a person is told when a task could not be done.
 *
 * @param status of HTTP
 * @param type a word for programs, as in the engine's own errors
 * @param message a sentence for people
 */
record TaskFailure(int status, String type, String message) {}
