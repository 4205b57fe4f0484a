package xundang.desktop.session;

import xundang.model.sync.EnrolRequest;
import xundang.model.sync.EnrolResponse;

/** The one call to the server that enrolment needs. Blocking. */
@FunctionalInterface
public interface EnrolmentClient {
    /**
     * Registers this laptop.
     *
     * @param server base address without a slash at its end, already checked by {@link ServerAddress}
     */
    EnrolResponse enrol(String server, EnrolRequest request) throws EnrolmentFailed;
}
