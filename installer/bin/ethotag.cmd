@echo off
rem Starts Ethotag with the Java of JAVA_HOME, or the one on the path.
setlocal
set "HOME_FOLDER=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
rem Waiting threads of the learning engine must sleep, not spin.
set "OMP_WAIT_POLICY=PASSIVE"
"%JAVA%" -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dai.djl.offline=true -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.slf4j.simpleLogger.log.ai.djl.util.cuda=error "-Dethotag.home=%HOME_FOLDER%" %ETHOTAG_JAVA_OPTIONS% -cp "%HOME_FOLDER%\lib\*" org.ethotag.Ethotag %*
