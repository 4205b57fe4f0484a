package xundang.server.admin;

/**
 * The answer to a command.
 *
 * @param done false when it was refused
 * @param text for the person at the command line; may have several lines
 */
public record AdminReply(boolean done, String text) {}
