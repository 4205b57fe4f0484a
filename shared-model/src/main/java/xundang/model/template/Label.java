package xundang.model.template;

/** A text in the interface's two languages; Chinese is the original. */
public record Label(String zh, String en) {}
