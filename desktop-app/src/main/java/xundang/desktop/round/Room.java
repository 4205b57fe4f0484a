package xundang.desktop.round;

/**
 * A place that is walked as one: site, building, floor, room.
 *
 * @param key the same for all objects of the room
 * @param name in words
 */
public record Room(String key, String name) {}
