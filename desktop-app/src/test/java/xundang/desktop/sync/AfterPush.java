package xundang.desktop.sync;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** The real server, with something happening between its answer to a push and the laptop's next step. */
final class AfterPush {
    private AfterPush() {}

    static SyncApi of(SyncApi server, SmallBatches.Event event) {
        return (SyncApi) Proxy.newProxyInstance(
                AfterPush.class.getClassLoader(), new Class<?>[] {SyncApi.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(server, arguments);
                        if (method.getName().equals("push")) {
                            event.happen();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
