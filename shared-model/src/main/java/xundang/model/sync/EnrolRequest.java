package xundang.model.sync;

/**
 * A new laptop introduces itself: a person's account plus a one-time code from the administrator.
 *
 * @param deviceName how the administrator will see the laptop
 */
public record EnrolRequest(String login, String password, String code, String deviceName) {}
