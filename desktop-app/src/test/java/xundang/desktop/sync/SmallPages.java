package xundang.desktop.sync;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** The real server, asked for small pages. */
final class SmallPages {
    private SmallPages() {}

    /** Every fetch asks for at most {@code most} records. */
    static SyncApi of(SyncApi server, int most) {
        return (SyncApi) Proxy.newProxyInstance(
                SmallPages.class.getClassLoader(), new Class<?>[] {SyncApi.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("changes") || method.getName().equals("snapshot")) {
                        arguments[1] = Math.min(most, (Integer) arguments[1]);
                    }
                    try {
                        return method.invoke(server, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
