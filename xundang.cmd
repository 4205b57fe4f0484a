@echo off
rem Xundang: builds what is missing and starts a command. See README.md.
setlocal enabledelayedexpansion
chcp 65001 >nul
set "HOME_DIR=%~dp0"
if "%~1"=="" goto usage
set "COMMAND=%~1"
if not defined JAVA_HOME (
  echo 请安装 JDK 25 或更新版本并设置 JAVA_HOME。 Install JDK 25 or newer and set JAVA_HOME. 1>&2
  exit /b 1
)
set "MAJOR="
for /f "tokens=2 delims==." %%v in ('findstr /b JAVA_VERSION= "%JAVA_HOME%\release"') do set "MAJOR=%%~v"
set "MAJOR=%MAJOR:"=%"
if "%MAJOR%"=="" set "MAJOR=0"
if %MAJOR% LSS 25 (
  echo JAVA_HOME 指向的 JDK 版本过低，需要 25 或更新。 JAVA_HOME must point to JDK 25 or newer. 1>&2
  exit /b 1
)
if not exist "%HOME_DIR%desktop-app\target\lib" (
  echo 正在构建（首次需要几分钟下载组件）… Building, the first time takes some minutes 1>&2
  pushd "%HOME_DIR%"
  call mvn -q -B -DskipTests package
  if errorlevel 1 exit /b 1
  popd
)
for %%j in ("%HOME_DIR%desktop-app\target\desktop-app-*.jar") do set "DESKTOP=%%~j;%HOME_DIR%desktop-app\target\lib\*"
for %%j in ("%HOME_DIR%sync-server\target\sync-server-*.jar") do set "SERVER=%%~j;%HOME_DIR%sync-server\target\lib\*"
set "ARGS="
:collect
shift
if not "%~1"=="" (
  set ARGS=!ARGS! "%~1"
  goto collect
)
set "JAVA=%JAVA_HOME%\bin\java"
set "FLAGS=--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xmx512m"
if /i "%COMMAND%"=="server" "%JAVA%" -cp "%SERVER%" xundang.server.app.ServerMain %ARGS% & exit /b
if /i "%COMMAND%"=="admin" "%JAVA%" -cp "%SERVER%" xundang.server.app.AdminMain %ARGS% & exit /b
if /i "%COMMAND%"=="template" "%JAVA%" -cp "%SERVER%" xundang.server.app.TemplateMain %ARGS% & exit /b
if /i "%COMMAND%"=="desktop" "%JAVA%" %FLAGS% -cp "%DESKTOP%" xundang.desktop.app.DesktopMain %ARGS% & exit /b
if /i "%COMMAND%"=="demo" "%JAVA%" %FLAGS% "-Dxundang.server.classpath=%SERVER%" -cp "%DESKTOP%" xundang.desktop.app.demo.DemoMain --out "%HOME_DIR%target\demo" %ARGS% & exit /b
:usage
echo xundang demo ^| desktop ^| server ^| admin ^| template   (--help)
exit /b 2
